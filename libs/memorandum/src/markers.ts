import { isSpace } from '#contracts/reading';
import { readNumber } from './numerals.js';

/** Ways of numbering, each a level of its own: 第一部分 第一章 第一節 第一條 一、 （一） 1. 1.1 (1) ① 甲、 I. A. (a) (i) A1 領域一： 措施1： 一是 */
export type NumberStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han_bracketed'
  | 'decimal'
  | 'figure'
  | 'figure_bracketed'
  | 'circled'
  | 'roman'
  | 'letter'
  | 'letter_bracketed'
  | 'roman_small'
  | 'stem'
  | 'han_formal'
  | 'stem_bracketed'
  | 'code'
  | 'area'
  | 'measure'
  | 'clause'
  /** "1、" in a text that has "1." below it. */
  | 'figure_above'
  /** No sign at all: a few words alone above a list that begins anew. */
  | 'heading'
  /** A sign that says no number: where it tells levels apart, one for each sign. */
  | 'bullet'
  | `bullet ${string}`;

export interface Marker {
  style: NumberStyle;
  value: number;
  /** Length of the marker with the white space after it. */
  length: number;
}

const HAN = '[一二三四五六七八九十百〇零]{1,5}';
const FIGURE = '[0-9０-９]{1,3}';
const STEM = '甲乙丙丁戊己庚辛壬癸';
/** 壹貳參, as they are written where nothing must be altered; each with what it stands for. */
const FORMAL = '壹貳贰參叁肆伍陸陆柒捌玖拾';
const PLAIN = '一二二三三四五六六七八九十';

/** What 第三… counts, where it is not chapters. */
const ORDERED: Record<string, NumberStyle> = {
  ...{ 部分: 'part', 部份: 'part', 篇: 'part', 編: 'part', 编: 'part' },
  ...{ 節: 'section', 节: 'section', 條: 'article', 条: 'article' },
};
const OWN = '[款文例約约規规的所和與与至及到或中內内之將将以、]';
/** What follows a quantity: 2.5億元, 1.1倍. */
const UNIT =
  '[十百千億亿萬万元美港倍個个公平米噸吨年月日天小時时分秒折成級级度點点代版立畝亩英里厘毫克升兆吉次人家條条項项]';
/** 第三條 金融, 第三條：金融, 第三條金融; but 第三條款 and 第三條所述 are none. */
const ORDERED_SHAPE = new RegExp(
  `^第\\s?(${HAN}|${FIGURE})\\s?(部分|部份|[章篇編编節节條条])(?:[．.：:]|(?=\\s|$)|、(?!第)|(?!${OWN})(?=\\p{Script=Han}|[“「《]))`,
  'u',
);

interface Shape {
  style: NumberStyle;
  shape: RegExp;
}

const SHAPES: Shape[] = [
  { style: 'clause', shape: /^([一二三四五六七八九十])[是要](?=\p{Script=Han}|[“「《])/u },
  { style: 'han', shape: new RegExp(`^(${HAN})\\s?[、．.﹑]`) },
  { style: 'han_bracketed', shape: new RegExp(`^[（(﹙]\\s?(${HAN})\\s?[）)﹚]`) },
  { style: 'chapter', shape: ORDERED_SHAPE },
  {
    style: 'decimal',
    shape: new RegExp(
      `^[0-9０-９]{1,2}[.．]([0-9０-９]{1,3})[.．、]?(?=\\s|(?!${UNIT})\\p{Script=Han})`,
      'u',
    ),
  },
  // A figure after the stop makes it a decimal or a list of figures ("3、4月"), not a marker.
  { style: 'figure', shape: new RegExp(`^(${FIGURE})\\s?[.．、﹒](?![0-9０-９])`) },
  { style: 'figure_bracketed', shape: new RegExp(`^[（(﹙]?\\s?(${FIGURE})\\s?[）)﹚]`) },
  { style: 'circled', shape: /^([①-⑳㉑-㉟㊱-㊿])/ },
  { style: 'roman', shape: /^([IVXⅠ-Ⅻ]{1,5})[.．、](?=\s|\p{Script=Han})/u },
  { style: 'letter', shape: /^([A-HJ-UWYZ])[.．、](?=\s{0,4}\p{Script=Han})/u },
  { style: 'roman_small', shape: /^[（(﹙]?\s?([ivx]{1,5})\s?[）)﹚.．、](?=\s{0,4}[\p{Script=Han}“「《])/u },
  { style: 'han_formal', shape: new RegExp(`^([${FORMAL}]{1,3})[、．.]`) },
  // "甲、乙雙方" are the parties.
  { style: 'stem', shape: new RegExp(`^([${STEM}])[、．.](?![${STEM}])`) },
  { style: 'stem_bracketed', shape: new RegExp(`^[（(﹙]([${STEM}])[）)﹚]`) },
  { style: 'code', shape: /^[A-Z]([0-9]{1,2})[.．、]?(?=\s{1,4}[\p{Script=Han}“「《])/u },
  {
    style: 'area',
    shape: new RegExp(`^(?:[領领]域|[範范][疇畴]|[專专][題题]|板[塊块])\\s?(${HAN}|${FIGURE})\\s?[:：.．、]`),
  },
  {
    style: 'measure',
    shape: new RegExp(`^(?:(?:合作)?措施|(?:合作)?[項项]目|任[務务])\\s?(${HAN}|${FIGURE})\\s?[:：.．、]`),
  },
  { style: 'letter_bracketed', shape: /^[（(﹙]?\s?([a-hj-u])\s?[）)﹚](?=\s{0,4}[\p{Script=Han}“「《])/u },
];

