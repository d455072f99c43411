import { rangeIn } from '../../normalise.js';
import type { Paragraph } from '../../paragraphs.js';
import { type Findings, note } from '../findings.js';
import { nameAt, nameBefore, type Phrase } from './phrases.js';

const GOVERNMENT = /\bGovernment\b/g;
const BETWEEN_TWO = /^\s?(?:\([^()]{0,120}\)\s?)?,?\s?and\s(?:the\s)?$/;
const NONE = new Set<string>();
const OF_THE = new Set(['of', 'the']);
const PAIR =
  /(?<![\p{L}.'’])((?:[A-Z][\p{L}.'’]*\s){0,4}?[A-Z][\p{L}.'’]*)\s?[/–-]\s?([A-Z][\p{L}.'’]*(?:\s[A-Z][\p{L}.'’-]*){0,6})/u;
const TWO_NAMES =
  /(?<![\p{L}.'’])((?:[A-Z][\p{L}.'’]*\s){0,3}?[A-Z][\p{L}.'’]*)\sand\s(?:the\s)?([A-Z][\p{L}.'’]*(?:\s[A-Z][\p{L}.'’-]*){0,6})/u;
/** Words of a mechanism's or a document's name that belong to neither side's. */
const GENERIC =
  /\s?\b(?:Co-?operation|Joint|Economic|High[- ]?[Ll]evel|Strategic|Bilateral|Ministerial|Trade|Business|Security|Partnership|Dialogue|Conference|Committee|Council|Commission|Meeting|Forum|Summit|Annual|Regional|Inter[- ]?[Gg]overnmental|Free|Clean|Climate|Energy|Action|Work|Relations|Border|Roadmap|Agreement|Accord|Mechanism|Plan|Steering|Working|Sister)\b.*$/;
const REACHED =
  /(?<![\p{L}.'’])(?:[Tt]he\s)?((?:[A-Z][\p{L}.'’]*\s){0,3}?[A-Z][\p{L}.'’]*)\sand\s(?:the\s)?((?:[A-Z][\p{L}.'’]*\s){0,3}?[A-Z][\p{L}.'’]*)\s(?:reached|agreed?|have|will|held|share|reaffirm|commit|endures)/u;

/** The two sides: the governments as the text pairs them, else as the mechanism's name or the title does. */
export function readEnglishSides(
  prose: Paragraph[],
  mechanism: { paragraph: Paragraph; phrase: Phrase } | null,
  title: Paragraph | null,
  source: string,
  findings: Findings,
): void {
  const read =
    first(prose, governments) ??
    (mechanism &&
      within(
        mechanism.paragraph,
        mechanism.phrase,
        (text) => pairIn(text, PAIR) ?? pairIn(text, TWO_NAMES),
      )) ??
    (title &&
      within(title, { text: title.text, start: 0, end: title.text.length }, (text) => pairIn(text, PAIR))) ??
    first(prose, ({ text }) => pairIn(text, REACHED)) ??
    (title &&
      within(title, { text: title.text, start: 0, end: title.text.length }, (text) =>
        pairIn(text, TWO_NAMES),
      ));
  if (!read) return;
  findings.meeting.sides = read.sides.map(({ text }) => spelledOut(text, source));
  for (const { start, end } of read.sides) note(findings, 'side', rangeIn(read.paragraph, start, end));
}

interface Read {
  paragraph: Paragraph;
  sides: [Phrase, Phrase];
}

function first(prose: Paragraph[], read: (paragraph: Paragraph) => [Phrase, Phrase] | null): Read | null {
  for (const paragraph of prose) {
    const sides = read(paragraph);
    if (sides) return { paragraph, sides };
  }
  return null;
}

function within(
  paragraph: Paragraph,
  { text, start }: Phrase,
  read: (text: string) => [Phrase, Phrase] | null,
): Read | null {
  const sides = read(text);
  if (!sides) return null;
  const moved = sides.map((side) => ({ ...side, start: side.start + start, end: side.end + start }));
  return { paragraph, sides: moved as [Phrase, Phrase] };
}

/** "the Government of X and the Y Municipal Government". */
function governments({ text }: Paragraph): [Phrase, Phrase] | null {
  let before: Phrase | null = null;
  for (const match of text.matchAll(GOVERNMENT)) {
    const phrase = governmentAt(text, match.index);
    if (!phrase) continue;
    if (before && before.text !== phrase.text && BETWEEN_TWO.test(text.slice(before.end, phrase.start)))
      return [before, phrase];
    before = phrase;
  }
  return null;
}

function governmentAt(text: string, at: number): Phrase | null {
  const end = at + 'Government'.length;
  const head = nameBefore(text, end, NONE);
  const start = head ? head.start + (/^The\s/.test(head.text) ? 4 : 0) : at;
  const of = /^\sof\s(?:the\s)?(?=[A-Z])/.exec(text.slice(end, end + 10));
  const place = of && nameAt(text, end + of[0].length, OF_THE);
  if (place) return { text: text.slice(start, place.end), start, end: place.end };
  return start < at ? { text: text.slice(start, end), start, end } : null;
}

/** Enough of a text to hold the two names. */
const AHEAD = 2_000;

function pairIn(whole: string, shape: RegExp): [Phrase, Phrase] | null {
  const text = whole.slice(0, AHEAD);
  const match = shape.exec(text);
  if (!match) return null;
  const left = match[1]!.replace(/^(?:The|Renewed|New)\s/, '');
  const right = match[2]!.replace(GENERIC, '').trim();
  if (left === '' || right === '' || left === right || GENERIC.test(left)) return null;
  const leftAt = match.index + match[0].indexOf(match[1]!) + match[1]!.length - left.length;
  const rightAt = match.index + match[0].lastIndexOf(match[2]!);
  return [
    { text: left, start: leftAt, end: leftAt + left.length },
    { text: right, start: rightAt, end: rightAt + right.length },
  ];
}

/** "U.S." as the words that it stands for, where the text has them. */
export function spelledOut(name: string, source: string): string {
  const letters = name.replace(/\./g, '');
  if (!/^[A-Z]{2,5}$/.test(letters)) return name;
  const words = [...letters].map((letter) => `${letter}[a-z]{1,20}`).join('\\s(?:of\\s|the\\s){0,2}');
  return new RegExp(`\\b${words}\\b`).exec(source)?.[0] ?? name;
}

const PLAN =
  /^(?:[A-Za-z-]+\s)?((?:[A-Z][\p{L}.]*\s){0,3}?[A-Z][\p{L}.]*)\s(?:Open Government|National|Government)\b.*\bPlan\b/u;
const PLANS_ALONE =
  /\b[Tt]he (?:Federal |National |Central )?Government (?:commits|will|is committed|has committed)\b/;

/** The one government whose plan a text is. */
export function readOneSide(title: Paragraph | null, source: string, findings: Findings): void {
  const match = title && PLAN.exec(title.text);
  if (!match || !PLANS_ALONE.test(source)) return;
  const start = match.index + match[0].indexOf(match[1]!);
  findings.meeting.sides = [`${spelledOut(match[1]!, source)} Government`];
  note(findings, 'side', rangeIn(title, start, start + match[1]!.length));
}
