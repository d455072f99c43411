import type { Draft, DraftLeftOut, PlacedDraft, PlacedWords, Range } from './draft.js';
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
export const registerOf = ({ areas }: Pick<PlacedDraft, 'areas'>): Range[] =>
  areas.flatMap((area) => [area, ...area.measures, ...hungOn(area)].flatMap(placesOf));

/** Sub-items lie in their measure, some in others; all together are no longer than so many of it. */
const DEPTH = 8;

/**
 * Holds the places of a draft against its source, before a word of them is read: each word of the source is in one
 * piece of the register, or left out, or else told of the meeting and its documents. Empty where all is accounted for.
 */
export function misplaced(source: string, draft: PlacedDraft): Fault[] {
  const gaps = gapsOf(draft);
  const found = overlaps(source, registerOf(draft), gaps);
  if (found.length > 0) return found;
  const blank = ({ range }: PlacedWords) => !hasWords(source, range, gapsIn(gaps, range));
  for (const area of draft.areas) {
    for (const { range } of [area, ...area.measures, ...hungOn(area)].filter(blank))
      found.push({ code: 'text_differs', range });
    for (const { range, parts = [] } of area.measures) {
      const inside = parts.flatMap(withFields);
      const stray = inside.filter(
        (part) => part.range[0] < range[0] || part.range[1] > range[1] || blank(part),
      );
      found.push(...stray.map((part): Fault => ({ code: 'overlap', range: part.range })));
      const length = inside.reduce((sum, part) => sum + part.range[1] - part.range[0], 0);
      if (length > DEPTH * (range[1] - range[0])) found.push({ code: 'overlap', range });
    }
  }
  return [...found, ...lost(source, draft).map((range): Fault => ({ code: 'lost', range }))];
}

/** Holds a draft against its source: its pieces are in their places, and titles and texts are the words there. */
export function faults(source: string, draft: Draft): Fault[] {
  const found = misplaced(source, draft);
  if (found.length > 0) return found;
  const gaps = gapsOf(draft);
  const differs = (words: string, { range }: PlacedWords, tidy = (read: string) => read) => {
    const read = tidy(readRange(source, range, gapsIn(gaps, range)).text);
    if (read !== words) found.push({ code: 'text_differs', range });
  };
  for (const area of draft.areas) {
    differs(area.title, area, unspaced);
    const parts = area.measures.flatMap((measure) => measure.parts ?? []).flatMap(withFields);
    for (const words of [...area.measures, ...hungOn(area), ...parts]) differs(words.text, words);
  }
  return found;
}

const withFields = <Words extends PlacedWords>(part: Words & { agency?: Words; status?: Words }): Words[] =>
  [part, part.agency, part.status].filter((words) => words !== undefined);

/** Whether anything but white space and gaps stands in a range. */
function hasWords(source: string, [start, end]: Range, gaps: readonly Range[]): boolean {
  let from = start;
  for (const [a, b] of [...gaps, [end, end]] as const) {
    if (from < a && !isBlank(source, [from, a])) return true;
    from = b;
  }
  return false;
}

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
export function lost(source: string, draft: PlacedDraft): Range[] {
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
