import { EncryptedFileError } from 'hucre';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { isHeader } from '../columns.js';
import { Unreadable } from './outcome.js';
import { renderRows } from './rendering.js';

/** The sheets of a workbook that are not hidden, a line a row, a tab between cells. */
export async function readWorkbook(bytes: Uint8Array): Promise<string> {
  const { sheets } = await open(bytes);
  const filled = sheets
    .map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellText)) }))
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')));
  return filled
    .map(({ name, rows }) => {
      const text = renderRows(rows).map((line) => (line.trim() === '' ? '' : line));
      return filled.length > 1 ? [name.trim(), ...text].join('\n') : text.join('\n');
    })
    .join('\n\f');
}

async function open(bytes: Uint8Array) {
  try {
    return await readXlsx(bytes, { sheets: (info) => !info.hidden && !info.veryHidden });
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new Unreadable('encrypted_file');
    throw new Unreadable('damaged_file', { part: 'XLSX' });
  }
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

const DELIMITERS = [',', '\t', ';', '|'];

/** A text whose values are set apart by commas or the like, as rows; null where it is no table of measures. */
export function readCsv(text: string, isNamedSo: boolean): string | null {
  const head = text.slice(0, 20_000);
  const delimiter =
    DELIMITERS.find((each) => rowsOf(head, each).slice(0, 20).some(isHeader)) ??
    (isNamedSo ? DELIMITERS.find((each) => head.includes(each)) : undefined);
  if (delimiter === undefined) return null;
  return renderRows(rowsOf(text, delimiter)).join('\n');
}

function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)]!;
      else quoted = false;
    } else if (sign === '"' && cell === '') {
      quoted = true;
    } else if (sign === delimiter) {
      endCell();
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push(row);
      row = [];
    } else {
      cell += sign;
    }
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
