import { cutLine, endsSentence, type Line, type Sheet } from '../lines.js';
import { type Marker, type NumberStyle, readMarker } from '../markers.js';

/** A line with the number that it begins with, and those that may be glued to a sentence inside it. */
export interface MarkedLine extends Line {
  marker: Marker | null;
  /** Places in the source, in order. */
  glued: { at: number; marker: Marker }[];
}

/** Which style numbers the areas and which the measures. */
export interface NumberPair {
  outer: NumberStyle;
  inner: NumberStyle;
}

/** Enough of a line to read a marker and a short heading after it. */
const AHEAD = 120;

export function markLines(sheet: Sheet): MarkedLine[] {
  return sheet.lines.map((line) => ({ ...line, marker: readMarker(line.text), glued: gluedIn(line) }));
}

function gluedIn(line: Line): MarkedLine['glued'] {
  const glued: MarkedLine['glued'] = [];
  for (const match of line.text.matchAll(/[。！？；][”’」』）)]{0,3}[ \t\u00a0\u3000]{0,8}(?=\S)/g)) {
    const at = match.index + match[0].length;
    const marker = readMarker(line.text.slice(at, at + AHEAD));
    if (marker) glued.push({ at: line.range[0] + at, marker });
  }
  return glued;
}

/** The line up to a place in the source, and from there on with the marker that stands there. */
export function cutAt(line: MarkedLine, at: number): [MarkedLine, MarkedLine] {
  const [head, tail] = cutLine(line, at - line.range[0]);
  return [
    { ...head, marker: line.marker, glued: [] },
    { ...tail, marker: readMarker(tail.text.slice(0, AHEAD)), glued: line.glued.filter((g) => g.at > at) },
  ];
}

/** Pairs of styles of which each occurs twice at least, in a fixed order. */
export function pairsIn(lines: MarkedLine[]): NumberPair[] {
  const counts = new Map<NumberStyle, number>();
  const count = (style: NumberStyle): void => void counts.set(style, (counts.get(style) ?? 0) + 1);
  for (const line of lines) {
    if (line.marker) {
      count(line.marker.style);
      const first = firstMeasureIn(line.text.slice(line.marker.length));
      if (first) count(first.marker.style);
    }
    for (const { marker } of line.glued) count(marker.style);
  }
  const styles = [...counts].filter(([, n]) => n >= 2).map(([style]) => style);
  return styles.flatMap((outer) => styles.filter((s) => s !== outer).map((inner) => ({ outer, inner })));
}

const WIDEST_HEADING = 80;

/** Whether the words after a number can be an area's heading: short, and no sentence. */
export function isHeading(words: string): boolean {
  return (
    words !== '' && words.length <= WIDEST_HEADING && !/[。；！？!?;]/.test(words) && !/[，,、]$/.test(words)
  );
}

/** A number one on the line of an area's heading: "二、金融 1. 鼓勵…". The offset is in the words given. */
export function firstMeasureIn(words: string): { offset: number; marker: Marker } | null {
  for (const match of words.slice(0, WIDEST_HEADING).matchAll(/[\s：:](?=\S)/g)) {
    const offset = match.index + 1;
    const marker = readMarker(words.slice(offset, offset + AHEAD));
    if (marker?.value === 1) return { offset, marker };
  }
  return null;
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
