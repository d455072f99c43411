import type { TrackStatus } from '#contracts/status';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { UpdatesService } from '#core/updates/updates.service';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { ConfirmationsService } from './confirmations.service.js';

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
  awaitingPartyId: string | null;
  lightReason: string;
  confirmations: {
    id: string;
    kind: string;
    state: string;
    reason: string;
    answerReason: string | null;
    version: number;
    abilities: Record<string, boolean>;
  }[];
  timeline: { kind: string; of?: string; event?: string }[];
  abilities: Record<string, boolean>;
}
const see = async (actor: Actor, id: string) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as Seen;
const confirmations = () => core.app.get(ConfirmationsService);
const events = ({ timeline }: Seen) =>
  timeline.filter(({ kind }) => kind === 'confirmation').map(({ of, event }) => `${of} ${event}`);
const verbs = async (id: string) => {
  const rows = await builder.source.query<{ verb: string }[]>(
    'select verb from activity where measure_id = $1 and party_id is null order by sequence',
    [id],
  );
  return rows.map(({ verb }) => verb);
};

/** One side's unit says how far it is, and its coordinator clears it. */
async function clear({ bureau, officer, coordinator }: typeof world.left, id: string, status: TrackStatus) {
  const updates = core.app.get(UpdatesService);
  const measure = await builder.source.query<{ count: number }[]>(
    'select count(*)::int from assignment where measure_id = $1 and party_id = $2',
    [id, bureau.partyId],
  );
  if (measure[0]!.count === 0) await builder.assignment({ ...world.measure, id }, bureau);
  const update = await updates.draft(officer, id, { status, text: 'What happened.', nextStep: null });
  await updates.submit(officer, update, 1);
  return () => updates.clear(coordinator, update, [], 2);
}

async function proposed(kind: 'completion' | 'drop' = 'completion') {
  const measure = await builder.measure(world.meeting);
  await confirmations().propose(world.left.coordinator, measure.id, kind, 'The centre has opened.');
  const [open] = (await see(world.right.coordinator, measure.id)).confirmations;
  return { id: measure.id, open: open! };
}

describe('completion', () => {
  it('is proposed by one side, confirmed by the other, and closes the measure', async () => {
    const { left, right, observer } = world;
    const { id, open } = await proposed();
    const seen = await see(observer, id);
    expect(seen).toMatchObject({ status: 'awaiting_confirmation', awaitingPartyId: right.party.id });
    expect(open).toMatchObject({ kind: 'completion', state: 'proposed', reason: 'The centre has opened.' });
    expect(open.abilities).toEqual({ confirm: true, decline: true, withdraw: false });
    expect((await see(left.coordinator, id)).confirmations[0]!.abilities).toEqual({
      ...{ confirm: false, decline: false, withdraw: true },
    });
    const work = async (actor: Actor) =>
      (
        JSON.parse(await core.app.get(MyWorkReads).list(actor)) as {
          items: { kind: string; measureId: string }[];
        }
      ).items.filter((item) => item.measureId === id);
    expect(await work(right.coordinator)).toEqual([
      expect.objectContaining({ kind: 'answer_confirmation', reason: 'The centre has opened.' }),
    ]);
    expect(await work(left.coordinator)).toEqual([]);

    const done = async () =>
      (
        JSON.parse(await core.app.get(DashboardsReads).meeting(left.manager, world.meeting.id)) as {
          completion: { completed: number };
        }
      ).completion.completed;
    const before = await done();
    await confirmations().answer(right.coordinator, open.id, 'confirm', null, 1);
    const after = await see(left.coordinator, id);
    expect(after).toMatchObject({ status: 'closed', awaitingPartyId: null, lightReason: 'ended' });
    expect(after.abilities).toMatchObject({ proposeCompletion: false, proposeDrop: false });
    expect(events(after)).toEqual(['completion confirmed']);
    expect(await verbs(id)).toEqual(['confirmation.proposed', 'confirmation.confirmed']);
    expect(await done()).toBe(before + 1);
    await expect(confirmations().propose(left.coordinator, id, 'completion', 'Again.')).rejects.toMatchObject(
      { code: 'wrong_state' },
    );
  });

  it('is not answered by the side that proposed it, nor by who does not coordinate', async () => {
    const { left, right, observer } = world;
    const { id, open } = await proposed();
    for (const actor of [left.coordinator, right.officer, right.manager, observer]) {
      await expect(confirmations().answer(actor, open.id, 'confirm', null, 1)).rejects.toMatchObject({
        code: actor === observer ? 'not_found' : 'forbidden',
      });
    }
    await expect(
      confirmations().answer(right.coordinator, open.id, 'withdraw', null, 1),
    ).rejects.toMatchObject({ code: 'forbidden' });
    for (const actor of [left.officer, left.manager]) {
      await expect(confirmations().propose(actor, id, 'drop', 'Because.')).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect((await see(left.coordinator, id)).status).toBe('awaiting_confirmation');
  });

  it('that is declined or withdrawn leaves the tracks’ status, stays in the history and can come again', async () => {
    const { left, right } = world;
    const { id, open } = await proposed();
    await confirmations().answer(right.coordinator, open.id, 'decline', 'The list is not public.', 1);
    const declined = await see(left.coordinator, id);
    expect(declined).toMatchObject({ status: 'not_started', awaitingPartyId: null });
    expect(declined.confirmations[0]).toMatchObject({
      ...{ state: 'declined', answerReason: 'The list is not public.' },
    });

    await confirmations().propose(right.coordinator, id, 'completion', 'It is now.');
    expect(await see(left.coordinator, id)).toMatchObject({ awaitingPartyId: left.party.id });
    const [second] = (await see(right.coordinator, id)).confirmations;
    await confirmations().answer(right.coordinator, second!.id, 'withdraw', null, 1);
    const withdrawn = await see(left.coordinator, id);
    expect(withdrawn.status).toBe('not_started');
    expect(events(withdrawn)).toEqual(['completion withdrawn', 'completion declined']);

    await confirmations().propose(left.coordinator, id, 'completion', 'Once more.');
    expect((await see(left.coordinator, id)).confirmations).toHaveLength(3);
  });

  it('is void once either side clears another status, before the answer or after it', async () => {
    const { left, right } = world;
    const { id, open } = await proposed();
    await (
      await clear(right, id, 'behind')
    )();
    const voided = await see(left.coordinator, id);
    expect(voided).toMatchObject({ status: 'behind', awaitingPartyId: null });
    expect(voided.confirmations[0]).toMatchObject({ state: 'voided', version: 2 });
    expect(events(voided)).toEqual(['completion voided']);
    await expect(
      confirmations().answer(right.coordinator, open.id, 'confirm', null, 2),
    ).rejects.toMatchObject({ code: 'wrong_state' });

    await confirmations().propose(right.coordinator, id, 'completion', 'We have caught up.');
    // The same status again says nothing new.
    await (
      await clear(right, id, 'behind')
    )();
    const [again] = (await see(left.coordinator, id)).confirmations;
    expect(again).toMatchObject({ state: 'proposed' });
    await confirmations().answer(left.coordinator, again!.id, 'confirm', null, 1);
    expect((await see(left.coordinator, id)).status).toBe('closed');

    await (
      await clear(left, id, 'on_target')
    )();
    const reopened = await see(right.coordinator, id);
    expect(reopened.status).toBe('behind');
    expect(events(reopened)).toEqual(['completion voided', 'completion confirmed', 'completion voided']);
    expect((await verbs(id)).slice(-2)).toEqual(['update.cleared', 'confirmation.voided']);
  });

  it('is proposed once and answered once, however many try at the same time', async () => {
    const { left, right } = world;
    const { id } = await builder.measure(world.meeting);
    const tried = await Promise.allSettled(
      [left.coordinator, right.coordinator].map((actor) =>
        confirmations().propose(actor, id, 'completion', 'It is done.'),
      ),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'confirmation_open' },
    });
    const { awaitingPartyId, confirmations: all } = await see(left.coordinator, id);
    const [answering, proposing] = awaitingPartyId === left.party.id ? [left, right] : [right, left];
    const clearing = await clear(proposing, id, 'on_target');
    const outcomes = await Promise.allSettled([
      confirmations().answer(answering.coordinator, all[0]!.id, 'confirm', null, 1),
      confirmations().answer(proposing.coordinator, all[0]!.id, 'withdraw', null, 1),
      clearing(),
    ]);
    expect(outcomes[2].status).toBe('fulfilled');
    expect(outcomes.slice(0, 2).filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
    // Whoever came first, the measure is not closed on a status that was changed since.
    expect(await see(left.coordinator, id)).toMatchObject({ status: 'on_target', awaitingPartyId: null });
  });

  it('is answered on the version that was seen', async () => {
    const { open } = await proposed();
    await expect(
      confirmations().answer(world.right.coordinator, open.id, 'confirm', null, 7),
    ).rejects.toMatchObject({ code: 'version_conflict' });
  });
});

