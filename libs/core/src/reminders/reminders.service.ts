import type { ReminderOffset } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { addDays, type CalendarDate } from '#core/calendar/calendar-date';
import { CalendarsService } from '#core/calendar/calendars.service';
import { isWorkingDay, workingDaysBetween } from '#core/calendar/working-calendar';
import { JobsService } from '#core/jobs/jobs.service';
import { MailsService } from '#core/mails/mails.service';
import { measureNumber } from '#i18n/numbering';
import type { Actor } from '#core/people/actor';
import { Clock } from '#platform/clock';
import { Db, SYSTEM, type Tx } from '#platform/db';
import { named, type Trilingual } from '#i18n/language';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { charged } from './charged-sql.js';
import { Reminder } from './reminder.entity.js';
import { ruleFor } from './reminder-rule.js';

/** Far enough for fourteen working days over any holiday, near enough for five after. */
const horizon = { before: 45, after: 20 };

/** A measure that is over, or a side with nothing left to do, reminds nobody. */
const stillOwed = `m.status not in ('closed', 'dropped', 'suspended', 'awaiting_confirmation')
  and t.status not in ('completed', 'not_applicable', 'suspended')`;

/** How many reminders are put into the ledger in one transaction. */
const batch = 1_000;

interface Turn {
  jurisdiction: string;
  dueOn: CalendarDate;
  daysBefore: ReminderOffset;
}

interface Owed {
  measureId: string;
  mechanismId: string;
  partyId: string;
  personId: string;
  dueOn: CalendarDate;
  daysBefore: ReminderOffset;
}

type Calendars = Awaited<ReturnType<CalendarsService['calendars']>>;

@Injectable()
export class RemindersService {
  private known?: { calendars: Calendars; until: number };

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendars: CalendarsService,
    private readonly activity: ActivityService,
    private readonly mails: MailsService,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Finds whom to remind today and puts each reminder into the ledger, once for ever: the ledger's key is the
   * measure, the person, the date and the rule. Each batch is committed with its jobs; what an interruption left
   * out, the next sweep finds. Returns how many are new.
   */
  async sweep(): Promise<number> {
    const owed = await this.owed(this.clock.today());
    let added = 0;
    for (let at = 0; at < owed.length; at += batch) added += await this.add(owed.slice(at, at + batch));
    return added;
  }

  /** Everybody whose turn it is today and who is not in the ledger yet. */
  private async owed(today: CalendarDate): Promise<Owed[]> {
    const turns = await this.turns(today);
    if (turns.length === 0) return [];
    return this.db.read<Owed>(
      SYSTEM,
      `select distinct m.id as "measureId", m.mechanism_id as "mechanismId", a.party_id as "partyId", p.id as "personId",
         m.due_on::text as "dueOn", turn."daysBefore"
       from jsonb_to_recordset($1) as turn (jurisdiction text, "dueOn" date, "daysBefore" integer)
       join party g on g.jurisdiction = turn.jurisdiction
       join measure m on m.due_on = turn."dueOn"
       join assignment a on a.measure_id = m.id and a.party_id = g.id
       join track t on t.measure_id = m.id and t.party_id = a.party_id
       ${charged('$2::date')}
       where ${stillOwed} and not exists (select from reminder r where r.measure_id = m.id and r.person_id = p.id
         and r.due_on = m.due_on and r.days_before = turn."daysBefore")
       order by m.id, p.id`,
      [JSON.stringify(turns), today],
    );
  }

  /** The due dates for which a rule's turn is today; they are the same for all measures of a jurisdiction. */
  private async turns(today: CalendarDate): Promise<Turn[]> {
    const turns: Turn[] = [];
    for (const [jurisdiction, calendar] of Object.entries(await this.calendars.calendars())) {
      if (!isWorkingDay(today, calendar)) continue;
      for (let ahead = -horizon.after; ahead <= horizon.before; ahead += 1) {
        const dueOn = addDays(today, ahead);
        const daysBefore = ruleFor(dueOn, today, calendar);
        if (daysBefore !== null) turns.push({ jurisdiction, dueOn, daysBefore });
      }
    }
    return turns;
  }

  private async add(owed: Owed[]): Promise<number> {
    return this.db.withActor(SYSTEM, async (tx) => {
      const rows = owed.map((row) => ({ id: uuid(), ...row }));
      const added = await tx.query<{ id: string; personId: string }>(
        `insert into reminder (id, mechanism_id, measure_id, party_id, person_id, due_on, days_before, state, created_at)
         select id, "mechanismId", "measureId", "partyId", "personId", "dueOn", "daysBefore", 'queued', $2
         from jsonb_to_recordset($1) as owed (id uuid, "mechanismId" uuid, "measureId" uuid, "partyId" uuid,
           "personId" uuid, "dueOn" date, "daysBefore" integer)
         on conflict do nothing returning id, person_id as "personId"`,
        [JSON.stringify(rows), tx.at],
      );
      if (added.length > 0) await this.jobs.request(tx, 'send-reminder', ...added);
      return added.length;
    });
  }

