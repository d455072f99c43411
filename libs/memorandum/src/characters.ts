import { isWide } from '#contracts/reading';

const WIDEST = 1000;

/**
 * Columns that a text takes in a fixed-width page: a Han character and the punctuation set like one take two.
 * Counted no further than any page is wide, so that a line of a megabyte costs nothing.
 */
export function columns(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length && width < WIDEST; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    width += isWide(code) || (code >= 0x2014 && code <= 0x2026) ? 2 : 1;
  }
  return width;
}
