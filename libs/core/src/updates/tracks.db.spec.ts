import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import type { Measure } from '#core/measures/measure.entity';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { UpdatesService } from './updates.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let measure: Measure;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());
beforeEach(async () => {
  measure = await builder.measure(world.meeting);
});

interface Period {
  lead: { id: string };
  from: string;
  to: string | null;
  by: { id: string } | null;
}
interface Screen {
  status: string;
  light: string;
  tracks: { partyId: string; status: string; lead: { id: string } | null; leads: Period[] }[];
  timeline: { kind: string; partyId: string; status: string; text: string }[];
  own: { assignment: { publishedAt: string | null } | null; leads: Period[] } | null;
}
const screen = async (actor: Actor) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, measure.id)) as Screen;
const trackOf = (view: Screen, actor: Actor) => view.tracks.find(({ partyId }) => partyId === actor.partyId)!;
const activities = (verb: string) =>
  builder.source.query<{ party_id: string | null; changes: object }[]>(
    'select party_id, changes from activity where measure_id = $1 and verb = $2 order by id',
    [measure.id, verb],
  );

describe('handing a measure to another lead', () => {
  const assign = (leadId: string, version: number) =>
    core.app
      .get(MeasuresService)
      .assign(
        world.left.coordinator,
        measure.id,
        { leadId, supportingIds: [], officerIds: [], internalDueOn: null },
        version,
      );

  it('keeps who led from when to when: ours on the desk, what was shared on the page', async () => {
    const { left, right } = world;
    const measures = core.app.get(MeasuresService);
    const other = await builder.organisation({ partyId: left.party.id });
    await assign(left.bureau.id, 0);
    await assign(left.bureau.id, 1);
    await measures.publishAssignment(left.coordinator, measure.id, 2);
    await assign(other.id, 3);
    const by = { id: left.coordinator.personId };
    const own = await screen(left.officer);
    expect(own.own!.leads).toMatchObject([
      { lead: { id: other.id }, to: null, by },
      { lead: { id: left.bureau.id }, by },
    ]);
    expect(own.own!.leads[1]!.to).toBe(own.own!.leads[0]!.from);
    // Not shared yet: the other side knows of the first lead alone, and of nobody by name.
    for (const reader of [right.coordinator, world.observer]) {
      const view = await screen(reader);
      expect(trackOf(view, left.officer).leads).toMatchObject([
        { lead: { id: left.bureau.id }, to: null, by: null },
      ]);
      expect(JSON.stringify(view)).not.toContain(other.id);
      expect(JSON.stringify(view)).not.toContain(left.coordinator.personId);
    }
    expect((await screen(right.coordinator)).own!.leads).toEqual([]);
    await measures.publishAssignment(left.coordinator, measure.id, 4);
    expect(trackOf(await screen(right.officer), left.officer).leads).toMatchObject([
      { lead: { id: other.id }, to: null },
      { lead: { id: left.bureau.id } },
    ]);
  });

  it('can be kept to the own side again, which the record says', async () => {
    const { left, right } = world;
    const measures = core.app.get(MeasuresService);
    await assign(left.bureau.id, 0);
    await expect(measures.unpublishAssignment(left.coordinator, measure.id, 1)).rejects.toMatchObject({
      ...{ code: 'forbidden', params: { reason: 'not_published' } },
    });
    await measures.publishAssignment(left.coordinator, measure.id, 1);
    await expect(measures.unpublishAssignment(left.officer, measure.id, 2)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await measures.unpublishAssignment(left.coordinator, measure.id, 2);
    const theirs = trackOf(await screen(right.officer), left.officer);
    expect(theirs).toMatchObject({ lead: null, leads: [{ lead: { id: left.bureau.id } }] });
    expect(theirs.leads[0]!.to).not.toBeNull();
    const ours = await screen(left.officer);
    expect(ours.own).toMatchObject({ assignment: { publishedAt: null } });
    expect(await activities('assignment.unpublished')).toEqual([
      { party_id: null, changes: { leadId: null, supportingIds: [] } },
    ]);
    // What is shared anew begins anew.
    await measures.publishAssignment(left.coordinator, measure.id, 3);
    expect(trackOf(await screen(right.officer), left.officer).leads).toHaveLength(2);
  });
});

describe('a side that has nothing to do', () => {
  const updates = () => core.app.get(UpdatesService);
  const set = (actor: Actor, applicable: boolean, reason = 'It is for the other side alone.') =>
    updates().setApplicable(actor, measure.id, applicable, reason);

  async function clear(
    { officer, coordinator, bureau }: (typeof world)['left'],
    status: 'ongoing' | 'completed',
  ) {
    const assigned = await builder.source.query<object[]>(
      'select from assignment where measure_id = $1 and party_id = $2',
      [measure.id, bureau.partyId],
    );
    if (assigned.length === 0) await builder.assignment(measure, bureau);
    const id = await updates().draft(officer, measure.id, { status, text: 'Done.', nextStep: 'More.' });
    await updates().submit(officer, id, 1);
    await updates().clear(coordinator, id, [], 2);
  }

  it('says so with its reason, and the measure follows the other track alone', async () => {
    const { left, right } = world;
    await clear(right, 'ongoing');
    expect((await screen(left.officer)).status).toBe('on_target');
    await set(left.coordinator, false);
    for (const reader of [left.officer, right.officer, world.observer]) {
      const view = await screen(reader);
      expect([view.status, trackOf(view, left.officer).status]).toEqual(['ongoing', 'not_applicable']);
      expect(view.timeline[0]).toMatchObject({
        ...{ kind: 'update', partyId: left.party.id, status: 'not_applicable' },
        text: 'It is for the other side alone.',
      });
    }
    expect(await activities('track.not_applicable')).toMatchObject([
      { party_id: null, changes: { status: 'not_applicable', text: 'It is for the other side alone.' } },
    ]);
    await expect(set(left.coordinator, false)).rejects.toMatchObject({ code: 'wrong_state' });
  });

  it('comes back to where its track was', async () => {
    const { left, right } = world;
    await expect(set(left.coordinator, true)).rejects.toMatchObject({ code: 'wrong_state' });
    await set(left.coordinator, false);
    await set(left.coordinator, true, 'There is something after all.');
    expect(trackOf(await screen(right.officer), left.officer).status).toBe('not_started');
    await clear(left, 'completed');
    await set(left.coordinator, false);
    await set(left.coordinator, true);
    expect(trackOf(await screen(right.officer), left.officer).status).toBe('completed');
  });

  it('voids what was proposed, and changes nothing that both sides have ended', async () => {
    const { left, right } = world;
    const confirmations = core.app.get(ConfirmationsService);
    await confirmations.propose(right.coordinator, measure.id, 'completion', 'Done.');
    await set(left.coordinator, false);
    expect((await screen(left.officer)).status).toBe('not_started');
    const state = await builder.source.query<object[]>(
      'select state from confirmation where measure_id = $1',
      [measure.id],
    );
    expect(state).toEqual([{ state: 'voided' }]);
    await builder.source.query(`update measure set status = 'closed' where id = $1`, [measure.id]);
    await expect(set(left.coordinator, true)).rejects.toMatchObject({
      ...{ code: 'forbidden', params: { reason: 'measure_ended' } },
    });
  });

  it('is for its own coordinator to say', async () => {
    const { left } = world;
    for (const nobody of [left.officer, left.manager])
      await expect(set(nobody, false)).rejects.toMatchObject({ code: 'forbidden' });
    for (const stranger of [left.administrator, world.observer])
      await expect(set(stranger, false)).rejects.toMatchObject({ code: 'not_found' });
  });
});
