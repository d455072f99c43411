import { ActivityReads } from '#core/dashboards/activity.reads';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { EvidenceService } from '#core/evidence/evidence.service';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Measure } from '#core/measures/measure.entity';
import { RequestsService } from '#core/requests/requests.service';
import { UpdatesService } from '#core/updates/updates.service';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import type { Actor } from './actor.js';
import { LeavesReads } from './leaves.reads.js';
import { LeavesService } from './leaves.service.js';
import { Leave } from './leave.entity.js';
import type { Organisation } from './organisation.entity.js';
import { PeopleService } from './people.service.js';

const today = '2026-11-23';
const database = useDatabase();
const core = useCore(database, { CLOCK: `${today}T09:30+08:00` });

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
/** Another bureau of the left side, and a manager in it, who may write nothing of his own. */
let beside: Organisation;
let substitute: Actor;
let measure: Measure;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());
beforeEach(async () => {
  const { left } = world;
  await builder.source.query('truncate leave');
  left.bureau = await builder.organisation({ partyId: left.party.id });
  left.officer = await builder.actor(left.bureau, ['officer']);
  beside = await builder.organisation({ partyId: left.party.id });
  substitute = await builder.actor(beside, ['manager']);
  measure = await builder.measure(world.meeting, { dueOn: '2026-11-24' });
  await builder.assignment(measure, left.bureau, { officerIds: [left.officer.personId] });
});

const leaves = () => core.app.get(LeavesService);
const away = (fromOn = today, toOn = fromOn, by: Actor = world.left.officer) =>
  leaves().set(by, {
    ...{ personId: world.left.officer.personId, substituteId: substitute.personId, fromOn, toOn },
  });
/** The person as a request of his finds him now. */
const now = async ({ personId }: Actor): Promise<Actor> =>
  (await core.app.get(PeopleService).as(personId, (actor) => Promise.resolve(actor)))!;
const words = { status: 'ongoing', text: 'What happened.', nextStep: null } as const;
const write = async (actor: Actor) => core.app.get(UpdatesService).draft(actor, measure.id, words);
const work = async (actor: Actor) =>
  JSON.parse(await core.app.get(MyWorkReads).list(actor)) as {
    count: number;
    items: { kind: string; measureId: string; inPlaceOf: { id: string } | null }[];
  };
const list = async (actor: Actor) =>
  JSON.parse(await core.app.get(LeavesReads).list(actor)) as {
    items: { id: string; holds: boolean; abilities: { end: boolean } }[];
  };

describe('a substitute', () => {
  it('does during leave what the absent officer may, and the activity says for whom', async () => {
    expect((await now(substitute)).standsInFor).toEqual([]);
    await expect(write(await now(substitute))).rejects.toMatchObject({ code: 'forbidden' });
    await away();
    const { left } = world;
    const actor = await now(substitute);
    expect(actor.standsInFor).toEqual([{ personId: left.officer.personId, organisationId: left.bureau.id }]);
    const screen = JSON.parse(await core.app.get(MeasuresReads).one(actor, measure.id)) as {
      abilities: { writeUpdate: boolean };
    };
    expect(screen.abilities.writeUpdate).toBe(true);
    const id = await write(actor);
    const about = { title: 'A list', kind: 'report', documentOn: null, expiresOn: null } as const;
    const link = { url: 'https://example.org/' };
    await core.app.get(EvidenceService).attach(actor, { of: 'update', id }, about, link);
    await core.app.get(UpdatesService).submit(actor, id, 1);
    const [update] = await builder.source.query<object[]>(
      'select author_id, organisation_id, state from "update" where id = $1',
      [id],
    );
    expect(update).toEqual({
      ...{ author_id: substitute.personId, organisation_id: left.bureau.id, state: 'submitted' },
    });
    const activity = JSON.parse(
      await core.app.get(ActivityReads).list(left.coordinator, { measure: measure.id }),
    ) as { items: object[] };
    expect(activity.items).toHaveLength(3);
    for (const item of activity.items)
      expect(item).toMatchObject({
        organisation: { id: left.bureau.id },
        person: { id: substitute.personId },
        inPlaceOf: { id: left.officer.personId },
      });
  });

  it('finds the work of the absent officer beside the own, marked as his', async () => {
    await away();
    const actor = await now(substitute);
    const item = { kind: 'due', measureId: measure.id, inPlaceOf: { id: world.left.officer.personId } };
    expect(await work(actor)).toMatchObject({ count: 1, items: [item] });
    const draft = await write(actor);
    expect(await work(actor)).toMatchObject({
      count: 1,
      items: [{ ...item, kind: 'draft', updateId: draft }],
    });
    // The officer himself, in his own office, owes it as before; a stranger owes nothing.
    expect((await work(world.left.officer)).items).toMatchObject([{ kind: 'draft', inPlaceOf: null }]);
    expect((await work(world.right.officer)).items).toEqual([]);
  });

  it('of the same office is named beside the one in whose place he is', async () => {
    substitute = await builder.actor(world.left.bureau, ['officer']);
    expect((await work(await now(substitute))).items).toMatchObject([{ inPlaceOf: null }]);
    await away();
    const actor = await now(substitute);
    expect((await work(actor)).items).toMatchObject([{ inPlaceOf: { id: world.left.officer.personId } }]);
    await write(actor);
    const [row] = await builder.source.query<[{ changes: object }]>(
      `select changes from activity where measure_id = $1 and verb = 'update.drafted'`,
      [measure.id],
    );
    expect(row.changes).toEqual({ forId: world.left.officer.personId });
  });

  it('may no more from the day after', async () => {
    await away('2026-11-24', '2026-11-25');
    const actor = await now(substitute);
    expect(actor.standsInFor).toEqual([]);
    await expect(write(actor)).rejects.toMatchObject({ code: 'forbidden' });
    await builder.source.query(`update leave set from_on = '2026-11-20', to_on = '2026-11-22'`);
    expect((await now(substitute)).standsInFor).toEqual([]);
    await builder.source.query(`update leave set from_on = '2026-11-20', to_on = $1`, [today]);
    expect((await now(substitute)).standsInFor).toHaveLength(1);
  });

  it('does not clear, return or endorse what the office wrote', async () => {
    await away();
    const id = await write(world.left.officer);
    await core.app.get(UpdatesService).submit(world.left.officer, id, 1);
    const [actor, updates] = [await now(substitute), core.app.get(UpdatesService)];
    for (const tried of [
      updates.clear(actor, id, [], 2),
      updates.return(actor, id, 'Why.', 2),
      updates.endorse(actor, id, 2),
    ])
      await expect(tried).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('drafts the answer to a request of the other side', async () => {
    await builder.assignment(measure, world.right.bureau);
    const updates = core.app.get(UpdatesService);
    const asked = { ...words, request: 'Please send the list.' };
    const id = await updates.draft(world.right.officer, measure.id, asked);
    await updates.submit(world.right.officer, id, 1);
    await updates.clear(world.right.coordinator, id, [], 2);
    const [request] = await builder.source.query<[{ id: string }]>(
      'select id from request where measure_id = $1',
      [measure.id],
    );
    const requests = core.app.get(RequestsService);
    await expect(requests.draft(await now(substitute), request.id, 'Here.', 0)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await away();
    expect((await work(await now(substitute))).items).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'answer_request', measureId: measure.id },
        inPlaceOf: expect.objectContaining({ id: world.left.officer.personId }) as object,
      }),
    );
    await requests.draft(await now(substitute), request.id, 'Here.', 0);
    const [draft] = await builder.source.query<object[]>(
      'select organisation_id, author_id from request_answer where request_id = $1',
      [request.id],
    );
    expect(draft).toEqual({ organisation_id: world.left.bureau.id, author_id: substitute.personId });
  });
});

