import { Activity } from '#core/activity/activity.entity';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { PendingJob } from '#core/jobs/pending-job.entity';
import { Mail } from '#core/mails/mail.entity';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { UpdatesService } from '#core/updates/updates.service';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { RequestsService } from './requests.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

const requests = () => core.app.get(RequestsService);
const updates = () => core.app.get(UpdatesService);

interface Seen {
  requests: {
    id: string;
    state: string;
    text: string;
    answer: string | null;
    version: number;
    draft: { text: string; version: number } | null;
  }[];
  timeline: { id: string; kind: string; partyId: string; text?: string; correctsId?: string | null }[];
}
const see = async (actor: Actor, id: string) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as Seen;
const owes = async (actor: Actor, id: string) => {
  const { items } = JSON.parse(await core.app.get(MyWorkReads).list(actor)) as {
    items: { kind: string; measureId: string; reason: string }[];
  };
  return items.filter(({ kind, measureId }) => kind === 'answer_request' && measureId === id);
};

const words = {
  ...{ status: 'behind' as const, text: 'Two lists were compared.', nextStep: null },
  ...{ difficulties: 'Their list is missing.', periodFrom: '2026-09-01', periodTo: '2026-09-30' },
};

/** An update of the left side that asks the right one, submitted and not cleared yet. */
async function asking(request: string | null = 'Please send us your list.') {
  const { left, right } = world;
  const measure = await builder.measure(world.meeting);
  for (const { bureau } of [left, right]) await builder.assignment(measure, bureau);
  const { id } = measure;
  const update = await updates().draft(left.officer, id, { ...words, request });
  await updates().submit(left.officer, update, 1);
  return { id, update, clear: () => updates().clear(left.coordinator, update, [], 2) };
}

async function asked() {
  const { id, clear } = await asking();
  await clear();
  const [open] = (await see(world.right.coordinator, id)).requests;
  return { id, open: open! };
}

