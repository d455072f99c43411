import type { MeasureStatus, TrackStatus } from '#contracts/status';

/** What both sides have confirmed or dropped has no more to be decided of it. */
export const isEnded = (status: MeasureStatus): boolean => status === 'closed' || status === 'dropped';

export interface Assessment {
  partyId: string;
  status: TrackStatus;
}

/** What the two sides said of the measure as a whole. */
export interface Decision {
  dropped?: boolean;
  confirmed?: boolean;
  /** The side that has to answer a proposal of completion. */
  awaiting?: string | null;
}

/** A measure's status from its two tracks and its confirmation: domain.md's table, first row that holds. */
export function deriveStatus(tracks: Assessment[], decision: Decision = {}): MeasureStatus {
  if (decision.dropped) return 'dropped';
  if (decision.confirmed) return 'closed';
  if (decision.awaiting) return 'awaiting_confirmation';
  const applicable = tracks.map(({ status }) => status).filter((status) => status !== 'not_applicable');
  const every = (wanted: TrackStatus) =>
    applicable.length > 0 && applicable.every((status) => status === wanted);
  if (every('suspended')) return 'suspended';
  if (applicable.includes('behind')) return 'behind';
  if (every('ongoing')) return 'ongoing';
  if (every('completed')) return 'completed';
  return applicable.some((status) => status !== 'not_started') ? 'on_target' : 'not_started';
}

/**
 * `deriveStatus` in SQL, an expression over
 * @param tracks the statuses of a measure's tracks, an array of text
 * @param dropped, confirmed what the sides decided, boolean
 * @param awaiting the side that has to answer, or null
 */
export const statusSql = (tracks: string, dropped: string, confirmed: string, awaiting: string) => `(
  select case
    when ${dropped} then 'dropped'
    when ${confirmed} then 'closed'
    when ${awaiting} is not null then 'awaiting_confirmation'
    when 'suspended' = all(applicable) and cardinality(applicable) > 0 then 'suspended'
    when 'behind' = any(applicable) then 'behind'
    when 'ongoing' = all(applicable) and cardinality(applicable) > 0 then 'ongoing'
    when 'completed' = all(applicable) and cardinality(applicable) > 0 then 'completed'
    when not 'not_started' = all(applicable) then 'on_target'
    else 'not_started' end
  from (select array_remove(${tracks}, 'not_applicable') as applicable) of_tracks)`;

/** Both tracks are applicable and one is completed while the other lags, or one is suspended and the other is not. */
export function diverges([left, right]: [Assessment, Assessment]): boolean {
  const pair = [left.status, right.status];
  if (pair.includes('not_applicable') || left.status === right.status) return false;
  const other = (one: TrackStatus) => (left.status === one ? right.status : left.status);
  if (pair.includes('suspended')) return true;
  return pair.includes('completed') && ['not_started', 'behind'].includes(other('completed'));
}

/** `diverges` in SQL, over two track rows. */
export const divergesSql = (left: string, right: string) => `(
  'not_applicable' not in (${left}.status, ${right}.status) and ${left}.status <> ${right}.status and (
    'suspended' in (${left}.status, ${right}.status)
    or (${left}.status = 'completed' and ${right}.status in ('not_started', 'behind'))
    or (${right}.status = 'completed' and ${left}.status in ('not_started', 'behind'))))`;
