import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { MechanismsReads } from '#core/mechanisms/mechanisms.reads';
import { type Actor, actorOf } from '#core/people/actor';
import { Person } from '#core/people/person.entity';
import { SignInService } from '#core/people/sign-in.service';
import { STORAGE, UPLOADS } from '#core/storage';
import { Clock } from '#platform/clock';
import { Db, SYSTEM } from '#platform/db';
import type { Storage } from '#platform/storage';
import type { Uploads } from '#platform/uploads';
import { useCore } from '#testing/core';
import { createDatabase, dropDatabase, useDatabase } from '#testing/database';
import pg from 'pg';
import { demoPassword, demoPeople } from './sample.people.js';
import { loadSample } from './sample.service.js';

const database = useDatabase();
const core = useCore(database);

/** Past every policy: what really stands in the tables. */
async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const platform = () => ({
  config: core.config,
  storage: core.app.get<Storage>(STORAGE),
  uploads: core.app.get<Uploads>(UPLOADS),
});

const load = (ownerUrl: string) => loadSample({ ...platform(), ownerUrl, now: core.app.get(Clock).now() });

async function somebody(email: string): Promise<Actor> {
  const person = await core.app
    .get(Db)
    .withActor(SYSTEM, (tx) => tx.manager.findOneByOrFail(Person, { email }));
  return actorOf(person);
}

beforeAll(async () => {
  expect(await load(database.ownerUrl)).toBe('loaded');
});

