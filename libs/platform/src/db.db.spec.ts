import { useDatabase } from '#testing/database';
import { Client, type Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Db, type DbActor, type Identity, SYSTEM } from './db.js';
import { runtimeRole } from './queue.js';

const database = useDatabase();

const side = '019a0000-0000-7000-8000-000000000001';
const other = '019a0000-0000-7000-8000-000000000002';
const actor: Identity = {
  personId: '019a0000-0000-7000-8000-00000000000a',
  organisationId: '019a0000-0000-7000-8000-00000000000b',
  partyId: side,
  side,
  administers: false,
};
const connections = 2;

let source: DataSource;
let db: Db;
let admin: Client;
const hookFailures: unknown[] = [];

beforeAll(async () => {
  admin = new Client(database.superUrl);
  await admin.connect();
  // A table with the policies that every side's table has, and nothing else to think of.
  await admin.query(`
    create table jotting (id integer primary key, party_id uuid not null);
    alter table jotting enable row level security;
    alter table jotting force row level security;
    create policy own_side on jotting using (party_id = (select actor_side()));
    grant select, insert, update, delete on jotting to luoshi_app`);
  const options = {
    ...{ type: 'postgres', url: database.appUrl, poolSize: connections, logging: false },
    extra: { pipeline: true, options: runtimeRole },
  };
  source = await new DataSource(options as DataSourceOptions).initialize();
  db = new Db(
    source,
    () => new Date('2026-11-23T01:00:00Z'),
    (error) => hookFailures.push(error),
  );
});
afterAll(async () => {
  await source.destroy();
  await admin.end();
});
beforeEach(async () => {
  hookFailures.length = 0;
  await admin.query(`truncate jotting; insert into jotting values (1, '${side}'), (2, '${other}')`);
});

const notes = async () =>
  (await admin.query<{ id: number }>('select id from jotting order by id')).rows.map(({ id }) => id);
const insert = (id: number) => `insert into jotting values (${id}, '${side}')`;
const pool = () => (source.driver as unknown as { master: Pool }).master;

