import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A backup holds every side's rows, and only the database's owner can make one, by saying so: row-level security is
 * forced on the owner too, and no other command of the owner reads content. The runtime role is not the owner.
 */
export class Backup1795190400060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare name text; begin
        for name in select relname from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity
        loop
          execute format('create policy backup on %I for select to current_user
            using (coalesce(current_setting(''luoshi.kind'', true), '''') = ''backup'')', name);
        end loop;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare name text; begin
        for name in select tablename from pg_policies where schemaname = 'public' and policyname = 'backup'
        loop execute format('drop policy backup on %I', name); end loop;
      end $$`);
  }
}
