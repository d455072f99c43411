import { bulletLength } from '../bullets.js';
import { endsSentence, type Line } from '../lines.js';
import type { Marker, NumberStyle } from '../markers.js';
import { isRule } from '../rules.js';
import { isAnnexLabel, isClosing } from '../words.js';
import { saysWhatToDo } from './chinese-words.js';
import { isAlone, isTitle } from './titles.js';

/** A line with its own number or bullet, as far as it has one. */
interface Marked extends Line {
  marker: Marker | null;
}

/**
 * The number or the bullet that each line begins with. Signs that stand for one level in most texts and for two in
 * some are told apart where they are two: "1、" above "1.", a bullet above other bullets or numbers. Headings without
 * any sign are counted where numbers stand below them and below nothing else.
 */
export function markersOf(lines: readonly Line[]): (Marker | null)[] {
  const markers = known.get(lines) ?? readMarkers(lines);
  known.set(lines, markers);
  return markers;
}

/** Several layouts ask for the markers of the same lines. */
const known = new WeakMap<readonly Line[], (Marker | null)[]>();

function readMarkers(lines: readonly Line[]): (Marker | null)[] {
  const marked = lines.map((line): Marked => ({ ...line, marker: line.number }));
  const sign = upperFigures(marked);
  if (sign !== null)
    for (const line of marked) line.marker = line.marker && withSign(line.marker, line.text, sign);
  markFigures(marked);
  markHeadings(marked);
  markBullets(marked);
  return marked.map(({ marker }) => marker);
}

type Sign = 'comma' | 'stop';
const signOf = (written: string): Sign => (written.includes('、') ? 'comma' : 'stop');

/** A figure as the upper one, if it is written as those are. */
function withSign(marker: Marker, text: string, upper: Sign): Marker {
  const is = marker.style === 'figure' && signOf(text.slice(0, marker.length)) === upper;
  return is ? { ...marker, style: 'figure_above' } : marker;
}

/** Which figures head the others: theirs count on, and the others begin anew below them. */
function upperFigures(lines: Marked[]): Sign | null {
  const found = lines.flatMap(({ text, marker }) =>
    marker?.style === 'figure' ? [{ value: marker.value, sign: signOf(text.slice(0, marker.length)) }] : [],
  );
  for (const sign of ['comma', 'stop'] as const) {
    const own = found.filter((each) => each.sign === sign);
    const countsOn = own.every(({ value }, i) => value === (own[i - 1]?.value ?? 0) + 1);
    const begins = found.filter(
      (each, i) => each.sign !== sign && each.value === 1 && found[i - 1]?.sign === sign,
    );
    if (countsOn && begins.length >= 2) return sign;
  }
  return null;
}

/** "1 金融" above "1.1 鼓勵…": a figure is one without its stop where decimals of it begin below. */
function markFigures(lines: Marked[]): void {
  lines.forEach((line, index) => {
    const below = lines[index + 1];
    if (line.marker || below?.marker?.style !== 'decimal' || below.marker.value !== 1) return;
    const found = BARE_FIGURE.exec(line.text);
    if (!found || !below.text.startsWith(`${found[1]!}.`) || !isAlone(line.text.slice(found[0].length)))
      return;
    line.marker = { style: 'figure', value: Number(found[1]), length: found[0].length };
  });
}

const BARE_FIGURE = /^([0-9]{1,2})\s{1,4}(?=\p{Script=Han})/u;

/**
 * A few words alone, and directly below them a list that begins anew or, after what was ended, goes on. They are
 * headings if there are several, of lists that are numbered in one way, with nothing else above those.
 */
function markHeadings(lines: Marked[]): void {
  const headings: Marked[] = [];
  let style: NumberStyle | null = null;
  let before: Marker | null = null;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.marker;
    if (!line.marker && next && isBareHeading(line.text)) {
      const ended = line.blanks > 0 || /[。；.;]$/.test(lines[index - 1]?.text ?? '');
      const goesOn = headings.length > 0 && next.value === (before?.value ?? 0) + 1 && ended;
      if (next.value === 1 || goesOn) {
        const alike = headings.length === 0 || (next.style === style && before?.style === style);
        if (!alike) return;
        style = next.style;
        headings.push(line);
      }
    }
    before = line.marker ?? before;
  }
  if (headings.length < 2 || !soundsOf(lines, style!)) return;
  headings.forEach((line, at) => (line.marker = { style: 'heading', value: at + 1, length: 0 }));
}

