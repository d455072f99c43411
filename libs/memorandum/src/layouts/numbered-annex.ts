import type { Refusal } from '#contracts/draft';
import type { Sheet } from '../sheet.js';
import type { Fit, Layout } from './layout.js';
import { type MarkedLine, markLines, type NumberPair, pairsIn } from './number-pair.js';
import { type List, ListReader } from './numbered-list.js';

/** Lists one after the other that are one: the second part of a register numbers its areas from one again. */
interface Chain {
  lists: List[];
  score: number;
}

/** 一、area 1. measure – or any other two ways of numbering, one within the other. */
export const numberedAnnex: Layout = {
  measures: 'numbered_measures',
  read(sheet) {
    const lines = markLines(sheet);
    let best: Chain | null = null;
    for (const pair of pairsIn(lines)) {
      for (const chain of chainsOf(sheet, lines, pair)) if (!best || chain.score > best.score) best = chain;
    }
    const found = best?.lists.flatMap((list) => list.areas) ?? [];
    const measures = found.reduce((sum, area) => sum + area.measures.length, 0);
    if (best && found.length >= 2 && measures >= 2) return { fit: toFit(sheet, best.lists) };
    const missed: Refusal[] = [
      { what: 'area_headings', found: found.length },
      { what: 'numbered_measures', found: measures },
    ];
    return { missed };
  },
};

function chainsOf(sheet: Sheet, lines: MarkedLine[], pair: NumberPair): Chain[] {
  const reader = new ListReader(sheet, lines, pair);
  const starts = reader.starts();
  const chains: Chain[] = [];
  let goesOn = false;
  starts.forEach((start, index) => {
    const list = reader.read(start, starts[index + 1] ?? lines.length);
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

function toFit(sheet: Sheet, lists: List[]): Fit {
  const [first, last] = [lists[0]!, lists.at(-1)!];
  return {
    areas: lists.flatMap((list) => list.areas),
    front: sheet.lines.filter((line) => line.range[0] < first.first),
    tail: [...last.rest, ...sheet.lines.filter((line) => line.range[0] >= last.end)],
    introductions: lists.flatMap((list) => list.introductions),
    strays: lists.flatMap((list) => (list === last ? list.strays : [...list.strays, ...list.rest])),
    asides: [],
    warnings: lists.flatMap((list) => list.warnings),
  };
}
