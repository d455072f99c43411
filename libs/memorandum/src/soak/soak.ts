import type { Draft, Range } from '#contracts/draft';
import { parseMemorandum, type ParseResult } from '../parse.js';
import { han, set, simplified, type Specimen, traditional } from '../specimen.js';
import { type Family, nested, randomOf } from '../specimen-nested.js';

export interface Tally {
  inputs: number;
  read: number;
  refused: number;
  characters: number;
  /** Of the slowest input of any size, reckoned for a million characters. */
  slowest: { seed: number; secondsAMillion: number };
}

/** Shorter inputs tell nothing of the time that long ones take. */
const TELLING = 20_000;

/** Parses so many inputs by seed; throws with the seed where one crashes or loses a word. */
export function soak(from: number, count: number): Tally {
  const tally: Tally = {
    inputs: 0,
    read: 0,
    refused: 0,
    characters: 0,
    slowest: { seed: from, secondsAMillion: 0 },
  };
  for (let seed = from; seed < from + count; seed++) {
    const text = inputOf(seed);
    let result;
    let took;
    try {
      [result, took] = timed(text);
      // The first inputs of a kind find the program cold.
      for (let again = 0; again < 2 && took > text.length / 1000; again++)
        took = Math.min(took, timed(text)[1]);
    } catch (error) {
      throw new Error(`seed ${seed} crashes`, { cause: error });
    }
    const secondsAMillion = (took * 1000) / Math.max(text.length, 1);
    if (text.length >= TELLING && secondsAMillion > tally.slowest.secondsAMillion)
      tally.slowest = { seed, secondsAMillion };
    const lost = result.ok ? firstLost(text, result.draft) : -1;
    if (lost !== -1) throw new Error(`seed ${seed} loses ${JSON.stringify(text.slice(lost, lost + 20))}`);
    tally.inputs++;
    tally.characters += text.length;
    if (result.ok) tally.read++;
    else tally.refused++;
  }
  return tally;
}

function timed(text: string): [ParseResult, number] {
  const start = performance.now();
  const result = parseMemorandum(text);
  return [result, performance.now() - start];
}

/** The place of the first character that is no white space and in no piece of the draft; -1 where there is none. */
function firstLost(source: string, draft: Draft): number {
  const covered = new Uint8Array(source.length);
  const cover = (range: Range | null): void => void (range && covered.fill(1, ...range));
  for (const area of draft.areas) {
    for (const { range, marker } of [area, ...(area.headings ?? []), ...area.measures]) {
      cover(range);
      cover(marker);
    }
    for (const measure of area.measures) {
      for (const piece of [measure, ...(measure.parts ?? [])]) {
        for (const words of [piece, piece.agency, piece.status]) {
          cover(words?.range ?? null);
          cover(words?.marker ?? null);
        }
      }
    }
  }
  for (const { range } of [...draft.metadata, ...draft.leftOut, ...draft.signedDocuments]) cover(range);
  return covered.findIndex((held, i) => held === 0 && /\S/.test(source[i]!));
}

const RUBBLE = [
  '一、',
  '（一）',
  '1. ',
  '2.',
  '(1)',
  '①',
  '第一條 ',
  'I. ',
  '• ',
  '◆',
  '——',
  '====',
  '《',
  '》',
  '：',
];
const WORDS = [
  '合作',
  '雙方簽署',
  '备忘录',
  '第三次會議',
  '舉行',
  '。',
  '；',
  '，',
  ' ',
  '\n',
  '\n\n',
  '\f',
  '\t',
  'Area',
];
const ODD = [
  '\u0000',
  '\ud800',
  '\u3000',
  '\u00a0',
  '\r\n',
  '０',
  '（',
  '）',
  '二〇二四年五月六日',
  '政府與',
  '率領',
  '在',
];
const SPECIMENS: Specimen[] = [traditional, simplified];

/** What one kind of reader or another looks at twice, over and over: on one line, or on one line each. */
const OVER_AND_OVER = [
  ...[
    '1234567890',
    '年月日',
    '2023年5月11日',
    ' ',
    '\u00a0x',
    '（',
    '（）',
    '「『',
    '（一）',
    '一、',
    '—',
    '- ',
  ],
  ...[
    '、；',
    '。',
    '合作。2. 交流。3. ',
    '合作。二、教育 1. ',
    '雙方合作交流，',
    '簽署《',
    '由甲和',
    '在甲舉行',
    'A. ',
    '\t',
  ],
  ...[
    'a',
    '合作',
    '一、金融',
    '金融',
    '合作：',
    '• 合作',
    '第一條',
    '第一章 金融',
    'Article 1',
    '**a**',
    '————',
    '\t合作',
  ],
];
const LONGEST = 200_000;

/** One piece over and over by itself, in brackets within brackets, or in a measure of a list. */
function monotonous(random: () => number, pick: <T>(of: readonly T[]) => T): string {
  const size = random() < 0.05 ? LONGEST : 4_000;
  const piece = pick(OVER_AND_OVER) + pick(['', '', '\n']);
  const much = piece.repeat(Math.ceil(size / piece.length));
  const setting = random();
  if (setting < 0.4) return much;
  if (setting < 0.5) return '（'.repeat(size / 4) + much + '）'.repeat(size / 4);
  const text = set(pick(SPECIMENS), { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` });
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + much + text.slice(at);
}

/** Rubble, one piece over and over, headings within headings, or a memorandum with rubble thrown in. */
function inputOf(seed: number): string {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const piece = (): string => pick(pick([RUBBLE, WORDS, ODD]));
  const pieces = (n: number): string => Array.from({ length: n }, piece).join('');
  // One in fifty is long.
  const size = random() < 0.02 ? 20_000 : 200;
  const kind = random();
  if (kind < 0.25) return pieces(Math.floor(random() * size));
  if (kind < 0.4) return pieces(1 + Math.floor(random() * 4)).repeat(Math.floor(random() * size));
  if (kind < 0.5) return monotonous(random, pick);
  const text = kind < 0.6 ? nestedText(seed, pick) : specimenText(pick);
  const marks = Array.from({ length: Math.floor(random() * 5) }, () => Math.floor(random() * text.length));
  return marks.reduce((mangled, at) => {
    const end = at + (random() < 0.5 ? 0 : Math.floor(random() * 40));
    return mangled.slice(0, at) + piece() + mangled.slice(end);
  }, text);
}

const specimenText = (pick: <T>(of: readonly T[]) => T): string =>
  set(pick(SPECIMENS), {
    area: (n) => `${han(n)}、`,
    measure: pick([(n: number) => `${n}. `, (n: number) => `(${n})`, () => '• ']),
  });

function nestedText(seed: number, pick: <T>(of: readonly T[]) => T): string {
  const families = pick<Family[]>([
    ['chapter', 'han', 'han_bracketed', 'figure'],
    ['han', 'han_bracketed', 'figure'],
    ['article', 'figure'],
  ]);
  const { text } = nested({
    ...{
      language: pick(['traditional', 'simplified']),
      families,
      subItems: 'circled',
      wrap: pick([null, 40]),
    },
    ...{ indent: false, stop: pick(['。', '']), countsOn: false, blank: false, seed },
  });
  return text;
}
