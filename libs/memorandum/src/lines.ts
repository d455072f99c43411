import type { Range } from '#contracts/draft';
import { columns, isLineBreak, isSpace } from './characters.js';
import { markPageMarks } from './page-marks.js';

/** A line that has something on it. */
export interface Line {
  /** Without the white space round it. */
  text: string;
  range: Range;
  /** Columns of white space before the text, and of the text. */
  indent: number;
  width: number;
  /** Empty lines between this line and the one before. */
  blanks: number;
  /** A form feed, a page number or a running head stands before it. */
  pageBreak: boolean;
}

/** A text as its lines, page marks set aside. */
export interface Sheet {
  source: string;
  lines: Line[];
  /** Page numbers and running heads, which belong to no paragraph. Sorted. */
  pageMarks: Range[];
  /** Columns at which the text was wrapped; null where each paragraph is a line. */
  wrap: number | null;
  /** Empty lines that stand even between two lines of one paragraph. */
  spacing: number;
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
  return { text, range: [from, to], indent, width: columns(text), blanks, pageBreak };
}

/** A line cut in two, each with its own range; `at` is an offset in the line's text. */
export function cutLine(line: Line, at: number): [Line, Line] {
  const cut = line.range[0] + at;
  const head = line.text.slice(0, at).trimEnd();
  const tail = line.text.slice(at).trimStart();
  const tailStart = cut + (line.text.length - at - tail.length);
  return [
    { ...line, text: head, range: [line.range[0], line.range[0] + head.length], width: columns(head) },
    {
      ...line,
      text: tail,
      range: [tailStart, line.range[1]],
      width: columns(tail),
      indent: 0,
      blanks: 0,
      pageBreak: false,
    },
  ];
}

export function toSheet(source: string): Sheet {
  const all = toLines(source);
  const marked = markPageMarks(all);
  const pageMarks: Range[] = [];
  const lines: Line[] = [];
  let afterMark = false;
  all.forEach((line, index) => {
    if (marked.has(index)) {
      pageMarks.push(line.range);
      afterMark = true;
    } else {
      lines.push(afterMark ? { ...line, pageBreak: true } : line);
      afterMark = false;
    }
  });
  const wrap = wrapOf(lines);
  return { source, lines, pageMarks, wrap, spacing: spacingOf(lines, wrap) };
}

const SHORTEST_WRAP = 24;
const WIDEST_PAGE = 160;

/**
 * In wrapped text the lines that end in mid-sentence are of about one width, and hardly any line is longer; where each
 * paragraph is a line, only headings end so. `open` leaves short lines out: they are headings in either kind.
 */
function wrapOf(lines: Line[]): number | null {
  const extent = (line: Line): number => line.indent + line.width;
  const open = lines.filter((line) => !endsSentence(line.text) && extent(line) >= SHORTEST_WRAP).map(extent);
  if (open.length < 3) return null;
  open.sort((a, b) => a - b);
  const wide = open[Math.floor((open.length - 1) * 0.9)]!;
  const near = open.filter((width) => width >= wide * FULL && width <= wide * 1.1).length;
  const beyond = lines.filter((line) => extent(line) > wide * 1.15).length;
  return wide <= WIDEST_PAGE && near >= open.length * 0.5 && beyond <= lines.length * 0.05 ? wide : null;
}

/** How much of the width a line fills that was broken for want of room. */
const FULL = 0.85;

export function isFull(sheet: Pick<Sheet, 'wrap'>, line: Line, share = FULL): boolean {
  return sheet.wrap !== null && line.indent + line.width >= sheet.wrap * share;
}

/** The usual distance between a line that ran to the edge in mid-sentence and its continuation. */
function spacingOf(lines: Line[], wrap: number | null): number {
  if (wrap === null) return 0;
  const counts = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const [before, line] = [lines[i - 1]!, lines[i]!];
    if (line.pageBreak || endsSentence(before.text) || !isFull({ wrap }, before)) continue;
    counts.set(line.blanks, (counts.get(line.blanks) ?? 0) + 1);
  }
  let spacing = 0;
  for (const [blanks, count] of counts) if (count > (counts.get(spacing) ?? 0)) spacing = blanks;
  return spacing;
}

const CLOSING_MARKS = '"\'”’」』）)]》】';

/** Ends in 。 ！ ？ or their Latin twins, whatever quotes and brackets close after it. */
export function endsSentence(text: string): boolean {
  let i = text.length - 1;
  while (i >= 0 && CLOSING_MARKS.includes(text[i]!)) i--;
  return i >= 0 && '。！？!?.｡．'.includes(text[i]!);
}

/** Whether a paragraph ends between two lines that stand one after the other. */
export function parts(sheet: Sheet, before: Line, line: Line): boolean {
  const ended = endsSentence(before.text);
  const full = isFull(sheet, before);
  if (!line.pageBreak && line.blanks > sheet.spacing) return ended || !full;
  if (sheet.wrap === null) return true;
  if (ended && !full) return true;
  return ended && line.indent >= 2 && line.indent > before.indent;
}
