import type { DraftLeftOut } from '#contracts/draft';
import { bulletLength } from '../bullets.js';
import { cutLine, endsSentence, type Line } from '../lines.js';
import { dateLinesIn, isSignatureHead } from '../metadata/signatures.js';
import { groupLines } from '../paragraphs.js';
import { parts, type Sheet } from '../sheet.js';
import { isRule } from '../rules.js';
import { isAnnexLabel, isClosing } from '../words.js';
import { isCaption, isReport, isTeaser } from './blocks.js';
import { saysWhatToDo } from './chinese-words.js';
import type { FoundMeasure } from './layout.js';
import { isHeading } from './titles.js';

/** How measures without numbers are set under their areas: with bullets, a paragraph each, or a short line each. */
export type Manner = 'bullets' | 'sentences' | 'lines';

/** What stands under one heading. */
export interface Items {
  measures: FoundMeasure[];
  introduction: Line[];
  strays: Line[];
  asides: DraftLeftOut[];
}

/** Most of the areas tell for all; null where nothing stands under most of them. */
export function mannerOf(sheet: Sheet, gaps: Line[][]): Manner | null {
  const filled = gaps.map(withoutRules).filter((gap) => gap.length > 0);
  if (filled.length * 2 < gaps.length) return null;
  const most = (fits: (gap: Line[]) => boolean): boolean => filled.filter(fits).length * 2 >= filled.length;
  if (most((gap) => gap.some(({ text }) => bulletLength(text) > 0))) return 'bullets';
  const isProse = (gap: Line[]): boolean =>
    groupLines(sheet, gap).some((lines) => endsSentence(lines.at(-1)!.text));
  return most(isProse) ? 'sentences' : 'lines';
}

export function readItems(sheet: Sheet, manner: Manner, gap: Line[]): Items {
  const items: Items = { measures: [], introduction: [], strays: [], asides: [] };
  for (const { range, text } of gap) if (isRule(text)) items.asides.push({ range, reason: 'rule' });
  for (const lines of pieces(sheet, manner, withoutRules(gap))) {
    const [first, last] = [lines[0]!, lines.at(-1)!];
    const bullet = manner === 'bullets' ? bulletLength(first.text) : 0;
    if (isCaption(last.text))
      items.asides.push(...lines.map(({ range }) => ({ range, reason: 'caption' as const })));
    else if (manner === 'bullets' && bullet === 0)
      (items.measures.length === 0 ? items.introduction : items.strays).push(...lines);
    else if (manner === 'sentences' && !isItem(first, last)) items.strays.push(...lines);
    else items.measures.push(measureOf(first, last, bullet));
  }
  return items;
}

/** The line drawn under a heading is none of what stands there. */
const withoutRules = (gap: Line[]): Line[] => gap.filter(({ text }) => !isRule(text));

/** A sentence, one of several that a list is made of, or what is to be done without its full stop. */
const isItem = (first: Line, last: Line): boolean =>
  endsSentence(last.text) || /[；;]$/.test(last.text) || saysWhatToDo({ head: first.text });

function measureOf(first: Line, last: Line, bullet: number): FoundMeasure {
  if (bullet === 0) return { value: null, marker: null, range: [first.range[0], last.range[1]] };
  const [marker, words] = cutLine(first, bullet);
  return { value: null, marker: marker.range, range: [words.range[0], last.range[1]] };
}

/** The lines of each item. */
function pieces(sheet: Sheet, manner: Manner, gap: Line[]): Line[][] {
  if (manner === 'sentences') return groupLines(sheet, gap);
  const found: Line[][] = [];
  for (const line of gap) {
    const before = found.at(-1)?.at(-1);
    const goesOn = before && (manner === 'lines' ? runsOver(before, line) : goesOnItem(sheet, before, line));
    if (goesOn) found.at(-1)!.push(line);
    else found.push([line]);
  }
  return found;
}

/** A line of a few words right below a longer one is its end, unless it begins with what is to be done. */
function runsOver(before: Line, line: Line): boolean {
  return (
    line.blanks === 0 &&
    !endsSentence(before.text) &&
    bulletLength(line.text) === 0 &&
    !saysWhatToDo({ head: line.text }) &&
    line.width * 2 <= before.width
  );
}

function goesOnItem(sheet: Sheet, before: Line, line: Line): boolean {
  if (bulletLength(line.text) > 0) return false;
  if (!parts(sheet, before, line)) return true;
  return line.blanks === 0 && !endsSentence(before.text) && line.indent >= before.indent;
}

/** How many of the lines after the last heading are still of the list; `others` stand under the headings before. */
export function lengthOfLast(sheet: Sheet, manner: Manner, rest: Line[], others: Line[][]): number {
  const widest = others.flat().reduce((most, { blanks }) => Math.max(most, blanks), 1);
  const stop = rest.findIndex((_, index) => endsList(sheet, manner, rest, index, widest));
  const end = stop === -1 ? rest.length : stop;
  const head = rest[end - 1];
  // The head of the prose that follows looks like a highlight.
  const isHead =
    manner === 'lines' &&
    end > 1 &&
    stop !== -1 &&
    endsSentence(rest[stop]!.text) &&
    head!.blanks > 0 &&
    isHeading(head!.text) &&
    !saysWhatToDo({ head: head!.text });
  return isHead ? end - 1 : end;
}

function endsList(sheet: Sheet, manner: Manner, rest: Line[], index: number, widest: number): boolean {
  const line = rest[index]!;
  if (isRule(line.text)) return false;
  if (isAnnexLabel(line.text) || isClosing(line.text) || isSignatureHead(line) || isTeaser(line.text))
    return true;
  if (dateLinesIn([line]).length > 0 || isCaption(line.text)) return true;
  const before = rest[index - 1];
  const apart = !before || parts(sheet, before, line);
  if (manner === 'bullets')
    return bulletLength(line.text) === 0 && !(before && goesOnItem(sheet, before, line));
  if (/[:：]$/.test(line.text) && apart) return true;
  if (manner === 'lines') return endsSentence(line.text) || line.blanks > widest;
  if (!apart) return false;
  const paragraph = groupLines(sheet, rest.slice(index, index + LONGEST_PARAGRAPH))[0]!;
  return !isItem(line, paragraph.at(-1)!) || isReport({ head: line.text });
}

const LONGEST_PARAGRAPH = 40;
