import { foldCharacter } from '#i18n/fold';
import { wordings } from './wordings.js';

/** What is compared: two characters side by side, or the stem of a Latin word; and where it stands, in UTF-16 units. */
export interface Gram {
  key: string;
  start: number;
  end: number;
}

interface Unit extends Gram {
  han: boolean;
}

/** What "strengthen", "strengthened" and "strengthening" have in common. */
const stem = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:ing|ed|es|s)$/, '')
    .slice(0, 6);

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: word, index } of text.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    const han = /^\p{Script=Han}/u.test(word);
    const key = han ? foldCharacter(word) : stem(word);
    units.push({ key, han, start: index, end: index + word.length });
  }
  for (let at = 0; at + 1 < units.length; at += 1) {
    const [first, second] = [units[at]!, units[at + 1]!];
    const same = wordings.get(first.key + second.key);
    if (same === undefined) continue;
    [first.key, second.key] = [...same] as [string, string];
    at += 1;
  }
  return units;
}

/**
 * A text as what it is compared by: in whichever script, punctuation, spaces and line breaks left out. A text of one
 * character is compared by that.
 */
export function gramsOf(text: string): Gram[] {
  const units = unitsOf(text);
  const grams = units.flatMap((unit, at): Gram[] => {
    if (!unit.han) return [unit];
    const next = units[at + 1];
    return next?.han ? [{ key: unit.key + next.key, start: unit.start, end: next.end }] : [];
  });
  return grams.length > 0 ? grams : units;
}

/** Whether a text is written in Latin letters rather than in Han characters, which take the place of some three. */
export function isLatin(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin > han * 3;
}
