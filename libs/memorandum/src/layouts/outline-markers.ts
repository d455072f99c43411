/** What an item of an English list begins with; items of one style stand on one level. */
export interface OutlineMarker {
  style: string;
  /** Its place in its list; null where a bullet says none. */
  value: number | null;
  /** Length of the marker with the white space after it. */
  length: number;
  /** What else it may be: "(i)" is the ninth letter or the first numeral, as the list before it tells. */
  other: { style: string; value: number } | null;
}

const FOLLOWED = '(?=\\s|$)';
const TITLED = '(?=\\s|$|[A-Z“"‘\'])';

const NUMBERED: { style: string; shape: RegExp }[] = [
  { style: 'figure', shape: new RegExp(`^(\\d{1,3})[.)]${TITLED}`) },
  { style: 'figure_bracketed', shape: new RegExp(`^[([](\\d{1,3})[)\\]]${TITLED}`) },
  { style: 'upper', shape: new RegExp(`^([A-Z]|[IVXL]{1,6})[.)]${FOLLOWED}`) },
  { style: 'upper_bracketed', shape: new RegExp(`^\\(([A-Z]|[IVXL]{1,6})\\)${TITLED}`) },
  { style: 'lower', shape: new RegExp(`^([a-z]|[ivxl]{1,6})\\.${FOLLOWED}`) },
  { style: 'lower_bracketed', shape: new RegExp(`^\\(?([a-z]|[ivxl]{1,6})\\)${TITLED}`) },
];

const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,4})[.)]?(?=\s|$)/;
const ARTICLE =
  /^(Article|Section|Chapter|Part|Area|Theme|Pillar|Priority|Goal|Objective|Cluster|Measure|Item|Project|Task|Action|Initiative)\s{1,4}(\d{1,3}(?:\.\d{1,3})?|[IVXL]{1,6}|[A-Z])\s{0,3}(?:[:.)—–-](?=\s)|(?=$|\s[A-Z“"]))/i;
/** COVID-19 begins a sentence too: with a single space after it, a code is one if its number is longer. */
const CODE =
  /^([A-Z]{1,5}-?\d{1,6})((?:\.\d{1,3}){0,3})(?:[:.)](?=\s)|(?=\s{2}|\t|$)|(?<=[A-Z]-?\d{3,6}(?:\.\d{1,3}){0,3})(?=\s["“‘']?[A-Z]))/;
const BULLET = /^(?:[•‣◦▪▫●○■□►▶➢➤✓✔·]|[*o–—-](?=\s))/;
/** "First, support…", as news agencies count. */
const COUNTED = /^(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?,\s/;
const COUNTS = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];
/** Spares every line of prose the rest. */
const BEGINS = /^(?:[EFNST][a-z]{4,8},\s|[([\d*•‣◦▪▫●○■□►▶➢➤✓✔·–—-]|[A-Za-z]{1,6}[.)\d\s-])/;
/** Enough of a line to hold any marker. */
const AHEAD = 40;

/** The number, letter, code or bullet that an English line begins with, or null. */
export function readOutlineMarker(line: string): OutlineMarker | null {
  const text = line.slice(0, AHEAD);
  const article = ARTICLE.exec(text);
  if (!article && !BEGINS.test(text)) return null;
  const marker = article ? articleOf(article) : readSign(text);
  if (!marker) return null;
  const rest = line.slice(marker.length);
  return { ...marker, length: marker.length + (rest.length - rest.trimStart().length) };
}

function articleOf([all, word, number]: RegExpExecArray): OutlineMarker | null {
  const value = /\d/.test(number!)
    ? Number(number!.split('.').at(-1))
    : (romanOf(number!) ?? letterOf(number!));
  return value === 0
    ? null
    : { style: `article ${word!.toLowerCase()}`, value, length: all.length, other: null };
}

function readSign(text: string): OutlineMarker | null {
  const counted = COUNTED.exec(text);
  if (counted)
    return {
      style: 'counted',
      value: COUNTS.indexOf(counted[1]!) + 1,
      length: counted[0].length,
      other: null,
    };
  const bullet = BULLET.exec(text);
  if (bullet) return { style: `bullet ${bullet[0]}`, value: null, length: bullet[0].length, other: null };
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    const parts = decimal[1]!.split('.');
    const style = `decimal ${parts.length}`;
    return { style, value: Number(parts.at(-1)), length: decimal[0].length, other: null };
  }
  const code = CODE.exec(text);
  if (code) {
    const depth = code[2]!.split('.').length - 1;
    return { style: `code ${depth}`, value: null, length: code[0].length, other: null };
  }
  for (const { style, shape } of NUMBERED) {
    const match = shape.exec(text);
    if (match) return numberOf(style, match[1]!, match[0].length);
  }
  return null;
}

function numberOf(style: string, written: string, length: number): OutlineMarker | null {
  if (/\d/.test(written)) {
    const value = Number(written);
    return value === 0 ? null : { style, value, length, other: null };
  }
  const roman = romanOf(written);
  const letter = written.length === 1 ? letterOf(written) : null;
  const numeral = { style: `${style} roman`, value: roman ?? 0 };
  if (letter === null) return roman === null ? null : { ...numeral, length, other: null };
  // A list of numerals begins with I; any other single letter is one unless the list before says otherwise.
  if (roman === 1) return { ...numeral, length, other: { style, value: letter } };
  return { style, value: letter, length, other: roman === null ? null : numeral };
}

function letterOf(written: string): number {
  return written.toUpperCase().charCodeAt(0) - 64;
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };

function romanOf(written: string): number | null {
  const figures = [...written.toUpperCase()].map((figure) => ROMAN[figure]);
  let total = 0;
  for (const [index, value] of figures.entries()) {
    if (value === undefined) return null;
    total += value < (figures[index + 1] ?? 0) ? -value : value;
  }
  return total;
}
