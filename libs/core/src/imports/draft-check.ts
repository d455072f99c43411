import type { Draft, PlacedDraft } from '#contracts/draft';
import { misplaced } from '#contracts/draft-account';
import { worded } from '#contracts/draft-places';
import { limits } from '#contracts/limits';
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
 * A draft with the words of its source at its places: one that loses or doubles a word is refused, whoever sent it.
 * @throws words_differ with the place of the first
 */
export function soundDraft(source: string, places: PlacedDraft): Draft {
  const [fault] = misplaced(source, places);
  if (fault) throw new Problem('words_differ', { words: source.slice(...fault.range).slice(0, 40) });
  const draft = worded(source, places);
  if (draft.areas.some(({ title }) => title.length > limits.title)) throw new Problem('invalid');
  return draft;
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
