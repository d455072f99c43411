import { strict as assert } from 'node:assert';
import type { Draft, Range } from '#contracts/draft';
import { faults } from '#contracts/draft-account';
import { readRange } from '#contracts/reading';
import { toLines } from '../lines.js';
import { normalise } from '../normalise.js';
import { parseMemorandum, type ParseResult } from '../parse.js';
import { shortTitle } from '../short-title.js';

// What holds of any text whatever. Each throws where it does not: the specs try a few hundred texts, the soak many more.

/** A text is read with every word accounted for, or refused with what was looked for; this tells which. */
export function isReadWhole(source: string): boolean {
  const result = parseMemorandum(source);
  holdsResult(source, result);
  return result.ok;
}

export function holdsResult(source: string, result: ParseResult): void {
  if (result.ok) holdsDraft(source, result.draft);
  else assert(result.lookedFor.length > 0, 'refused for nothing');
}

function holdsDraft(source: string, draft: Draft): void {
  assert.deepEqual(faults(source, draft), []);
  const { areas, metadata, leftOut, signedDocuments, warnings } = draft;
  for (const { range } of [...metadata, ...leftOut, ...signedDocuments, ...warnings]) {
    assert(0 <= range[0] && range[0] < range[1] && range[1] <= source.length, `a piece at ${range.join()}`);
  }
  areUnique(areas);
  for (const { measures } of areas) areUnique(measures);
  const inOrder = areas.flatMap(({ range, measures }) => [
    range,
    ...measures.map((measure) => measure.range),
  ]);
  inOrder.forEach((range: Range, i) => assert(i === 0 || range[0] >= inOrder[i - 1]![1], 'out of order'));
}

function areUnique(pieces: { ordinal: number }[]): void {
  assert.equal(new Set(pieces.map(({ ordinal }) => ordinal)).size, pieces.length, 'an ordinal twice');
}

/** Each numbered line of a list is a measure of its own, or something is warned of. */
export function givesEachNumberedLine(lines: string[]): void {
  const result = parseMemorandum(lines.join('\n'));
  if (!result.ok || result.draft.warnings.length > 0) return;
  const measures = result.draft.areas.flatMap((area) => area.measures.map(({ text }) => text));
  assert.deepEqual(
    measures,
    lines.flatMap((line) => /^\d+\. (.*)/.exec(line)?.[1] ?? []),
  );
}

const solid = (text: string): string => text.replace(/\s/g, '');

/** Lines hold every character that is no white space, once. */
export function holdsLines(text: string): void {
  const lines = toLines(text);
  for (const line of lines) assert.equal(text.slice(...line.range), line.text);
  assert.equal(solid(lines.map((line) => line.text).join('')), solid(text));
}

/** Normalising loses nothing but white space, and does nothing twice. */
export function holdsNormalised(text: string): void {
  const once = normalise(text);
  assert.equal(solid(once), solid(text));
  assert.equal(normalise(once), once);
  assert.doesNotMatch(once, /[^\S ]| {2}|^ | $/);
}

/** A reading knows where each of its characters stood. */
export function holdsReading(text: string): void {
  const { text: read, at } = readRange(text, [0, text.length]);
  assert.equal(at.length, read.length);
  at.forEach((place, i) => {
    assert(
      read[i] === ' ' ? /\s/.test(text[place]!) : text[place] === read[i],
      `another character at ${place}`,
    );
    assert(i === 0 || place > at[i - 1]!, `out of order at ${place}`);
  });
}

/** A short title is words of its measure, 24 characters at most. */
export function holdsShortTitle(text: string): void {
  const title = shortTitle(text);
  assert([...title].length <= 24);
  assert(text.replace(/\s+/g, ' ').trim().includes(title));
  assert(title !== '' || text.trim() === '');
}
