import type { Range } from '#contracts/draft';
import { isLineBreak, isSpace } from '#contracts/reading';
import { columns } from './characters.js';
import { type Marker, readMarker } from './markers.js';

/** A line that has something on it. */
export interface Line {
  /** Without the white space round it. */
  text: string;
  range: Range;
  /** The number it begins with, and whether it ends with its sentence: looked at once, since all ask for them. */
  number: Marker | null;
  ended: boolean;
  /** Columns of white space before the text, and of the text. */
  indent: number;
  width: number;
  /** Empty lines between this line and the one before. */
  blanks: number;
  /** A form feed, a page number or a running head stands before it. */
  pageBreak: boolean;
}

export function toLines(source: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let pageBreak = false;
  let start = 0;
  while (start <= source.length) {
    let end = start;
    while (end < source.length && !isLineBreak(source.charCodeAt(end))) end++;
    const line = toLine(source, start, end, blanks, pageBreak);
    if (line) {
      lines.push(line);
      blanks = 0;
      pageBreak = false;
    } else {
      blanks++;
    }
    if (end === source.length) break;
    if (source.charCodeAt(end) === 0x0c) pageBreak = true;
    start = source.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

function toLine(source: string, start: number, end: number, blanks: number, pageBreak: boolean): Line | null {
  let from = start;
  while (from < end && isSpace(source.charCodeAt(from))) from++;
  if (from === end) return null;
  let to = end;
  while (isSpace(source.charCodeAt(to - 1))) to--;
  const text = source.slice(from, to);
  const indent = columns(source.slice(start, from));
  return { ...wordsAt(text, from), indent, blanks, pageBreak };
}

/** What its words alone tell of a line, or of a piece of one that begins there. */
export function wordsAt(
  text: string,
  start: number,
): Pick<Line, 'text' | 'range' | 'width' | 'number' | 'ended'> {
  const range: Range = [start, start + text.length];
  return { text, range, width: columns(text), number: readMarker(text), ended: endsSentence(text) };
}

/** A line cut in two, each with its own range; `at` is an offset in the line's text. */
export function cutLine(line: Line, at: number): [Line, Line] {
  const cut = line.range[0] + at;
  const head = line.text.slice(0, at).trimEnd();
  const tail = line.text.slice(at).trimStart();
  const tailStart = cut + (line.text.length - at - tail.length);
  return [
    { ...line, ...wordsAt(head, line.range[0]) },
    { ...wordsAt(tail, tailStart), indent: 0, blanks: 0, pageBreak: false },
  ];
}

const CLOSING_MARKS = '"\'”’」』）)]》】';

/** Ends in 。 ！ ？ or their Latin twins, whatever quotes and brackets close after it. */
export function endsSentence(text: string): boolean {
  let i = text.length - 1;
  while (i >= 0 && CLOSING_MARKS.includes(text[i]!)) i--;
  return i >= 0 && '。！？!?.｡．'.includes(text[i]!);
}
