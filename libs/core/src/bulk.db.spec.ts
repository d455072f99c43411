import { DueDatesService } from '#core/due-dates/due-dates.service';
import type { BulkResult } from '#core/bulk';
import { Mail } from '#core/mails/mail.entity';
import type { Measure } from '#core/measures/measure.entity';
import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import { PendingJob } from '#core/jobs/pending-job.entity';
import type { Actor } from '#core/people/actor';
import { Leave } from '#core/people/leave.entity';
import { AsksService } from '#core/reminders/asks.service';
import { UpdatesService } from '#core/updates/updates.service';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { v7 as uuid } from 'uuid';

const today = '2026-11-23';
const database = useDatabase();
const core = useCore(database, { CLOCK: `${today}T09:30+08:00` });

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let measures: Measure[];

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());
beforeEach(async () => {
  await builder.source.query('truncate pending_job');
  measures = [];
  for (let count = 0; count < 3; count += 1) measures.push(await builder.measure(world.meeting));
});

const ids = () => measures.map(({ id }) => id);
const updates = () => core.app.get(UpdatesService);
const rows = <Row>(sql: string) => builder.source.query<Row[]>(sql, [ids()]);

/** What went through, and of each that did not the code or the reason. */
const told = ({ done, failed }: BulkResult) => ({
  done,
  failed: Object.fromEntries(failed.map(({ id, problem }) => [id, problem.params['reason'] ?? problem.code])),
});

async function submitted(measure: Measure, by: Actor = world.left.officer): Promise<string> {
  const { left, right } = world;
  await builder.assignment(measure, by.partyId === left.party.id ? left.bureau : right.bureau);
  const words = { status: 'ongoing', text: 'What happened.', nextStep: null } as const;
  const id = await updates().draft(by, measure.id, words);
  await updates().submit(by, id, 1);
  return id;
}

describe('many updates', () => {
  it('are cleared each for itself: what is stale, over or another side’s is named, and the rest goes through', async () => {
    const { left, right } = world;
    const [first, second, theirs] = [
      await submitted(measures[0]!),
      await submitted(measures[1]!),
      await submitted(measures[0]!, right.officer),
    ];
    const third = await submitted(measures[2]!);
    await updates().return(left.coordinator, third, 'Once more.', 2);
    const seen = [
      ...[
        { id: first, version: 2 },
        { id: second, version: 1 },
      ],
      ...[
        { id: theirs, version: 2 },
        { id: third, version: 3 },
        { id: uuid(), version: 1 },
      ],
    ];
    const nobody = seen.at(-1)!.id;
    expect(told(await updates().clearMany(left.coordinator, seen, false))).toEqual({
      done: [first],
      failed: {
        [second]: 'version_conflict',
        [theirs]: 'not_found',
        [third]: 'wrong_state',
        [nobody]: 'not_found',
      },
    });
    const cleared = await rows<{ id: string }>('select id from cleared_update where measure_id = any($1)');
    expect(cleared).toEqual([{ id: first }]);
    // Named twice is done once; by an officer, not at all.
    const again = [
      { id: second, version: 2 },
      { id: second, version: 2 },
    ];
    expect(told(await updates().clearMany(left.officer, again, false)).failed).toEqual({
      [second]: 'not_coordinator',
    });
    expect(told(await updates().clearMany(left.coordinator, again, false)).done).toEqual([second]);
  });

  it('are returned with one reason', async () => {
    const { left } = world;
    const seen = [];
    for (const measure of measures) seen.push({ id: await submitted(measure), version: 2 });
    const { done } = await updates().returnMany(left.coordinator, seen, 'Please add figures.');
    expect(done).toEqual(seen.map(({ id }) => id));
    expect(
      await rows('select distinct state, returned_reason from "update" where measure_id = any($1)'),
    ).toEqual([{ state: 'returned', returned_reason: 'Please add figures.' }]);
  });

  it('that wait are named in the register, to the side whose they are', async () => {
    const id = await submitted(measures[0]!);
    const waiting = async (actor: Actor) => {
      const list = JSON.parse(
        await core.app.get(MeasuresReads).list(actor, { area: measures[0]!.areaId }),
      ) as { items: { own: { waiting: object[] } | null }[] };
      return list.items[0]!.own?.waiting;
    };
    expect(await waiting(world.left.coordinator)).toEqual([{ id, version: 2 }]);
    expect(await waiting(world.right.coordinator)).toEqual([]);
    expect(await waiting(world.observer)).toBeUndefined();
  });
});