  /**
   * Writes the mail, as its recipient and in the recipient's language, and closes the ledger's row in the same
   * transaction: it is written once. Everything is asked again at this moment, and the mail may stay unwritten.
   * Null where this person sees no such reminder of theirs.
   */
  async send(actor: Actor, id: string): Promise<Reminder['state'] | null> {
    return this.db.withActor(actor, async (tx) => {
      const reminder = await tx.lock(Reminder, id);
      if (reminder?.personId !== actor.personId) return null;
      if (reminder.state !== 'queued') return reminder.state;
      const context = await this.context(tx, reminder);
      if (!context) {
        await tx.manager.update(Reminder, id, { state: 'skipped' });
        return 'skipped';
      }
      const mail = await this.mails.write(tx, {
        ...{
          kind: 'measure-due',
          partyId: reminder.partyId,
          personId: actor.personId,
          language: actor.language,
        },
        ...{ toName: context.recipient, toAddress: context.email },
        ...(await this.render(actor, reminder, context)),
      });
      await tx.manager.update(Reminder, id, { state: 'sent', mailId: mail });
      await this.activity.recordAutomatic(tx, actor, {
        verb: 'reminder.sent',
        mechanismId: reminder.mechanismId,
        meetingId: context.meetingId,
        measureId: reminder.measureId,
        subjectId: id,
        changes: { personId: actor.personId, dueOn: reminder.dueOn, daysBefore: reminder.daysBefore },
      });
      return 'sent';
    });
  }

  /** For somebody who may no longer sign in, or is of no side any more: nothing is sent, and the ledger says so. */
  async skip(id: string): Promise<void> {
    await this.db.withActor(SYSTEM, (tx) =>
      tx.manager.update(Reminder, { id, state: 'queued' }, { state: 'skipped' }),
    );
  }

  /** What the mail speaks of; null where there is no longer a reason for it. */
  private async context(tx: Tx, reminder: Reminder): Promise<Context | null> {
    const [row] = await tx.query<Context>(
      `select p.name as recipient, p.email, e.id as "meetingId", e.title as meeting, m.area_ordinal as "areaOrdinal",
         m.ordinal, m.title, m.script, o.name as lead, g.jurisdiction,
         case when q.id <> p.id then q.name end as "inPlaceOf"
       from measure m
       join meeting e on e.id = m.meeting_id
       join assignment a on a.measure_id = m.id and a.party_id = $2
       join track t on t.measure_id = m.id and t.party_id = $2
       join organisation o on o.id = a.lead_id
       join party g on g.id = $2
       ${charged('$5::date')} and p.id = $3
       where m.id = $1 and m.due_on = $4 and ${stillOwed} order by q.id = p.id desc, q.name limit 1`,
      [reminder.measureId, reminder.partyId, reminder.personId, reminder.dueOn, this.clock.today()],
    );
    return row ?? null;
  }

  /** The calendars of at most a minute ago: every mail of a morning asks for them, and they hardly ever change. */
  private async lately(): Promise<Calendars> {
    if (!this.known || this.known.until < Date.now())
      this.known = { calendars: await this.calendars.calendars(), until: Date.now() + 60_000 };
    return this.known.calendars;
  }

  private async render(actor: Actor, { measureId, dueOn }: Reminder, context: Context) {
    const today = this.clock.today();
    const calendar = (await this.lately())[context.jurisdiction];
    const { areaOrdinal, ordinal, title, script } = context;
    const number = measureNumber(areaOrdinal, ordinal, actor.language);
    // Loaded when a mail is written: the api, which writes none, does not carry React.
    const { renderMeasureDue } = await import('#emails/measure-due');
    return renderMeasureDue(
      {
        recipient: context.recipient,
        meeting: context.meeting,
        measure: { number, title, lang: { hant: 'zh-Hant', hans: 'zh-Hans', en: 'en' }[script] },
        dueOn,
        today,
        workingDays: workingDaysBetween(today, dueOn, calendar),
        leadUnit: named(context.lead, actor.language),
        inPlaceOf: context.inPlaceOf,
        link: this.mails.link(`/measures/${measureId}`),
      },
      actor.language,
    );
  }
}

interface Context {
  recipient: string;
  email: string;
  /** The officer on leave whose reminder it is. */
  inPlaceOf: string | null;
  meetingId: string;
  meeting: string;
  areaOrdinal: number;
  ordinal: number;
  title: string;
  script: 'hant' | 'hans' | 'en';
  lead: Trilingual;
  jurisdiction: 'HK' | 'CN';
}
