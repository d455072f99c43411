import { Activity } from '#core/activity/activity.entity';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { EvidenceService } from '#core/evidence/evidence.service';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { type ActionInput, ActionsService } from './actions.service.js';
import { ActionsReads } from './actions.reads.js';

const database = useDatabase();
const core = useCore(database, { CLOCK: '2026-11-20T09:00+08:00' });

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

const actions = () => core.app.get(ActionsService);
const text = 'Both sides exchange lists every year. They hold a forum in the autumn.';
const forum = text.indexOf('They');
const input: ActionInput = {
  ...{ title: 'Hold the forum', range: [forum, text.length], leadId: null },
  ...{ internalDueOn: '2026-11-10', doneOn: null },
};

interface Seen {
  actions: {
    id: string;
    partyId: string;
    title: string;
    words: string;
    doneOn: string | null;
    evidence: object[];
  }[];
  own: {
    actions: {
      id: string;
      version: number;
      sharedAt: string | null;
      changedSinceShared: boolean;
      evidence: { revisions: { id: string }[] }[];
    }[];
  } | null;
}
const see = async (actor: Actor, id: string) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as Seen;

async function planned(given: Partial<ActionInput> = {}) {
  const measure = await builder.measure(world.meeting, { text });
  await builder.assignment(measure, world.left.bureau);
  const id = await actions().plan(world.left.officer, measure.id, { ...input, ...given });
  return { measure, id };
}

it('is planned in the words of the measure, and is its own side’s until the coordinator shares it', async () => {
  const { left, right, observer } = world;
  const { measure, id } = await planned();
  expect(await see(right.coordinator, measure.id)).toMatchObject({ actions: [], own: { actions: [] } });
  expect(await see(left.manager, measure.id)).toMatchObject({
    ...{ actions: [], own: { actions: [{ id, words: text.slice(forum), sharedAt: null, version: 1 }] } },
  });
  await expect(actions().share(left.officer, id, 1)).rejects.toMatchObject({ code: 'forbidden' });
  await actions().share(left.coordinator, id, 1);
  for (const reader of [right.officer, observer])
    expect((await see(reader, measure.id)).actions).toMatchObject([
      { id, partyId: left.party.id, title: 'Hold the forum', words: text.slice(forum), doneOn: null },
    ]);
  expect(JSON.stringify(await see(right.officer, measure.id))).not.toContain('2026-11-10');
});

it('stands in the joint record as it was shared, whatever its side says of it, until it is shared anew', async () => {
  const { left, right } = world;
  const { measure, id } = await planned();
  await actions().share(left.coordinator, id, 1);
  await actions().change(left.officer, id, { ...input, title: 'Held', doneOn: '2026-11-19' }, 2);
  expect((await see(right.officer, measure.id)).actions).toMatchObject([
    { title: 'Hold the forum', doneOn: null },
  ]);
  expect((await see(left.officer, measure.id)).own!.actions).toMatchObject([{ changedSinceShared: true }]);
  await expect(actions().remove(left.coordinator, id, 3)).rejects.toMatchObject({
    ...{ code: 'forbidden', params: { reason: 'shared' } },
  });
  await actions().withdraw(left.coordinator, id, 3);
  expect((await see(right.officer, measure.id)).actions).toEqual([]);
  await actions().share(left.coordinator, id, 4);
  expect((await see(right.officer, measure.id)).actions).toMatchObject([
    { title: 'Held', doneOn: '2026-11-19' },
  ]);
  const joint = await builder.source.manager.find(Activity, {
    ...{ where: { measureId: measure.id, subjectId: id }, order: { sequence: 'ASC' } },
  });
  expect(joint.filter(({ partyId }) => partyId === null).map(({ verb, changes }) => [verb, changes])).toEqual(
    [
      ['action.shared', expect.objectContaining({ title: 'Hold the forum', doneOn: null })],
      // Not what it was called by then.
      ['action.withdrawn', { title: 'Hold the forum' }],
      ['action.shared', expect.objectContaining({ title: 'Held' })],
    ],
  );
});

it('cites words that stand in the text, names a unit of its side, and is not done tomorrow', async () => {
  const { left, right } = world;
  const { measure } = await planned();
  const plan = (given: Partial<ActionInput>) =>
    actions().plan(left.coordinator, measure.id, { ...input, ...given });
  for (const range of [
    [0, text.length + 1],
    [5, 5],
    [9, 4],
    [4, 5],
  ] as [number, number][])
    await expect(plan({ range })).rejects.toMatchObject({ code: 'invalid', params: { field: 'range' } });
  await expect(plan({ leadId: right.bureau.id })).rejects.toMatchObject({ code: 'wrong_organisation' });
  await expect(plan({ doneOn: '2026-11-21' })).rejects.toMatchObject({ code: 'invalid' });
});

it('is owed by its office on its own date, until it is done', async () => {
  const { left } = world;
  const { measure, id } = await planned();
  const owed = async (actor: Actor) => {
    const { items } = JSON.parse(await core.app.get(MyWorkReads).list(actor)) as {
      items: { kind: string; measureId: string; reason: string; days: number }[];
    };
    return items.filter(({ kind, measureId }) => kind === 'action' && measureId === measure.id);
  };
  expect(await owed(left.officer)).toMatchObject([{ reason: 'Hold the forum', days: -10 }]);
  expect(await owed(left.coordinator)).toEqual([]);
  await actions().change(left.officer, id, { ...input, leadId: left.custodian.id }, 1);
  expect([await owed(left.officer), (await owed(left.coordinator)).length]).toEqual([[], 1]);
  await actions().change(left.officer, id, { ...input, doneOn: '2026-11-20' }, 2);
  expect(await owed(left.officer)).toEqual([]);
});

it('is shown by evidence that goes into the joint record after it, and keeps its place', async () => {
  const { left, right } = world;
  const { measure, id } = await planned();
  const link = { title: 'Programme', kind: 'link' as const, documentOn: null, expiresOn: null };
  await core.app
    .get(EvidenceService)
    .attach(left.officer, { of: 'action', id }, link, { url: 'https://example.org/programme' });
  const [mine] = (await see(left.officer, measure.id)).own!.actions;
  const revision = mine!.evidence[0]!.revisions[0]!.id;
  const disclose = () => core.app.get(DisclosuresService).disclose(left.coordinator, revision, 1);
  await expect(disclose()).rejects.toMatchObject({ code: 'forbidden' });
  await actions().share(left.coordinator, id, 1);
  await disclose();
  expect((await see(right.officer, measure.id)).actions).toMatchObject([
    { evidence: [{ title: 'Programme', actionId: id }] },
  ]);
  await actions().withdraw(left.coordinator, id, 2);
  await actions().remove(left.coordinator, id, 3);
  expect((await see(left.officer, measure.id)).own!.actions).toEqual([]);
});

it('is offered by the sentences of the measure', async () => {
  const { left, right } = world;
  const { measure } = await planned();
  for (const { officer } of [left, right])
    expect((await core.app.get(ActionsReads).suggested(officer, measure.id)).items).toMatchObject([
      { words: 'Both sides exchange lists every year.', range: [0, 37] },
      { words: 'They hold a forum in the autumn.', range: [forum, text.length] },
    ]);
});
