import type { Range } from '#contracts/draft';
import { type Reading, readRange } from '#contracts/reading';

/** The running text of a piece of a source: what a measure's text is made of its range by. */
export function normalise(raw: string): string {
  return readRange(raw, [0, raw.length]).text;
}

/** Where units [start, end) of a reading stand in its source. */
export function rangeIn(reading: Reading, start: number, end: number): Range {
  return [reading.at[start]!, reading.at[end - 1]! + 1];
}
