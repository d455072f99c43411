import { entities, migrations } from '#core/database';
import { SnakeCaseNaming } from '#platform/naming';
import { runtimeRole } from '#platform/queue';
import pg from 'pg';

import { type Check, look, masked, ok, warning, wrong } from './check.js';

const OLDEST = 15;

const how = 'Check DATABASE_URL, and that the server runs and lets this machine in.';
const migrateFirst = 'Run `luoshi migrate` as the owner (DATABASE_OWNER_URL); `npm start` does so by itself.';

async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  options?: string,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 8_000,
    options,
  });
  client.on('error', () => undefined); // a connection that breaks is said by the query on it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The database as it is now; nothing is changed in it. */
export async function examineDatabase(
  appUrl: string,
  ownerUrl: string | null,
  today: string,
): Promise<Check[]> {
  const reached = await look('database', how, () =>
    connected(appUrl, (client) => examineServer(client, appUrl)),
  );
  if (reached.some(({ state }) => state === 'wrong')) return reached;
  const migrated = await look('migrations', migrateFirst, () => examineMigrations(ownerUrl ?? appUrl));
  if (migrated.some(({ state }) => state === 'wrong')) return [...reached, ...migrated];
  const structure = [
    ...(await look('row-level security', migrateFirst, () => connected(appUrl, examinePolicies))),
    ...(await look('runtime login', how, () =>
      connected(appUrl, (client) => examineLogin(client, ownerUrl)),
    )),
  ];
  const found = [...reached, ...migrated, ...structure];
  if (structure.some(({ state }) => state === 'wrong')) return found;
  return [
    ...found,
    ...(await look('nobody sees nothing', migrateFirst, () => connected(appUrl, examineNobody, runtimeRole))),
    ...(await look('stored files', migrateFirst, () => connected(appUrl, examineFiles, runtimeRole))),
    ...(await look('calendars', migrateFirst, () =>
      connected(appUrl, (client) => examineCalendars(client, Number(today.slice(0, 4))), runtimeRole),
    )),
  ];
}

async function examineServer(client: pg.Client, url: string): Promise<Check> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as number`,
  );
  const { version, number } = rows[0]!;
  const detail = `PostgreSQL ${version} at ${masked(url)}`;
  return number >= OLDEST
    ? ok('database', detail)
    : wrong('database', detail, `Use PostgreSQL ${OLDEST} or newer.`);
}

async function examineMigrations(url: string): Promise<Check> {
  const done = await connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
    return rows.map(({ name }) => name);
  }).catch((error: { code?: string }) => {
    if (error.code === '42P01') return [] as string[];
    if (error.code === '42501') return null; // the runtime login may not read the list
    throw error;
  });
  if (done === null) {
    return warning(
      'migrations',
      'the list of migrations can be read by the owner alone',
      'Set DATABASE_OWNER_URL for this command.',
    );
  }
  const ours = migrations.map(({ name }) => name);
  const pending = ours.filter((name) => !done.includes(name));
  if (pending.length > 0)
    return wrong('migrations', `${pending.length} pending: ${pending.join(', ')}`, migrateFirst);
  const foreign = done.filter((name) => !ours.includes(name));
  if (foreign.length > 0) {
    return warning(
      'migrations',
      `the database has ${foreign.join(', ')}, which this version does not know`,
      'Run the version of Luoshi that migrated this database, or a newer one.',
    );
  }
  return ok('migrations', `all ${ours.length} are done`);
}

async function examinePolicies(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ name: string; bound: boolean }>(
    `select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as bound from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'`,
  );
  const missing = tables.filter((table) => !rows.some(({ name }) => name === table));
  const loose = rows.filter(({ bound }) => !bound).map(({ name }) => name);
  if (missing.length + loose.length === 0)
    return ok('row-level security', `forced on all ${rows.length} tables`);
  return wrong(
    'row-level security',
    [
      ...loose.map((table) => `${table} is not bound by it`),
      ...missing.map((table) => `${table} is missing`),
    ].join('; '),
    loose
      .map(
        (table) =>
          `As the owner: alter table "${table}" enable row level security, force row level security;`,
      )
      .join(' ') || migrateFirst,
  );
}

const naming = new SnakeCaseNaming();
const tables = entities.map(({ name }) => naming.tableName(name, undefined));

async function examineNobody(client: pg.Client): Promise<Check> {
  const visible: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query<{ seen: boolean }>(`select exists (select from "${table}") as seen`);
    if (rows[0]!.seen) visible.push(table);
  }
  return visible.length === 0
    ? ok('nobody sees nothing', 'without an actor no row is visible')
    : wrong(
        'nobody sees nothing',
        `rows of ${visible.join(', ')} are visible to nobody in particular`,
        'Compare the policies of these tables with migrations/; something changed them.',
      );
}

interface Login {
  login: string;
  owner: string;
  unbound: boolean;
  becomesOwner: boolean;
  becomesUnbound: string | null;
  member: boolean;
  roleUnbound: boolean;
}

