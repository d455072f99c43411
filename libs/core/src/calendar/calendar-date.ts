/**
 * A day in the calendar that both sides share (Asia/Hong_Kong and Asia/Shanghai are UTC+8 all year), written
 * 'YYYY-MM-DD'. Such strings compare and sort as the days do. It carries no time and is never a `Date`: a `Date`
 * would move to the day before on a machine west of us.
 */
export type CalendarDate = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMilliseconds = 86_400_000;
const hongKongOffset = 8 * 3_600_000;

/** Whether the text is a day that exists: '2024-02-29' is, '2025-02-29' and '2025-2-1' are not. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string') return false;
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000) return false;
  const instant = new Date(Date.UTC(year, month - 1, day));
  return instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
}

/** The day that a text names; throws a RangeError where it names none. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${JSON.stringify(text)}`);
  return text;
}

/** The day on which an instant falls in Hong Kong, Shanghai, Chongqing and Hangzhou. */
export function dateOf(instant: Date): CalendarDate {
  return new Date(instant.getTime() + hongKongOffset).toISOString().slice(0, 10);
}

/** The instant at which the day begins there. */
export function startOf(date: CalendarDate): Date {
  return new Date(midnight(date) - hongKongOffset);
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(midnight(date) + days * dayInMilliseconds).toISOString().slice(0, 10);
}

/** Days from one date to the other; negative where `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (midnight(to) - midnight(from)) / dayInMilliseconds;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(midnight(date)).getUTCDay();
}

function midnight(date: CalendarDate): number {
  return Date.parse(`${calendarDate(date)}T00:00:00Z`);
}
