import { fold } from '#i18n/fold';
import { endsSentence, type Line } from './lines.js';

/**
 * Where in a text its whole begins again in the other script or in English; null where it does not. Such a text is one
 * register, not two: the first version is it.
 */
export function translationAt(lines: Line[]): number | null {
  return englishAt(lines) ?? otherScriptAt(lines);
}

const HAN = /\p{Script=Han}/u;
const FEWEST_LINES = 5;

/** The lines after the last with a Han character, if they are about as many as the Chinese lines before. */
function englishAt(lines: Line[]): number | null {
  const at = lines.findLastIndex(({ text }) => HAN.test(text)) + 1;
  const tail = lines.slice(at);
  if (at < FEWEST_LINES || tail.length < FEWEST_LINES) return null;
  if (tail.length * 2 < at || at * 4 < tail.length) return null;
  const chinese = lines.slice(0, at).filter(({ text }) => HAN.test(text)).length;
  // A running head in Chinese makes no Chinese version.
  if (chinese * 4 < at * 3) return null;
  return tail.filter(({ text }) => /[a-z]{2}.*\s[a-z]/i.test(text)).length * 2 >= tail.length ? at : null;
}

const LONGEST_TITLE = 40;
const MOST_TRIED = 12;
/** Of the words of a version in the other script so many stand in the first, and so many only when both are folded. */
const SAME = 0.85;
const DIFFERENT = 0.1;

/** A short line comes again, and what follows it is what followed it, in the other script. */
function otherScriptAt(lines: Line[]): number | null {
  const size = lines.reduce((sum, { text }) => sum + text.length, 0);
  const seen = new Set<string>();
  let before = 0;
  let tried = 0;
  for (const [at, { text }] of lines.entries()) {
    const short = text.length <= LONGEST_TITLE && !endsSentence(text);
    const key = short ? fold(text).replace(/\s+/g, '') : '';
    // As long as the first, give or take a preamble that is there once.
    if (seen.has(key) && before >= size * 0.4 && before <= size * 0.65) {
      if (++tried > MOST_TRIED) return null;
      if (isOtherScript(textOf(lines.slice(0, at)), textOf(lines.slice(at)))) return at;
    }
    if (short) seen.add(key);
    before += text.length;
  }
  return null;
}

const textOf = (lines: Line[]): string => lines.map(({ text }) => text.replace(/\s+/g, '')).join('');

function isOtherScript(first: string, second: string): boolean {
  const same = shareOf(fold(second), fold(first));
  return same >= SAME && shareOf(second, first) <= same - DIFFERENT;
}

/** How much of a text, two characters at a time, stands in another. */
function shareOf(text: string, other: string): number {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < other.length; i++) {
    const pair = other.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let found = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) found++;
    counts.set(pair, left - 1);
  }
  return text.length > 1 ? found / (text.length - 1) : 0;
}
