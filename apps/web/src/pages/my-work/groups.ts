import type { WorkItem } from '../../api/types';
import { addDays, mondayOf } from '../../i18n/dates';

export type GroupName = 'past' | 'open' | 'week' | 'later';

export interface WorkGroup {
  name: GroupName;
  items: WorkItem[];
}

const byDate = (a: WorkItem, b: WorkItem) => (a.on ?? '9999').localeCompare(b.on ?? '9999');

/** What is owed, by date: what is past, what waits without a date, this week's, the rest. */
export function workGroups(items: readonly WorkItem[], today: string): WorkGroup[] {
  const sunday = addDays(mondayOf(today), 6);
  const groupOf = ({ on, kind }: WorkItem): GroupName => {
    if (on === null || kind === 'clear' || kind === 'endorse' || kind === 'answer_due_date') return 'open';
    if (on < today) return 'past';
    return on <= sunday ? 'week' : 'later';
  };
  return (['past', 'open', 'week', 'later'] as const)
    .map((name) => ({ name, items: items.filter((item) => groupOf(item) === name).sort(byDate) }))
    .filter((group) => group.items.length > 0);
}
