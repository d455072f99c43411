import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each row that names a file of the storage: its table, the condition under which the file has to be there, and whose it is. */
const naming = [
  [`evidence_revision r`, `state <> 'scanning'`, 'array[r.party_id]'],
  [`evidence_preview r`, 'true', 'array[r.party_id]'],
  [`disclosed_evidence r`, 'true', 'array[r.party_id]'],
  [`report r`, 'true', 'array[r.party_id]'],
  [`import r`, 'true', 'array[r.party_id]'],
  [
    'source r',
    'true',
    '(select array[c.left_party_id, c.right_party_id] from mechanism c where c.id = r.mechanism_id)',
  ],
] as const;

/** The storage held against the rows that name its files; what was found stands here for those who run the programs. */
export class FileChecks1795190400081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const keys = naming.map(
      ([table, settled, parties]) =>
        `select r.file_key, ${settled} as settled, ${parties} as parties from ${table} where r.file_key like slice || '%'`,
    );
    await runner.query(`
      create table file_check (
        id uuid not null,
        slice text not null,
        checked_at timestamptz not null,
        files integer not null,
        bytes bigint not null,
        removed integer not null,
        differences jsonb not null,
        constraint pk_file_check primary key (id)
      );
      create index ix_file_check_checked_at on file_check (checked_at);
      alter table file_check enable row level security;
      alter table file_check force row level security;
      create policy system on file_check using ((select actor_is_system()));
      create policy backup on file_check for select to current_user
        using (coalesce(current_setting('luoshi.kind', true), '') = 'backup');
      grant select, insert on file_check to luoshi_app;

      -- Keys say what a file's hash is and nothing of what it holds. Only the programs themselves get any, and whose they are;
      -- the owner reads them as it does for a backup.
      create function stored_keys(slice text) returns table (file_key text, settled boolean, parties uuid[])
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          asked text := coalesce(current_setting('luoshi.kind', true), '');
        begin
          if asked <> 'system' then return; end if;
          perform set_config('luoshi.kind', 'backup', true);
          return query select k.file_key, bool_and(k.settled), k.parties
            from (${keys.join(' union all ')}) k group by k.file_key, k.parties;
          perform set_config('luoshi.kind', asked, true);
        end
      $$;
      revoke execute on function stored_keys(text) from public;
      grant execute on function stored_keys(text) to luoshi_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function stored_keys(text); drop table file_check;`);
  }
}
