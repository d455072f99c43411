import type { Range } from '#contracts/draft';
import type { Line } from './lines.js';
import { parts, type Sheet } from './sheet.js';
import { gapsIn, type Reading, readRange } from '#contracts/reading';

/** A paragraph of running text, to look for data in. */
export interface Paragraph extends Reading {
  range: Range;
  lines: Line[];
  /** Whether it ends with its sentence. */
  ended: boolean;
}

export function toParagraph(sheet: Sheet, lines: Line[]): Paragraph {
  const last = lines.at(-1)!;
  const range: Range = [lines[0]!.range[0], last.range[1]];
  const { text, at } = readRange(sheet.source, range, gapsIn(sheet.pageMarks, range));
  return { text, at, range, lines, ended: last.ended };
}

/** The lines of each paragraph. */
export function groupLines<T extends Line>(sheet: Sheet, lines: readonly T[]): T[][] {
  const groups: T[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && !parts(sheet, before, line)) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return groups;
}

export function toParagraphs(sheet: Sheet, lines: readonly Line[]): Paragraph[] {
  return groupLines(sheet, lines).map((group) => toParagraph(sheet, group));
}
