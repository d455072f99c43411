import { Activity } from '#core/activity/activity.entity';
import { CalendarDay } from '#core/calendar/calendar-day.entity';
import { CalendarsService } from '#core/calendar/calendars.service';
import { PendingJob } from '#core/jobs/pending-job.entity';
import { Mail } from '#core/mails/mail.entity';
import { Measure } from '#core/measures/measure.entity';
import { Track } from '#core/measures/track.entity';
import type { Actor } from '#core/people/actor';
import { Leave } from '#core/people/leave.entity';
import { Person } from '#core/people/person.entity';
import { languages } from '#i18n/language';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { v7 as uuid } from 'uuid';
import { Reminder } from './reminder.entity.js';
import { RemindersService } from './reminders.service.js';

/** A Monday on which both sides work. */
const monday = '2026-11-23';
const clock = { CLOCK: `${monday}T09:30+08:00` };

const database = useDatabase();
const core = useCore(database, clock);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
  await core.app.get(CalendarsService).refresh();
});
afterAll(() => builder.close());
beforeEach(freshBureaux);

/** Each test has bureaux of its own, and nobody else to remind. */
async function freshBureaux(): Promise<void> {
  await builder.source.query(`update measure set due_on = null; truncate pending_job`);
  for (const side of [world.left, world.right]) {
    side.bureau = await builder.organisation({ partyId: side.party.id });
    side.officer = await builder.actor(side.bureau, ['officer']);
  }
}

const all = () => builder.source.manager;
const sweep = () => core.app.get(RemindersService).sweep();
const send = (actor: Actor, id: string) => core.app.get(RemindersService).send(actor, id);

/** A measure due on this day, with which the left side's bureau is charged. */
async function owed(dueOn: string, given: { officerIds?: string[] } = {}): Promise<Measure> {
  const measure = await builder.measure(world.meeting, { dueOn, dueKind: 'fixed' });
  await builder.assignment(measure, world.left.bureau, given);
  return measure;
}
const ledger = (measure: Measure) =>
  all().find(Reminder, { where: { measureId: measure.id }, order: { id: 'asc' } });
const mailsTo = (actor: Actor) => all().findBy(Mail, { personId: actor.personId });