describe('a request to the other side', () => {
  it('is private until its update is cleared, and then read, owed and told by the other side', async () => {
    const { left, right, observer } = world;
    const { id, update, clear } = await asking();
    expect((await see(left.coordinator, id)).requests).toEqual([]);
    expect(await owes(right.coordinator, id)).toEqual([]);
    await clear();
    for (const actor of [left.officer, right.officer, observer])
      expect((await see(actor, id)).requests).toMatchObject([
        { state: 'open', text: 'Please send us your list.', draft: null },
      ]);
    expect((await see(right.officer, id)).timeline[0]).toMatchObject({
      ...{ kind: 'update', id: update, difficulties: 'Their list is missing.' },
      ...{ periodFrom: '2026-09-01', periodTo: '2026-09-30' },
    });
    for (const actor of [right.coordinator, right.officer])
      expect(await owes(actor, id)).toMatchObject([{ reason: 'Please send us your list.' }]);
    for (const actor of [left.coordinator, left.officer, right.manager])
      expect(await owes(actor, id)).toEqual([]);
    const rows = await builder.source.manager.findBy(Activity, { measureId: id, verb: 'update.cleared' });
    expect(rows[0]!.changes).toMatchObject({
      ...{ difficulties: 'Their list is missing.', periodTo: '2026-09-30' },
      request: { text: 'Please send us your list.' },
    });
  });

  it('is answered in private first, and by the coordinator as she read it', async () => {
    const { left, right } = world;
    const { id, open } = await asked();
    await requests().draft(right.officer, open.id, 'A first try.', 0);
    expect((await see(right.coordinator, id)).requests[0]!.draft).toMatchObject({ text: 'A first try.' });
    expect((await see(left.coordinator, id)).requests[0]!.draft).toBeNull();
    await expect(requests().draft(right.officer, open.id, 'Again.', 0)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await requests().draft(right.coordinator, open.id, 'It is on its way.', 1);
    await expect(requests().clearAnswer(right.officer, open.id, 2)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(requests().clearAnswer(right.coordinator, open.id, 1)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await requests().clearAnswer(right.coordinator, open.id, 2);
    const {
      requests: [answered],
      timeline,
    } = await see(left.officer, id);
    expect(answered).toMatchObject({ state: 'answered', answer: 'It is on its way.' });
    expect(timeline[0]).toMatchObject({ kind: 'answer', partyId: right.party.id, text: 'It is on its way.' });
    expect(await owes(right.coordinator, id)).toEqual([]);
    await expect(requests().withdraw(left.coordinator, open.id, 2)).rejects.toMatchObject({
      code: 'wrong_state',
    });
    const verbs = await builder.source.manager.findBy(Activity, { measureId: id });
    expect(verbs.filter(({ partyId }) => partyId === null).map(({ verb }) => verb)).toEqual([
      ...['update.cleared', 'request.answered'],
    ]);
  });

  it('is withdrawn by the side that asked, and by nobody else', async () => {
    const { left, right } = world;
    const { id, open } = await asked();
    for (const actor of [right.coordinator, left.officer])
      await expect(requests().withdraw(actor, open.id, 1)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(requests().draft(left.coordinator, open.id, 'Ours?', 0)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await requests().withdraw(left.coordinator, open.id, 1);
    expect((await see(right.coordinator, id)).requests).toMatchObject([{ state: 'withdrawn' }]);
    expect(await owes(right.coordinator, id)).toEqual([]);
  });

  it('is told once to each coordinator of the other side, without its words, while it is open', async () => {
    const { left, right } = world;
    const { open } = await asked();
    const place = { id: open.id, mechanismId: world.mechanism.id, partyId: left.party.id };
    await builder.source.manager.delete(PendingJob, { name: 'send-request' });
    await requests().spread(place);
    const jobs = await builder.source.manager.findBy(PendingJob, { name: 'send-request' });
    expect(jobs.map(({ payload }) => payload)).toEqual([
      { id: open.id, personId: right.coordinator.personId },
    ]);
    const mails = () => builder.source.manager.findBy(Mail, { kind: 'request' });
    const before = (await mails()).length;
    for (const actor of [right.coordinator, right.coordinator, left.coordinator, world.observer])
      await requests().tell(actor, open.id);
    const written = (await mails()).slice(before);
    expect(written).toMatchObject([{ personId: right.coordinator.personId, partyId: right.party.id }]);
    expect(written[0]!.html + written[0]!.text).not.toContain('list');
    const { open: other } = await asked();
    await requests().withdraw(left.coordinator, other.id, 1);
    await requests().tell(right.coordinator, other.id);
    expect(await mails()).toHaveLength(before + 1);
  });
});

describe('an update', () => {
  it('corrects only what its own side has cleared of the same measure', async () => {
    const { left, right } = world;
    const { id, update, clear } = await asking(null);
    await clear();
    expect((await see(right.officer, id)).requests).toEqual([]);
    const correct = (actor: Actor, measureId: string) =>
      updates().draft(actor, measureId, { ...words, correctsId: update });
    await expect(correct(right.officer, id)).rejects.toMatchObject({ code: 'invalid' });
    const other = await asking(null);
    await other.clear();
    await expect(correct(left.officer, other.id)).rejects.toMatchObject({ code: 'invalid' });
    const correction = await correct(left.officer, id);
    await updates().submit(left.officer, correction, 1);
    await updates().clear(left.coordinator, correction, [], 2);
    expect((await see(right.officer, id)).timeline[0]).toMatchObject({ correctsId: update });
  });

  it('has the days of its period in order', async () => {
    const { id } = await asking(null);
    const [row] = await builder.source.query<{ id: string }[]>(
      `select id from "update" where measure_id = $1`,
      [id],
    );
    await updates().return(world.left.coordinator, row!.id, 'Dates?', 2);
    await expect(
      updates().edit(world.left.officer, row!.id, { periodTo: '2026-08-31' }, 3),
    ).rejects.toMatchObject({ code: 'invalid', params: { field: 'periodTo' } });
    await updates().edit(world.left.officer, row!.id, { periodTo: null }, 3);
  });
});
