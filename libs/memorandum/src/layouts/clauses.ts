import type { Range } from '#contracts/draft';
import { readNumber } from '../numerals.js';
import type { FoundPart } from './layout.js';

/** Where a clause begins that is counted, after a stop: 一是…；二是…。三是… */
const BEGINS = /(?<=^|[，。；：,;:]\s{0,2})([一二三四五六七八九十])[是要](?=\p{Script=Han}|[“「《])/gu;
/** One alone counts nothing. */
const FEWEST = 2;

/** The sub-items of a measure that are told by "一是…；二是…" in its words; undefined where there are none. */
export function clausesIn(source: string, [start, end]: Range): FoundPart[] | undefined {
  const words = source.slice(start, end);
  if (!/二[是要]/.test(words)) return undefined;
  const found = [...words.matchAll(BEGINS)];
  // A text that counts anew, or from elsewhere, is left as it is.
  const countsOn = found.every((match, i) => readNumber(match[1]!) === i + 1);
  if (!countsOn || found.length < FEWEST) return undefined;
  return found.map(({ 0: marker, index }, i) => {
    const at = index + marker.length;
    const text = words.slice(at, found[i + 1]?.index ?? words.length).trimEnd();
    return { marker: [start + index, start + at], range: [start + at, start + at + text.length] };
  });
}
