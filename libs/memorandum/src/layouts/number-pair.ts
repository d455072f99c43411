import { cutLine, endsSentence, type Line } from '../lines.js';
import { dateLinesIn, isSignatureHead } from '../metadata/signatures.js';
import type { Sheet } from '../sheet.js';
import { type Marker, type NumberStyle, readMarker } from '../markers.js';
import { isAnnexLabel, isClosing } from '../words.js';

/** A line with the number that it begins with, and those that may be glued to a sentence inside it. */
export interface MarkedLine extends Line {
  marker: Marker | null;
  glued: Placed[];
  /** The first of them that lies in this line: the pieces of a line that was cut share the whole line's. */
  gluedFrom: number;
  /** A number one on the line of what may be an area's heading: "二、金融 1. 鼓勵…". */
  first: Placed | null;
  /** The heading on the next line, where this one has nothing but its number: "第一條", and below it "金融". */
  below: string;
  /** Whether it can end a list: a signature's head surely, a label, a closing or a date where it stands apart. */
  ends: 'surely' | 'apart' | null;
}

/** A marker with its place in the source. */
interface Placed {
  at: number;
  marker: Marker;
}

/** Which style numbers the areas and which the measures. */
export interface NumberPair {
  outer: NumberStyle;
  inner: NumberStyle;
}

/** Enough of a line to read a marker and a short heading after it. */
const AHEAD = 120;
const WIDEST_HEADING = 80;

export function markLines(sheet: Sheet): MarkedLine[] {
  return sheet.lines.map((line, index) => mark(line, gluedIn(line), 0, sheet.lines[index + 1]));
}

function mark(line: Line, glued: Placed[], gluedFrom: number, next?: Line): MarkedLine {
  const marker = readMarker(line.text);
  const bare = marker !== null && marker.length === line.text.length && ORDERED.has(marker.style);
  const below = bare && next && isHeading(next.text) && !readMarker(next.text) ? next.text : '';
  const first = marker && firstIn(line, marker.length);
  return { ...line, marker, glued, gluedFrom, below, first, ends: endIn(line) };
}

/** Numbers that stand above their headings as well as before them. */
const ORDERED: ReadonlySet<NumberStyle> = new Set(['chapter', 'section', 'article']);

function endIn(line: Line): MarkedLine['ends'] {
  if (isSignatureHead(line)) return 'surely';
  return isAnnexLabel(line.text) || isClosing(line.text) || dateLinesIn([line]).length > 0 ? 'apart' : null;
}

const NONE: Placed[] = [];

function gluedIn(line: Line): Placed[] {
  if (!/[。！？；]./.test(line.text)) return NONE;
  const glued: Placed[] = [];
  for (const match of line.text.matchAll(/[。！？；][”’」』）)]{0,3}[ \t\u00a0\u3000]{0,8}(?=\S)/g)) {
    const at = match.index + match[0].length;
    const marker = readMarker(line.text.slice(at, at + AHEAD));
    if (marker) glued.push({ at: line.range[0] + at, marker });
  }
  return glued;
}

function firstIn(line: Line, from: number): Placed | null {
  const words = line.text.slice(from, from + WIDEST_HEADING);
  if (!/[\s：:]/.test(words)) return null;
  for (const match of words.matchAll(/[\s：:](?=\S)/g)) {
    const at = from + match.index + 1;
    const marker = readMarker(line.text.slice(at, at + AHEAD));
    if (marker?.value === 1) return { at: line.range[0] + at, marker };
  }
  return null;
}

/** The line up to a place in the source, and from there on with the marker that stands there. */
export function cutAt(line: MarkedLine, at: number): [MarkedLine, MarkedLine] {
  const [head, tail] = cutLine(line, at - line.range[0]);
  let { gluedFrom } = line;
  while (gluedFrom < line.glued.length && line.glued[gluedFrom]!.at <= at) gluedFrom++;
  return [
    { ...head, marker: line.marker, glued: NONE, gluedFrom: 0, first: null, below: '', ends: endIn(head) },
    mark(tail, line.glued, gluedFrom),
  ];
}

/** Pairs of styles of which each occurs twice at least, those with the most measures first. */
export function pairsIn(lines: MarkedLine[]): NumberPair[] {
  const counts = new Map<NumberStyle, number>();
  const count = (style: NumberStyle): void => void counts.set(style, (counts.get(style) ?? 0) + 1);
  for (const line of lines) {
    if (line.marker) count(line.marker.style);
    if (line.first) count(line.first.marker.style);
    for (const { marker } of line.glued) count(marker.style);
  }
  const styles = [...counts]
    .filter(([, n]) => n >= 2)
    .sort(([, a], [, b]) => b - a)
    .map(([style]) => style);
  return styles.flatMap((inner) => styles.filter((s) => s !== inner).map((outer) => ({ outer, inner })));
}

/** Whether the words after a number can be an area's heading: short, and no sentence. */
export function isHeading(words: string): boolean {
  return (
    words !== '' && words.length <= WIDEST_HEADING && !/[。；！？!?;]/.test(words) && !/[，,、]$/.test(words)
  );
}

/** Whether a line leaves its sentence open. */
export function isOpenEnded(line: Line): boolean {
  return !endsSentence(line.text) && !/[；;：:]$/.test(line.text);
}

/** Whether the list's measures end in a full stop at all; where they do not, an open end says nothing. */
export function isPunctuated(lines: MarkedLine[], { inner }: NumberPair): boolean {
  let ended = 0;
  let open = 0;
  lines.forEach((line, index) => {
    if (line.marker?.style !== inner || line.marker.value === 1 || index === 0) return;
    if (isOpenEnded(lines[index - 1]!)) open++;
    else ended++;
  });
  return ended >= open;
}
