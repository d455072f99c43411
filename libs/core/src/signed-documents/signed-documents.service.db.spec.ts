import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { SignedDocumentsService } from './signed-documents.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let worlds = 0;
const another = () => buildTwoSides(builder, ` ${(worlds += 1)}`);
beforeAll(async () => {
  builder = await Builder.open(database);
});
afterAll(() => builder.close());
beforeEach(async () => {
  world = await another();
});

const documents = () => core.app.get(SignedDocumentsService);
const paper = { title: '法律服務合作框架安排', parties: ['律政司'], signedOn: '2024-05-20' };

interface Seen {
  documents: { id: string; state: string; version: number; fulfils: { measureId: string }[] }[];
  abilities: Record<string, boolean>;
}
const meeting = async (actor: Actor) =>
  JSON.parse(await core.app.get(DashboardsReads).meeting(actor, world.meeting.id)) as Seen;
const added = async () => {
  await documents().add(world.left.coordinator, world.meeting.id, paper);
  return (await meeting(world.left.coordinator)).documents.at(-1)!;
};

it('a document signed later stands beside the measures, is followed up by either side and carries a measure out', async () => {
  const { left, right, observer, measure } = world;
  const { id, state, version } = await added();
  expect({ state, version }).toEqual({ state: 'signed', version: 1 });
  await documents().change(right.coordinator, id, { state: 'in_force' }, 1);
  await documents().change(left.coordinator, id, { fulfils: [measure.id] }, 2);
  const seen = await meeting(observer);
  expect(seen.documents).toEqual([
    expect.objectContaining({
      ...{ ...paper, state: 'in_force', version: 3 },
      fulfils: [expect.objectContaining({ measureId: measure.id })],
    }),
  ]);
  expect(seen.abilities).toMatchObject({ followUpDocuments: false });
  const one = JSON.parse(await core.app.get(MeasuresReads).one(observer, measure.id)) as Seen;
  expect(one.documents.map((each) => each.id)).toEqual([id]);
  const rows = await builder.source.query<{ verb: string; changes: object }[]>(
    `select verb, changes from activity where subject_id = $1 and party_id is null order by sequence`,
    [id],
  );
  expect(rows.map(({ verb }) => verb)).toEqual(['document.added', 'document.changed', 'document.changed']);
  expect(rows.at(-1)!.changes).toMatchObject({ state: 'in_force', fulfils: [measure.id] });
});

it('is changed on the version that was seen, along its states, to measures of the mechanism', async () => {
  const { left } = world;
  const { id } = await added();
  await expect(documents().change(left.coordinator, id, { state: 'ended' }, 7)).rejects.toMatchObject({
    code: 'version_conflict',
  });
  await documents().change(left.coordinator, id, { state: 'ended' }, 1);
  await expect(documents().change(left.coordinator, id, { state: 'completed' }, 2)).rejects.toMatchObject({
    code: 'wrong_state',
  });
  const elsewhere = await another();
  await expect(
    documents().change(left.coordinator, id, { fulfils: [elsewhere.measure.id] }, 2),
  ).rejects.toMatchObject({ code: 'wrong_measure' });
});

it('is for coordinators of the two sides', async () => {
  const { left, right, observer } = world;
  const { id } = await added();
  for (const actor of [left.officer, right.manager, left.administrator, observer]) {
    const code = actor === left.officer || actor === right.manager ? 'forbidden' : /forbidden|not_found/;
    await expect(documents().add(actor, world.meeting.id, paper)).rejects.toMatchObject({
      code: expect.stringMatching(code) as string,
    });
    await expect(documents().change(actor, id, { state: 'ended' }, 1)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not_found/) as string,
    });
  }
  const elsewhere = await another();
  await expect(
    documents().change(elsewhere.left.coordinator, id, { state: 'ended' }, 1),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('gets a number of its own however many are added at once', async () => {
  const { left, right } = world;
  await Promise.all(
    [left, right, left].map(({ coordinator }) => documents().add(coordinator, world.meeting.id, paper)),
  );
  expect((await meeting(left.coordinator)).documents).toHaveLength(3);
});
