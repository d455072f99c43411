import type { Draft, DraftArea, DraftLeftOut, DraftMeasure, Range } from './draft.js';
import { gapsOf, isBlank } from './draft-account.js';
import { rehung } from './draft-hung.js';
import { gapsIn, isSpace, readRange, unspaced } from './reading.js';

/** Where in the tree a piece stands: an area, and the place of a measure in it; -1 is the area's heading. */
export interface Place {
  area: number;
  measure: number;
}

/** The piece of the register that begins at a place of the source. */
export function placeOf({ areas }: Draft, start: number): Place | null {
  for (const [area, { range, measures }] of areas.entries()) {
    if (range[0] === start) return { area, measure: -1 };
    const measure = measures.findIndex((one) => one.range[0] === start);
    if (measure !== -1) return { area, measure };
  }
  return null;
}

/** A range without the white space, and without what is left out, at its ends; null where no word remains. */
export function trimmed(source: string, range: Range, leftOut: readonly DraftLeftOut[]): Range | null {
  const { at } = readRange(source, range, gapsOf({ leftOut }));
  return at.length === 0 ? null : [at[0]!, at.at(-1)! + 1];
}

const words = (source: string, range: Range, leftOut: readonly DraftLeftOut[]) =>
  readRange(source, range, gapsIn(gapsOf({ leftOut }), range)).text;

/** A measure with the words of its range; its number is given to it when the tree is settled. */
export const measureOf = (
  source: string,
  range: Range,
  marker: Range | null,
  leftOut: readonly DraftLeftOut[],
  ordinal = 0,
): DraftMeasure => ({ ordinal, text: words(source, range, leftOut), range, marker });

export const titleOf = (source: string, range: Range, leftOut: readonly DraftLeftOut[]): string =>
  unspaced(words(source, range, leftOut));

/** The draft with another tree: what is left out in order and joined, numbers without a clash. */
export function settled(source: string, before: Draft, areas: DraftArea[], leftOut: DraftLeftOut[]): Draft {
  const rows = areas.map((area) => {
    const was = before.areas.find(({ range }) => range[0] === area.range[0]);
    return { ...area, measures: numbered(area.measures, was?.measures) };
  });
  const { areas: hung, left } = rehung(before.areas, numbered(rows, before.areas));
  const lost = left.map((range): DraftLeftOut => ({ range, reason: 'unrecognised' }));
  return { ...before, areas: hung, leftOut: joined(source, [...leftOut, ...lost]) };
}

const counts = (pieces: readonly { ordinal: number }[]) =>
  pieces.every(({ ordinal }, index) => ordinal === index + 1);

/** A list that counted from one goes on doing so; in another, numbers stay as printed and only rise where they must. */
function numbered<T extends { ordinal: number }>(pieces: T[], was: readonly T[] = []): T[] {
  const counting = counts(was);
  let last = 0;
  return pieces.map((piece, index) => {
    last = counting ? index + 1 : Math.max(last + 1, piece.ordinal);
    return piece.ordinal === last ? piece : { ...piece, ordinal: last };
  });
}

/** In the order of the text; neighbours with one reason and only white space between them are one piece. */
function joined(source: string, leftOut: DraftLeftOut[]): DraftLeftOut[] {
  const pieces: DraftLeftOut[] = [];
  for (const piece of leftOut.toSorted((a, b) => a.range[0] - b.range[0])) {
    const last = pieces.at(-1);
    if (last?.reason === piece.reason && isBlank(source, [last.range[1], piece.range[0]]))
      pieces[pieces.length - 1] = { ...last, range: [last.range[0], piece.range[1]] };
    else pieces.push(piece);
  }
  return pieces;
}

/** A range less some others (in order): the words that remain of it. */
export function without(source: string, [start, end]: Range, others: readonly Range[]): Range[] {
  const rest: Range[] = [];
  let from = start;
  for (const [a, b] of [...others, [end, end] as Range]) {
    const piece = trimmed(source, [from, Math.max(from, Math.min(a, end))], []);
    if (piece) rest.push(piece);
    from = Math.max(from, b);
  }
  return rest;
}

/** Whether a cut here would part the two halves of one character. */
export const cutsCharacter = (source: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(source.charAt(at)) && /[\uD800-\uDBFF]/.test(source.charAt(at - 1));

const NUMBER =
  /^(?:[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]|(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、．)）]|\.(?!\d))|[①-⑳])\s*(?=\S)/;

/** A number at the head of words that were left out, apart from what it numbers. */
export function numberApart(source: string, range: Range): { marker: Range | null; range: Range } {
  const printed = NUMBER.exec(source.slice(range[0], Math.min(range[1], range[0] + 12)))?.[0];
  if (printed === undefined) return { marker: null, range };
  let end = range[0] + printed.length;
  const start = end;
  while (isSpace(source.charCodeAt(end - 1))) end--;
  return { marker: [range[0], end], range: [start, range[1]] };
}
