import { CalendarsService } from '#core/calendar/calendars.service';
import { Db, SYSTEM } from '#platform/db';
import { Builder } from '#testing/build';
import { Canaries, type Reader } from '#testing/canaries';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { history, privateWork, RandomWorld } from '#testing/random-world';
import { allRows, type Row, rules, type Table, tablesOf } from '#testing/visibility';
import fc from 'fast-check';
import pg from 'pg';

/** How many worlds, and how long; `npm run soak:leaks` asks for more. */
const worlds = Number(process.env['SOAK'] ?? 3);
const length = 100;
const patience = 120_000 * worlds;

const database = useDatabase();
const core = useCore(database, { CLOCK: '2026-11-20T09:00+08:00' });

/** What the programs reach without a person: to sign in, to find what is due, to deliver. */
const systemReads = [
  ...[
    'assignment',
    'calendar_day',
    'idempotency_key',
    'leave',
    'mail',
    'measure',
    'mechanism',
    'organisation',
    'party',
    'pending_job',
  ],
  ...['person', 'reminder', 'report', 'session', 'track'],
];

/** How an insert into another side's place fails where it is not the policy that meets it first. */
const refusals: Record<string, RegExp> = {
  // Adoption makes the tracks of both sides, so only that they are there stands in the way of a second one.
  track: /^(42501|23505)$/,
  // The trigger looks for the ledger before the policy is asked, and sees none.
  activity: /^(42501|23503)$/,
};

let builder: Builder;
let tables: Table[];
const built: RandomWorld[] = [];
const canaries = new Canaries();

beforeAll(
  async () => {
    builder = await Builder.open(database);
    tables = await tablesOf(builder);
    await core.app.get(CalendarsService).refresh();
    for (const steps of fc.sample(history(length), worlds)) {
      built.push(await RandomWorld.build(core.app, builder, canaries, steps));
    }
  },
  60_000 + worlds * 60_000,
);
afterAll(() => builder.close());

const keyOf = ({ key }: Table, row: Row) => key.map((column) => String(row[column])).join(' ');
const all = (table: Table) => allRows(table, builder);
const seen = ({ name }: Table, reader: Reader) =>
  core.app.get(Db).read<Row>(reader.actor, `select t.*, to_jsonb(t)::text as whole from "${name}" t`);