async function examineLogin(client: pg.Client, ownerUrl: string | null): Promise<Check> {
  const { rows } = await client.query<Login>(
    `select session_user::text as login, t.tableowner::text as owner, me.rolsuper or me.rolbypassrls as unbound,
       pg_has_role(session_user, t.tableowner, 'member') as "becomesOwner",
       (select string_agg(r.rolname, ', ') from pg_roles r where (r.rolsuper or r.rolbypassrls)
         and r.rolname <> session_user and pg_has_role(session_user, r.oid, 'member')) as "becomesUnbound",
       pg_has_role(session_user, 'luoshi_app', 'member') as member,
       app.rolsuper or app.rolbypassrls or pg_has_role('luoshi_app', t.tableowner, 'member') as "roleUnbound"
     from pg_tables t, pg_roles me, pg_roles app
     where t.schemaname = 'public' and t.tablename = 'measure' and me.rolname = session_user and app.rolname = 'luoshi_app'`,
  );
  const found = rows[0];
  const name = 'runtime login';
  const separate =
    'Give DATABASE_URL a login of its own: create role … login nosuperuser nobypassrls in role luoshi_app; ' +
    'and keep the owner for DATABASE_OWNER_URL.';
  if (!found) return wrong(name, 'the role luoshi_app is missing', migrateFirst);
  const { login, owner, unbound, becomesOwner, becomesUnbound, member, roleUnbound } = found;
  if (unbound) return wrong(name, `${login} is bound by no row-level security`, separate);
  if (roleUnbound)
    return wrong(
      name,
      'the role luoshi_app is a superuser, passes row-level security, or may become the owner',
      'As a superuser: alter role luoshi_app nosuperuser nobypassrls; and revoke its memberships.',
    );
  if (!member)
    return wrong(
      name,
      `${login} is no member of luoshi_app`,
      `As the owner: grant luoshi_app to "${login}";`,
    );
  if (becomesUnbound)
    return wrong(name, `${login} may become ${becomesUnbound}, which passes row-level security`, separate);
  const same = ownerUrl === null || new URL(ownerUrl).username === login;
  if (same && becomesOwner)
    return warning(
      name,
      `${login} is the owner's login too: statements run as luoshi_app all the same`,
      separate,
    );
  if (becomesOwner) return wrong(name, `${login} may become ${owner}, the owner of the tables`, separate);
  return ok(name, `${login}: no superuser, bound by row-level security, cannot become ${owner}`);
}

async function examineCalendars(client: pg.Client, year: number): Promise<Check[]> {
  await client.query(`select set_config('luoshi.kind', 'system', false)`);
  const { rows } = await client.query<{ jurisdiction: string; year: number; announced: boolean }>(
    `select jurisdiction, extract(year from "on")::int as year, bool_and(announced) as announced
     from calendar_day group by 1, 2`,
  );
  const names = { HK: 'Hong Kong', CN: 'mainland' };
  return (['HK', 'CN'] as const).flatMap((jurisdiction) =>
    [year, year + 1].map((each) => {
      const name = `calendar ${names[jurisdiction]} ${each}`;
      const filled = rows.find((row) => row.jurisdiction === jurisdiction && row.year === each);
      if (!filled) {
        const detail = 'no holidays are known, so every weekday counts as a working day';
        const mend = 'Start the worker: it fills the calendars when it starts.';
        return each === year ? wrong(name, detail, mend) : warning(name, detail, mend);
      }
      if (filled.announced) return ok(name, 'as announced');
      return warning(
        name,
        'reckoned from the law; the government’s list of that year is not in this version',
        'Once it is published, update Luoshi. Dates reckoned with it are shown as provisional.',
      );
    }),
  );
}

/** What the last comparisons of the storage with its rows have found, and what waits for the virus scanner. */
async function examineFiles(client: pg.Client): Promise<Check[]> {
  await client.query('begin read only');
  await client.query(`select set_config('luoshi.kind', 'system', true)`);
  const { rows: checks } = await client.query<{ at: string; files: number; differences: number }>(
    `select distinct on (slice) checked_at::date::text as at, files, jsonb_array_length(differences) as differences
     from file_check order by slice, checked_at desc`,
  );
  const { rows: waits } = await client.query<{ count: number }>(
    `select count(*)::int as count from evidence_revision where state = 'scanning' and uploaded_at < now() - interval '1 hour'`,
  );
  await client.query('commit');
  const differing = checks.reduce((sum, { differences }) => sum + differences, 0);
  const compared = checks.reduce((sum, { files }) => sum + files, 0);
  const last = checks
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const waiting = waits[0]?.count ?? 0;
  return [
    last === undefined
      ? ok('stored files', 'not compared yet: the worker compares a sixteenth of them every night')
      : differing === 0
        ? ok('stored files', `${compared} compared with their hashes, last on ${last}: no difference`)
        : wrong(
            'stored files',
            `${differing} of ${compared + differing} are missing or changed, found by ${last}`,
            'Restore these files from a backup; their keys are in the table file_check.',
          ),
    ...(waiting === 0
      ? []
      : [
          warning(
            'files to be scanned',
            `${waiting} have waited for the virus scanner for more than an hour`,
            'See that clamd runs and CLAMD_URL names it; they are looked at as soon as it answers.',
          ),
        ]),
  ];
}
