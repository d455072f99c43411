import { addDays, daysBetween } from '../../i18n/dates';

export interface Placed<T> {
  /** Where on the line, 0 to 100. */
  at: number;
  items: T[];
  /** Height of the label above the line, 0 next to it. */
  lane: number;
}

export interface Line<T> {
  points: Placed<T>[];
  lanes: number;
  months: { at: number; iso: string; withYear: boolean }[];
  today: number;
}

/** What a label takes of a line of 900 px. */
const label = 11;
const mostLanes = 4;

const monthStart = (iso: string) => `${iso.slice(0, 7)}-01`;
const nextMonth = (iso: string) => monthStart(addDays(monthStart(iso), 32));

function lay<T>(groups: { at: number; items: T[] }[]): { points: Placed<T>[]; lanes: number } {
  const ends: number[] = [];
  const points = groups.map((group) => {
    const free = ends.findIndex((end) => end <= group.at);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = group.at + label;
    return { ...group, lane };
  });
  return { points, lanes: Math.max(1, ends.length) };
}

/** Dates on a line of whole months that holds today; dates too close for four rows of labels are put together. */
export function deadlinesLine<T extends { dueOn: string }>(dates: readonly T[], today: string): Line<T> {
  const sorted = dates.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const first = [today, sorted[0]?.dueOn ?? today].sort()[0] ?? today;
  const last = [today, sorted.at(-1)?.dueOn ?? today].sort()[1] ?? today;
  const start = monthStart(first);
  const end = nextMonth(last);
  const span = daysBetween(start, end);
  const place = (iso: string) => (daysBetween(start, iso) / span) * 100;

  let result = lay(sorted.map((item) => ({ at: place(item.dueOn), items: [item] })));
  for (let width = 2; result.lanes > mostLanes && width <= 40; width *= 1.5) {
    const groups: { at: number; items: T[] }[] = [];
    for (const item of sorted) {
      const at = place(item.dueOn);
      const open = groups.at(-1);
      if (open && at - open.at <= width) open.items.push(item);
      else groups.push({ at, items: [item] });
    }
    result = lay(groups);
  }

  const all: string[] = [];
  for (let month = start; month < end; month = nextMonth(month)) all.push(month);
  const step = Math.ceil(all.length / 12);
  const months = all
    .filter((_, index) => index % step === 0)
    .map((iso, index, shown) => ({
      at: place(iso),
      iso,
      withYear: index === 0 || iso.slice(0, 4) !== shown[index - 1]?.slice(0, 4),
    }));
  return { ...result, months, today: place(today) };
}
