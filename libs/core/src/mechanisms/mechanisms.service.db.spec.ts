import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { MechanismsReads } from './mechanisms.reads.js';
import { MechanismsService } from './mechanisms.service.js';

const database = useDatabase();
const core = useCore(database, { CLOCK: '2026-11-20T09:00+08:00' });

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

const set = (actor: Actor, warningDays: number, version: number) =>
  core.app
    .get(MechanismsService)
    .setThresholds(actor, world.mechanism.id, { warningDays, freshnessDays: 180 }, version);
const shown = async (actor: Actor) => {
  const { items } = JSON.parse(await core.app.get(MechanismsReads).list(actor)) as {
    items: { warningDays: number; version: number }[];
  };
  return items[0]!;
};

it('measures the lights of both sides by what either coordinator set last', async () => {
  const { left, right, observer, mechanism, meeting } = world;
  const measure = await builder.measure(meeting, { dueOn: '2026-12-20', status: 'on_target' });
  const light = async (actor: Actor) =>
    (JSON.parse(await core.app.get(MeasuresReads).one(actor, measure.id)) as { light: string }).light;
  expect(await light(right.officer)).toBe('yellow');
  await set(left.coordinator, 29, 1);
  for (const reader of [left.officer, right.officer, observer]) {
    expect(await light(reader)).toBe('green');
    expect(await shown(reader)).toMatchObject({ warningDays: 29, version: 2 });
  }
  await expect(set(right.coordinator, 40, 1)).rejects.toMatchObject({ code: 'version_conflict' });
  await set(right.coordinator, 40, 2);
  expect(await light(left.officer)).toBe('yellow');
  const recorded = await builder.source.query<object[]>(
    `select actor_party_id as party, changes from activity where subject_id = $1 and party_id is null order by sequence`,
    [mechanism.id],
  );
  expect(recorded).toEqual([
    { party: left.party.id, changes: { warningDays: 29, freshnessDays: 180 } },
    { party: right.party.id, changes: { warningDays: 40, freshnessDays: 180 } },
  ]);
});

it('is nobody else’s to set, and not a third government’s to find', async () => {
  const { left, observer } = world;
  for (const actor of [left.officer, left.manager])
    await expect(set(actor, 10, 3)).rejects.toMatchObject({ code: 'forbidden' });
  for (const actor of [left.administrator, observer])
    await expect(set(actor, 10, 3)).rejects.toMatchObject({ code: 'not_found' });
  const third = await builder.party();
  const office = await builder.organisation({ partyId: third.id });
  await builder.mechanism(left.party, third);
  const stranger = await builder.actor(office, ['coordinator']);
  await expect(set(stranger, 10, 3)).rejects.toMatchObject({ code: 'not_found' });
  expect(await shown(left.officer)).toMatchObject({ warningDays: 40 });
});
