import type { Words } from '#contracts/suggestions';
import type { Folded } from '#i18n/fold';

/** A text beside what it folds to: every rule looks into one script, and shows the words as they stand. */
export interface Foldable {
  text: string;
  folded: Folded;
}

/** The words that a stretch of the folded text was made of. */
export function wordsAt({ text, folded }: Foldable, start: number, end: number): Words {
  const from = folded.places[start] ?? text.length;
  // Up to where the last unit's own character ends, not to the next word: spaces between them belong to neither.
  const last = folded.places[end - 1] ?? from;
  const to = last + (text.codePointAt(last)! > 0xffff ? 2 : 1);
  return { words: text.slice(from, to), range: [from, to] };
}

/** The first match, as words of the text. */
export function firstWords(foldable: Foldable, pattern: RegExp): (Words & { match: RegExpExecArray }) | null {
  const match = pattern.exec(foldable.folded.text);
  return match ? { ...wordsAt(foldable, match.index, match.index + match[0].length), match } : null;
}
