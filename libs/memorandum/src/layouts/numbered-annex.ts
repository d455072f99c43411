import type { DraftWarning, Refusal } from '#contracts/draft';
import type { Line } from '../lines.js';
import { readMarker } from '../markers.js';
import type { Sheet } from '../sheet.js';
import { warning } from '../warnings.js';
import type { Fit, Layout } from './layout.js';
import { type MarkedLine, markLines, type NumberPair, pairsIn } from './number-pair.js';
import { type Levels, levelsOf, suits } from './numbered-levels.js';
import { type List, ListReader } from './numbered-list.js';

/** Lists one after the other that are one: the second part of a register numbers its areas from one again. */
interface Chain {
  lists: List[];
  score: number;
}

/** 一、area 1. measure – or any other two ways of numbering, one within the other, with headings between or without. */
export const numberedAnnex: Layout = {
  measures: 'numbered_measures',
  language: 'zh',
  read(sheet) {
    const lines = markLines(sheet);
    const levels = levelsOf(lines);
    const pairs = pairsIn(lines);
    const likely = pairs.filter((pair) => suits(pair, levels));
    const first = bestOf(sheet, lines, likely, levels);
    const others = pairs.filter((pair) => !likely.includes(pair));
    const best = first && isRegister(first) ? first : bestOf(sheet, lines, others, levels, first);
    if (best && isRegister(best)) return { fit: toFit(sheet, best.lists) };
    const missed: Refusal[] = [
      { what: 'area_headings', found: best ? areasOf(best).length : 0 },
      { what: 'numbered_measures', found: best ? measuresOf(best) : 0 },
    ];
    return { missed };
  },
};

const areasOf = ({ lists }: Chain) => lists.flatMap((list) => list.areas);
const measuresOf = (chain: Chain): number =>
  areasOf(chain).reduce((sum, { measures }) => sum + measures.length, 0);
const isRegister = (chain: Chain): boolean => areasOf(chain).length >= 2 && measuresOf(chain) >= 2;

/** A long text that is numbered in every way at once is none of ours, and is not read in each. */
const FEWEST_PAIRS = 3;
const MOST_LINES = 20_000;

/** The best list of these pairs that is a register; the best of any kind where none is. */
function bestOf(
  sheet: Sheet,
  lines: MarkedLine[],
  pairs: NumberPair[],
  levels: Levels,
  before: Chain | null = null,
): Chain | null {
  let best = before;
  const most = Math.max(FEWEST_PAIRS, Math.floor(MOST_LINES / lines.length));
  for (const pair of pairs.slice(0, most)) {
    for (const chain of chainsOf(new ListReader(sheet, lines, pair, levels), lines.length)) {
      const [is, was] = [isRegister(chain), best !== null && isRegister(best)];
      if (!best || (is && !was) || (is === was && chain.score > best.score)) best = chain;
    }
  }
  return best;
}

function chainsOf(reader: ListReader, end: number): Chain[] {
  const starts = reader.starts();
  const chains: Chain[] = [];
  let goesOn = false;
  starts.forEach((start, index) => {
    const list = reader.read(start, starts[index + 1] ?? end);
    const chain = goesOn ? chains.at(-1) : undefined;
    if (list.areas.every((area) => area.measures.length === 0)) return;
    if (chain) {
      chain.lists.push(list);
      chain.score += list.score;
    } else {
      chains.push({ lists: [list], score: list.score });
    }
    goesOn = list.open;
  });
  return chains;
}

/** How far above the first heading a measure is looked for that was put there. */
const NEAR = 4;

/** Measures that stand above the first heading. */
function straysAbove({ source }: Sheet, front: Line[], lists: List[]): DraftWarning[] {
  const marker = lists[0]!.areas.flatMap(({ measures }) => measures)[0]?.marker;
  const style = marker && readMarker(source.slice(...marker))?.style;
  return front
    .slice(-NEAR)
    .filter(({ text }) => style && readMarker(text)?.style === style && /[。；;]$/.test(text))
    .map(({ range }) => warning('text_left_out', range));
}

/** What one list left over before the next, whose headings may stand above its first. */
const restBefore = ({ rest }: List, next: List | undefined): Line[] =>
  next ? rest.filter(({ range }) => range[0] < next.first) : [];

function toFit(sheet: Sheet, lists: List[]): Fit {
  const [first, last] = [lists[0]!, lists.at(-1)!];
  const front = sheet.lines.filter((line) => line.range[0] < first.first);
  return {
    areas: lists.flatMap((list) => list.areas),
    front,
    tail: [...last.rest, ...sheet.lines.filter((line) => line.range[0] >= last.end)],
    introductions: lists.flatMap((list) => list.introductions),
    strays: lists.flatMap((list, i) => [...list.strays, ...restBefore(list, lists[i + 1])]),
    asides: lists.flatMap((list) => list.asides),
    warnings: [...straysAbove(sheet, front, lists), ...lists.flatMap((list) => list.warnings)],
  };
}
