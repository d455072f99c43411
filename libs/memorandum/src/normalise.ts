import type { Range } from '#contracts/draft';
import { isLineBreak, isSpace, joinsTight, LOOK } from './characters.js';

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

/** The running text of a piece of a source: what a measure's text is made of its range by. */
export function normalise(raw: string): string {
  return readRange(raw, [0, raw.length]).text;
}

/** Where units [start, end) of a reading stand in its source. */
export function rangeIn(reading: Reading, start: number, end: number): Range {
  return [reading.at[start]!, reading.at[end - 1]! + 1];
}

/** A heading set with a space between each two characters ("備 忘 錄") as the word that it is. */
export function unspaced(title: string): string {
  const parts = title.split(' ');
  return parts.length > 1 && parts.every((part) => /^\p{Script=Han}$/u.test(part)) ? parts.join('') : title;
}