/** Whether a good part of what is numbered so are sentences, or what is to be done: titles alone are areas themselves. */
function soundsOf(lines: Marked[], style: NumberStyle): boolean {
  const items = lines.filter(({ marker }) => marker?.style === style);
  const sounding = items.filter(
    ({ text, marker }) => /[。；.;]$/.test(text) || saysWhatToDo({ head: text.slice(marker!.length) }),
  );
  return sounding.length * 3 >= items.length;
}

/** Words that announce a list, and the label above an annex, head no area of it. */
const ANNOUNCES = /以下|如下|下列|包括|同意|[議议]定|[舉举]措|一[覽览]|[備备]忘|[協协][議议]/;

const isBareHeading = (text: string): boolean => {
  const words = text.replace(/[:：]$/, '');
  return (
    words.length >= 2 &&
    isAlone(words) &&
    !/[，,《:：]/.test(words) &&
    !ANNOUNCES.test(words) &&
    !isRule(words) &&
    !isAnnexLabel(words) &&
    !isClosing(words) &&
    bulletLength(text) === 0
  );
};

/**
 * Bullets count as numbers do, from one below each number or heading. Where they tell levels – they stand below
 * headings inside headings, or are headings themselves – each sign is a style of its own.
 */
function markBullets(lines: Marked[]): void {
  const bullets = lines.flatMap((line, index) => {
    const length = line.marker ? 0 : bulletLength(line.text);
    return length > 0 ? [{ index, length, sign: line.text[0]! }] : [];
  });
  if (bullets.length === 0) return;
  const heads = headingSigns(lines, bullets);
  const tell = heads.size > 0 || underNested(lines, new Set(bullets.map(({ index }) => index)));
  const counts = new Map<string, number>();
  let below: string[] = [];
  let next = 0;
  lines.forEach((line, index) => {
    const bullet = bullets[next]?.index === index ? bullets[next++] : undefined;
    if (!bullet) {
      if (line.marker) below = [];
      return;
    }
    const { sign, length } = bullet;
    const at = below.indexOf(sign);
    const isHead = heads.has(sign);
    const value = isHead || at >= 0 ? (counts.get(sign) ?? 0) + 1 : 1;
    counts.set(sign, value);
    below = isHead ? [] : at >= 0 ? below.slice(0, at + 1) : [...below, sign];
    line.marker = { style: tell ? `bullet ${sign}` : 'bullet', value, length };
  });
}

interface Bullet {
  index: number;
  length: number;
  sign: string;
}

/** Signs most of which stand before a few words with something of another kind below them. */
function headingSigns(lines: Marked[], bullets: Bullet[]): Set<string> {
  const votes = new Map<string, number>();
  for (const { index, length, sign } of bullets) {
    const words = lines[index]!.text.slice(length);
    const next = lines[index + 1];
    const over =
      next !== undefined &&
      (next.marker?.value === 1 ||
        (bulletLength(next.text) > 0 ? !next.text.startsWith(sign) : endsSentence(next.text)));
    votes.set(sign, (votes.get(sign) ?? 0) + (over && isAlone(words) ? 1 : -1));
  }
  return new Set([...votes].filter(([, vote]) => vote >= 2).map(([sign]) => sign));
}

/** Whether bullets stand below headings that are themselves below others. */
function underNested(lines: Marked[], bullets: ReadonlySet<number>): boolean {
  const headings = lines.flatMap(({ text, marker }, index) =>
    marker ? [{ index, marker, title: isTitle(text.slice(marker.length)) }] : [],
  );
  const above = new Map<NumberStyle, number>();
  let nested = false;
  headings.forEach(({ index, marker, title }, i) => {
    const over = title && bullets.has(index + 1);
    above.set(marker.style, (above.get(marker.style) ?? 0) + (over ? 1 : -1));
    const before = headings[i - 1];
    if (over && marker.value === 1 && before?.title && before.marker.style !== marker.style) nested = true;
  });
  return nested && [...above.values()].some((vote) => vote > 0);
}
