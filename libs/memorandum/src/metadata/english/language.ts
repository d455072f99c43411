import type { Sheet } from '../../sheet.js';

/** Enough of a text to tell what it is written in. */
const ENOUGH = 200_000;
/** What one Han character says takes some letters in English. */
const LETTERS = 6;

/** Whether a text is written in Latin letters, with a few Han characters in it at most. */
export function isEnglish({ source }: Sheet): boolean {
  let [latin, han] = [0, 0];
  const end = Math.min(source.length, ENOUGH);
  for (let i = 0; i < end; i++) {
    const code = source.charCodeAt(i);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
    else if (code >= 0x4e00 && code <= 0x9fff) han++;
  }
  return latin > 0 && latin >= han * LETTERS;
}
