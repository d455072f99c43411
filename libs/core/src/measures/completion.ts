import type { MeasureStatus } from '#contracts/status';

/** How much is done, of what can be done; and what is left out of that, so that a screen can say so. */
export interface Completion {
  /** Confirmed by both sides. */
  completed: number;
  countable: number;
  leftOut: { ongoing: number; suspended: number; dropped: number };
}

/** Completion rates leave out ongoing, suspended and dropped measures (domain.md, Light). */
export function completionOf(statuses: MeasureStatus[]): Completion {
  const count = (wanted: MeasureStatus) => statuses.filter((status) => status === wanted).length;
  const leftOut = { ongoing: count('ongoing'), suspended: count('suspended'), dropped: count('dropped') };
  const out = leftOut.ongoing + leftOut.suspended + leftOut.dropped;
  return { completed: count('closed'), countable: statuses.length - out, leftOut };
}

const count = (condition: string) => `count(*) filter (where ${condition})`;

/** `completionOf` in SQL: an aggregate over rows that have a `status`. */
export const completionSql = `json_build_object('completed', ${count(`status = 'closed'`)},
  'countable', ${count(`status not in ('ongoing', 'suspended', 'dropped')`)},
  'leftOut', json_build_object('ongoing', ${count(`status = 'ongoing'`)},
    'suspended', ${count(`status = 'suspended'`)}, 'dropped', ${count(`status = 'dropped'`)}))`;
