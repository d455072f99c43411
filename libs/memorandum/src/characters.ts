/** Unicode's white space as JavaScript's `\s` has it, so that "every non-space character" means the same everywhere. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isLineBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x2028 || code === 0x2029;
}

/** Characters of a script that writes no space between words, with their full-width punctuation. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
  );
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x1fff)
  );
}

/** How many characters tell it, if any does. */
export const LOOK = 8;

/** The nearest character that tells the script, past quotes and brackets that stand in either; 0 where there is none. */
function teller(text: string, from: number, step: 1 | -1): number {
  for (let i = from, seen = 0; i >= 0 && i < text.length && seen < LOOK; i += step, seen++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (step === -1) return 0;
      continue;
    }
    if (isWide(code) || isLetterOrDigit(code)) return code;
  }
  return 0;
}

/**
 * Whether a line break between these words, or as much of them as tells, stood for nothing: beside Han characters, and
 * after a hyphen or a slash, it did; between Latin words it stood for a space.
 */
export function joinsTight(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  if (isWide(last) || isWide(after.charCodeAt(0))) return true;
  if (isWide(teller(before, before.length - 1, -1)) || isWide(teller(after, 0, 1))) return true;
  return (
    (last === 0x2d || last === 0x2f) &&
    before.length > 1 &&
    isLetterOrDigit(before.charCodeAt(before.length - 2))
  );
}

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