describe('dropping', () => {
  it('goes the same way, awaits nothing in the status, and ends what else was proposed', async () => {
    const { left, right } = world;
    const { id, open } = await proposed('drop');
    expect(await see(left.coordinator, id)).toMatchObject({ status: 'not_started', awaitingPartyId: null });
    await confirmations().propose(right.coordinator, id, 'completion', 'It is done rather.');
    await (
      await clear(left, id, 'suspended')
    )();
    // A changed status voids a completion, and no proposal to drop.
    await confirmations().propose(right.coordinator, id, 'completion', 'Still done.');
    await confirmations().answer(right.coordinator, open.id, 'confirm', null, 1);
    const seen = await see(left.coordinator, id);
    expect(seen).toMatchObject({ status: 'dropped', awaitingPartyId: null });
    expect(events(seen).sort()).toEqual(['completion voided', 'completion voided', 'drop confirmed']);
    await (
      await clear(left, id, 'behind')
    )();
    expect((await see(left.coordinator, id)).status).toBe('dropped');
    expect(await verbs(id)).toContain('drop.agreed');
  });

  it('can be declined and withdrawn', async () => {
    const { left, right } = world;
    const { id, open } = await proposed('drop');
    await confirmations().answer(right.coordinator, open.id, 'decline', 'We mean to go on.', 1);
    await confirmations().propose(left.coordinator, id, 'drop', 'Nobody is left to do it.');
    const [second] = (await see(left.coordinator, id)).confirmations;
    await confirmations().answer(left.coordinator, second!.id, 'withdraw', null, 1);
    const seen = await see(left.coordinator, id);
    expect([seen.status, events(seen)]).toEqual(['not_started', ['drop withdrawn', 'drop declined']]);
  });
});

it('a confirmation’s own words cannot be changed, nor can it be removed', async () => {
  const { open } = await proposed();
  await core.app.get(ConfirmationsService).answer(world.right.coordinator, open.id, 'decline', 'Not yet.', 1);
  const rights = await builder.source.query<{ name: string }[]>(
    `select column_name as name from information_schema.column_privileges
     where table_name = 'confirmation' and grantee = 'luoshi_app' and privilege_type = 'UPDATE' order by 1`,
  );
  expect(rights.map(({ name }) => name)).toEqual([
    ...['answer_reason', 'answered_at', 'state', 'version', 'voided_at'],
  ]);
});
