import type { Line } from './lines.js';

const DASHED = /^[-–—－~～·]\s{0,2}\d{1,4}\s{0,2}[-–—－~～·]$/;
const NAMED =
  /^(?:第\s?[\d一二三四五六七八九十百]{1,4}\s?[頁页](?:\s?[，,/／]?\s?共\s?[\d一二三四五六七八九十百]{1,4}\s?[頁页])?|page\s\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?)$/i;
const BARE = /^(\d{1,4})(?:\s?[/／]\s?\d{1,4})?$/;
/** Spares every other line the rest. */
const BEGINS = /^[-–—－~～·第pP\d]/;
const WIDEST_HEAD = 80;

/** The lines that a page carries beside its text: its number, and a head or foot that comes again on each page. */
export function markPageMarks(lines: Line[]): Set<number> {
  const marked = new Set<number>();
  const bare: { index: number; page: number }[] = [];
  lines.forEach(({ text }, index) => {
    if (text.length > 24 || !BEGINS.test(text)) return;
    if (DASHED.test(text) || NAMED.test(text)) marked.add(index);
    const page = BARE.exec(text);
    if (page) bare.push({ index, page: Number(page[1]) });
  });
  // A number alone on a line is a page's only if the next or the last such number goes on from it.
  bare.forEach(({ index, page }, i) => {
    if (bare[i - 1]?.page === page - 1 || bare[i + 1]?.page === page + 1) marked.add(index);
  });
  markRunningHeads(lines, marked);
  return marked;
}

function markRunningHeads(lines: Line[], marked: Set<number>): void {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (marked.has(index) || line.width > WIDEST_HEAD) return;
    const key = /\d/.test(line.text) ? line.text.replace(/\d+/g, '#') : line.text;
    const found = places.get(key);
    if (found) found.push(index);
    else places.set(key, [index]);
  });
  const atEdge = (index: number): boolean =>
    lines[index]!.pageBreak ||
    marked.has(index - 1) ||
    lines[index + 1]?.pageBreak === true ||
    marked.has(index + 1);
  for (const found of places.values()) {
    const [first, second] = found as [number, number | undefined];
    // Of two pages, the second's first line is a head if it is the first's as well.
    if (first === 0 && second !== undefined && found.length === 2) {
      const { text, pageBreak } = lines[second]!;
      if (pageBreak && text === lines[0]!.text) marked.add(second);
    }
    if (found.length < 3) continue;
    const edges = found.filter(atEdge);
    // The first may be the title itself, which the head of the later pages repeats.
    if (edges.length >= found.length - 1) edges.filter((i) => i !== first).forEach((i) => marked.add(i));
  }
}
