import { type ReminderOffset, reminderOffsets } from '#contracts/status';
import { type CalendarDate } from '#core/calendar/calendar-date';
import {
  onOrBefore,
  type WorkingCalendar,
  workingDaysAfter,
  workingDaysBefore,
} from '#core/calendar/working-calendar';

/**
 * The day on which a rule's reminder goes out. Before the due date it is counted in working days from the last
 * working day that is not after it; "the day after" is the first working day after it.
 */
export function sendOn(dueOn: CalendarDate, offset: ReminderOffset, calendar: WorkingCalendar): CalendarDate {
  return offset > 0
    ? workingDaysBefore(onOrBefore(dueOn, calendar), offset, calendar)
    : workingDaysAfter(dueOn, -offset, calendar);
}

/** How long after its day a reminder is still worth sending: a worker that was down catches up, but not for ever. */
const overdueForWorkingDays = 5;

/**
 * The rule whose turn it is on a day, or null. Of several whose day has passed it is the latest: somebody assigned
 * three days before the date gets one mail, not two.
 */
export function ruleFor(
  dueOn: CalendarDate,
  today: CalendarDate,
  calendar: WorkingCalendar,
): ReminderOffset | null {
  const begun = reminderOffsets.filter((offset) => sendOn(dueOn, offset, calendar) <= today);
  const latest = begun.at(-1) ?? null;
  if (latest === null) return null;
  if (latest > 0) return today <= dueOn ? latest : null;
  return today <= workingDaysAfter(dueOn, overdueForWorkingDays, calendar) ? latest : null;
}
