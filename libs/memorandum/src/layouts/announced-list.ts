import type { Range, Refusal } from '#contracts/draft';
import { bulletLength } from '../bullets.js';
import { cutLine, endsSentence, type Line } from '../lines.js';
import { readMarker } from '../markers.js';
import { isEnglish } from '../metadata/english/language.js';
import { parts, type Sheet } from '../sheet.js';
import { warning } from '../warnings.js';
import { announcesSigned } from '../words.js';
import { announcesList } from './blocks.js';
import { saysWhatToDo } from './chinese-words.js';
import { clausesIn } from './clauses.js';
import { announces, saysWhatToDo as saysWhatToDoInEnglish } from './english-words.js';
import type { Fit, FoundMeasure, Layout } from './layout.js';
import { readOutlineMarker } from './outline-markers.js';

/** The line that announces a list, and the lines of each item below it. */
interface List {
  lead: number;
  end: number;
  items: { length: number; value: number | null; lines: Line[] }[];
}

const FEWEST = 3;
/** Enough of an item to tell what it begins with. */
const OPENING = 200;

/**
 * Bullets or numbers below a sentence that announces them, and no areas at all: the words that announce them are the
 * only heading there is.
 */
export const announcedList: Layout = {
  measures: 'listed_measures',
  read(whole) {
    const english = isEnglish(whole);
    const sheet = english ? whole : { ...whole, lines: whole.lines.flatMap((line) => apart(whole, line)) };
    let best: List | null = null;
    for (let index = 0; index < sheet.lines.length; index++) {
      const list = listBelow(sheet, index, english);
      if (list && list.items.length > (best?.items.length ?? 0)) best = list;
      if (list) index = list.end - 1;
    }
    if (best && best.items.length >= FEWEST) return { fit: toFit(sheet, best, english) };
    const missed: Refusal[] = best ? [{ what: 'listed_measures', found: best.items.length }] : [];
    return { missed };
  },
};

/** "…以下工作：一是…；二是…": what announces, and each clause that is counted, as a line of its own. */
function apart({ source }: Sheet, line: Line): Line[] {
  const colon = line.text.search(/[:：]\s?一[是要]/);
  const clauses = colon < 0 ? undefined : clausesIn(source, [line.range[0] + colon + 1, line.range[1]]);
  if (!clauses) return [line];
  const lines: Line[] = [];
  let rest = line;
  for (const { marker } of clauses) {
    const [before, after] = cutLine(rest, marker![0] - rest.range[0]);
    lines.push(before);
    rest = after;
  }
  return [...lines, rest];
}

function listBelow(sheet: Sheet, lead: number, english: boolean): List | null {
  const { text } = sheet.lines[lead]!;
  if (!/[:：]$/.test(text) || announcesSigned(text)) return null;
  if (!(english ? announces(text) : announcesList({ kind: 'lead', tail: text }))) return null;
  const list: List = { lead, end: lead + 1, items: [] };
  let kind: string | null = null;
  for (; list.end < sheet.lines.length; list.end++) {
    const line = sheet.lines[list.end]!;
    const item = itemAt(line.text, english);
    const last = list.items.at(-1);
    if (item && (kind === null || item.kind === kind)) {
      kind = item.kind;
      list.items.push({ length: item.length, value: item.value, lines: [line] });
    } else if (last && (item !== null || !parts(sheet, last.lines.at(-1)!, line))) {
      last.lines.push(line);
    } else {
      break;
    }
  }
  const sounding = list.items.filter(({ lines, length }) => says(lines[0]!.text.slice(length), english));
  return sounding.length * 2 >= list.items.length ? list : null;
}

function says(words: string, english: boolean): boolean {
  const head = words.slice(0, OPENING);
  return english ? saysWhatToDoInEnglish(head) : saysWhatToDo({ head });
}

/** A bullet or a number with words after it; items of a list are all of one kind. */
function itemAt(
  text: string,
  english: boolean,
): { kind: string; value: number | null; length: number } | null {
  const bullet = bulletLength(text);
  if (bullet > 0) return { kind: text[0]!, value: null, length: bullet };
  const marker = english ? readOutlineMarker(text) : readMarker(text);
  return marker && marker.length < text.length
    ? { kind: marker.style, value: marker.value, length: marker.length }
    : null;
}

function toFit(sheet: Sheet, { lead, end, items }: List, english: boolean): Fit {
  const [before, heading] = cutLine(sheet.lines[lead]!, headingAt(sheet.lines[lead]!.text));
  const colon: Range = [heading.range[1] - 1, heading.range[1]];
  const range: Range = [heading.range[0], colon[0]];
  const warnings = [warning('areas_missing', range)];
  const measures = items.map(({ length, value, lines }, i): FoundMeasure => {
    const [marker, words] = cutLine(lines[0]!, length);
    const from = items[i - 1]?.value ?? 0;
    if (value !== null && value !== from + 1)
      warnings.push(warning('numbering_jump', marker.range, { from, to: value, place: '' }));
    return { value, marker: marker.range, range: [words.range[0], lines.at(-1)!.range[1]] };
  });
  return {
    areas: [{ value: null, marker: null, range, measures }],
    front: [...sheet.lines.slice(0, lead), ...(before.text === '' ? [] : [before])],
    tail: sheet.lines.slice(end),
    introductions: [],
    strays: [],
    asides: [{ range: colon, reason: 'markup' }],
    warnings,
    ...(english && { language: 'en' as const }),
  };
}

/** Where the last clause of a sentence begins, if it has words of its own. */
function headingAt(text: string): number {
  for (let at = text.length - 2; at > 0; at--) {
    if (/[，。；,;]/.test(text[at - 1]!) && /[^\s]/.test(text[at]!) && text.length - at > 4) return at;
    if (endsSentence(text.slice(0, at)) && /\s/.test(text[at]!)) return at + 1;
  }
  return 0;
}
