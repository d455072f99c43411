import { isSpace, isWide } from '#contracts/reading';
import { endsSentence } from '../lines.js';
import { readMarker } from '../markers.js';

/** Words of a page in one place. Points, from the page's lower left corner. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line as it was typeset. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  /** Of its foot. */
  y: number;
  height: number;
  page: number;
}

/** Empty room of so many heights between two words of a line is a column's, not a space. */
const COLUMN_GAP = 1.5;

/** The pieces of a page, in the order in which it draws them, as its lines. */
export function toPdfLines(pieces: Piece[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  for (const { text, x, y, width, height } of pieces) {
    if (text === '') continue;
    const blank = text.trim() === '';
    const same =
      line !== null &&
      Math.abs(y - line.y) < Math.max(line.height, height) * 0.5 &&
      x > line.right - Math.max(line.height, height);
    if (!same || !line) {
      if (blank) continue;
      line = { text, left: x, right: x + width, y, height, page };
      lines.push(line);
      continue;
    }
    const gap = x - line.right;
    if (blank && width < line.height * COLUMN_GAP) {
      line.text += text;
      line.right = Math.max(line.right, x + width);
    } else if (!blank) {
      const columns = gap > line.height * COLUMN_GAP ? Math.min(40, Math.round((gap * 2) / line.height)) : 0;
      line.text = columns > 0 ? line.text.trimEnd() + ' '.repeat(columns) + text : line.text + text;
      line.right = x + width;
      line.height = Math.max(line.height, height);
    }
  }
  return lines;
}

const NUMBER =
  /^(?:[-–—－~·]?\s?\d{1,4}\s?[-–—－~·]?|\d{1,4}\s?[/／]\s?\d{1,4}|第\s?\d{1,4}\s?[頁页].{0,12}|page\s\d{1,4}.{0,10})$/i;
export const isPageNumber = ({ text }: PdfLine): boolean => NUMBER.test(text.trim());

/** How many lines at a page's top and foot may be heads and numbers. */
const EDGE = 2;

/** Page numbers, and heads and feet that come again at one height. */
export function findPageMarks(pages: PdfLine[][]): Set<PdfLine> {
  const edges = pages.flatMap((lines) => {
    const down = [...lines].sort((a, b) => b.y - a.y);
    return [...new Set([...down.slice(0, EDGE), ...down.slice(-EDGE)])].map((line) => ({
      line,
      // The outermost line alone can be a page's number.
      outermost: line === down[0] || line === down.at(-1),
    }));
  });
  const key = ({ text, y }: PdfLine): string => `${Math.round(y / 4)} ${text.replace(/\d+/g, '#').trim()}`;
  const counts = new Map<string, number>();
  for (const { line } of edges) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1);
  const everywhere = new Map<string, number>();
  for (const { text } of pages.flat()) everywhere.set(text, (everywhere.get(text) ?? 0) + 1);
  const often = Math.max(2, Math.min(3, pages.length));
  return new Set(
    edges
      .filter(({ line, outermost }) => {
        if (outermost && pages.length > 1 && isPageNumber(line)) return true;
        const here = counts.get(key(line))!;
        // What stands elsewhere more often comes to a page's edge by chance.
        return pages.length > 1 && here >= often && here * 2 >= everywhere.get(line.text)!;
      })
      .map(({ line }) => line),
  );
}

/** What the lines of a document have in common. */
interface Setting {
  /** Where lines begin that are not indented. */
  left: number;
  /** Where full lines end. */
  right: number;
  /** From one line of a paragraph to the next, in heights of a line. */
  leading: number;
}

/** Of fewer lines the longest is as good a witness as several. */
const FEW = 20;

export function settingOf(lines: PdfLine[], pageWidth: number): Setting {
  const rights = lines.map(({ right }) => right).sort((a, b) => b - a);
  // The furthest edge that several lines reach: one alone sticks out.
  const shared = rights.find((right, at) => at + 2 < rights.length && right - rights[at + 2]! < 12);
  const furthest = (rights.length < FEW ? rights[0] : shared) ?? 0;
  const steps = new Map<number, number>();
  for (let at = 1; at < lines.length; at += 1) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    const step = Math.round(((before.y - line.y) / line.height) * 10) / 10;
    if (before.page === line.page && step > 0.8 && step < 4) steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  // Where most paragraphs are of one line, the step between paragraphs is the commonest: the narrowest usual one is meant.
  const all = [...steps.values()].reduce((sum, count) => sum + count, 0);
  const usual = [...steps].filter(([, count]) => count >= Math.max(2, all * 0.08)).map(([step]) => step);
  const leading = usual.length > 0 ? Math.min(...usual) : 1.4;
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const left = lefts.find((each, at) => at + 2 < lefts.length && lefts[at + 2]! - each < 6) ?? lefts[0] ?? 0;
  // Lines that all end far from where the page's other margin must be were not broken for want of room.
  const least = pageWidth - 2.2 * Math.max(left, pageWidth * 0.08);
  return { left, right: Math.max(furthest, least), leading };
}

/** Whether a line, the last of a paragraph so far that begins with `first`, runs on into the next. */
export function runsOn(first: PdfLine, before: PdfLine, line: PdfLine, setting: Setting): boolean {
  const height = Math.max(before.height, line.height);
  if (Math.abs(before.height - line.height) > height * 0.12) return false;
  if (before.page === line.page) {
    const step = (before.y - line.y) / height;
    if (step <= 0 || step > setting.leading * 1.3) return false;
  } else if (endsSentence(before.text)) {
    // No room tells across a page: after a sentence, an indented line or one like a heading begins anew.
    const isHeading = line.right < setting.right - height * 2 && !endsSentence(line.text);
    if (isHeading || line.left > before.left + height * 0.8) return false;
  }
  if (/\S {6,}\S/.test(before.text) || /\S {6,}\S/.test(line.text)) return false;
  if (setting.right - before.right > firstWord(line) + height * 0.4) return false;
  // Indented like the first line of a paragraph: it is another one's.
  if (before === first && line.left > setting.left + height * 0.8 && endsSentence(before.text)) return false;
  const hanging = before === first && startsItem(first.text) ? height * 4 : height * 0.8;
  if (line.left > before.left + hanging) return false;
  if (before !== first && line.left < before.left - height * 0.8) return false;
  return !(startsItem(line.text) && /[。；;:：.！？!?]["'”’」』）)]?$/.test(before.text.trimEnd()));
}

const startsItem = (text: string): boolean =>
  readMarker(text.trimStart()) !== null || /^\s*[•●▪◆■◦‧·–*-]\s/.test(text);

/** The width of what could not have stood on the line before: a word, or a character with the marks that hang on it. */
function firstWord({ text, left, right, height }: PdfLine): number {
  const words = text.trimStart();
  if (isWide(words.charCodeAt(0))) {
    let end = 1;
    while (end < words.length && /[，。、；：！？）」』》”’…,.;:!?)]/.test(words[end]!)) end += 1;
    return height * Math.min(end, 4);
  }
  let end = 0;
  while (end < words.length && !isSpace(words.charCodeAt(end)) && !isWide(words.charCodeAt(end))) end += 1;
  return Math.min(((right - left) * (end + 1)) / Math.max(text.length, 1), height * 12);
}
