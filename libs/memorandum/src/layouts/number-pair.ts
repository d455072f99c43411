import { cutLine, type Line } from '../lines.js';
import { dateLinesIn, isSignatureHead } from '../metadata/signatures.js';
import type { Sheet } from '../sheet.js';
import { type Marker, type NumberStyle, readMarker } from '../markers.js';
import { DOCUMENT_WORD, isAnnexLabel, isClosing } from '../words.js';
import { markersOf } from './marker-levels.js';
import { isHeading } from './titles.js';

/** A line with the number that it begins with, and those that may be glued to a sentence inside it. */
export interface MarkedLine extends Line {
  marker: Marker | null;
  glued: Placed[];
  /** The first of them that lies in this line: the pieces of a line that was cut share the whole line's. */
  gluedFrom: number;
  /** A number one on the line of what may be an area's heading: "二、金融 1. 鼓勵…", "二、金融。一是鼓勵…". */
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

export function markLines({ lines }: Sheet): MarkedLine[] {
  const markers = markersOf(lines);
  return lines.map((line, index) => mark(line, markers[index]!, gluedIn(line), 0, lines[index + 1]));
}

function mark(
  line: Line,
  marker: Marker | null,
  glued: Placed[],
  gluedFrom: number,
  next?: Line,
): MarkedLine {
  const bare = marker !== null && marker.length === line.text.length && ORDERED.has(marker.style);
  const below = bare && next && isHeading(next.text) && !next.number ? next.text : '';
  const first = marker && firstIn(line, marker.length);
  return { ...line, marker, glued, gluedFrom, below, first, ends: endIn(line) };
}

/** Numbers that stand above their headings as well as before them. */
const ORDERED: ReadonlySet<NumberStyle> = new Set(['part', 'chapter', 'section', 'article']);

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
  if (!/[\s：:。]/.test(words)) return null;
  for (const match of words.matchAll(/[\s：:。](?=\S)/g)) {
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
  const before = line.glued[gluedFrom - 1];
  const marker = before?.at === at ? before.marker : line.first?.at === at ? line.first.marker : null;
  return [
    {
      ...{ ...head, marker: line.marker, glued: NONE, gluedFrom: 0, below: '', ends: endIn(head) },
      // What was on its line tells that this is a heading.
      first: line.first?.at === at ? line.first : null,
    },
    mark(tail, marker, line.glued, gluedFrom),
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
    .filter(([style, n]) => n >= 2 && style !== 'bullet')
    .sort(([, a], [, b]) => b - a)
    .map(([style]) => style);
  return styles.flatMap((inner) => styles.filter((s) => s !== inner).map((outer) => ({ outer, inner })));
}

/** Whether a line leaves its sentence open. */
export function isOpenEnded(line: Line): boolean {
  return !line.ended && !/[；;：:]$/.test(line.text);
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

/** "雙方簽署了以下文件：", or a title of one alone after its number. */
export function listsDocuments({ text, marker }: MarkedLine): boolean {
  return marker ? DOCUMENT.test(text.slice(marker.length)) : SIGNED.test(text);
}

const DOCUMENT = /^《[^《》]{4,80}》[，,；;。.]?(?:以?及|和)?$/u;
const SIGNED = new RegExp(`[簽签][署訂订][^，。；]{0,20}${DOCUMENT_WORD}[^，。；]{0,12}[：:]$`, 'u');
