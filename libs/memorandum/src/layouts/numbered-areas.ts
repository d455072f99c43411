import type { DraftLeftOut, DraftWarning, Range, Refusal } from '#contracts/draft';
import { cutLine, type Line } from '../lines.js';
import { type Marker, type NumberStyle, readMarker } from '../markers.js';
import type { Sheet } from '../sheet.js';
import { warning } from '../warnings.js';
import { announcesAreas } from './blocks.js';
import { saysWhatToDo } from './chinese-words.js';
import type { Fit, FoundArea, Layout } from './layout.js';
import { markersOf } from './marker-levels.js';
import { isHeading } from './titles.js';
import { type Items, lengthOfLast, mannerOf, readItems } from './unnumbered-items.js';

/** A line with a number and a short title after it. */
interface Heading {
  index: number;
  marker: Marker;
  /** A title too long for its line takes the next as well. */
  lines: number;
}

interface List {
  headings: Heading[];
  /** Where the lines after it begin. */
  end: number;
  items: Items[];
}

/** How far a number may run ahead of the one expected. */
const LONGEST_JUMP = 3;
const LONGEST_TITLE = 40;
const FEWEST_BARE = 3;

/**
 * Areas numbered in one way, and under each its measures without numbers; or nothing but the areas, as a newspaper's
 * box has them, where the text says that areas are what they are.
 */
export const numberedAreas: Layout = {
  measures: 'paragraph_measures',
  language: 'zh',
  read(sheet) {
    const markers = markersOf(sheet.lines);
    let best: List | null = null;
    const styles = new Set(markers.flatMap((marker) => (marker ? [marker.style] : [])));
    styles.delete('bullet');
    for (const style of styles) {
      const runs = runsOf(sheet, markers, style);
      for (const [i, headings] of runs.entries()) {
        const list = readList(sheet, headings, runs[i + 1]?.[0]!.index);
        if (list && (!best || weight(list) > weight(best))) best = list;
      }
    }
    if (best) return { fit: toFit(sheet, best) };
    const missed: Refusal[] = [
      { what: 'area_headings', found: 0 },
      { what: 'paragraph_measures', found: 0 },
    ];
    return { missed };
  },
};

const count = ({ items }: List): number => items.reduce((sum, { measures }) => sum + measures.length, 0);
const weight = (list: List): number => count(list) + list.headings.length / 10;

/** Headings whose numbers count on, each list from one. */
function runsOf(sheet: Sheet, markers: (Marker | null)[], style: NumberStyle): Heading[][] {
  const runs: Heading[][] = [];
  markers.forEach((marker, index) => {
    if (marker?.style !== style) return;
    const lines = linesOfTitle(sheet.lines, index, marker);
    if (lines === 0) return;
    const step = marker.value - (runs.at(-1)?.at(-1)?.marker.value ?? Infinity);
    if (marker.value === 1) runs.push([{ index, marker, lines }]);
    else if (step >= 1 && step <= LONGEST_JUMP) runs.at(-1)!.push({ index, marker, lines });
  });
  return runs.filter((run) => run.length >= 2);
}

/** How many lines the title after a number takes; 0 where it is no area's. */
function linesOfTitle(lines: Line[], index: number, marker: Marker): number {
  const words = lines[index]!.text.slice(marker.length);
  if (!isTitle(words)) return 0;
  const next = lines[index + 1];
  const goesOn = next?.blanks === 0 && OPEN.test(words) && isTitle(next.text) && !next.number;
  return goesOn ? 2 : 1;
}

const OPEN = /[和與与及、的]$/;

/** "金融：" heads what is below it; "推動以下培訓：" announces it. */
const COLON = /[:：]$/;

function isTitle(words: string): boolean {
  const title = words.trimEnd().replace(COLON, '');
  if (COLON.test(words.trimEnd()) && saysWhatToDo({ head: title })) return false;
  return title.length <= LONGEST_TITLE && !/[，《:：]/.test(title) && (isHeading(title) || OPEN.test(title));
}

function readList(sheet: Sheet, headings: Heading[], stop = sheet.lines.length): List | null {
  const gaps = headings.map(({ index, lines }, i) =>
    sheet.lines.slice(index + lines, headings[i + 1]?.index ?? stop),
  );
  const rest = gaps.at(-1)!;
  const others = gaps.slice(0, -1);
  const manner = mannerOf(sheet, others);
  const last = headings.at(-1)!;
  const length = manner ? lengthOfLast(sheet, manner, rest, others) : 0;
  const end = last.index + last.lines + length;
  const list: List = {
    headings,
    end,
    items: [...others, rest.slice(0, length)].map((gap) => readItems(sheet, manner ?? 'lines', gap)),
  };
  if (manner === null) return isBareList(sheet, headings, others, end) ? list : null;
  return count(list) >= 2 && !isNumbered(sheet, list) ? list : null;
}

/** Numbers at the head of most of the items say that another layout is theirs. */
function isNumbered({ source }: Sheet, { items }: List): boolean {
  const places = items.flatMap(({ measures }) => measures.flatMap(({ range }) => (range ? [range[0]] : [])));
  const numbered = places.filter((at) => readMarker(source.slice(at, at + AHEAD)) !== null);
  return numbered.length * 2 >= places.length;
}

/** Enough of an item to read a number. */
const AHEAD = 16;

/** Titles alone, of which the text says that they are areas: three of anything else are no register. */
function isBareList(sheet: Sheet, headings: Heading[], others: Line[][], end: number): boolean {
  if (headings.length < FEWEST_BARE || others.some((gap) => gap.length > 0)) return false;
  const titles = headings.map(({ index, marker }) => sheet.lines[index]!.text.slice(marker.length));
  if (titles.filter((title) => saysWhatToDo({ head: title })).length * 2 > titles.length) return false;
  const near = [
    ...sheet.lines.slice(Math.max(0, headings[0]!.index - NEAR), headings[0]!.index),
    ...sheet.lines.slice(end, end + NEAR),
  ];
  return near.some(({ text }) => announcesAreas(text));
}

const NEAR = 3;

function toFit(sheet: Sheet, { headings, end, items }: List): Fit {
  const warnings: DraftWarning[] = [];
  const colons: DraftLeftOut[] = [];
  const areas = headings.map(({ index, marker, lines }, i): FoundArea => {
    const first = sheet.lines[index]!;
    const [number, title] = cutLine(first, marker.length);
    const end = sheet.lines[index + lines - 1]!;
    const colon: Range = [end.range[1] - (COLON.test(end.text) ? 1 : 0), end.range[1]];
    if (colon[0] < colon[1]) colons.push({ range: colon, reason: 'markup' });
    const from = headings[i - 1]?.marker.value ?? 0;
    if (marker.value !== from + 1)
      warnings.push(warning('numbering_jump', first.range, { from, to: marker.value, place: '' }));
    return {
      value: marker.value,
      marker: number.range,
      range: [title.range[0], colon[0]],
      measures: items[i]!.measures,
    };
  });
  return {
    areas,
    front: sheet.lines.slice(0, headings[0]!.index),
    tail: sheet.lines.slice(end),
    introductions: items.flatMap(({ introduction }) => introduction),
    strays: items.flatMap(({ strays }) => strays),
    asides: [...colons, ...items.flatMap(({ asides }) => asides)],
    warnings,
  };
}
