import { isHeader } from '../columns.js';
import { readMarker } from '../markers.js';
import { isSpace } from '#contracts/reading';

/** Line breaks inside a cell: they end no row. */
const IN_CELL = '\u2028';
const RULE = '————';
/** A table's heading stands near its top, below a title at most. */
const HEADER_WITHIN = 20;

/** White space at both ends taken off, without an expression that would go back and forth over a long run of it. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** A cell on one line between its tabs. */
const cell = (text: string): string =>
  trimmed(text)
    .split(/[\n\r\f\v\u2028\u2029]+/)
    .map((line) => trimmed(line.replaceAll('\t', ' ')))
    .filter((line) => line !== '')
    .join(IN_CELL);

/** Rows as lines with tabs between their cells. */
export function renderRows(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => row.map(cell).join('\t'));
}

/** A table in a document: rows if its heading says that measures stand in it; else it only sets out a page. */
export function renderTable(rows: readonly (readonly string[])[]): string[] {
  if (rows.slice(0, HEADER_WITHIN).some((row) => isHeader(row.map(cell)))) return renderRows(rows);
  return rows.flat().flatMap((text) => (text.trim() === '' ? [] : text.split('\n')));
}

/** A heading as plain text shows one: its number says it, or the rule under it. */
export function renderHeading(text: string): string[] {
  return text.trim() === '' || readMarker(text.trimStart()) ? [text] : [text, RULE];
}
