import { cutsCharacter } from '#contracts/draft-tree';
import type { Reading } from '#contracts/reading';

/** A place where a measure can be cut: in its running text, and in the source. */
export interface Cut {
  index: number;
  at: number;
}

const SENTENCE = /[。；！？;!?]["”’」』）)]*|\.["”’)]*(?=\s)/gu;
const CLAUSE = /[，,、：:]/gu;

/** Where sentences end in a measure; where none does, clauses; where there is none either, every character. */
export function cutsOf(source: string, reading: Reading): Cut[] {
  const { text } = reading;
  for (const mark of [SENTENCE, CLAUSE]) {
    const cuts = [...text.matchAll(mark)].flatMap(({ 0: found, index }) =>
      cutAt(source, reading, index + found.length),
    );
    if (cuts.length > 0) return cuts;
  }
  return reading.at.flatMap((_, index) => cutAt(source, reading, index));
}

/** The cut before a character of the running text; none at its ends, in white space or inside a character. */
export function cutAt(source: string, { text, at }: Reading, index: number): Cut[] {
  let next = index;
  while (text[next] === ' ') next += 1;
  const place = at[next];
  if (next <= 0 || place === undefined || cutsCharacter(source, place)) return [];
  return [{ index: next, at: place }];
}
