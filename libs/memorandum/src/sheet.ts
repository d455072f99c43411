import type { Range } from '#contracts/draft';
import { endsSentence, type Line, toLines } from './lines.js';
import { markPageMarks } from './page-marks.js';

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

/** Whether a paragraph ends between two lines that stand one after the other. */
export function parts(sheet: Sheet, before: Line, line: Line): boolean {
  const ended = endsSentence(before.text);
  const full = isFull(sheet, before);
  if (!line.pageBreak && line.blanks > sheet.spacing) return ended || !full;
  if (sheet.wrap === null) return true;
  if (ended && !full) return true;
  return ended && line.indent >= 2 && line.indent > before.indent;
}
