import type { WorkItem } from '../../api/types';
import { addDays, mondayOf } from '../../i18n/dates';

export type GroupName = 'past' | 'open' | 'week' | 'later';

export interface WorkGroup {
  name: GroupName;
  items: WorkItem[];
}

/** An action's own date, or the nearer of the date both sides agreed and the one our side set for itself. */
export function dueOf({ kind, dueOn, internalDueOn }: WorkItem): string | null {
  if (kind === 'action') return internalDueOn;
  if (dueOn === null || internalDueOn === null) return dueOn ?? internalDueOn;
  return dueOn < internalDueOn ? dueOn : internalDueOn;
}

/** Someone else's work waits for a decision: it is due at once, whatever date its measure has. */
export const decides = ({ kind }: WorkItem) =>
  kind === 'clear' || kind === 'endorse' || (kind in places && kind !== 'action');

type Answer = 'answer_due_date' | 'answer_confirmation' | 'answer_drop';

/** Done on the measure's page, at the part of it that is named here. */
export const places: Partial<Record<WorkItem['kind'], string>> = {
  answer_due_date: 'dates',
  answer_confirmation: 'confirmation',
  answer_drop: 'confirmation',
  answer_request: 'requests',
  mention: 'notes',
  infected: 'evidence',
  action: 'actions',
};

/** The other side has proposed something; the answer is given on the measure's page. */
export const isAnswer = (kind: WorkItem['kind']): kind is Answer =>
  kind === 'answer_due_date' || kind === 'answer_confirmation' || kind === 'answer_drop';

export const isPast = (item: WorkItem) => !decides(item) && item.days !== null && item.days < 0;

const byDate = (a: WorkItem, b: WorkItem) => (dueOf(a) ?? '9999').localeCompare(dueOf(b) ?? '9999');

/** What is owed, by date: what is past, what waits without a date, this week's, the rest. */
export function workGroups(items: readonly WorkItem[], today: string): WorkGroup[] {
  const sunday = addDays(mondayOf(today), 6);
  const groupOf = (item: WorkItem): GroupName => {
    const due = dueOf(item);
    if (due === null || decides(item)) return 'open';
    if (isPast(item)) return 'past';
    return due <= sunday ? 'week' : 'later';
  };
  return (['past', 'open', 'week', 'later'] as const)
    .map((name) => ({ name, items: items.filter((item) => groupOf(item) === name).sort(byDate) }))
    .filter((group) => group.items.length > 0);
}
