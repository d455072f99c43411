import type { Actor } from '#core/people/actor';
import { MeasuresService } from '#core/measures/measures.service';
import { Db } from '#platform/db';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { ActivityService } from '#core/activity/activity.service';
import { Ledger } from '#core/activity/ledger.entity';
import { LedgersReads } from './ledgers.reads.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let ledgers: LedgersReads;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
  ledgers = core.app.get(LedgersReads);
});
afterAll(() => builder.close());

interface Listed {
  id: string;
  joint: boolean;
  party: { id: string } | null;
  total: number;
  abilities: { verify: boolean };
}
const listed = async (actor: Actor, mechanism?: string) =>
  (JSON.parse(await ledgers.list(actor, mechanism)) as { items: Listed[] }).items;

/** A mechanism of its own between the two sides, with so many joint activities and as many private ones a side. */
async function filled(count: number) {
  const { id: mechanismId } = await builder.mechanism(world.left.party, world.right.party);
  for (const actor of [world.left.coordinator, world.right.coordinator])
    for (let at = 0; at < count / 2; at += 1) await record(actor, mechanismId, { text: `words ${at}` });
  const of = async (actor: Actor, joint: boolean) =>
    (await listed(actor, mechanismId)).find((each) => each.joint === joint)!.id;
  return {
    mechanismId,
    joint: await of(world.left.coordinator, true),
    left: await of(world.left.coordinator, false),
    right: await of(world.right.coordinator, false),
  };
}

const record = (actor: Actor, mechanismId: string, changes: Record<string, unknown>) =>
  core.app
    .get(Db)
    .withActor(actor, (tx) =>
      core.app
        .get(ActivityService)
        .recordJoint(tx, actor, { verb: 'update.cleared', mechanismId, subjectId: uuid(), changes }),
    );

/** Past every policy, trigger and right, as whoever holds the database's files. */
async function tamper(sql: string, params: unknown[]): Promise<void> {
  await builder.source.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(sql, params);
  });
}

