import type { Range } from '#contracts/draft';
import { bulletLength } from './bullets.js';
import { type Line, toLines, wordsAt } from './lines.js';
import { markPageMarks } from './page-marks.js';

/** A text as its lines, page marks set aside. */
export interface Sheet {
  source: string;
  lines: Line[];
  /** Page numbers and running heads, which belong to no paragraph. Sorted. */
  pageMarks: Range[];
  /** Signs that set a heading off and are none of its words. Sorted. */
  decoration: Range[];
  /** Columns at which the text was wrapped; null where each paragraph is a line. */
  wrap: number | null;
  /** Empty lines that stand even between two lines of one paragraph. */
  spacing: number;
  /** Where lines begin that go on the line above in a column narrower than the page. */
  columns: ReadonlySet<number>;
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
  return sheetOf({ source, lines, pageMarks, decoration: [] });
}

const DECORATED =
  /^(?:【([^【】]{1,60})】|〖([^〖〗]{1,60})〗|#{1,6}\s{0,4}(\S.{0,200})|\*\*([^*]{1,200})\*\*|__([^_]{1,200})__)$/u;

/** The same with "【金融】", "**金融**" and "## 金融" as the bare words. */
export function withoutDecoration(sheet: Sheet): Sheet {
  const decoration: Range[] = [];
  const lines = sheet.lines.map((line): Line => {
    const found = /^[【〖#*_]/u.test(line.text) ? DECORATED.exec(line.text) : null;
    const words = found
      ?.slice(1)
      .find((each) => each !== undefined)
      ?.trim();
    if (!words) return line;
    const bare = wordsAt(words, line.range[0] + line.text.indexOf(words));
    for (const [from, to] of [
      [line.range[0], bare.range[0]],
      [bare.range[1], line.range[1]],
    ] satisfies Range[])
      if (from < to) decoration.push([from, to]);
    return { ...line, ...bare };
  });
  return decoration.length === 0 ? sheet : sheetOf({ ...sheet, lines, decoration });
}

/** Of a sheet, some lines alone: one of two languages, say. */
export function someOf(sheet: Sheet, lines: Line[]): Sheet {
  return sheetOf({ ...sheet, lines });
}

function sheetOf(given: Pick<Sheet, 'source' | 'lines' | 'pageMarks' | 'decoration'>): Sheet {
  const wrap = wrapOf(given.lines);
  const spacing = spacingOf(given.lines, wrap);
  return { ...given, wrap, spacing, columns: narrowColumns(given.lines, wrap) };
}

const SHORTEST_WRAP = 24;
const WIDEST_PAGE = 160;

/**
 * In wrapped text the lines that end in mid-sentence are of about one width, and hardly any line is longer; where each
 * paragraph is a line, only headings end so. `open` leaves short lines out: they are headings in either kind.
 */
function wrapOf(lines: Line[]): number | null {
  const extent = (line: Line): number => line.indent + line.width;
  const open = lines.filter((line) => !line.ended && extent(line) >= SHORTEST_WRAP).map(extent);
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
    if (line.pageBreak || before.ended || !isFull({ wrap }, before)) continue;
    counts.set(line.blanks, (counts.get(line.blanks) ?? 0) + 1);
  }
  let spacing = 0;
  for (const [blanks, count] of counts) if (count > (counts.get(spacing) ?? 0)) spacing = blanks;
  return spacing;
}

const WIDEST_COLUMN = 60;
const FEWEST_LINES = 4;

/**
 * Newspapers set a paragraph beside a picture in short lines that need not be of one width, each a paragraph to whoever
 * copies the page: evenly spaced, open-ended up to the last, a sentence ending in the midst of one.
 */
function narrowColumns(lines: Line[], wrap: number | null): Set<number> {
  const columns = new Set<number>();
  const widest = Math.min(WIDEST_COLUMN, (wrap ?? Infinity) * 0.8);
  const isNarrow = (line: Line): boolean => line.indent + line.width <= widest;
  const begins = (line: Line): boolean => bulletLength(line.text) > 0 || line.number !== null;
  let start = 0;
  let goesOn = false;
  while (start < lines.length - 1) {
    const spacing = lines[start + 1]!.blanks;
    let end = start;
    let width = 0;
    let sentences = 0;
    while (end < lines.length && isNarrow(lines[end]!) && !lines[end]!.ended) {
      if (end > start && (lines[end]!.blanks !== spacing || begins(lines[end]!))) break;
      width = Math.max(width, lines[end]!.width);
      if (lines[end]!.text.includes('。')) sentences++;
      end++;
    }
    const last = lines[end];
    const closes = last !== undefined && last.ended && last.blanks === spacing && last.width <= width;
    const tells = sentences > 0 && end - start + 1 >= FEWEST_LINES;
    const isColumn: boolean = closes && (tells || (goesOn && lines[start]!.blanks === spacing));
    goesOn = isColumn;
    if (isColumn) for (let i = start + 1; i <= end; i++) columns.add(lines[i]!.range[0]);
    start = isColumn || end === start ? end + 1 : end;
  }
  return columns;
}

const ENDS_ITEM = /[；;。：:》][及和]?$/u;

/** Whether a paragraph ends between two lines that stand one after the other. */
export function parts(sheet: Sheet, before: Line, line: Line): boolean {
  if (sheet.columns.has(line.range[0])) return false;
  if (bulletLength(line.text) > 0) return true;
  if (line.number && ENDS_ITEM.test(before.text)) return true;
  const { ended } = before;
  const full = isFull(sheet, before);
  if (!line.pageBreak && line.blanks > sheet.spacing) return ended || !full;
  if (sheet.wrap === null) return true;
  if (ended && !full) return true;
  return ended && line.indent >= 2 && line.indent > before.indent;
}