describe('the sample', () => {
  it('is there once', async () => {
    const count = () => ask<{ count: string }>(database.superUrl, 'select count(*) from activity');
    const [before] = await count();
    expect(await load(database.ownerUrl)).toBe('present');
    expect(await count()).toEqual([before]);
  });

  it('stays out of somebody else’s installation', async () => {
    const other = await createDatabase();
    try {
      const party = `insert into party (id, code, name, mark, jurisdiction) values
        (gen_random_uuid(), 'xx', '{"hant":"甲","hans":"甲","en":"A"}', '{"hant":"甲","hans":"甲","en":"A"}', 'HK')`;
      await ask(other.superUrl, party);
      expect(await load(other.ownerUrl)).toBe('occupied');
      expect(await ask(other.superUrl, 'select code from party')).toEqual([{ code: 'xx' }]);
    } finally {
      await dropDatabase(other);
    }
  });

  it('leaves nothing behind when it is cut short', async () => {
    const other = await createDatabase();
    try {
      const broken = { keep: () => Promise.reject(new Error('cut short')) } as unknown as Storage;
      const cut = loadSample({ ...platform(), ownerUrl: other.ownerUrl, storage: broken, now: new Date() });
      await expect(cut).rejects.toThrow('cut short');
      expect(await ask(other.superUrl, 'select 1 from party union all select 1 from activity')).toEqual([]);
    } finally {
      await dropDatabase(other);
    }
  });

  it('lets everybody that it shows sign in', async () => {
    const signIn = core.app.get(SignInService);
    const [first] = demoPeople();
    expect((await signIn.signIn(first?.email ?? '', demoPassword)).token).not.toBe('');
    const people = await ask<{ email: string; roles: string[] }>(
      database.superUrl,
      'select email, roles from person',
    );
    for (const { email, role } of demoPeople()) {
      expect(people).toContainEqual({ email, roles: [role] });
    }
  });

  it('has three mechanisms, Chongqing’s without a meeting, for Hong Kong; and its own alone for each other side', async () => {
    interface Listed {
      items: { name: { en: string }; meetings: { heldOn: string; measures: number }[] }[];
    }
    const list = async (email: string) =>
      JSON.parse(await core.app.get(MechanismsReads).list(await somebody(email))) as Listed;
    const { items } = await list('cmab.coordinator@hk.example');
    expect(
      items.map(({ name, meetings }) => [name.en, meetings.map((each) => [each.heldOn, each.measures])]),
    ).toEqual([
      ['Hong Kong–Chongqing', []],
      ['Hong Kong–Shanghai', [['2024-04-26', 35]]],
      ['Hong Kong–Zhejiang', [['2025-04-24', 33]]],
    ]);
    expect((await list('hkmao.coordinator@zj.example')).items.map(({ name }) => name.en)).toEqual([
      'Hong Kong–Zhejiang',
    ]);
    expect((await list('observer@hmo.example')).items).toHaveLength(3);
  });

  it('shows every light, overdue measures, divergences and the gap on the meeting’s page', async () => {
    interface Page {
      declared: { measures: number };
      captured: { measures: number; areas: number };
      attention: Record<string, number>;
      divergences: unknown[];
      areas: { lights: Record<string, number> }[];
    }
    const actor = await somebody('cmab.manager@hk.example');
    const meetings = await ask<{ id: string }>(database.superUrl, 'select id from meeting order by held_on');
    for (const { id } of meetings) {
      const page = JSON.parse(await core.app.get(DashboardsReads).meeting(actor, id)) as Page;
      expect(page.declared.measures).toBeGreaterThan(page.captured.measures);
      for (const count of ['overdue', 'behind', 'dueSoon', 'stale']) {
        expect([count, page.attention[count]]).toEqual([count, expect.any(Number)]);
        expect(page.attention[count]).toBeGreaterThan(0);
      }
      expect(page.divergences.length).toBeGreaterThan(0);
      for (const light of ['red', 'yellow', 'green', 'grey']) {
        expect(page.areas.reduce((sum, { lights }) => sum + (lights[light] ?? 0), 0)).toBeGreaterThan(0);
      }
    }
  });

  it('has work waiting on both sides: every state of an update, a date to answer', async () => {
    const states = await ask<{ code: string; state: string }>(
      database.superUrl,
      'select distinct p.code, u.state from "update" u join party p on p.id = u.party_id',
    );
    for (const state of ['draft', 'submitted', 'endorsed', 'returned', 'cleared']) {
      expect(states).toContainEqual({ code: 'hk', state });
    }
    expect(states).toContainEqual({ code: 'sh', state: 'submitted' });
    expect(states).toContainEqual({ code: 'zj', state: 'submitted' });
    const open = await ask(database.superUrl, `select 1 from due_date_change where state = 'proposed'`);
    expect(open.length).toBeGreaterThan(1);
  });

  it('has actions done, shared and private, notes that name somebody, and requests open and answered', async () => {
    const counts = await ask(
      database.superUrl,
      `select (select count(*) filter (where done_on is not null) from shared_action)::int as done,
         (select count(*) from action a where not exists (select from shared_action s where s.id = a.id))::int as private,
         (select count(*) filter (where state = 'open') from request)::int as open,
         (select count(*) filter (where state = 'answered') from request)::int as answered,
         (select count(*) from note)::int as notes, (select count(*) from mention)::int as mentions`,
    );
    expect(counts).toEqual([{ done: 3, private: 1, open: 1, answered: 1, notes: 3, mentions: 1 }]);
  });

  it('happened in the past, in order, in ledgers whose chains hold', async () => {
    const broken = await ask(
      database.superUrl,
      `select id from activity a where hash <> activity_digest(a) or at > now()
         or exists (select from activity b where b.ledger_id = a.ledger_id and b.sequence = a.sequence + 1
           and (b.previous_hash <> a.hash or b.at < a.at))`,
    );
    expect(broken).toEqual([]);
    const heads = await ask<{ sequence: string; count: string }>(
      database.superUrl,
      `select l.last_sequence as sequence, count(a.id) from ledger l left join activity a on a.ledger_id = l.id
       group by l.id`,
    );
    expect(heads).toHaveLength(9);
    for (const { sequence, count } of heads) expect(sequence).toBe(count);
  });

  it('keeps the files that go with it', async () => {
    const files = await ask<{ file_key: string }>(
      database.superUrl,
      'select file_key from disclosed_evidence',
    );
    expect(files.length).toBeGreaterThan(0);
    const storage = core.app.get<Storage>(STORAGE);
    for (const { file_key } of files) expect(await storage.has(file_key)).toBe(true);
  });
});
