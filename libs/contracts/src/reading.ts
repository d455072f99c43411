import type { Range } from './draft.js';

// How a piece of a source is read as running text: the same in the parser, on the screen that edits a draft, and where
// a draft is held against its source.

/** A text made ready to read, with the place in the source of each of its UTF-16 units. */
export interface Reading {
  text: string;
  at: number[];
}

/**
 * Reads a range of the source as running text: a line break between Han characters is nothing, between Latin words a
 * space; a true space inside a line stays, as one space; what lies in `gaps` (sorted) is passed over like a line break.
 */
export function readRange(source: string, [start, end]: Range, gaps: readonly Range[] = []): Reading {
  const words: string[] = [];
  const at: number[] = [];
  let gap = 0;
  let i = start;
  while (i < end) {
    const first = i;
    let broken = false;
    for (; i < end; i++) {
      while (gap < gaps.length && gaps[gap]![1] <= i) gap++;
      const inGap = gap < gaps.length && gaps[gap]![0] <= i;
      const code = source.charCodeAt(i);
      if (!inGap && !isSpace(code)) break;
      broken ||= inGap || isLineBreak(code);
    }
    if (i >= end) break;
    if (
      at.length > 0 &&
      !(
        broken &&
        joinsTight(
          source.slice(Math.max(start, at.at(-1)! - LOOK), at.at(-1)! + 1),
          source.slice(i, Math.min(end, i + LOOK)),
        )
      )
    ) {
      words.push(' ');
      at.push(first);
    }
    const word = i;
    const limit = gap < gaps.length ? Math.min(end, gaps[gap]![0]) : end;
    for (; i < limit && !isSpace(source.charCodeAt(i)); i++) at.push(i);
    words.push(source.slice(word, i));
  }
  return { text: words.join(''), at };
}

/** Of sorted gaps, those that begin inside a range; found by halving, since a long text has many of both. */
export function gapsIn(gaps: readonly Range[], [start, end]: Range): Range[] {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]![0] < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < gaps.length && gaps[to]![0] < end) to++;
  return gaps.slice(low, to);
}

/** A heading set with a space between each two characters ("備 忘 錄") as the word that it is. */
export function unspaced(title: string): string {
  const parts = title.split(' ');
  return parts.length > 1 && parts.every((part) => /^\p{Script=Han}$/u.test(part)) ? parts.join('') : title;
}

/** Unicode's white space as JavaScript's `\s` has it, so that "every non-space character" means the same everywhere. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isLineBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x2028 || code === 0x2029;
}

/** Characters of a script that writes no space between words, with their full-width punctuation. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
  );
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x1fff)
  );
}

/** How many characters tell it, if any does. */
export const LOOK = 8;

/** The nearest character that tells the script, past quotes and brackets that stand in either; 0 where there is none. */
function teller(text: string, from: number, step: 1 | -1): number {
  for (let i = from, seen = 0; i >= 0 && i < text.length && seen < LOOK; i += step, seen++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (step === -1) return 0;
      continue;
    }
    if (isWide(code) || isLetterOrDigit(code)) return code;
  }
  return 0;
}

/**
 * Whether a line break between these words, or as much of them as tells, stood for nothing: beside Han characters, and
 * after a hyphen or a slash, it did; between Latin words it stood for a space.
 */
export function joinsTight(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  if (isWide(last) || isWide(after.charCodeAt(0))) return true;
  if (isWide(teller(before, before.length - 1, -1)) || isWide(teller(after, 0, 1))) return true;
  return (
    (last === 0x2d || last === 0x2f) &&
    before.length > 1 &&
    isLetterOrDigit(before.charCodeAt(before.length - 2))
  );
}
