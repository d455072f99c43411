import type { Light, LightReason, MeasureStatus } from '#contracts/status';
import { type CalendarDate, daysBetween } from '#core/calendar/calendar-date';

export interface Thresholds {
  warningDays: number;
  freshnessDays: number;
}

export interface Lit {
  light: Light;
  reason: LightReason;
  /** Days overdue, days left, or days since the last cleared update, as the reason wants; null where it wants none. */
  days: number | null;
}

export interface Lightable {
  status: MeasureStatus;
  dueOn: CalendarDate | null;
  /** The calendar date of the last cleared update. */
  lastClearedOn: CalendarDate | null;
}

/** A measure's light on a day (domain.md, Light): derived when it is read, never stored. */
export function lightOf(measure: Lightable, today: CalendarDate, thresholds: Thresholds): Lit {
  const { status, dueOn, lastClearedOn } = measure;
  if (status === 'closed' || status === 'dropped') return { light: 'grey', reason: 'ended', days: null };
  if (status === 'suspended') return { light: 'grey', reason: 'suspended', days: null };
  const left = dueOn === null ? null : daysBetween(today, dueOn);
  if (left !== null && left < 0) return { light: 'red', reason: 'overdue', days: -left };
  if (status === 'behind') return { light: 'red', reason: 'behind', days: null };
  if (left !== null && left <= thresholds.warningDays)
    return { light: 'yellow', reason: 'due_soon', days: left };
  const age = lastClearedOn === null ? null : daysBetween(lastClearedOn, today);
  if (status === 'ongoing' && (age === null || age > thresholds.freshnessDays)) {
    return { light: 'yellow', reason: 'stale', days: age };
  }
  if (status === 'not_started' && dueOn === null) return { light: 'grey', reason: 'not_started', days: null };
  return { light: 'green', reason: 'normal', days: null };
}

/** The day in Hong Kong and Shanghai on which an instant falls. */
export const dayOf = (instant: string) => `(${instant} at time zone 'Asia/Hong_Kong')::date`;

/**
 * `lightOf` in SQL: a lateral row (light, reason, days) over measure `m` and mechanism `c`.
 * A random test holds the two against each other.
 * @param today an expression of type date
 */
export const lightSql = (today: string) => `lateral (
  select case reason when 'ended' then 'grey' when 'suspended' then 'grey' when 'not_started' then 'grey'
      when 'overdue' then 'red' when 'behind' then 'red' when 'due_soon' then 'yellow' when 'stale' then 'yellow'
      else 'green' end as light,
    reason,
    case reason when 'overdue' then ${today} - m.due_on when 'due_soon' then m.due_on - ${today}
      when 'stale' then ${today} - ${dayOf('m.last_cleared_at')} end as days
  from (select case
    when m.status in ('closed', 'dropped') then 'ended'
    when m.status = 'suspended' then 'suspended'
    when m.due_on < ${today} then 'overdue'
    when m.status = 'behind' then 'behind'
    when m.due_on <= ${today} + c.warning_days then 'due_soon'
    when m.status = 'ongoing'
      and coalesce(${today} - ${dayOf('m.last_cleared_at')} > c.freshness_days, true) then 'stale'
    when m.status = 'not_started' and m.due_on is null then 'not_started'
    else 'normal' end as reason) reasons
) lit`;
