import type { DraftLeftOut, DraftTable, Range, Refusal, TableColumn } from '#contracts/draft';
import { isSpace } from '#contracts/reading';
import { columnsOf, isHeader } from '../columns.js';
import { readMarker } from '../markers.js';
import { readNumber } from '../numerals.js';
import { isTitle } from './titles.js';
import type { Sheet } from '../sheet.js';
import type { Fit, FoundArea, Layout } from './layout.js';

/** A row of a table, with the place in the source of each of its cells. */
interface Row {
  cells: Range[];
  range: Range;
}

/** Rows of cells with tabs between them, a measure a row, under a heading that says what each column holds. */
export const table = (chosen: (TableColumn | null)[] | null = null): Layout => ({
  measures: 'table_header',
  read(sheet) {
    const { source } = sheet;
    const rows = source.includes('\t') ? rowsOf(source) : [];
    const at = rows.findIndex((row) => isHeader(textsOf(source, row)));
    const header = rows[at];
    const columns = chosen ?? (header ? columnsOf(textsOf(source, header)) : []);
    const read = columns.includes('measure') ? new RowReader(sheet, rows, at, columns).read() : null;
    const measures = read?.areas.reduce((sum, area) => sum + area.measures.length, 0) ?? 0;
    if (read && measures > 0) return { fit: read };
    // A text without tabs is no table that lacks its heading.
    const missed: Refusal[] =
      rows.length > 0 || chosen ? [{ what: 'table_header', found: header !== undefined }] : [];
    return { missed };
  },
});

/** Line breaks of a row's cell are other signs, so that these end a row. */
function rowsOf(source: string): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < source.length;) {
    let end = start;
    const cells: Range[] = [];
    let from = start;
    for (; end < source.length; end += 1) {
      const code = source.charCodeAt(end);
      if (code === 0x0a || code === 0x0c || code === 0x0d) break;
      if (code !== 0x09) continue;
      cells.push(trim(source, from, end));
      from = end + 1;
    }
    cells.push(trim(source, from, end));
    if (cells.some(([a, b]) => b > a)) rows.push({ cells, range: trim(source, start, end) });
    start = end + 1;
  }
  return rows;
}

function trim(source: string, start: number, end: number): Range {
  let [from, to] = [start, end];
  while (from < to && isSpace(source.charCodeAt(from))) from += 1;
  while (to > from && isSpace(source.charCodeAt(to - 1))) to -= 1;
  return [from, to];
}

const textsOf = (source: string, { cells }: Row): string[] => cells.map((cell) => source.slice(...cell));
const isFilled = (cell: Range | undefined): cell is Range => cell !== undefined && cell[1] > cell[0];

class RowReader {
  private readonly areas: FoundArea[] = [];
  private readonly asides: DraftLeftOut[] = [];
  private area = '';
  /** Whether rows are numbered with figures, so that another number is of something above them. */
  private readonly figured: boolean;

  constructor(
    private readonly sheet: Sheet,
    private readonly rows: Row[],
    /** Where the heading stands; -1 where there is none. */
    private readonly header: number,
    private readonly columns: (TableColumn | null)[],
  ) {
    this.figured = rows.some((row) => {
      const number = this.cell(row, 'number');
      return isFilled(number) && /^\d/.test(this.textOf(number));
    });
  }

  read(): Fit {
    const { source, lines } = this.sheet;
    const header = this.rows[this.header];
    const first = this.rows[Math.max(0, this.header)]!.range[0];
    const last = this.rows.findLastIndex((row) => isFilled(this.cell(row, 'measure')));
    if (header) this.leave(header.cells);
    this.rows.slice(this.header + 1, last + 1).forEach((row) => this.row(row));
    const end = this.rows[last]?.range[1] ?? first;
    const table: DraftTable = {
      header: header ? textsOf(source, header) : this.columns.map(() => ''),
      columns: this.columns,
    };
    return {
      areas: this.areas.filter(({ measures }) => measures.length > 0),
      front: lines.filter((line) => line.range[0] < first),
      tail: lines.filter((line) => line.range[0] >= end),
      introductions: [],
      strays: [],
      asides: this.asides,
      warnings: [],
      table,
    };
  }

  private cell(row: Row, column: TableColumn): Range | undefined {
    const at = this.columns.indexOf(column);
    return at === -1 ? undefined : row.cells[at];
  }

  private row(row: Row): void {
    const filled = row.cells.filter(isFilled);
    const measure = this.cell(row, 'measure');
    const header = this.rows[this.header];
    // The heading again, at the top of the next page or sheet.
    const again = header !== undefined && this.textOf(row.range) === this.textOf(header.range);
    if (again) return this.leave(row.cells);
    // Alone in its row: the heading of those below it.
    if (filled.length === 1 && (!isFilled(measure) || row.cells.length === 1)) return this.open(filled[0]!);
    if (!isFilled(measure)) return this.leave(row.cells);
    if (this.isCategory(row, filled)) return this.open(measure, this.cell(row, 'number'));

    const area = this.cell(row, 'area');
    const isNew = isFilled(area) && this.textOf(area) !== this.area;
    if (isNew) this.open(area);
    // No area anywhere: the heading of the measures' own column is the only one there is.
    if (this.areas.length === 0) this.open(header ? (this.cell(header, 'measure') ?? measure) : measure);
    const number = this.cell(row, 'number');
    const marker = isFilled(number) && this.valueOf(number) !== null ? number : null;
    this.areas.at(-1)!.measures.push({
      value: marker && this.valueOf(marker),
      marker,
      range: measure,
    });
    this.leave(row.cells.filter((cell) => cell !== measure && cell !== marker && !(isNew && cell === area)));
  }

  /** "一 | 金融" above rows with figures: their heading. */
  private isCategory(row: Row, filled: Range[]): boolean {
    const number = this.cell(row, 'number');
    if (!this.figured || filled.length !== 2 || !isFilled(number)) return false;
    return (
      isTitle(this.textOf(this.cell(row, 'measure')!)) &&
      /^[（(]?[一二三四五六七八九十]/.test(this.textOf(number))
    );
  }

  private open(cell: Range, number?: Range): void {
    this.area = this.textOf(cell);
    const value = number && this.valueOf(number);
    if (number && value) {
      this.areas.push({ value, marker: number, range: cell, measures: [] });
      return;
    }
    const found = readMarker(this.area);
    const marked = found !== null && found.length < this.area.length;
    const at = cell[0] + (marked ? found.length : 0);
    const marker: Range | null = marked
      ? [cell[0], cell[0] + this.area.slice(0, found.length).trimEnd().length]
      : null;
    this.areas.push({ value: marked ? found.value : null, marker, range: [at, cell[1]], measures: [] });
  }

  private leave(cells: Range[]): void {
    for (const range of cells) if (isFilled(range)) this.asides.push({ range, reason: 'table' });
  }

  private textOf(range: Range): string {
    return this.sheet.source.slice(...range);
  }

  /** 3, 三, 2.3, （3）: the last number of it. */
  private valueOf(cell: Range): number | null {
    const written = this.textOf(cell)
      .match(/\d{1,4}|[一二三四五六七八九十百〇零]{1,5}/g)
      ?.at(-1);
    return written === undefined ? null : readNumber(written);
  }
}
