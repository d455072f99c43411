/** Signs that nobody sees: soft hyphens, spaces of no width, marks of direction. Words are not found through them. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069]/;
const SPACED =
  /(?<=[\p{Script=Han}，。、；：！？「」『』“”《》（）]) (?=[\p{Script=Han}，。、；：！？「」『』“”《》（）])/gu;
const NEXT_TO = /\p{Script=Han}(?=\p{Script=Han})/gu;
const SPACED_OUT = /\p{Script=Han} (?=\p{Script=Han})/gu;
/** A few headings set with spaces make no text that was recognised character by character. */
const FEWEST = 40;
/** Enough of a text to tell. */
const SAMPLE = 20_000;

/** A text without what only the program put there that it comes from. */
export function legible(text: string): string {
  const seen = UNSEEN.test(text) ? text.replace(new RegExp(UNSEEN, 'g'), '') : text;
  return isSpacedOut(seen) ? seen.replace(SPACED, '') : seen;
}

/** A picture that was turned into text, "支 持 兩 地": most characters stand by themselves. */
function isSpacedOut(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const spaced = count(sample, SPACED_OUT);
  return spaced >= FEWEST && spaced > 2 * count(sample, NEXT_TO);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