/** Ends the connection that runs a statement with this mark, once it runs. */
async function kill(mark: string): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '%' || $1 || '%'`,
      [mark],
    );
    if (rowCount) return;
  }
}

/** Everything still works and no connection is missing. */
async function expectWhole(): Promise<void> {
  const all = await Promise.all(
    Array.from({ length: connections * 3 }, () => db.read(actor, 'select id from jotting')),
  );
  expect(all).toEqual(all.map(() => [{ id: 1 }]));
  await expect(db.withActor(actor, (tx) => tx.query('select id from jotting'))).resolves.toEqual([{ id: 1 }]);
  // A result is here a moment before its connection is back.
  for (let patience = 100; pool().idleCount < pool().totalCount && patience > 0; patience -= 1)
    await new Promise((later) => setTimeout(later, 10));
  expect({ waiting: pool().waitingCount, busy: pool().totalCount - pool().idleCount }).toEqual({
    waiting: 0,
    busy: 0,
  });
}

describe('withActor', () => {
  it('commits what its work wrote and gives back what it returned', async () => {
    const result = await db.withActor(actor, async (tx) => {
      await tx.query(insert(3));
      expect(await notes()).toEqual([1, 2]);
      return tx.at;
    });
    expect(result).toEqual(new Date('2026-11-23T01:00:00Z'));
    expect(await notes()).toEqual([1, 2, 3]);
  });

  it('rolls back everything when its work throws', async () => {
    const failing = db.withActor(actor, async (tx) => {
      await tx.query(insert(3));
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    expect(await notes()).toEqual([1, 2]);
    await expectWhole();
  });

  it('does not call committed what PostgreSQL rolled back because an error was swallowed', async () => {
    let ran = false;
    const swallowing = db.withActor(actor, async (tx) => {
      tx.afterCommit(() => void (ran = true));
      await tx.query(insert(3));
      await tx.query(insert(3)).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('swallowed');
    expect(ran).toBe(false);
    expect(await notes()).toEqual([1, 2]);
    await expectWhole();
  });

  it('shows and takes only what the actor’s policies allow', async () => {
    const rows = (as: DbActor) => db.withActor(as, (tx) => tx.query('select id from jotting'));
    expect(await rows(actor)).toEqual([{ id: 1 }]);
    expect(await rows({ ...actor, side: null })).toEqual([]);
    expect(await rows(SYSTEM)).toEqual([]);
    const foreign = db.withActor(actor, (tx) => tx.query(`insert into jotting values (3, '${other}')`));
    await expect(foreign).rejects.toThrow('row-level security');
    await expectWhole();
  });

  it('runs hooks after the commit, in order, and never after a rollback', async () => {
    const seen: unknown[] = [];
    await db.withActor(actor, async (tx) => {
      tx.afterCommit(async () => void seen.push(await notes()));
      tx.afterCommit(() => void seen.push('second'));
      await tx.query(insert(3));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([[1, 2, 3], 'second']);
    const failing = db.withActor(actor, (tx) => {
      tx.afterCommit(() => void seen.push('never'));
      return tx.query(insert(3));
    });
    await expect(failing).rejects.toThrow('duplicate key');
    expect(seen).toHaveLength(2);
  });

  it('keeps what is committed when a hook fails, says so, and runs the other hooks', async () => {
    const ran: string[] = [];
    const failure = new Error('the queue is away');
    await db.withActor(actor, async (tx) => {
      tx.afterCommit(() => Promise.reject(failure));
      tx.afterCommit(() => void ran.push('next'));
      await tx.query(insert(3));
    });
    expect(await notes()).toEqual([1, 2, 3]);
    expect(hookFailures).toEqual([failure]);
    expect(ran).toEqual(['next']);
  });

  it('holds no connection while its hooks wait', async () => {
    const slow = Promise.withResolvers<void>();
    const waiting = Array.from({ length: connections * 2 }, () =>
      db.withActor(actor, async (tx) => tx.afterCommit(() => slow.promise)),
    );
    await expectWhole();
    slow.resolve();
    await Promise.all(waiting);
  });

  it('begins anew when it loses to another, and does once what it does', async () => {
    await db.withActor(actor, (tx) => tx.query(insert(3)));
    const both = Promise.withResolvers<void>();
    const [tried, hooked] = [[] as string[], [] as string[]];
    const take = (first: number, second: number, name: string) =>
      db.withActor(actor, async (tx) => {
        tried.push(name);
        tx.afterCommit(() => void hooked.push(name));
        await tx.query('select id from jotting where id = $1 for update', [first]);
        // The first time round each holds what the other is about to ask for.
        if (tried.length === 2) both.resolve();
        await both.promise;
        await tx.query('select id from jotting where id = $1 for update', [second]);
        await tx.query(insert(first + 10));
        return name;
      });
    expect(await Promise.all([take(1, 3, 'up'), take(3, 1, 'down')])).toEqual(['up', 'down']);
    expect(tried).toHaveLength(3);
    expect(hooked.sort()).toEqual(['down', 'up']);
    expect(await notes()).toEqual([1, 2, 3, 11, 13]);
    await admin.query('delete from jotting where id > 2');
    await expectWhole();
  });

  it('gives up in the end where it loses every time, and begins nothing anew that failed for another reason', async () => {
    const failing = async (code: string) => {
      let tried = 0;
      const work = db.withActor(actor, async (tx) => {
        tried += 1;
        await tx.query(insert(3));
        await tx.query(`do $$ begin raise exception using errcode = '${code}'; end $$`);
      });
      await expect(work).rejects.toMatchObject({ code });
      return tried;
    };
    expect([await failing('40001'), await failing('40P01'), await failing('23505')]).toEqual([6, 6, 1]);
    expect(await notes()).toEqual([1, 2]);
    await expectWhole();
  });

  it('says so when its connection is killed, and runs no hook', async () => {
    let ran = false;
    const killed = db.withActor(actor, async (tx) => {
      tx.afterCommit(() => void (ran = true));
      await tx.query(insert(3));
      await tx.query('select pg_sleep(30) /* write */');
    });
    await Promise.all([expect(killed).rejects.toThrow(/terminat/), kill('/* write */')]);
    expect(ran).toBe(false);
    expect(await notes()).toEqual([1, 2]);
    await expectWhole();
  });
});

describe('read', () => {
  it('reads as the actor, with parameters', async () => {
    expect(await db.read(actor, 'select id from jotting where id = any($1::int[])', [[1, 2]])).toEqual([
      { id: 1 },
    ]);
    expect(await db.readOne(actor, 'select id from jotting where id = $1', [2])).toBeNull();
  });

  it('refuses to write', async () => {
    await expect(db.read(actor, insert(3))).rejects.toMatchObject({ code: '25006' });
    const hidden = `with n as (delete from jotting returning id) select id from n`;
    await expect(db.read(actor, hidden)).rejects.toMatchObject({ code: '25006' });
    expect(await notes()).toEqual([1, 2]);
    await expectWhole();
  });

  it('takes one statement only, so that none of them can end the transaction', async () => {
    await expect(db.read(actor, `select 1; ${insert(3)}`)).rejects.toMatchObject({ code: '42601' });
    await expectWhole();
    expect(await notes()).toEqual([1, 2]);
  });

  it('leaves nothing of the actor on the connection', async () => {
    const pid = 'select pg_backend_pid() as pid';
    const seen = new Set(
      (
        await Promise.all(Array.from({ length: connections * 4 }, () => db.read<{ pid: number }>(actor, pid)))
      ).map(([row]) => row!.pid),
    );
    expect(seen.size).toBe(connections);
    const clients = await Promise.all([...seen].map(() => pool().connect()));
    for (const client of clients) {
      const { rows } = await client.query<object>(
        `select pg_backend_pid() as pid, (select count(*) from jotting)::int as notes,
           coalesce(current_setting('luoshi.side', true), '') || coalesce(current_setting('luoshi.person', true), '')
             || coalesce(current_setting('luoshi.kind', true), '') as actor`,
      );
      expect(rows).toEqual([{ pid: expect.any(Number) as number, notes: 0, actor: '' }]);
      client.release();
    }
  });

  it('gives the next reader its own actor, however closely they follow on one connection', async () => {
    const each: DbActor[] = [actor, { ...actor, side: other }, SYSTEM];
    const actors = Array.from({ length: 60 }, (_, at) => each[at % 3]!);
    const results = await Promise.all(actors.map((reader) => db.read(reader, 'select id from jotting')));
    expect(results).toEqual(actors.map((_, at) => [[{ id: 1 }], [{ id: 2 }], []][at % 3]));
  });

  it('gives the connection back only when its commit is answered', async () => {
    // The result is here before the commit's answer: whoever connects now must not get that connection meanwhile.
    for (let round = 0; round < 50; round += 1) {
      await Promise.all([db.read(actor, 'select 1 as one'), db.read(actor, 'select 1 as one')]);
      const clients = await Promise.all([pool().connect(), pool().connect()]);
      for (const client of clients) {
        const { rows } = await client.query<{ begun: boolean }>(
          'select now() <> statement_timestamp() as begun',
        );
        expect(rows).toEqual([{ begun: false }]);
        client.release();
      }
    }
  });

  it('keeps every connection through any number of failing queries', async () => {
    const failing = Array.from({ length: 50 }, (_, at) =>
      db.read(actor, at % 2 ? 'select 1 / 0' : 'select nothing from nowhere'),
    );
    const outcomes = await Promise.allSettled(failing);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await expectWhole();
    expect(pool().totalCount).toBe(connections);
  });

  it('throws away a connection that was killed in the middle, and says so to its reader alone', async () => {
    const killed = db.read(actor, 'select pg_sleep(30) /* killed */');
    const bystander = db.read(actor, 'select pg_sleep(0.2)::text as slept');
    await Promise.all([
      expect(killed).rejects.toThrow(/terminat/),
      expect(bystander).resolves.toEqual([{ slept: '' }]),
      kill('/* killed */'),
    ]);
    await expectWhole();
  });

  it('goes on after all idle connections were killed', async () => {
    await expectWhole();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and usename = 'luoshi_app'`,
    );
    await new Promise((later) => setTimeout(later, 100));
    await expectWhole();
  });
});

describe('an actor', () => {
  const uuid = actor.personId;
  it.each([
    ['no person', { ...actor, personId: '' }],
    ['a person in capitals', { ...actor, personId: uuid.toUpperCase() }],
    ['an organisation with an end of statement', { ...actor, organisationId: `${uuid}'; --` }],
    ['a party with a line break', { ...actor, partyId: `${uuid}\n` }],
    ['a side that is no id', { ...actor, side: 'left' }],
    ['nothing at all', {} as Identity],
    ['null', null as unknown as Identity],
  ])('with %s is refused before anything is sent', async (_, malformed) => {
    let sent = false;
    const acquired = () => void (sent = true);
    pool().on('acquire', acquired);
    await expect(db.withActor(malformed, () => Promise.resolve())).rejects.toThrow();
    await expect(db.read(malformed, 'select id from jotting')).rejects.toThrow();
    pool().off('acquire', acquired);
    expect(sent).toBe(false);
  });

  it('is needed: the runtime login by itself sees no row', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const { rows } = await client.query('select id from jotting');
    await client.end();
    expect(rows).toEqual([]);
  });
});
