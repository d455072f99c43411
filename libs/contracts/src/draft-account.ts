import type { Draft, DraftLeftOut, DraftPart, DraftWords, Range } from './draft.js';
import { hungOn, placesOf } from './draft-hung.js';
import { gapsIn, isSpace, readRange, unspaced } from './reading.js';

/** What a draft does to the words of its source that no draft may do. */
export interface Fault {
  code: 'overlap' | 'lost' | 'text_differs';
  range: Range;
}

/** What is left out, in the order of the text: inside a piece of the register it is a gap in its words. */
export const gapsOf = ({ leftOut }: { leftOut: readonly DraftLeftOut[] }): Range[] =>
  leftOut.map(({ range }) => range).sort((a, b) => a[0] - b[0]);

/** The ranges of the register: headings, measures with what is said below them, and the numbers before them. */
export const registerOf = ({ areas }: Pick<Draft, 'areas'>): Range[] =>
  areas.flatMap((area) => [area, ...area.measures, ...hungOn(area)].flatMap(placesOf));

/**
 * Holds a draft against its source. Each word of the source is in one piece of the register, or left out, or else told
 * of the meeting and its documents; titles and texts are the words of their ranges. Empty where all is accounted for.
 */
export function faults(source: string, draft: Draft): Fault[] {
  const gaps = gapsOf(draft);
  const found = overlaps(source, registerOf(draft), gaps);
  if (found.length > 0) return found;
  const differs = (words: string, { range }: { range: Range }, tidy = (read: string) => read) => {
    const read = tidy(readRange(source, range, gapsIn(gaps, range)).text);
    if (read === '' || read !== words) found.push({ code: 'text_differs', range });
  };
  for (const area of draft.areas) {
    differs(area.title, area, unspaced);
    for (const measure of [...area.measures, ...hungOn(area)]) differs(measure.text, measure);
    for (const { range, parts = [] } of area.measures) {
      for (const { text, ...part } of parts.flatMap(withFields)) {
        if (part.range[0] < range[0] || part.range[1] > range[1])
          found.push({ code: 'overlap', range: part.range });
        differs(text, part);
      }
    }
  }
  return [...found, ...lost(source, draft).map((range): Fault => ({ code: 'lost', range }))];
}

const withFields = (part: DraftPart): DraftWords[] =>
  [part, part.agency, part.status].filter((words) => words !== undefined);

/** Pieces over each other, outside the source or without a word; a gap lies wholly inside a piece or outside all. */
function overlaps(source: string, register: Range[], gaps: Range[]): Fault[] {
  const clash = (pieces: Range[]) =>
    pieces.filter(
      ([start, end], i) => start >= end || end > source.length || start < (pieces[i - 1]?.[1] ?? 0),
    );
  const pieces = register.toSorted((a, b) => a[0] - b[0]);
  const crossing = pieces.flatMap(([start, end]) =>
    gapsIn(gaps, [start, end])
      .filter((gap) => gap[1] > end || gap[0] === start || gap[1] === end)
      .concat(
        gapsIn(gaps, [0, start])
          .slice(-1)
          .filter((gap) => gap[1] > start),
      ),
  );
  return [...clash(pieces), ...clash(gaps), ...crossing].map((range) => ({ code: 'overlap', range }));
}

/** The words of a source that nothing in a draft claims. */
export function lost(source: string, draft: Draft): Range[] {
  const claimed = new Uint8Array(source.length);
  const others = [...draft.leftOut, ...draft.metadata, ...draft.signedDocuments].map(({ range }) => range);
  for (const [start, end] of [...registerOf(draft), ...others]) claimed.fill(1, start, end);
  const left: Range[] = [];
  for (let i = 0; i < source.length; i++) {
    if (claimed[i] || isSpace(source.charCodeAt(i))) continue;
    const last = left.at(-1);
    if (last && isBlank(source, [last[1], i])) last[1] = i + 1;
    else left.push([i, i + 1]);
  }
  return left;
}

export function isBlank(source: string, [start, end]: Range): boolean {
  for (let i = start; i < end; i++) if (!isSpace(source.charCodeAt(i))) return false;
  return true;
}
