import type { Draft, Range } from '#contracts/draft';
import { parseMemorandum } from '../parse.js';
import { set, simplified, type Specimen, traditional } from '../specimen.js';

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
    const start = performance.now();
    let result;
    try {
      result = parseMemorandum(text);
    } catch (error) {
      throw new Error(`seed ${seed} crashes`, { cause: error });
    }
    const secondsAMillion = ((performance.now() - start) * 1000) / Math.max(text.length, 1);
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

/** Rubble, one piece over and over, or a memorandum with rubble thrown in. */
function inputOf(seed: number): string {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const piece = (): string => pick(pick([RUBBLE, WORDS, ODD]));
  const pieces = (n: number): string => Array.from({ length: n }, piece).join('');
  // One in fifty is long.
  const size = random() < 0.02 ? 20_000 : 200;
  const kind = random();
  if (kind < 0.3) return pieces(Math.floor(random() * size));
  if (kind < 0.5) return pieces(1 + Math.floor(random() * 4)).repeat(Math.floor(random() * size));
  const text = set(pick(SPECIMENS), {
    area: (n) => `${n}、`.replace(/\d+/, (figure) => '一二三四五六七八九'[Number(figure) - 1]!),
    measure: pick([(n: number) => `${n}. `, (n: number) => `(${n})`, () => '• ']),
  });
  const marks = Array.from({ length: Math.floor(random() * 5) }, () => Math.floor(random() * text.length));
  return marks.reduce((mangled, at) => {
    const end = at + (random() < 0.5 ? 0 : Math.floor(random() * 40));
    return mangled.slice(0, at) + piece() + mangled.slice(end);
  }, text);
}

/** mulberry32: the same numbers for the same seed everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
