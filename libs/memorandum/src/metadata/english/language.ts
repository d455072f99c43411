import type { Sheet } from '../../sheet.js';

/** Enough of a text to tell what it is written in. */
const ENOUGH = 200_000;
/** What one Han character says takes some letters in English. */
const LETTERS = 6;

/** Whether a text is written in Latin letters, with a few Han characters in it at most. */
export function isEnglish({ lines }: Sheet): boolean {
  let [latin, han] = [0, 0];
  for (let index = 0, seen = 0; index < lines.length && seen < ENOUGH; index++) {
    const { text } = lines[index]!;
    const end = Math.min(text.length, ENOUGH - seen);
    for (let i = 0; i < end; i++) {
      const code = text.charCodeAt(i);
      if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
      else if (code >= 0x4e00 && code <= 0x9fff) han++;
    }
    seen += end;
  }
  return latin > 0 && latin >= han * LETTERS;
}
