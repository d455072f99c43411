import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import keeps the file it came from, and a file that takes time is read by a job. */
export class ImportFiles1795190400040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import
        add file_key text,
        add bytes integer,
        add text_sha256 text,
        add progress integer not null default 100,
        add problem jsonb,
        drop constraint ck_import_state,
        add constraint ck_import_state
          check (state in ('parsing', 'failed', 'parsed', 'reviewed', 'adopted', 'discarded'));
      alter table source
        add file_key text,
        add bytes integer,
        add text_sha256 text;

      -- One that was not read yet, to say that it will not be: whoever brought it may no longer sign in.
      create policy system on import using ((select actor_is_system()) and state in ('parsing', 'failed'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy system on import;
      alter table source drop file_key, drop bytes, drop text_sha256;
      delete from import where state in ('parsing', 'failed');
      alter table import
        drop constraint ck_import_state,
        add constraint ck_import_state check (state in ('parsed', 'reviewed', 'adopted', 'discarded')),
        drop file_key, drop bytes, drop text_sha256, drop progress, drop problem;
    `);
  }
}