describe('a measure whose date is near', () => {
  it('reminds its officer once, in the officer’s language, and says so in the side’s activity', async () => {
    const { left } = world;
    for (const [at, language] of languages.entries()) {
      const officer = await builder.actor(left.bureau, ['officer'], { language });
      const measure = await owed('2026-11-24', { officerIds: [officer.personId] });
      expect(await sweep()).toBe(1);
      const [row] = await ledger(measure);
      expect(row).toMatchObject({ state: 'queued', personId: officer.personId, daysBefore: 1, mailId: null });
      const jobs = await all().find(PendingJob, { order: { id: 'asc' } });
      expect(jobs.slice(at)).toMatchObject([
        { name: 'send-reminder', payload: { id: row!.id, personId: officer.personId } },
      ]);

      expect(await send(officer, row!.id)).toBe('sent');
      const [mail, ...others] = await mailsTo(officer);
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ state: 'outbox', language, kind: 'measure-due', partyId: left.party.id });
      expect(mail!.subject).toMatch({ 'zh-Hant-HK': /到期/, 'zh-Hans-CN': /到期/, en: /due/ }[language]);
      expect(mail!.html).toContain(`lang="${language}"`);
      expect(mail!.text).toContain(`/measures/${measure.id}`);
      expect(await ledger(measure)).toMatchObject([{ state: 'sent', mailId: mail!.id }]);
      expect(await all().findBy(Activity, { subjectId: row!.id })).toMatchObject([
        {
          verb: 'reminder.sent',
          partyId: left.party.id,
          actorPersonId: null,
          changes: { personId: officer.personId, dueOn: '2026-11-24', daysBefore: 1 },
        },
      ]);

      expect(await sweep()).toBe(0);
      expect(await send(officer, row!.id)).toBe('sent');
      expect(await mailsTo(officer)).toHaveLength(1);
    }
  });

  it('reminds once when many sweep and many send at once', async () => {
    const { left } = world;
    const measure = await owed('2026-11-24');
    const added = await Promise.all([1, 2, 3, 4].map(() => sweep()));
    expect(added.reduce((sum, each) => sum + each)).toBe(1);
    const [row] = await ledger(measure);
    await Promise.all([1, 2, 3, 4].map(() => send(left.officer, row!.id)));
    expect(await mailsTo(left.officer)).toHaveLength(1);
    expect(await all().countBy(Activity, { subjectId: row!.id })).toBe(1);
    expect(await all().countBy(PendingJob, { name: 'send-reminder' })).toBe(1);
  });

  it('goes to the named officers, else to all officers of the lead, and to nobody else', async () => {
    const { left } = world;
    const second = await builder.actor(left.bureau, ['officer']);
    const elsewhere = await builder.organisation({ partyId: left.party.id });
    const supporting = await builder.actor(elsewhere, ['officer']);
    await builder.actor(left.bureau, ['officer'], { disabledAt: new Date() });
    const named = await owed('2026-11-24', { officerIds: [second.personId, supporting.personId] });
    const open = await owed('2026-11-24');
    await sweep();
    const people = async (measure: Measure) => (await ledger(measure)).map(({ personId }) => personId).sort();
    expect(await people(named)).toEqual([second.personId, supporting.personId].sort());
    expect(await people(open)).toEqual([left.officer.personId, second.personId].sort());
  });

  it('reminds each side of its own assignment only', async () => {
    const { left, right } = world;
    const measure = await owed('2026-11-24');
    await sweep();
    expect((await ledger(measure)).map(({ partyId }) => partyId)).toEqual([left.party.id]);
    const [row] = await ledger(measure);
    expect(await send(right.officer, row!.id)).toBeNull();
    expect(await ledger(measure)).toMatchObject([{ state: 'queued' }]);
    await builder.assignment(measure, right.bureau);
    await sweep();
    expect((await ledger(measure)).map(({ personId }) => personId)).toEqual([
      left.officer.personId,
      right.officer.personId,
    ]);
  });

  it.each([
    ['14 working days before', '2026-12-11', 14],
    ['7 working days before', '2026-12-02', 7],
    ['the working day before', '2026-11-24', 1],
    ['the day after a Friday', '2026-11-20', -1],
    ['between two rules, the later one', '2026-12-04', 14],
    ['the date itself', monday, 1],
  ] as const)('goes out %s', async (_, dueOn, daysBefore) => {
    const measure = await owed(dueOn);
    expect(await sweep()).toBe(1);
    expect(await ledger(measure)).toMatchObject([{ daysBefore, dueOn }]);
  });

  it.each([
    ['too far away', '2026-12-14'],
    ['too long ago', '2026-11-12'],
  ])('is %s: nobody', async (_, dueOn) => {
    await owed(dueOn);
    expect(await sweep()).toBe(0);
  });

  it.each([
    ['closed', 'on_target'],
    ['dropped', 'on_target'],
    ['suspended', 'suspended'],
    ['awaiting_confirmation', 'on_target'],
    ['on_target', 'completed'],
    ['on_target', 'not_applicable'],
  ] as const)(
    'is %s, or our track %s: nobody, also when that happens after the sweep',
    async (status, track) => {
      const { left } = world;
      const change = async (measure: Measure) => {
        await all().update(Measure, measure.id, { status });
        await all().update(Track, { measureId: measure.id, partyId: left.party.id }, { status: track });
      };
      const before = await owed('2026-11-24');
      await change(before);
      const after = await owed('2026-11-24');
      expect(await sweep()).toBe(1);
      await change(after);
      const [row] = await ledger(after);
      expect(await send(left.officer, row!.id)).toBe('skipped');
      expect(await ledger(before)).toEqual([]);
      expect(await ledger(after)).toMatchObject([{ state: 'skipped', mailId: null }]);
      expect(await mailsTo(left.officer)).toEqual([]);
    },
  );

  it('skips the old date when it was changed meanwhile, and reminds of the new one', async () => {
    const { left } = world;
    const measure = await owed('2026-11-24');
    await sweep();
    await all().update(Measure, measure.id, { dueOn: '2026-12-02' });
    expect(await sweep()).toBe(1);
    const [old, current] = await ledger(measure);
    expect(await send(left.officer, old!.id)).toBe('skipped');
    expect(await send(left.officer, current!.id)).toBe('sent');
    expect(await mailsTo(left.officer)).toHaveLength(1);
  });

  it('skips somebody who was disabled, or charged no longer, after the sweep', async () => {
    const { left } = world;
    const measure = await owed('2026-11-24');
    await sweep();
    const [row] = await ledger(measure);
    await all().update(Person, left.officer.personId, { disabledAt: new Date() });
    expect(await send(left.officer, row!.id)).toBe('skipped');
    // Somebody of no side any more sees no reminder at all; the worker then closes the row.
    const other = await owed('2026-11-24', {
      officerIds: [(await builder.actor(left.bureau, ['officer'])).personId],
    });
    await sweep();
    const [second] = await ledger(other);
    expect(await send({ ...left.officer, personId: second!.personId, side: null }, second!.id)).toBeNull();
    await core.app.get(RemindersService).skip(second!.id);
    expect(await ledger(other)).toMatchObject([{ state: 'skipped' }]);
  });
});

