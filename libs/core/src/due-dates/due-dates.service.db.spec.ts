import { addDays } from '#core/calendar/calendar-date';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Clock } from '#platform/clock';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { DueDatesService } from './due-dates.service.js';

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
  dueOn: string | null;
  dueDateChanges: { id: string; state: string; version: number; abilities: Record<string, boolean> }[];
  timeline: { kind: string; to?: string }[];
}
const see = async (actor: Actor, id: string) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as Seen;
const inDays = (days: number) => addDays(core.app.get(Clock).today(), days);

describe('a working date', () => {
  it('is proposed by one side, answered by the other, and its history stays', async () => {
    const { left, right } = world;
    const { id } = await builder.measure(world.meeting);
    const dueDates = core.app.get(DueDatesService);
    await dueDates.propose(left.coordinator, id, inDays(30), '名冊須先核對。');
    const [proposal] = (await see(right.coordinator, id)).dueDateChanges;
    expect(proposal!.abilities).toEqual({ agree: true, decline: true, withdraw: false });
    expect((await see(left.coordinator, id)).dueDateChanges[0]!.abilities).toEqual({
      agree: false,
      decline: false,
      withdraw: true,
    });
    expect((await see(left.coordinator, id)).dueOn).toBeNull();
    await expect(dueDates.propose(right.coordinator, id, inDays(9), 'x')).rejects.toMatchObject({
      code: 'due_date_change_open',
    });
    await expect(dueDates.answer(left.coordinator, proposal!.id, 'agree', null, 1)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await dueDates.answer(right.coordinator, proposal!.id, 'agree', null, 1);
    await dueDates.propose(right.coordinator, id, inDays(60), '場地未定。');
    const second = (await see(left.coordinator, id)).dueDateChanges.find(
      ({ state }) => state === 'proposed',
    )!;
    await dueDates.answer(left.coordinator, second.id, 'decline', '原訂日期可行。', 1);
    const seen = await see(left.officer, id);
    expect(seen.dueOn).toBe(inDays(30));
    expect(seen.timeline).toEqual([expect.objectContaining({ kind: 'due_date', to: inDays(30) })]);
  });

  it('can be taken back by those who proposed it, and be answered once', async () => {
    const { left, right } = world;
    const { id } = await builder.measure(world.meeting);
    const dueDates = core.app.get(DueDatesService);
    await dueDates.propose(left.coordinator, id, inDays(30), 'x');
    const change = (await see(left.coordinator, id)).dueDateChanges[0]!.id;
    const outcomes = await Promise.allSettled([
      dueDates.answer(left.coordinator, change, 'withdraw', null, 1),
      dueDates.answer(right.coordinator, change, 'agree', null, 1),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('lies ahead', async () => {
    const { id } = await builder.measure(world.meeting);
    const propose = core.app.get(DueDatesService).propose(world.left.coordinator, id, inDays(-1), 'x');
    await expect(propose).rejects.toMatchObject({ code: 'date_in_past' });
  });
});
