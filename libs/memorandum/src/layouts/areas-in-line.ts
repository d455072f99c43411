import type { DraftLeftOut, Range, Refusal } from '#contracts/draft';
import { cutLine, type Line } from '../lines.js';
import type { Marker, NumberStyle } from '../markers.js';
import { NUMBER, readNumber } from '../numerals.js';
import { parts, type Sheet } from '../sheet.js';
import type { Fit, FoundArea, FoundMeasure, Layout } from './layout.js';
import { markersOf } from './marker-levels.js';
import { isAlone } from './titles.js';

/** A numbered paragraph that begins with its title. */
interface Titled {
  index: number;
  marker: Marker;
  title: Range;
  stop: Range;
  lines: Line[];
  pieces: Range[];
}

const FEWEST = 2;

/** "一、金融：支持…；推動…。": an area a paragraph, its title before a colon or a stop and its measures after it. */
export const areasInLine: Layout = {
  measures: 'paragraph_measures',
  language: 'zh',
  read(sheet) {
    const markers = withBrackets(sheet.lines, markersOf(sheet.lines));
    const titled = markers.flatMap((marker, index) => titledAt(sheet, marker, index) ?? []);
    let best: Titled[] = [];
    for (const run of runsOf(titled)) if (count(run) > count(best)) best = run;
    // One agreement a numbered paragraph, and the paragraphs are the measures themselves, unless they are said to be areas.
    const several = best.filter(({ pieces }) => pieces.length > 1);
    const numbered = best[0] !== undefined && isNumber(best[0].marker);
    const areas = !numbered || several.length * 2 >= best.length || isAnnounced(sheet, best);
    if (best.length >= FEWEST && areas) return { fit: toFit(sheet, best) };
    const missed: Refusal[] = [
      { what: 'area_headings', found: best.length },
      { what: 'paragraph_measures', found: several.length > 0 ? count(best) : 0 },
    ];
    return { missed };
  },
};

const count = (run: Titled[]): number => run.reduce((sum, { pieces }) => sum + pieces.length, 0);

const NEAR = 3;

/** "…在六方面深化合作", with as many below. */
function isAnnounced({ lines }: Sheet, run: Titled[]): boolean {
  const above = lines.slice(Math.max(0, run[0]!.index - NEAR), run[0]!.index);
  return above.some(({ text }) =>
    [...text.slice(-LONGEST_LEAD).matchAll(AREAS)].some(([, count]) => readNumber(count!) === run.length),
  );
}

const LONGEST_LEAD = 200;
const AREAS = new RegExp(`([${NUMBER}]{1,3})\\s?[個个]?(?:重[點点])?(?:方面|[領领]域|[範范][疇畴])`, 'gu');

const TITLE = /^([^：:。；;，,《]{2,24})[：:。]\s{0,4}(?=\S)/u;
const BRACKETED = /^([^：:。；;，,【】]{2,24})】\s{0,4}(?=\S)/u;
const AHEAD = 40;

const BRACKET = 'bullet 【' satisfies NumberStyle;
const isNumber = ({ style }: Marker): boolean => !style.startsWith('bullet');

const DASH = 'bullet —' satisfies NumberStyle;

/** "【金融】支持…" and "——金融。支持…" begin as a bullet does: with a sign that numbers nothing. */
function withBrackets(lines: readonly Line[], markers: (Marker | null)[]): (Marker | null)[] {
  const values = { [BRACKET]: 0, [DASH]: 0 };
  return markers.map((marker, index) => {
    const [sign] = /^(?:【|—{2}|―{2}|──)(?=[^—―─])/u.exec(lines[index]!.text) ?? [];
    if (marker || !sign) return marker;
    const style = sign === '【' ? BRACKET : DASH;
    return { style, value: (values[style] += 1), length: sign.length };
  });
}

function titledAt(sheet: Sheet, marker: Marker | null, index: number): Titled | null {
  if (!marker) return null;
  const line = sheet.lines[index]!;
  const shape = marker.style === BRACKET ? BRACKETED : TITLE;
  const found = shape.exec(line.text.slice(marker.length, marker.length + AHEAD));
  if (!found || !isAlone(found[1]!)) return null;
  const lines = [line];
  for (let next = sheet.lines[index + 1]; next; next = sheet.lines[index + lines.length]) {
    if (parts(sheet, lines.at(-1)!, next)) break;
    lines.push(next);
  }
  const from = line.range[0] + marker.length;
  const to = from + found[1]!.length;
  const pieces = piecesOf(sheet.source, [from + found[0].length, lines.at(-1)!.range[1]]);
  return { index, marker, title: [from, to], stop: [to, to + 1], lines, pieces };
}

/** Numbers of one style that count on from one. */
function runsOf(titled: Titled[]): Titled[][] {
  const runs: Titled[][] = [];
  for (const each of titled) {
    const last = runs.at(-1)?.at(-1)?.marker;
    if (each.marker.value === 1) runs.push([each]);
    else if (last?.style === each.marker.style && each.marker.value === last.value + 1)
      runs.at(-1)!.push(each);
  }
  return runs;
}

const OPENS = '「『“‘（(《';
const CLOSES = '」』”’）)》';

/** What semicolons set apart, but those in brackets and quotes. */
function piecesOf(source: string, [start, end]: Range): Range[] {
  const pieces: Range[] = [];
  let from = start;
  let depth = 0;
  const close = (to: number): void => {
    while (from < to && /\s/.test(source[from]!)) from++;
    if (from < to) pieces.push([from, to]);
    from = to;
  };
  for (let at = start; at < end; at++) {
    const char = source[at]!;
    if (OPENS.includes(char)) depth++;
    else if (CLOSES.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (char === '；' || char === ';')) close(at + 1);
  }
  close(end);
  return pieces;
}

function toFit(sheet: Sheet, run: Titled[]): Fit {
  const [first, last] = [run[0]!, run.at(-1)!];
  const taken = new Set(run.flatMap(({ lines }) => lines));
  const inside = sheet.lines.slice(first.index, last.index + last.lines.length);
  const areas = run.map(({ index, marker, title, pieces }): FoundArea => {
    const [number] = cutLine(sheet.lines[index]!, marker.length);
    const measures = pieces.map((range): FoundMeasure => ({ value: null, marker: null, range }));
    return { value: marker.value, marker: number.range, range: title, measures };
  });
  return {
    areas,
    front: sheet.lines.slice(0, first.index),
    tail: sheet.lines.slice(last.index + last.lines.length),
    introductions: [],
    strays: inside.filter((line) => !taken.has(line)),
    asides: run.map(({ stop }): DraftLeftOut => ({ range: stop, reason: 'markup' })),
    warnings: [],
  };
}