/** What a marker can be by its first character, so that no line is held against all shapes. */
const STYLES_BY_FIRST: [RegExp, NumberStyle[]][] = [
  [/[一二三四五六七八九十百〇零]/, ['clause', 'han']],
  [/第/, ['chapter']],
  [/[（(﹙]/, ['han_bracketed', 'figure_bracketed', 'stem_bracketed', 'roman_small', 'letter_bracketed']],
  [/[0-9０-９]/, ['decimal', 'figure', 'figure_bracketed']],
  [/[①-⑳㉑-㉟㊱-㊿]/, ['circled']],
  [/[A-ZⅠ-Ⅻ]/, ['roman', 'letter', 'code']],
  [/[a-x]/, ['roman_small', 'letter_bracketed']],
  [/[甲乙丙丁戊己庚辛壬癸]/, ['stem']],
  [/[壹貳贰參叁肆伍陸陆柒捌玖拾]/, ['han_formal']],
  [/[領领範范專专板]/, ['area']],
  [/[合措項项任]/, ['measure']],
];
const byFirst = new Map<number, Shape[]>();
const NO_SHAPES: Shape[] = [];

function shapesFor(first: number): Shape[] {
  let shapes = byFirst.get(first);
  if (!shapes) {
    const styles = STYLES_BY_FIRST.find(([set]) => set.test(String.fromCharCode(first)))?.[1];
    shapes = styles ? SHAPES.filter(({ style }) => styles.includes(style)) : NO_SHAPES;
    byFirst.set(first, shapes);
  }
  return shapes;
}

/** The number a line begins with, or null. */
export function readMarker(text: string): Marker | null {
  for (const { style, shape } of shapesFor(text.charCodeAt(0))) {
    const found = shape.exec(text);
    if (!found) continue;
    const value = valueOf(style, found[1]!);
    if (value === null || value === 0) continue;
    let { length } = found[0];
    while (length < text.length && isSpace(text.charCodeAt(length))) length++;
    return { style: ORDERED[found[2] ?? ''] ?? style, value, length };
  }
  return null;
}

function valueOf(style: NumberStyle, written: string): number | null {
  if (style === 'circled') {
    const code = written.charCodeAt(0);
    if (code <= 0x2473) return code - 0x245f;
    return code <= 0x325f ? code - 0x3251 + 21 : code - 0x32b1 + 36;
  }
  if (style === 'stem' || style === 'stem_bracketed') return STEM.indexOf(written) + 1;
  if (style === 'han_formal')
    return readNumber([...written].map((each) => PLAIN[FORMAL.indexOf(each)]).join(''));
  if (style === 'letter') return written.charCodeAt(0) - 64;
  if (style === 'letter_bracketed') return written.charCodeAt(0) - 96;
  return style === 'roman' || style === 'roman_small'
    ? romanValue(written.toUpperCase())
    : readNumber(written);
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };

function romanValue(written: string): number | null {
  if (/^[Ⅰ-Ⅻ]$/.test(written)) return written.charCodeAt(0) - 0x215f;
  let total = 0;
  for (let i = 0; i < written.length; i++) {
    const value = ROMAN[written[i]!];
    if (value === undefined) return null;
    total += value < (ROMAN[written[i + 1]!] ?? 0) ? -value : value;
  }
  return total;
}
