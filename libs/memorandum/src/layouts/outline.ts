import type { Range, Refusal } from '#contracts/draft';
import type { Line } from '../lines.js';
import type { Sheet } from '../sheet.js';
import type { Fit, Layout } from './layout.js';
import { type OutlineBlock, toOutlineBlocks } from './outline-blocks.js';
import { type OutlinePair, type OutlineRun, walkOutline } from './outline-walk.js';

/** Keys of more levels than any text has are a list of something else. */
const MOST_KEYS = 12;

/**
 * English headings – numbered, underlined, bold, in capitals or simply short – and under them bullets, numbered items or
 * paragraphs, a measure each, whatever stands below those being its parts.
 */
export const outline: Layout = {
  measures: 'listed_measures',
  language: 'en',
  read(sheet) {
    const { blocks, stray } = toOutlineBlocks(sheet, sheet.lines);
    let best: OutlineRun | null = null;
    let most: OutlineRun | null = null;
    for (const pair of pairsOf(blocks)) {
      for (const run of walkOutline(blocks, pair)) {
        trimFront(run, blocks);
        if (run.measures > (most?.measures ?? 0)) most = run;
        if (isFit(run, pair) && (!best || isBetter(run, best))) best = run;
      }
    }
    if (best) return { fit: toFit(sheet, blocks, stray, best) };
    const missed: Refusal[] = [
      { what: 'area_headings', found: most?.filled ?? 0 },
      { what: 'listed_measures', found: most?.measures ?? 0 },
    ];
    return { missed };
  },
};

/** Every way to write headings with every way to write what stands under them. */
function pairsOf(blocks: OutlineBlock[]): OutlinePair[] {
  const titled = new Map<string, number>();
  const items = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const block of blocks) {
    if (block.titled && (block.kind === 'heading' || block.kind === 'item')) count(titled, block.key);
    if (block.kind === 'item' || block.kind === 'text') count(items, block.key);
  }
  const most = (counts: Map<string, number>): string[] =>
    [...counts]
      .filter(([, n]) => n >= 2)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_KEYS)
      .map(([key]) => key);
  const measures = most(items);
  return most(titled).flatMap((area) =>
    measures.filter((measure) => measure !== area).map((measure) => ({ area, measure })),
  );
}

/** A text's own title may be written as its areas are: what only tells under it is no area. */
function trimFront(run: OutlineRun, blocks: OutlineBlock[]): void {
  const first = run.areas.findIndex(({ measures, headings }) => measures.length > 0 || headings);
  if (first <= 0) return;
  run.areas.splice(0, first);
  const start = run.areas[0]!.range[0];
  while (blocks[run.start]!.range[0] < start) run.start++;
  const from = blocks[run.start]!.lines[0]!.range[0];
  const since = ({ range }: { range: Range }): boolean => range[0] >= from;
  run.introductions = run.introductions.filter(since);
  run.strays = run.strays.filter(since);
  run.asides = run.asides.filter(since);
  run.warnings = run.warnings.filter(since);
}

function isFit(run: OutlineRun, { measure }: OutlinePair): boolean {
  if (run.filled < 2 || run.measures < 2 || run.sentencesAbove > 0) return false;
  return measure !== 'text' || run.announced || run.sounding >= run.measures / 2;
}

function isBetter(run: OutlineRun, best: OutlineRun): boolean {
  const weight = ({ measures, passed, announced, sounding, filled }: OutlineRun): number =>
    measures + sounding + (announced ? measures : 0) - 2 * passed - filled / 100;
  return weight(run) > weight(best);
}

function toFit(sheet: Sheet, blocks: OutlineBlock[], stray: Line[], run: OutlineRun): Fit {
  const first = blocks[run.start]!.lines[0]!.range[0];
  const end = blocks[run.end]?.lines[0]?.range[0] ?? sheet.source.length;
  const inside = stray.filter(({ range }) => range[0] >= first && range[0] < end);
  return {
    areas: run.areas,
    front: sheet.lines.filter((line) => line.range[0] < first),
    tail: sheet.lines.filter((line) => line.range[0] >= end),
    introductions: run.introductions,
    strays: run.strays,
    asides: [...run.asides, ...inside.map(({ range }) => ({ range, reason: 'rule' as const }))],
    warnings: run.warnings,
    language: 'en',
  };
}