/** Everything that a reader can get out of the database, table by table. */
async function everything(reader: Reader): Promise<Record<string, string[]>> {
  const entries = tables.map(async (table) => {
    const rows = await seen(table, reader);
    return [table.name, rows.map(({ whole }) => whole as string).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length]!;

it('knows a rule for every table', () => {
  expect(Object.keys(rules).sort()).toEqual(tables.map(({ name }) => name));
});

it('looks at worlds in which everything has happened', () => {
  const done: Record<string, number> = {};
  for (const { tally } of built)
    for (const [deed, count] of Object.entries(tally)) done[deed] = (done[deed] ?? 0) + count.done;
  expect(Object.entries(done).filter(([, count]) => count === 0)).toEqual([]);
  expect(canaries.size).toBeGreaterThan(100 * worlds);
});

it(
  'shows every reader of every table what the domain says and no row more',
  async () => {
    for (const table of tables) {
      const rows = await all(table);
      for (const world of built) {
        for (const reader of world.readers) {
          const visible = await seen(table, reader);
          const expected = rows.filter((row) => rules[table.name]!.reads(reader, row));
          expect({
            ...{ table: table.name, reader: reader.name },
            keys: visible.map((row) => keyOf(table, row)).sort(),
            leaks: visible.flatMap(({ whole }) => canaries.leaks(whole as string, reader)),
          }).toEqual({
            ...{ table: table.name, reader: reader.name, leaks: [] },
            keys: expected.map((row) => keyOf(table, row)).sort(),
          });
        }
      }
    }
  },
  patience,
);

it('shows nobody anything, and half an actor neither', async () => {
  const client = new pg.Client(database.appUrl);
  await client.connect();
  const [world] = built as [RandomWorld];
  const { actor } = world.readers[0]!;
  const names = ['person', 'organisation', 'party', 'side', 'kind'] as const;
  const whole = { person: actor.personId, organisation: actor.organisationId, party: actor.partyId };
  const full = { ...whole, side: actor.side!, kind: 'person' };
  const settings: Partial<Record<(typeof names)[number], string>>[] = [
    {},
    ...names.filter((name) => name !== 'person').map((name) => ({ [name]: full[name] })),
    { ...full, person: '' },
    { ...full, person: '', kind: 'administrator' },
    { ...full, person: '', kind: 'SYSTEM' },
    { kind: 'system ' },
    { ...full, person: 'nobody' },
    { ...full, person: `${actor.personId}'` },
    { ...full, person: 'null' },
    { ...full, person: '%' },
  ];
  try {
    for (const given of settings) {
      for (const { name } of tables) {
        await client.query('begin');
        for (const setting of names)
          await client.query(`select set_config($1, $2, true)`, [`luoshi.${setting}`, given[setting] ?? '']);
        const outcome = await client.query(`select 1 from "${name}"`).then(
          ({ rowCount }) => rowCount,
          (error: pg.DatabaseError) => (error.code === '22P02' ? 0 : error.code),
        );
        await client.query('rollback');
        expect({ given, name, outcome }).toEqual({ given, name, outcome: 0 });
      }
    }
    // A person whose other settings are broken gets an error, and a person without a side no side's work.
    for (const given of [
      { ...full, side: 'x' },
      { ...full, side: `${full.side}x` },
    ]) {
      await client.query('begin');
      for (const setting of names)
        await client.query(`select set_config($1, $2, true)`, [`luoshi.${setting}`, given[setting]]);
      await expect(client.query('select 1 from assignment')).rejects.toMatchObject({ code: '22P02' });
      await client.query('rollback');
    }
  } finally {
    await client.end();
  }
});

it('lets the programs themselves read no content', async () => {
  const system = (sql: string) => core.app.get(Db).read<{ state: string }>(SYSTEM, sql);
  const states = (await system('select distinct state from evidence_revision')).map(({ state }) => state);
  expect(states.filter((state) => state !== 'uploading' && state !== 'scanning')).toEqual([]);
  for (const { name } of tables.filter((table) => table.name !== 'evidence_revision')) {
    const rows = await core.app.get(Db).read(SYSTEM, `select 1 from "${name}" limit 1`);
    if (!systemReads.includes(name)) expect([name, rows.length]).toEqual([name, 0]);
  }
});

it(
  'lets nobody write a row that is not theirs, whatever statement they find',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), async (which, who, pick) => {
        const table = choose(tables, which);
        const reader = choose(choose(built, pick).readers, who);
        const rule = rules[table.name]!;
        const rows = await all(table);
        const forbidden = new Set(
          rows.filter((row) => !rule.writes(reader, row)).map((row) => keyOf(table, row)),
        );
        const attempt = (sql: string, params: unknown[] = []) =>
          core.app.get(Db).withActor(reader.actor, async (tx) => {
            const touched = await tx.query<Row>(sql, params).catch((error: pg.DatabaseError) => error.code!);
            throw new Undone(touched);
          });
        const returning = `returning ${table.key.map((column) => `"${column}"`).join(', ')}`;
        const statements = [
          ...(table.deletes ? [`delete from "${table.name}" ${returning}`] : []),
          ...table.updates.map(
            (column) => `update "${table.name}" set "${column}" = "${column}" ${returning}`,
          ),
        ];
        for (const sql of statements) {
          const touched = await undone(attempt(sql));
          const wrong = Array.isArray(touched)
            ? touched.filter((row) => forbidden.has(keyOf(table, row)))
            : [];
          expect({ sql, reader: reader.name, wrong }).toEqual({ sql, reader: reader.name, wrong: [] });
        }
        const [foreign] = rows
          .filter((row) => forbidden.has(keyOf(table, row)))
          .slice(pick % Math.max(1, forbidden.size));
        if (table.inserts && foreign && !['session', 'pending_job'].includes(table.name)) {
          const sql = `insert into "${table.name}" select (jsonb_populate_record(null::"${table.name}",
          $1::jsonb || jsonb_build_object('id', gen_random_uuid()))).*`;
          const outcome = await undone(attempt(sql, [foreign['whole']]));
          expect({ sql, reader: reader.name, outcome }).toEqual({
            ...{ sql, reader: reader.name },
            outcome: expect.stringMatching(refusals[table.name] ?? /^42501$/) as string,
          });
        }
      }),
      { numRuns: 150 * worlds },
    );
  },
  patience,
);

it(
  'lets nobody notice what another side does in private',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), privateWork(12), fc.nat(), async (which, steps, pick) => {
        const world = choose(built, which);
        const side = world.sides[steps[0]!.side]!.party.id;
        const others = world.readers.filter(({ actor }) => actor.side !== side);
        const reader = choose(others, pick);
        // Who is on leave is an administrator's own affair, and none of a side's work.
        const seen = async () => {
          const { leave, ...rest } = await everything(reader);
          return { reader: reader.name, rows: reader.actor.partyId === side ? rest : { leave, ...rest } };
        };
        const before = await seen();
        for (const each of steps) await world.take(each);
        expect(await seen()).toEqual(before);
      }),
      { numRuns: 8 * worlds },
    );
  },
  patience,
);

/** Carries what a statement did out of a transaction that must not be kept. */
class Undone extends Error {
  constructor(readonly touched: Row[] | string) {
    super('undone');
  }
}

async function undone(attempt: Promise<never>): Promise<Row[] | string> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof Undone) return error.touched;
    throw error;
  }
}
