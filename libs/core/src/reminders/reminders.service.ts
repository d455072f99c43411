import type { ReminderOffset } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { addDays, type CalendarDate } from '#core/calendar/calendar-date';
import { CalendarsService } from '#core/calendar/calendars.service';
import { isWorkingDay, workingDaysBetween } from '#core/calendar/working-calendar';
import { JobsService } from '#core/jobs/jobs.service';
import { MailsService } from '#core/mails/mails.service';
import { measureNumber } from '#core/measures/measure-number';
import type { Actor } from '#core/people/actor';
import { Clock } from '#platform/clock';
import { Db, SYSTEM, type Tx } from '#platform/db';
import { renderMeasureDue } from '#emails/measure-due';
import { named, type Trilingual } from '#i18n/language';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Reminder } from './reminder.entity.js';
import { ruleFor } from './reminder-rule.js';

/** Far enough for fourteen working days over any holiday, near enough for five after. */
const horizon = { before: 45, after: 20 };

/** A measure that is over, or a side with nothing left to do, reminds nobody. */
const stillOwed = `m.status not in ('closed', 'dropped', 'suspended', 'awaiting_confirmation')
  and t.status not in ('completed', 'not_applicable', 'suspended')`;

interface Owed {
  measureId: string;
  mechanismId: string;
  partyId: string;
  personId: string;
  dueOn: CalendarDate;
  jurisdiction: 'HK' | 'CN';
}

@Injectable()
export class RemindersService {
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
   * measure, the person, the date and the rule. Returns how many are new.
   */
  async sweep(): Promise<number> {
    const today = this.clock.today();
    const calendars = await this.calendars.calendars();
    const owed = await this.db.read<Owed>(
      SYSTEM,
      `select m.id as "measureId", m.mechanism_id as "mechanismId", a.party_id as "partyId", p.id as "personId",
         m.due_on::text as "dueOn", g.jurisdiction
       from measure m
       join assignment a on a.measure_id = m.id
       join track t on t.measure_id = m.id and t.party_id = a.party_id
       join party g on g.id = a.party_id
       join person p on p.disabled_at is null and 'officer' = any(p.roles)
         and case when cardinality(a.officer_ids) > 0 then p.id = any(a.officer_ids) else p.organisation_id = a.lead_id end
       where m.due_on between $1 and $2 and ${stillOwed}`,
      [addDays(today, -horizon.after), addDays(today, horizon.before)],
    );
    let added = 0;
    for (const row of owed) {
      const calendar = calendars[row.jurisdiction];
      const rule = isWorkingDay(today, calendar) ? ruleFor(row.dueOn, today, calendar) : null;
      if (rule !== null && (await this.add(row, rule))) added += 1;
    }
    return added;
  }

  private async add({ jurisdiction: _, ...row }: Owed, daysBefore: ReminderOffset): Promise<boolean> {
    return this.db.withActor(SYSTEM, async (tx) => {
      const id = uuid();
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Reminder)
        .values({ id, ...row, daysBefore, state: 'queued', createdAt: tx.at })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return false;
      await this.jobs.request(tx, 'send-reminder', { id, personId: row.personId });
      return true;
    });
  }

  /**
   * Writes the mail, as its recipient and in the recipient's language, and closes the ledger's row in the same
   * transaction: it is written once. Everything is asked again at this moment, and the mail may stay unwritten.
   */
  async send(actor: Actor, id: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const reminder = await tx.lock(Reminder, id);
      if (reminder?.state !== 'queued' || reminder.personId !== actor.personId) return;
      const context = await this.context(tx, reminder);
      if (!context) {
        await tx.manager.update(Reminder, id, { state: 'skipped' });
        return;
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
    });
  }

  /** What the mail speaks of; null where there is no longer a reason for it. */
  private async context(tx: Tx, reminder: Reminder): Promise<Context | null> {
    const [row] = await tx.query<Context>(
      `select p.name as recipient, p.email, e.id as "meetingId", e.title as meeting, m.area_ordinal as "areaOrdinal",
         m.ordinal, m.title, m.script, o.name as lead, g.jurisdiction
       from measure m
       join meeting e on e.id = m.meeting_id
       join assignment a on a.measure_id = m.id and a.party_id = $2
       join track t on t.measure_id = m.id and t.party_id = $2
       join organisation o on o.id = a.lead_id
       join party g on g.id = $2
       join person p on p.id = $3 and p.disabled_at is null and 'officer' = any(p.roles)
         and case when cardinality(a.officer_ids) > 0 then p.id = any(a.officer_ids) else p.organisation_id = a.lead_id end
       where m.id = $1 and m.due_on = $4 and ${stillOwed}`,
      [reminder.measureId, reminder.partyId, reminder.personId, reminder.dueOn],
    );
    return row ?? null;
  }

  private async render(actor: Actor, { measureId, dueOn }: Reminder, context: Context) {
    const today = this.clock.today();
    const calendar = (await this.calendars.calendars())[context.jurisdiction];
    const { areaOrdinal, ordinal, title, script } = context;
    const number = measureNumber(areaOrdinal, ordinal, actor.language);
    return renderMeasureDue(
      {
        recipient: context.recipient,
        meeting: context.meeting,
        measure: { number, title, lang: { hant: 'zh-Hant', hans: 'zh-Hans', en: 'en' }[script] },
        dueOn,
        today,
        workingDays: workingDaysBetween(today, dueOn, calendar),
        leadUnit: named(context.lead, actor.language),
        link: this.mails.link(`/measures/${measureId}`),
      },
      actor.language,
    );
  }
}

interface Context {
  recipient: string;
  email: string;
  meetingId: string;
  meeting: string;
  areaOrdinal: number;
  ordinal: number;
  title: string;
  script: 'hant' | 'hans' | 'en';
  lead: Trilingual;
  jurisdiction: 'HK' | 'CN';
}
