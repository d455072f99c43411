import { Measure } from '#core/measures/measure.entity';
import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { UpdatesService } from './updates.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

interface Seen {
  status: string;
  lastCleared: { partyId: string } | null;
  tracks: { status: string; lead: { id: string } | null }[];
  timeline: { text: string }[];
  own: null | {
    assignment: { version: number } | null;
    updates: { id: string; state: string; version: number; text: string; returnedReason: string | null }[];
  };
  abilities: Record<string, boolean>;
}

const see = async (actor: Actor, id: string) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as Seen;
const open = async (actor: Actor, id: string) => (await see(actor, id)).own!.updates[0]!;

describe('an update from draft to the joint record', () => {
  const input = { status: 'on_target' as const, text: '首季已舉行兩場說明會。', nextStep: '籌備第三場。' };

  it('is its side’s own until it is cleared, and the other side’s to read from then on', async () => {
    const { left, right, observer } = world;
    const { id } = await builder.measure(world.meeting);
    const measures = core.app.get(MeasuresService);
    const updates = core.app.get(UpdatesService);
    const charge = { leadId: left.bureau.id, supportingIds: [], officerIds: [], internalDueOn: null };

    await measures.assign(left.coordinator, id, charge, 0);
    expect((await see(right.coordinator, id)).tracks.every(({ lead }) => lead === null)).toBe(true);
    expect((await see(right.coordinator, id)).own!.assignment).toBeNull();
    await measures.publishAssignment(left.coordinator, id, 1);
    expect(
      (await see(right.coordinator, id)).tracks.filter(({ lead }) => lead?.id === left.bureau.id),
    ).toHaveLength(1);

    const update = await updates.draft(left.officer, id, input);
    await updates.submit(left.officer, update, 1);
    await updates.return(left.coordinator, update, '請補充日期。', 2);
    expect(await open(left.officer, id)).toMatchObject({
      state: 'returned',
      returnedReason: '請補充日期。',
      version: 3,
    });
    await updates.edit(left.officer, update, { text: '三月和五月各舉行一場說明會。' }, 3);
    await updates.submit(left.officer, update, 4);
    for (const stranger of [right.coordinator, right.officer, observer]) {
      const seen = await see(stranger, id);
      expect(seen.timeline).toEqual([]);
      expect(seen.own?.updates ?? []).toEqual([]);
      expect(JSON.stringify(seen)).not.toContain('說明會');
    }

    await updates.clear(left.coordinator, update, [], 5);
    for (const reader of [right.coordinator, right.officer, observer, left.officer]) {
      const seen = await see(reader, id);
      expect(seen).toMatchObject({
        status: 'on_target',
        timeline: [{ text: '三月和五月各舉行一場說明會。' }],
      });
      expect(JSON.stringify(seen)).not.toContain('請補充日期');
    }
  });

  it('lets nobody but its own side’s coordinator clear it', async () => {
    const { left, right, observer } = world;
    const measure = await builder.measure(world.meeting);
    await builder.assignment(measure, left.bureau);
    const updates = core.app.get(UpdatesService);
    const id = await updates.draft(left.officer, measure.id, input);
    await updates.submit(left.officer, id, 1);
    for (const other of [left.officer, left.manager, left.administrator]) {
      await expect(updates.clear(other, id, [], 2)).rejects.toMatchObject({
        code: expect.stringMatching(/forbidden|not_found/) as string,
      });
    }
    for (const stranger of [right.coordinator, right.officer, observer]) {
      await expect(updates.clear(stranger, id, [], 2)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(updates.clear(left.coordinator, id, [], 1)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    expect(await builder.source.manager.findOneBy(Measure, { id: measure.id })).toMatchObject({
      status: 'not_started',
    });
  });

  it('has one open update an office and a measure', async () => {
    const { left } = world;
    const measure = await builder.measure(world.meeting);
    await builder.assignment(measure, left.bureau);
    const updates = core.app.get(UpdatesService);
    const tried = await Promise.allSettled(
      [1, 2, 3].map(() => updates.draft(left.officer, measure.id, input)),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      tried.filter(
        (each) => each.status === 'rejected' && (each.reason as { code: string }).code === 'update_open',
      ),
    ).toHaveLength(2);
  });

  it('clears both sides at once without losing either status', async () => {
    const { left, right } = world;
    const measure = await builder.measure(world.meeting);
    await builder.assignment(measure, left.bureau);
    await builder.assignment(measure, right.bureau);
    const updates = core.app.get(UpdatesService);
    const ready = async (officer: Actor) => {
      const id = await updates.draft(officer, measure.id, { ...input, status: 'ongoing' });
      await updates.submit(officer, id, 1);
      return id;
    };
    const [ours, theirs] = [await ready(left.officer), await ready(right.officer)];
    await Promise.all([
      updates.clear(left.coordinator, ours, [], 2),
      updates.clear(right.coordinator, theirs, [], 2),
    ]);
    expect(await see(left.officer, measure.id)).toMatchObject({ status: 'ongoing' });
  });
});
