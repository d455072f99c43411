const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NTHS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENTHS = TENS.map((ten) => ten.replace(/y$/, 'ieth'));

const any = (words: string[]): string => words.join('|');

/** "thirteen", "fifty-one", "51", for use in a regular expression that ignores case. */
export const COUNT = `(?:\\d{1,4}|(?:${any(TENS)})(?:[-\\s](?:${any(UNITS.slice(0, 9))}))?|${any([...UNITS].reverse())})`;
/** "Fourth", "twenty-first", "20th". */
export const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:${any(TENS)})[-\\s](?:${any(NTHS.slice(0, 9))})|${any([...NTHS].reverse())}|${any(TENTHS)})`;

/** The number that a word of COUNT or ORDINAL says; null where it is neither. */
export function readEnglishNumber(written: string): number | null {
  const figures = /^\d{1,4}/.exec(written);
  if (figures) return Number(figures[0]);
  const [first, second] = written.toLowerCase().split(/[-\s]/) as [string, string | undefined];
  const ten = Math.max(TENS.indexOf(first), TENTHS.indexOf(first));
  if (ten >= 0) return (ten + 2) * 10 + (second === undefined ? 0 : unitOf(second));
  return unitOf(first) || null;
}

function unitOf(word: string): number {
  return Math.max(UNITS.indexOf(word), NTHS.indexOf(word)) + 1;
}
