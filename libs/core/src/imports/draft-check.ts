import type { Draft } from '#contracts/draft';
import { faults } from '#contracts/draft-account';
import { isCalendarDate } from '#core/calendar/calendar-date';
import { Problem } from '#core/problem';

/** Why a draft cannot be adopted yet: a code for the reader, the place in the draft that it speaks of. */
export interface Obstacle {
  code:
    | 'mechanism_missing'
    | 'title_missing'
    | 'ordinal_missing'
    | 'date_missing'
    | 'place_missing'
    | 'no_measures'
    | 'ordinals_repeat';
  params: Record<string, string | number>;
}

/**
 * The words of a draft are its source's own, each in one place: one that says something else, loses or doubles a word
 * is refused, whoever sent it.
 * @throws words_differ with the place of the first
 */
export function demandSound(source: string, draft: Draft): void {
  const [fault] = faults(source, draft);
  if (fault) throw new Problem('words_differ', { words: source.slice(...fault.range).slice(0, 40) });
}

/** What stands between a draft and its adoption. */
export function obstacles(draft: Draft, mechanismId: string | null): Obstacle[] {
  const { meeting, areas } = draft;
  const found: Obstacle[] = [];
  const add = (code: Obstacle['code'], params: Obstacle['params'] = {}) => found.push({ code, params });

  if (!mechanismId) add('mechanism_missing');
  if (!meeting.title?.trim()) add('title_missing');
  if (!meeting.ordinal || meeting.ordinal < 1) add('ordinal_missing');
  if (!isCalendarDate(meeting.date)) add('date_missing');
  if (!meeting.place?.trim()) add('place_missing');
  if (!areas.some(({ measures }) => measures.length > 0)) add('no_measures');
  if (repeats(areas.map(({ ordinal }) => ordinal))) add('ordinals_repeat', { area: '' });

  for (const area of areas)
    if (repeats(area.measures.map(({ ordinal }) => ordinal))) add('ordinals_repeat', { area: area.ordinal });
  return found;
}

const repeats = (ordinals: number[]) => new Set(ordinals).size !== ordinals.length;