describe('a leave', () => {
  it('is set by the officer himself or by the administrator of his party, and by nobody else', async () => {
    const { left, right } = world;
    for (const stranger of [left.coordinator, substitute])
      await expect(away(today, today, stranger)).rejects.toMatchObject({ code: 'forbidden' });
    for (const stranger of [right.administrator, right.officer])
      await expect(away(today, today, stranger)).rejects.toMatchObject({ code: 'not_found' });
    await away(today, today, left.administrator);
    await away('2026-11-25');
    expect((await list(left.officer)).items).toMatchObject([
      { holds: true, abilities: { end: true } },
      { holds: false, abilities: { end: true } },
    ]);
    expect((await list(substitute)).items).toMatchObject([
      ...[{ abilities: { end: false } }, { abilities: { end: false } }],
    ]);
    expect((await list(left.administrator)).items).toHaveLength(2);
    for (const stranger of [left.coordinator, right.administrator, right.officer, world.observer])
      expect((await list(stranger)).items).toEqual([]);
  });

  it('names somebody else of the same side who works for it', async () => {
    const { left, right } = world;
    const { personId } = left.officer;
    const gone = await builder.actor(beside, ['officer'], { disabledAt: new Date() });
    for (const nobody of [left.officer, gone, right.officer, left.administrator, world.observer]) {
      const leave = { personId, substituteId: nobody.personId, fromOn: today, toOn: today };
      await expect(leaves().set(left.officer, leave)).rejects.toMatchObject({ code: 'wrong_substitute' });
    }
    const manager = { personId: left.manager.personId, substituteId: substitute.personId };
    await expect(
      leaves().set(left.administrator, { ...manager, fromOn: today, toOn: today }),
    ).rejects.toMatchObject({ code: 'wrong_person' });
  });

  it('does not overlap another one of the same person, nor end before it begins, nor lie in the past', async () => {
    await away('2026-11-24', '2026-11-26');
    for (const [fromOn, toOn] of [
      ['2026-11-20', '2026-11-24'],
      ['2026-11-26', '2026-11-30'],
      ['2026-11-25', '2026-11-25'],
    ] as const)
      await expect(away(fromOn, toOn)).rejects.toMatchObject({
        ...{ code: 'leave_overlaps', params: { from: '2026-11-24', to: '2026-11-26' } },
      });
    await expect(away('2026-12-02', '2026-12-01')).rejects.toMatchObject({ code: 'invalid' });
    await expect(away('2026-11-20', '2026-11-22')).rejects.toMatchObject({ code: 'date_in_past' });
    await away('2026-11-27', '2026-11-27');
  });

  it('is taken back before it begins, and ended once it holds', async () => {
    const rows = () => builder.source.manager.find(Leave, { order: { fromOn: 'asc' } });
    await away(today, '2026-11-25');
    await builder.source.query(`update leave set from_on = '2026-11-20'`);
    await away('2026-11-27');
    const [held, coming] = await rows();
    await expect(leaves().end(world.left.officer, held!.id, 2)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await expect(leaves().end(substitute, held!.id, 1)).rejects.toMatchObject({ code: 'forbidden' });
    await leaves().end(world.left.officer, held!.id, 1);
    await leaves().end(world.left.administrator, coming!.id, 1);
    expect(await rows()).toMatchObject([{ id: held!.id, toOn: '2026-11-22', version: 2 }]);
    await expect(leaves().end(world.left.officer, held!.id, 2)).rejects.toMatchObject({
      code: 'wrong_state',
    });
  });
});