describe('many measures', () => {
  it('get one internal date, where somebody is charged with them', async () => {
    const { left } = world;
    const service = core.app.get(MeasuresService);
    await builder.assignment(measures[0]!, left.bureau, { supportingIds: [left.custodian.id] });
    await builder.assignment(measures[1]!, left.bureau, { internalDueOn: '2026-12-01' });
    const seen = (...versions: number[]) => ids().map((id, at) => ({ id, version: versions[at]! }));
    expect(told(await service.setInternalDates(left.coordinator, seen(1, 1, 0), '2026-12-24'))).toEqual({
      done: [measures[0]!.id, measures[1]!.id],
      failed: { [measures[2]!.id]: 'not_assigned' },
    });
    const dates = `select internal_due_on::text as date, cardinality(supporting_ids) as units from assignment
      where measure_id = any($1) order by measure_id`;
    expect(await rows(dates)).toEqual([
      { date: '2026-12-24', units: 1 },
      { date: '2026-12-24', units: 0 },
    ]);
    // The first as it was seen before.
    const overtaken = await service.setInternalDates(left.coordinator, seen(1, 2, 0), null);
    expect(told(overtaken).failed[measures[0]!.id]).toBe('version_conflict');
    expect((await rows<{ date: string | null }>(dates)).map(({ date }) => date)).toEqual([
      '2026-12-24',
      null,
    ]);
    const refused = told(await service.setInternalDates(left.officer, seen(2, 3, 0), null)).failed;
    expect(new Set(Object.values(refused))).toEqual(new Set(['not_coordinator']));
  });

  it('get one lead, but for those to which a colleague gave another one meanwhile', async () => {
    const { left } = world;
    const service = core.app.get(MeasuresService);
    await builder.assignment(measures[0]!, left.bureau);
    await builder.assignment(measures[1]!, left.bureau, { version: 2 });
    const seen = measures.map(({ id }, at) => ({ id, version: at === 2 ? 0 : 1 }));
    expect(told(await service.assignMany(left.coordinator, seen, left.custodian.id, false))).toEqual({
      done: [measures[0]!.id, measures[2]!.id],
      failed: { [measures[1]!.id]: 'version_conflict' },
    });
    const leads = 'select lead_id as lead from assignment where measure_id = any($1) order by measure_id';
    expect((await rows<{ lead: string }>(leads)).map(({ lead }) => lead)).toEqual([
      ...[left.custodian.id, left.bureau.id, left.custodian.id],
    ]);
  });

  it('are proposed one working date, but for those with a proposal that waits', async () => {
    const { left, right } = world;
    const service = core.app.get(DueDatesService);
    await service.propose(right.coordinator, measures[1]!.id, '2027-01-01', 'Earlier.');
    expect(told(await service.proposeMany(left.coordinator, ids(), '2027-03-01', 'As agreed.'))).toEqual({
      done: [measures[0]!.id, measures[2]!.id],
      failed: { [measures[1]!.id]: 'due_date_change_open' },
    });
    const past = told(await service.proposeMany(left.coordinator, ids(), '2026-11-22', 'Too late.'));
    expect(new Set(Object.values(past.failed))).toEqual(new Set(['date_in_past']));
  });

  it('are asked an update of: who is charged, or stands in, gets one mail and no word of it crosses', async () => {
    const { left, right } = world;
    const asks = core.app.get(AsksService);
    const absent = await builder.actor(left.bureau, ['officer']);
    const substitute = await builder.actor(left.custodian, ['manager'], { language: 'en' });
    await builder.source.manager.insert(Leave, {
      ...{ id: uuid(), partyId: left.party.id, personId: absent.personId, setById: absent.personId },
      ...{ substituteId: substitute.personId, fromOn: today, toOn: today, version: 1 },
    });
    await builder.assignment(measures[0]!, left.bureau, { officerIds: [absent.personId] });
    await builder.assignment(measures[1]!, right.bureau);
    expect(told(await asks.askMany(left.coordinator, ids()))).toEqual({
      done: [measures[0]!.id],
      failed: { [measures[1]!.id]: 'not_assigned', [measures[2]!.id]: 'not_assigned' },
    });
    const [job, ...others] = await builder.source.manager.find(PendingJob);
    expect(others).toEqual([]);
    const payload = job!.payload as { id: string; organisationId: string; measureId: string };
    expect(job).toMatchObject({ name: 'send-ask', payload: { personId: substitute.personId } });
    for (let twice = 0; twice < 2; twice += 1)
      await asks.tell(substitute, payload.id, payload.measureId, payload.organisationId);
    // Who is not charged is not told, whatever the job says.
    await asks.tell(left.manager, payload.id, payload.measureId, payload.organisationId);
    const mails = await builder.source.manager.findBy(Mail, { kind: 'ask' });
    expect(mails).toMatchObject([{ personId: substitute.personId, partyId: left.party.id, language: 'en' }]);
    expect(await rows(`select verb, party_id from activity where measure_id = any($1)`)).toEqual([
      { verb: 'update.asked', party_id: left.party.id },
    ]);
  });
});
