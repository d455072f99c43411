import { Converter } from 'opencc-js/t2cn';
import { han, wrapAt } from './specimen.js';

/** A register of headings within headings, made up at random, and the text that it was set as. */
export interface Nested {
  text: string;
  /** Each area with its headings and its measures, sub-items and all. */
  areas: { title: string; headings: string[]; measures: string[] }[];
}

/** What the shape of such a text is drawn from. */
export interface NestedShape {
  language: 'traditional' | 'simplified' | 'english';
  /** Ways of numbering, from the areas down to the measures, and of the sub-items if there are any. */
  families: Family[];
  subItems: Family | null;
  wrap: number | null;
  indent: boolean;
  stop: '。' | '；' | '';
  /** Whether the headings of a level are numbered on from area to area. */
  countsOn: boolean;
  blank: boolean;
  /** How much stands under one heading at most; 4 if it is not said. */
  most?: number;
  seed: number;
}

export type Family = keyof typeof CHINESE | keyof typeof ENGLISH;

const roman = (n: number): string =>
  'X'.repeat(Math.floor(n / 10)) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10]!;
const letter = (n: number): string => String.fromCharCode(64 + n);

export const CHINESE = {
  part: (n: number) => `第${han(n)}部分 `,
  chapter: (n: number) => `第${han(n)}章　`,
  article: (n: number) => `第${han(n)}條：`,
  han: (n: number) => `${han(n)}、`,
  han_bracketed: (n: number) => `（${han(n)}）`,
  figure: (n: number) => `${n}. `,
  figure_tight: (n: number) => `${n}．`,
  figure_bracketed: (n: number) => `(${n}) `,
  circled: (n: number) => String.fromCharCode(0x245f + n),
};

export const ENGLISH = {
  article_en: (n: number) => `Article ${n}: `,
  roman: (n: number) => `${roman(n)}. `,
  letter: (n: number) => `${letter(n)}. `,
  figure_en: (n: number) => `${n}. `,
  figure_bracketed_en: (n: number) => `(${n}) `,
  lower: (n: number) => `(${letter(n).toLowerCase()}) `,
};

const TITLES = [
  '金融',
  '經貿合作',
  '推動科技創新',
  '教育',
  '醫療衞生和中醫藥',
  '文化、旅遊及體育',
  '“走出去”平台',
  '加強人才交流',
  '環保',
  '現代物流與航運',
  '青年發展',
  '城市規劃',
];
const STARTS = ['鼓勵兩地', '支持', '推動', '雙方每年', '探索', '合辦', '加強雙方在', '在青石市'];
const MIDDLES = [
  '銀行為中小企業設立聯合貸款窗口，並按需要增加名額',
  '中學結為姊妹學校（每年二十所），互訪一次',
  '實驗室共用儀器，費用由雙方分擔',
  '圖書館合編近代航運檔案的目錄，以“智慧檢索”方式公開',
  '護士培訓課程，涉及2.5億元，分三期進行',
];
const SUB = ['小學教師', '三、四線城市的學校', '職業學校', '社區診所', '公共圖書館'];

const TITLES_EN = [
  'Finance',
  'Trade and investment',
  'Promoting innovation',
  'Education',
  'Health and traditional medicine',
  'Culture, tourism and sports',
  'Youth development',
  'Logistics',
  'Environmental protection',
  'City planning',
];
const STARTS_EN = ['To encourage', 'To support', 'Promote', 'Explore', 'Jointly organise', 'Step up'];
const MIDDLES_EN = [
  'a joint loan window of the banks of both places, with more quota as needed',
  'sister schools that visit each other once a year',
  'the common use of instruments in laboratories, the cost being shared',
  'a catalogue of modern shipping archives (in three volumes)',
  'courses for nurses, in three phases',
];
const SUB_EN = ['primary schools', 'clinics in the community', 'vocational schools', 'public libraries'];

const toSimplified = (Converter as (scripts: { from: 'hk'; to: 'cn' }) => (text: string) => string)({
  from: 'hk',
  to: 'cn',
});