describe('verifying a ledger', () => {
  it('agrees with the database on whatever may stand in a row', async () => {
    const { mechanismId, joint, left } = await filled(0);
    const { coordinator } = world.left;
    const odd = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });
    const rows = fc.sample(fc.dictionary(fc.string({ unit: 'grapheme' }), odd), 150);
    const numbers = {
      a: 1e21,
      b: 1e-7,
      c: -0,
      d: 0.1,
      e: 1.5e300,
      aa: 2 ** 53,
      '"\\\u001f\u007f\u2028': '\b\f\n\r\t/<',
    };
    const clean = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replaceAll(/\\u0000|\\ud[89a-f][0-9a-f]{2}/g, '')) as Record<
        string,
        unknown
      >;
    for (const changes of [numbers, ...rows.map(clean)]) await record(coordinator, mechanismId, changes);
    // What JavaScript could not have written: numbers of any size and of any number of decimals.
    await core.app.get(Db).withActor(coordinator, (tx) =>
      tx.query(
        `insert into activity (id, ledger_id, sequence, mechanism_id, actor_party_id, actor_organisation_id, verb,
           subject_id, changes, at, previous_hash, hash)
         values ($1, $1, 0, $2, $3, $4, E'\\u0001 "\\\\ 首', $1, '{"n": 1.10, "m": 1e400, "z": 1e-400}',
           '1969-12-31T23:59:59.000001Z', '', '')`,
        [uuid(), mechanismId, coordinator.partyId, coordinator.organisationId],
      ),
    );
    for (const id of [joint, left]) {
      const { broken, verifiedTo, total, next } = await ledgers.verify(coordinator, id);
      expect({ broken, verifiedTo, next }).toEqual({ broken: null, verifiedTo: total, next: null });
    }
    expect((await ledgers.verify(coordinator, joint)).total).toBe(152);
  });

  it('goes on from where a part ended, and says when the last row was written', async () => {
    const { joint } = await filled(10);
    const { coordinator } = world.right;
    const first = await ledgers.verify(coordinator, joint, 1, 4);
    expect(first).toMatchObject({ from: 1, verifiedTo: 4, total: 10, next: 5, broken: null });
    const second = await ledgers.verify(coordinator, joint, 5, 4);
    expect(second).toMatchObject({ from: 5, verifiedTo: 8, next: 9, broken: null });
    const third = await ledgers.verify(coordinator, joint, 9, 4);
    expect(third).toMatchObject({ verifiedTo: 10, next: null, broken: null });
    expect(Date.parse(third.at!)).toBeLessThanOrEqual(Date.now());
    expect(third.hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(ledgers.verify(coordinator, joint, 12, 4)).rejects.toThrow('invalid');
  });

  it('is for each side alone, of the joint ledger and its own, without a row of the other’s', async () => {
    const { mechanismId, joint, left, right } = await filled(6);
    const sides = [
      { actor: world.left.coordinator, own: left, foreign: right, total: 3 },
      { actor: world.right.officer, own: right, foreign: left, total: 3 },
    ];
    // All that is private to the other side may be changed, or lost: the joint ledger still holds.
    for (const { actor, own, foreign } of sides) {
      expect((await listed(actor, mechanismId)).map(({ id }) => id).sort()).toEqual([joint, own].sort());
      expect(await ledgers.verify(actor, joint)).toMatchObject({ verifiedTo: 6, broken: null });
      expect(await ledgers.verify(actor, own)).toMatchObject({ verifiedTo: 3, broken: null });
      await expect(ledgers.verify(actor, foreign)).rejects.toThrow('not_found');
    }
    await tamper('delete from activity where ledger_id = $1', [left]);
    expect(await ledgers.verify(world.right.coordinator, joint)).toMatchObject({
      verifiedTo: 6,
      broken: null,
    });
    expect((await ledgers.verify(world.left.coordinator, left)).broken).toEqual({
      ...{ sequence: 1, difference: 'missing' },
    });
  });

  it('is for an observer of the joint ledger alone, and for a pure administrator of none', async () => {
    const own = await listed(world.observer);
    expect(own.every(({ joint }) => joint)).toBe(true);
    expect(own).toHaveLength(1);
    expect(await ledgers.verify(world.observer, own[0]!.id)).toMatchObject({ broken: null });
    expect(own[0]!.abilities.verify).toBe(own[0]!.total > 0);
    expect(await listed(world.left.administrator)).toEqual([]);
    await expect(ledgers.verify(world.left.administrator, own[0]!.id)).rejects.toThrow('not_found');
  });

  /** A mechanism whose ledgers may take what is moved there. */
  const spare = uuid();
  beforeAll(async () => {
    const place = { mechanismId: spare, partyId: null, lastSequence: '0', lastHash: '' };
    await builder.source.manager.insert(Ledger, { id: uuid(), ...place });
  });

  const columns: [column: string, value: string, difference: string][] = [
    ['id', 'gen_random_uuid()', 'hash'],
    ['actor_party_id', 'gen_random_uuid()', 'hash'],
    ['actor_organisation_id', 'gen_random_uuid()', 'hash'],
    ['actor_person_id', 'gen_random_uuid()', 'hash'],
    ['verb', `'update.returned'`, 'hash'],
    ['meeting_id', 'gen_random_uuid()', 'hash'],
    ['measure_id', 'gen_random_uuid()', 'hash'],
    ['subject_id', 'gen_random_uuid()', 'hash'],
    ['changes', `changes || '{"text": "others"}'`, 'hash'],
    ['at', `at + interval '1 microsecond'`, 'hash'],
    ['hash', `repeat('0', 64)`, 'hash'],
    ['previous_hash', `repeat('0', 64)`, 'previous_hash'],
    ['sequence', '1000', 'missing'],
    ['ledger_id', `(select id from ledger where mechanism_id = '${spare}' and party_id is null)`, 'missing'],
    // It is not even shown to who reads this ledger.
    ['mechanism_id', 'gen_random_uuid()', 'missing'],
    ['party_id', 'gen_random_uuid()', 'missing'],
  ];

  it.each(columns)('finds that %s of one row was changed', async (column, value, difference) => {
    const { joint } = await filled(6);
    for (const sequence of [6, 4, 1]) {
      await tamper(`update activity set ${column} = ${value} where ledger_id = $1 and sequence = $2`, [
        joint,
        sequence,
      ]);
      const { broken, verifiedTo } = await ledgers.verify(world.left.coordinator, joint);
      expect({ broken, verifiedTo }).toEqual({ broken: { sequence, difference }, verifiedTo: sequence - 1 });
      if (column === 'sequence') return;
    }
  });

  it('finds a row that is gone, rows in each other’s place, and one too many', async () => {
    const { coordinator } = world.left;
    const broken = async (id: string) => (await ledgers.verify(coordinator, id)).broken;
    for (const sequence of [1, 3, 6]) {
      const { joint } = await filled(6);
      await tamper('delete from activity where ledger_id = $1 and sequence = $2', [joint, sequence]);
      expect(await broken(joint)).toEqual({ sequence, difference: 'missing' });
    }
    const { joint: swapped } = await filled(6);
    for (const [from, to] of [
      [2, 99],
      [5, 2],
      [99, 5],
    ])
      await tamper('update activity set sequence = $3 where ledger_id = $1 and sequence = $2', [
        swapped,
        from,
        to,
      ]);
    expect(await broken(swapped)).toEqual({ sequence: 2, difference: 'previous_hash' });
    for (const extra of [0, 7]) {
      const { joint } = await filled(6);
      await tamper(
        `insert into activity select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'sequence', $2::int))).*
         from activity a where ledger_id = $1 and sequence = 6`,
        [joint, extra],
      );
      expect(await broken(joint)).toEqual({ sequence: extra, difference: 'stray' });
    }
  });

  it('finds rows that were hashed anew, also with the head put back, and a function that lies', async () => {
    const { coordinator } = world.left;
    const { joint } = await filled(6);
    await tamper(`update activity set verb = 'x' where ledger_id = $1 and sequence = 6`, [joint]);
    await tamper(`update activity a set hash = activity_digest(a) where ledger_id = $1 and sequence = 6`, [
      joint,
    ]);
    expect((await ledgers.verify(coordinator, joint)).broken).toEqual({ sequence: 6, difference: 'head' });
    const { joint: shortened } = await filled(6);
    await tamper(
      `update ledger set last_sequence = 4, last_hash = (select hash from activity where ledger_id = $1 and sequence = 4)
       where id = $1`,
      [shortened],
    );
    expect((await ledgers.verify(coordinator, shortened)).broken).toEqual({
      sequence: 6,
      difference: 'stray',
    });
    const { joint: lied } = await filled(6);
    await tamper(`update activity set verb = 'x' where ledger_id = $1 and sequence = 3`, [lied]);
    await builder.source.query('alter function activity_digest rename to activity_digest_before');
    try {
      await builder.source.query(
        `create function activity_digest(entry activity) returns text language sql immutable as $$ select entry.hash $$`,
      );
      expect((await ledgers.verify(coordinator, lied)).broken).toEqual({ sequence: 3, difference: 'hash' });
    } finally {
      await builder.source.query('drop function activity_digest');
      await builder.source.query('alter function activity_digest_before rename to activity_digest');
    }
  });
});

