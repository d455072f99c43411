import type { Draft, DraftMeasure } from '#contracts/draft';
import type { DueKind } from '#contracts/status';
import { isCalendarDate } from '#core/calendar/calendar-date';
import { foldInPlace } from '#i18n/fold';
import { dueOf } from '#memorandum/suggestions/due';
import { type Beside, besideAt } from './table-row.js';

/** A deadline as the source words it; which day it is, the two sides agree later. */
export interface Due {
  words: string;
  kind: DueKind;
}

/** What stands beside a measure: in the cells of its row, or in the lines below it. */
export function besideOf(text: string, { table }: Pick<Draft, 'table'>, measure: DraftMeasure): Beside {
  if (table) return besideAt(text, table, measure.range[0]);
  const { agency, status } = measure;
  return { leads: agency ? [agency.text] : [], deadline: null, status: status?.text ?? null };
}

/** What a source says of a measure's deadline: the cell of its row, or its own words; null where neither does. */
export function dueIn(
  text: string,
  draft: Pick<Draft, 'meeting' | 'table'>,
  measure: DraftMeasure,
): Due | null {
  const said = (words: string) => dueOf({ text: words, folded: foldInPlace(words) }, draft.meeting.date);
  const { deadline } = besideOf(text, draft, measure);
  if (deadline === null) {
    const found = said(measure.text);
    return found && { words: found.words, kind: found.kind };
  }
  // A cell under the heading of deadlines is one, however it words it.
  return { words: deadline, kind: isDay(deadline) ? 'fixed' : (said(deadline)?.kind ?? 'target') };
}

/** 2026/3/31, 31.3.2026, 2026-03-31 */
function isDay(cell: string): boolean {
  const parts = cell.split(/[/.-]/).map((part) => part.trim().padStart(2, '0'));
  return [parts, parts.toReversed()].some((each) => isCalendarDate(each.join('-')));
}
