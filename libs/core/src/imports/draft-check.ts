import type { Draft } from '#contracts/draft';
import { isCalendarDate } from '#core/calendar/calendar-date';
import { readRange } from '#contracts/reading';

/** Why a draft cannot be adopted yet: a code for the reader, the place in the draft that it speaks of. */
export interface Obstacle {
  code:
    | 'mechanism_missing'
    | 'title_missing'
    | 'ordinal_missing'
    | 'date_missing'
    | 'place_missing'
    | 'no_measures'
    | 'area_title_missing'
    | 'ordinals_repeat'
    | 'text_differs';
  params: Record<string, string | number>;
}

/**
 * What stands between a draft and its adoption. The words of a measure must be the source's own: a draft that
 * says something else than its range is refused, whoever sent it.
 */
export function obstacles(source: string, draft: Draft, mechanismId: string | null): Obstacle[] {
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

  const gaps = draft.leftOut.map(({ range }) => range);
  for (const area of areas) {
    if (!area.title.trim()) add('area_title_missing', { area: area.ordinal });
    if (repeats(area.measures.map(({ ordinal }) => ordinal))) add('ordinals_repeat', { area: area.ordinal });
    for (const { ordinal, text, range } of area.measures) {
      const [start, end] = range;
      const inside = gaps.filter(([from, to]) => from >= start && to <= end);
      if (
        start >= end ||
        end > source.length ||
        text === '' ||
        readRange(source, range, inside).text !== text
      ) {
        add('text_differs', { area: area.ordinal, measure: ordinal });
      }
    }
  }
  return found;
}

const repeats = (ordinals: number[]) => new Set(ordinals).size !== ordinals.length;