describe('the two calendars', () => {
  it('are each side’s own: a holiday of one keeps nothing from the other', async () => {
    const { left, right } = world;
    const measure = await owed('2026-11-24');
    await builder.assignment(measure, right.bureau);
    const holiday = { on: monday, kind: 'holiday', name: null, source: 'test', announced: true } as const;
    await all().insert(CalendarDay, { jurisdiction: 'HK', ...holiday });
    expect(await sweep()).toBe(1);
    expect((await ledger(measure)).map(({ partyId }) => partyId)).toEqual([right.party.id]);
    await all().delete(CalendarDay, { jurisdiction: 'HK', on: monday });
    expect(await sweep()).toBe(1);
    expect((await ledger(measure)).map(({ partyId }) => partyId)).toContain(left.party.id);
  });
});

describe('a morning with many', () => {
  it('puts them into the ledger in batches, each with its jobs, and an interrupted sweep loses none', async () => {
    const { left } = world;
    const people = 2_500;
    await builder.source.query(
      `insert into person (id, party_id, organisation_id, name, email, language, roles, password_hash)
       select gen_random_uuid(), $1, $2, 'Officer ' || n, 'many' || n || '@example.org', 'en', '{officer}', ''
       from generate_series(1, ${people}) n`,
      [left.party.id, left.bureau.id],
    );
    const measure = await owed('2026-11-24');
    // The database dies for the sweep in its second batch.
    await builder.source.query(`create function stumble() returns trigger language plpgsql as $$ begin
      if (select count(*) from reminder where measure_id = new.measure_id) > 1200 then raise 'interrupted'; end if;
      return new; end $$;
      create trigger stumble after insert on reminder for each row execute function stumble()`);
    await expect(sweep()).rejects.toThrow('interrupted');
    await builder.source.query('drop trigger stumble on reminder; drop function stumble');
    const counts = async () => [
      await all().countBy(Reminder, { measureId: measure.id }),
      await all().countBy(PendingJob, { name: 'send-reminder' }),
    ];
    expect(await counts()).toEqual([1_000, 1_000]);
    expect(await sweep()).toBe(people + 1 - 1_000);
    expect(await counts()).toEqual([people + 1, people + 1]);
    expect(await sweep()).toBe(0);
  });
});

describe('an officer on leave', () => {
  it('is not reminded: the substitute is, and the mail says in whose place', async () => {
    const { left } = world;
    const { partyId, personId } = left.officer;
    const beside = await builder.organisation({ partyId });
    const substitute = await builder.actor(beside, ['manager'], { language: 'en' });
    const [absent] = await builder.source.query<[{ name: string }]>('select name from person where id = $1', [
      personId,
    ]);
    const leave = { partyId, personId, substituteId: substitute.personId, setById: personId, version: 1 };
    await all().insert(Leave, { ...leave, id: uuid(), fromOn: monday, toOn: monday });
    const measure = await owed('2026-11-24');
    expect(await sweep()).toBe(1);
    const [row, ...others] = await ledger(measure);
    expect([row!.personId, others]).toEqual([substitute.personId, []]);
    expect(await send(substitute, row!.id)).toBe('sent');
    const [mail] = await mailsTo(substitute);
    expect(mail!.text).toContain(absent.name);
    expect(await mailsTo(left.officer)).toEqual([]);
    expect(await sweep()).toBe(0);
  });

  it('is reminded himself where the leave was ended before the mail was written', async () => {
    const { left } = world;
    const { partyId, personId } = left.officer;
    const substitute = await builder.actor(left.custodian, ['manager']);
    const leave = { partyId, personId, substituteId: substitute.personId, setById: personId, version: 1 };
    await all().insert(Leave, { ...leave, id: uuid(), fromOn: monday, toOn: monday });
    const measure = await owed('2026-11-24');
    await sweep();
    await all().delete(Leave, { personId });
    const [row] = await ledger(measure);
    expect(await send(substitute, row!.id)).toBe('skipped');
    expect(await sweep()).toBe(1);
    expect((await ledger(measure)).map((each) => each.personId)).toContain(personId);
  });
});