/** Sets a register at random in a shape. */
export function nested(shape: NestedShape): Nested {
  const english = shape.language === 'english';
  const random = randomOf(shape.seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const upTo = (n: number): number => 1 + Math.floor(random() * n);
  const inScript = (text: string): string => (shape.language === 'simplified' ? toSimplified(text) : text);
  const mark = (family: Family, n: number): string => inScript({ ...CHINESE, ...ENGLISH }[family](n));
  const stop = english ? (shape.stop === '；' ? ';' : shape.stop && '.') : shape.stop;
  const wrapped = (text: string): string =>
    english ? wrapEnglish(text, shape.wrap) : shape.wrap ? wrapAt(text, shape.wrap, '\n') : text;
  const lines: string[] = [];
  const set = (marker: string, words: string, level: number): void => {
    const text =
      (shape.indent && !english ? '　　' : ' '.repeat(english && shape.indent ? level * 2 : 0)) +
      marker +
      words;
    lines.push(wrapped(text));
    if (shape.blank) lines.push('');
  };
  const sentence = (): string =>
    english
      ? `${pick(STARTS_EN)} ${pick(MIDDLES_EN)}`
      : inScript(pick(STARTS) + pick(MIDDLES) + (random() < 0.3 ? `。${pick(STARTS)}${pick(MIDDLES)}` : ''));
  const used = new Set<string>();
  const title = (): string => {
    const own = english ? TITLES_EN : TITLES;
    for (let n = 2; ; n++) {
      const found = inScript(pick(own)) + (used.size >= own.length ? (english ? ` ${n}` : han(n)) : '');
      if (used.has(found)) continue;
      used.add(found);
      return found;
    }
  };

  // Parts that areas are counted on through only hold them together.
  const [first, second, ...below] = shape.families as [Family, Family, ...Family[]];
  const parted = shape.countsOn && below.length > 0 && !RUN_OUT.includes(second);
  const top = parted && (first === 'part' || first === 'chapter') ? 1 : 0;
  const counts: number[] = [];
  const areas: Nested['areas'] = [];
  const measure = (n: number, level: number): void => {
    const family = shape.families[level]!;
    if (shape.subItems && random() < 0.3) {
      const lead = english ? `${pick(STARTS_EN)} exchanges of:` : inScript(`${pick(STARTS)}下列機構的交流：`);
      const items = Array.from({ length: 1 + upTo(3) }, (_, i) => i);
      const words = items.map(() => inScript(english ? pick(SUB_EN) : pick(SUB)));
      const ends = items.map((i) => (i + 1 < items.length ? (english ? ';' : '；') : english ? '.' : '。'));
      set(mark(family, n), lead, level);
      items.forEach((i) => set(mark(shape.subItems!, i + 1), words[i]! + ends[i]!, level + 1));
      const joined = items.map((i) => mark(shape.subItems!, i + 1) + words[i]! + ends[i]!);
      areas.at(-1)!.measures.push([lead, ...joined].join(english ? ' ' : ''));
      return;
    }
    const words = sentence() + stop;
    set(mark(family, n), words, level);
    areas.at(-1)!.measures.push(words);
  };
  const branch = (level: number): void => {
    const last = level === shape.families.length - 1;
    const { most = 4 } = shape;
    const children = level === 0 ? 1 + upTo(most) : upTo(most);
    const countsOn = shape.countsOn && !RUN_OUT.includes(shape.families[level]!);
    if (!(countsOn && level > 0 && !last)) counts[level] = 0;
    for (let i = 0; i < children; i++) {
      const n = (counts[level] = (counts[level] ?? 0) + 1);
      if (last) {
        measure(n, level);
        continue;
      }
      const words = title();
      set(mark(shape.families[level]!, n), words, level);
      if (level === top) areas.push({ title: words, headings: [], measures: [] });
      else if (level > top) areas.at(-1)!.headings.push(words);
      branch(level + 1);
    }
  };
  branch(0);
  const front = (english ? FRONT_EN : FRONT.map(inScript)).map(wrapped);
  return { text: [...front, '', ...lines].join('\n'), areas };
}

/** Letters, of which there are not enough to count on. */
const RUN_OUT: Family[] = ['letter', 'lower', 'circled'];

const FRONT = [
  '青石白沙合作會議第三次會議',
  '合作備忘錄',
  '',
  '青石省人民政府與白沙市人民政府於2024年5月6日在白沙市舉行青石白沙合作會議第三次會議，同意如下。',
];
const FRONT_EN = [
  'Memorandum of the Third Meeting of the Greystone-Whitesand Co-operation Conference',
  '',
  'The Government of Greystone and the Government of Whitesand held the Third Meeting of the Greystone-Whitesand Co-operation Conference in Whitesand on 6 May 2024.',
];

function wrapEnglish(text: string, width: number | null): string {
  if (width === null) return text;
  const lines: string[] = [];
  let line = /^ */.exec(text)![0];
  const indent = line;
  for (const word of text.trim().split(' ')) {
    if (line.trim() !== '' && line.length + word.length + 1 > width * 1.6) {
      lines.push(line);
      line = indent;
    }
    line += (line.trim() === '' ? '' : ' ') + word;
  }
  return [...lines, line].join('\n');
}

/** mulberry32: the same numbers for the same seed everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
