import { createDatabase, type TestDatabase, useDatabase } from '#testing/database';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, migrations } from './database.js';

const database = useDatabase();

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const query = <Row extends object>(url: string, sql: string, params: unknown[] = []): Promise<Row[]> =>
  withClient(url, async (client) => (await client.query<Row>(sql, params)).rows);

/** The SQLSTATE with which a statement fails; 'done' where it does not. */
async function outcome(client: pg.Client, sql: string): Promise<string> {
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function withOwner<T>(of: TestDatabase, work: (source: DataSource) => Promise<T>): Promise<T> {
  const options = {
    ...dataSourceOptions(of.ownerUrl),
    migrations,
    migrationsTransactionMode: 'all' as const,
  };
  const source = await new DataSource(options).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const contentTables = `select oid, relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
    pg_get_userbyid(relowner) as owner
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
    and relname <> 'migrations' order by relname`;

interface Table {
  name: string;
  enabled: boolean;
  forced: boolean;
  owner: string;
}

/** All that the migrations make, in words that can be compared. */
const everything = `
  select 'column' as kind, table_name || '.' || column_name as name, data_type || is_nullable || coalesce(column_default, '') as what
    from information_schema.columns where table_schema = 'public'
  union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy', tablename || '.' || policyname, concat_ws(' ', permissive, roles, cmd, qual, with_check)
    from pg_policies where schemaname = 'public'
  union all select 'right', table_name || '.' || grantee, string_agg(privilege_type, ',' order by privilege_type)
    from information_schema.role_table_grants where table_schema = 'public' group by table_name, grantee
  union all select 'column right', table_name || '.' || column_name || '.' || grantee, string_agg(privilege_type, ',' order by privilege_type)
    from information_schema.role_column_grants where table_schema = 'public' group by table_name, column_name, grantee
  union all select 'function', proname, pg_get_functiondef(oid) from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f'
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
  union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'row security', relname, concat(relrowsecurity, relforcerowsecurity) from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
  order by 1, 2, 3`;

describe('migrations', () => {
  it('give exactly the schema of the entities', async () => {
    const pending = await withOwner(database, async (source) => {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      return upQueries.map((each) => each.query);
    });
    expect(pending).toEqual([]);
  });

  it('run again without doing anything, one after the other and several at once', async () => {
    const before = await query(database.superUrl, everything);
    await migrate(database);
    await Promise.all([1, 2, 3].map(() => migrate(database)));
    expect(await query(database.superUrl, everything)).toEqual(before);
  });

  it('run once when several programs meet an empty database', async () => {
    const empty = await createDatabase();
    const before = await query(empty.superUrl, everything);
    await query(empty.superUrl, 'drop schema public cascade; drop schema bullmq cascade');
    await query(empty.superUrl, 'create schema public authorization luoshi_owner');
    await Promise.all([1, 2, 3].map(() => migrate(empty)));
    expect(await query(empty.superUrl, everything)).toEqual(before);
    expect(await query(empty.ownerUrl, 'select name from migrations order by id')).toEqual(
      migrations.map(({ name }) => ({ name })),
    );
  });

  it('go down to nothing, leave the runtime role no table without its policies on the way, and come up again the same', async () => {
    const other = await createDatabase();
    const before = await query(other.superUrl, everything);
    await withOwner(other, async (source) => {
      for (const _ of migrations) {
        await source.undoLastMigration();
        expect(
          await query(
            other.superUrl,
            `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
               and has_any_column_privilege('luoshi_app', oid, 'select, insert, update')
               and not (relrowsecurity and relforcerowsecurity
                 and exists (select from pg_policies where schemaname = 'public' and tablename = relname))`,
          ),
        ).toEqual([]);
      }
    });
    expect(await query(other.superUrl, contentTables)).toEqual([]);
    expect(
      await query(
        other.ownerUrl,
        `select proname from pg_proc where proowner = 'luoshi_owner'::regrole
      and pronamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
    await migrate(other);
    expect(await query(other.superUrl, everything)).toEqual(before);
  });

  it('have previews drawn of the files that an installation has already', async () => {
    const other = await createDatabase();
    await withOwner(other, async (source) => {
      while (
        (
          await query(
            other.superUrl,
            `select to_regclass('evidence_preview') as t where to_regclass('evidence_preview') is not null`,
          )
        ).length
      )
        await source.undoLastMigration();
    });
    await query(
      other.superUrl,
      `set session_replication_role = replica;
       insert into evidence_revision (id, mechanism_id, party_id, evidence_id, ordinal, state, file_name, bytes, sha256,
         file_key, organisation_id, uploaded_by_id, uploaded_at)
       select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, state, 'a.pdf', 1, 'b', 'c',
         gen_random_uuid(), gen_random_uuid(), now() from unnest(array['available', 'infected']) state`,
    );
    await migrate(other);
    expect(await query(other.superUrl, 'select name from pending_job')).toEqual([{ name: 'make-preview' }]);
  });
});

describe('row-level security', () => {
  it('is enabled and forced on every table, and each table has a policy', async () => {
    const tables = await query<Table>(database.superUrl, contentTables);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
    const policed = await query<{ name: string }>(
      database.superUrl,
      `select distinct tablename::text as name from pg_policies where schemaname = 'public' order by 1`,
    );
    expect(policed.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
  });
});

describe('the runtime role', () => {
  it('is bound, and can become nobody else', async () => {
    const [role] = await query(
      database.superUrl,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
         (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid)
           + (select count(*)::int from pg_namespace where nspowner = r.oid)
           + (select count(*)::int from pg_database where datdba = r.oid) as owned
       from pg_roles r where rolname = 'luoshi_app'`,
    );
    expect(role).toEqual({
      ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
      ...{ rolreplication: false, memberships: 0, owned: 0 },
    });
    await withClient(database.appUrl, async (client) => {
      for (const name of ['luoshi_owner', 'postgres']) {
        expect([name, await outcome(client, `set role ${name}`)]).toEqual([name, '42501']);
        expect([name, await outcome(client, `set session authorization ${name}`)]).toEqual([name, '42501']);
      }
    });
  });

  it('cannot change the schema, the policies or whom they bind', async () => {
    const tables = await query<Table>(database.superUrl, contentTables);
    await withClient(database.appUrl, async (client) => {
      for (const { name } of tables) {
        const table = `public."${name}"`;
        for (const sql of [
          `alter table ${table} disable row level security`,
          `alter table ${table} no force row level security`,
          `alter table ${table} add column mine text`,
          `alter table ${table} owner to luoshi_app`,
          `drop table ${table}`,
          `truncate ${table}`,
          `create policy mine on ${table} using (true)`,
          `create trigger mine after insert on ${table} execute function suppress_redundant_updates_trigger()`,
        ]) {
          expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
        }
      }
      for (const sql of [
        'create table public.mine (id int)',
        `create or replace function public.actor_side() returns uuid language sql as 'select null::uuid'`,
        'drop function public.actor_side()',
        `create function public.mine() returns int language sql as 'select 1'`,
        'create schema mine',
        'alter role luoshi_app bypassrls',
        'set session_replication_role = replica',
        `copy party to program 'true'`,
        `select pg_read_file('postgresql.conf')`,
      ]) {
        expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
      }
    });
    // Asking to be told of hidden rows is no way round: it only turns them into an error.
    await withClient(database.appUrl, async (client) => {
      await client.query('set row_security = off');
      expect(await outcome(client, 'select * from measure')).toBe('42501');
    });
  });

  it('cannot change or remove what is append-only, nor a measure’s words', async () => {
    const appendOnly = [
      ...['cleared_update', 'disclosed_evidence', 'activity', 'source', 'meeting', 'area'],
      ...['measure_text', 'ledger', 'party', 'organisation', 'mechanism_observer'],
    ];
    await withClient(database.appUrl, async (client) => {
      for (const table of appendOnly) {
        const columns = await query<{ name: string }>(
          database.superUrl,
          `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1
             and not (table_name = 'disclosed_evidence' and (column_name like 'taken_back_%' or column_name in ('url', 'file_key')))`,
          [table],
        );
        for (const { name } of columns) {
          const sql = `update ${table} set "${name}" = "${name}"`;
          expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
        }
        const sql = `delete from ${table}`;
        expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
      }
      // What was signed, and what was decided of whom.
      for (const [table, columns] of [
        ['signed_document', ['title', 'parties', 'signed_on', 'meeting_id', 'ordinal']],
        ['lineage', ['earlier_id', 'later_id', 'meeting_id']],
      ] as const) {
        for (const column of columns) {
          const sql = `update ${table} set "${column}" = "${column}"`;
          expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
        }
      }
      for (const column of [
        ...[
          'id',
          'mechanism_id',
          'meeting_id',
          'area_id',
          'area_ordinal',
          'ordinal',
          'title',
          'text',
          'script',
        ],
        ...['folded', 'source_id', 'source_start', 'source_end', 'due_wording', 'due_kind'],
      ]) {
        const sql = `update measure set ${column} = ${column}`;
        expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
      }
      for (const table of [
        'measure',
        'track',
        'assignment',
        '"update"',
        'due_date_change',
        'confirmation',
        'report',
        'import',
      ]) {
        const sql = `delete from ${table}`;
        expect([sql, await outcome(client, sql)]).toEqual([sql, '42501']);
      }
    });
  });

  it('cannot lend what runs as the owner a table of its own', async () => {
    const definers = await query(
      database.superUrl,
      `select proname as name, proconfig as settings from pg_proc
       where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    );
    // Without pg_temp at the end, temporary tables are looked at first.
    const settings = ['search_path=public, pg_temp'];
    expect(definers).toEqual([
      { name: 'activity_chain', settings },
      { name: 'stored_keys', settings },
    ]);
  });
});
