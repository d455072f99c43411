import type { CalendarDay, DayKind, Jurisdiction } from './calendar-day.entity.js';
import { addDays, type CalendarDate, weekdayOf, yearOf } from './calendar-date.js';

/**
 * The working days of one jurisdiction. A year of which nothing was announced still has its weekends and, where rows
 * were reckoned for it, its statutory days: it works, and says that it is provisional.
 */
export interface WorkingCalendar {
  readonly jurisdiction: Jurisdiction;
  readonly kinds: ReadonlyMap<CalendarDate, DayKind>;
  readonly announcedYears: ReadonlySet<number>;
}

export type CalendarRow = Pick<CalendarDay, 'jurisdiction' | 'on' | 'kind' | 'announced'>;

/** Takes the jurisdiction's rows out of all rows given. */
export function calendarOf(jurisdiction: Jurisdiction, rows: readonly CalendarRow[]): WorkingCalendar {
  const own = rows.filter((row) => row.jurisdiction === jurisdiction);
  return {
    jurisdiction,
    kinds: new Map(own.map((row) => [row.on, row.kind])),
    announcedYears: new Set(own.filter((row) => row.announced).map((row) => yearOf(row.on))),
  };
}

/** Five days a week on both sides: Hong Kong's government closes on Saturdays too. */
export function isWorkingDay(date: CalendarDate, calendar: WorkingCalendar): boolean {
  const kind = calendar.kinds.get(date);
  if (kind) return kind === 'workday';
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/** Whether the government has not yet published the list of the year in which the date falls. */
export function isProvisional(date: CalendarDate, calendar: WorkingCalendar): boolean {
  return !calendar.announcedYears.has(yearOf(date));
}

/** The date itself where people work, else the working day before it: when a reminder for that date goes out. */
export function onOrBefore(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return walk(date, 0, -1, calendar);
}

/** The date itself where people work, else the working day after it. */
export function onOrAfter(date: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  return walk(date, 0, 1, calendar);
}

/** The n-th working day before the date, which itself does not count; for 0 see `onOrBefore`. */
export function workingDaysBefore(date: CalendarDate, n: number, calendar: WorkingCalendar): CalendarDate {
  return walk(date, n, -1, calendar);
}

/** The n-th working day after the date, which itself does not count; for 0 see `onOrAfter`. */
export function workingDaysAfter(date: CalendarDate, n: number, calendar: WorkingCalendar): CalendarDate {
  return walk(date, n, 1, calendar);
}

/**
 * Working days after `from` up to and with `to`; negative where `to` is earlier. From today to a due date: N says "due in
 * N working days", -N "overdue by N working days", 0 that no working day is left between or has passed since.
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

function walk(date: CalendarDate, n: number, step: 1 | -1, calendar: WorkingCalendar): CalendarDate {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  if (n === 0) {
    while (!isWorkingDay(day, calendar)) day = addDays(day, step);
    return day;
  }
  for (let left = n; left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