describe('writers at the same time', () => {
  it('break no chain, also while it is being verified, and none waits for long', async () => {
    const { left, right, meeting } = world;
    const measures = core.app.get(MeasuresService);
    const sides = [left, right];
    const owned = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => ({
        side: sides[at % 2]!,
        measure: await builder.measure(meeting),
      })),
    );
    const [joint] = (await listed(left.coordinator, meeting.mechanismId)).filter((each) => each.joint);
    const before = (await ledgers.verify(left.coordinator, joint!.id)).total;
    let writing = true;
    const writers = owned.map(async ({ side, measure }) => {
      const charge = { leadId: side.bureau.id, supportingIds: [], officerIds: [], internalDueOn: null };
      for (let version = 0; version < 10; version += 2) {
        await measures.assign(side.coordinator, measure.id, charge, version);
        await measures.publishAssignment(side.coordinator, measure.id, version + 1);
      }
    });
    const watching = (async () => {
      while (writing) {
        const { broken } = await ledgers.verify(right.coordinator, joint!.id);
        expect(broken).toBeNull();
      }
    })();
    await Promise.all(writers).finally(() => (writing = false));
    await watching;
    for (const { coordinator } of sides) {
      for (const { id, total } of await listed(coordinator, meeting.mechanismId)) {
        expect(await ledgers.verify(coordinator, id)).toMatchObject({ verifiedTo: total, broken: null });
      }
    }
    expect((await ledgers.verify(left.coordinator, joint!.id)).total).toBe(before + 100);
  }, 60_000);
});
