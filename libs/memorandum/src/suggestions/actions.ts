import type { Words } from '#contracts/suggestions';

/** Where a sentence ends; of a Latin stop, one before a capital, so that "No. 5" and "5.2" are whole. */
const END = /[。；！？;][」』”’）)]*|[.!?](?=\s+\p{Lu})/gu;
const ABBREVIATED = /(?:^|[\s(])(?:e\.g|i\.e|No|Nos|Mr|Mrs|Ms|Dr|St|vs|cf|etc|\p{Lu}(?:\.\p{Lu})*)$/u;
/** Less than this is no action. */
const SHORT = 8;

/**
 * The sentences of a measure, each of which may be an action of its own, in their words; none where the measure is one
 * sentence. A fragment belongs to the sentence before it.
 */
export function actionsOf(text: string): Words[] {
  const ends = [...text.matchAll(END)]
    .filter(
      ({ 0: mark, index }) => mark !== '.' || !ABBREVIATED.test(text.slice(Math.max(0, index - 12), index)),
    )
    .map(({ 0: mark, index }) => index + mark.length);
  const found: Words[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    const last = found.at(-1);
    if (words.trim().length >= SHORT)
      found.push({ words: words.trim(), range: [from, from + words.trim().length] });
    else if (last && words.trim() !== '') {
      last.range = [last.range[0], start + words.trimEnd().length];
      last.words = text.slice(...last.range);
    } else if (words.trim() !== '') continue; // goes on into the next one
    start = end;
  }
  return found.length > 1 ? found : [];
}
