import type { DraftTable } from '#contracts/draft';

/** What the row of a measure says beside it, as the cells have it. */
export interface Beside {
  leads: string[];
  deadline: string | null;
  status: string | null;
}

const ROW_ENDS = /[\n\r\f]/;

/** The cells of the row of a table in which a place stands; each column holds what its heading or the person says. */
export function besideAt(text: string, { columns }: DraftTable, place: number): Beside {
  let [start, end] = [place, place];
  while (start > 0 && !ROW_ENDS.test(text[start - 1]!)) start -= 1;
  while (end < text.length && !ROW_ENDS.test(text[end]!)) end += 1;
  const cells = text.slice(start, end).split('\t');
  const of = (kind: DraftTable['columns'][number]) =>
    cells.map((cell) => cell.trim()).filter((cell, at) => columns[at] === kind && cell !== '');
  return {
    leads: of('lead'),
    deadline: of('deadline').join(' ') || null,
    status: of('status').join(' ') || null,
  };
}
