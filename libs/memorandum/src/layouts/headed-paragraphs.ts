import type { DraftLeftOut, Refusal } from '#contracts/draft';
import { bulletLength } from '../bullets.js';
import { cutLine, type Line } from '../lines.js';
import { readMarker } from '../markers.js';
import type { Sheet } from '../sheet.js';
import { announcesList, type Block, isCaption, isReport, toBlocks } from './blocks.js';
import { saysWhatToDo } from './chinese-words.js';
import type { Fit, FoundArea, FoundMeasure, Layout } from './layout.js';

/** Areas without numbers, each with its paragraphs, from one block to before another. */
interface Run {
  start: number;
  end: number;
  areas: FoundArea[];
  strays: Line[];
  asides: DraftLeftOut[];
  announced: boolean;
  /** Measures that begin with what is to be done. */
  sounding: number;
}

/**
 * Headings and under each free paragraphs, a measure each, as press releases have them: the headings underlined, or
 * told by being short and no sentence.
 */
export const headedParagraphs: Layout = {
  measures: 'paragraph_measures',
  language: 'zh',
  read(sheet) {
    const blocks = toBlocks(sheet);
    const ruled = blocks.filter((block) => block.rule).length >= 2;
    let best: Run | null = null;
    for (const each of [...(ruled ? [true] : []), false]) {
      best = bestOf(new RunReader(blocks, each).runs());
      if (best) break;
    }
    const measures = best ? count(best) : 0;
    if (best && best.areas.length >= 2 && measures >= 2) return { fit: toFit(sheet, blocks, best) };
    const missed: Refusal[] = [
      { what: 'area_headings', found: best?.areas.length ?? 0 },
      { what: 'paragraph_measures', found: measures },
    ];
    return { missed };
  },
};

const count = (run: Run): number => run.areas.reduce((sum, area) => sum + area.measures.length, 0);

/** Sub-heads of an article and its paragraphs look alike: the list is announced, or says what is to be done. */
function bestOf(runs: Run[]): Run | null {
  const weight = (run: Run): number => run.sounding + (run.announced ? count(run) : 0);
  let best: Run | null = null;
  for (const run of runs) {
    if (run.areas.length < 2 || !(run.announced || run.sounding >= count(run) / 2)) continue;
    if (!best || weight(run) > weight(best)) best = run;
  }
  return best;
}

/** How many blocks that are nothing of the list may stand between a heading and its first measure. */
const MOST_BETWEEN = 3;

class RunReader {
  constructor(
    private readonly blocks: Block[],
    private readonly ruled: boolean,
  ) {}

  runs(): Run[] {
    const runs: Run[] = [];
    for (let index = 0; index < this.blocks.length; index++) {
      if (!this.opensArea(index)) continue;
      const run = this.read(index);
      runs.push(run);
      index = run.end - 1;
    }
    return runs;
  }

  private isHeading(index: number): boolean {
    const block = this.blocks[index];
    return block?.kind === 'heading' && (!this.ruled || block.rule !== null);
  }

  /** A heading with a measure below it, pictures and their captions passed over. */
  private opensArea(index: number): boolean {
    if (!this.isHeading(index)) return false;
    for (let next = index + 1; next <= index + 1 + MOST_BETWEEN; next++) {
      const block = this.blocks[next];
      if (!block || this.isHeading(next)) return false;
      if (block.kind === 'sentence') return !isReport(block);
      if (isFirstItem(block)) return true;
      if (block.kind !== 'aside') return false;
    }
    return false;
  }

  private read(start: number): Run {
    const run: Run = {
      start,
      end: start,
      areas: [],
      strays: [],
      asides: [],
      announced: start > 0 && announcesList(this.blocks[start - 1]!),
      sounding: 0,
    };
    /** Blocks since the last of the list, which are of it only if it goes on. */
    let between: Block[] = [];
    const goOn = (index: number): void => {
      for (const block of between) setAside(run, block);
      between = [];
      run.end = index + 1;
    };
    for (let index = start; index < this.blocks.length; index++) {
      const block = this.blocks[index]!;
      if (this.opensArea(index)) {
        goOn(index);
        openArea(run, block);
      } else if (this.isHeading(index)) {
        if (!this.areaFollows(index)) return run;
        goOn(index);
        openArea(run, block);
      } else if (block.kind === 'sentence') {
        if (isReport(block)) return run;
        goOn(index);
        run.areas.at(-1)!.measures.push(measureOf(block));
        if (bulletLength(block.head) > 0 || saysWhatToDo(block)) run.sounding++;
      } else if (isNextItem(block, run.areas.at(-1)!)) {
        goOn(index);
        run.areas.at(-1)!.measures.push(measureOf(block));
        if (saysWhatToDo({ head: wordsOf(block) })) run.sounding++;
      } else if (block.kind === 'item' && between.length === 0 && run.areas.at(-1)!.measures.length > 0) {
        goOn(index);
        const measure = run.areas.at(-1)!.measures.at(-1)!;
        measure.range = [measure.range![0], block.range[1]];
      } else if (block.kind === 'aside' || block.kind === 'heading') {
        between.push(block);
      } else {
        return run;
      }
    }
    return run;
  }

  /** Whether a heading without a measure stands directly before one that has some: an underlined one is an area. */
  private areaFollows(index: number): boolean {
    return this.ruled && this.opensArea(index + 1);
  }
}

/** A heading without the colon after it. */
function openArea(run: Run, { range: [start, end], tail, rule }: Block): void {
  const to = /[:：]$/.test(tail) ? end - 1 : end;
  if (to < end) run.asides.push({ range: [to, end], reason: 'markup' });
  run.areas.push({ value: null, marker: null, range: [start, to], measures: [] });
  if (rule) run.asides.push({ range: rule.range, reason: 'rule' });
}

function setAside(run: Run, block: Block): void {
  for (const line of block.lines) {
    if (isCaption(block.tail)) run.asides.push({ range: line.range, reason: 'caption' });
    else run.strays.push(line);
  }
  if (block.rule) run.asides.push({ range: block.rule.range, reason: 'rule' });
}

const wordsOf = ({ head }: Block): string => head.slice(readMarker(head)?.length ?? 0);

/** A number that a list of measures begins with; titles of documents are none. */
const isFirstItem = (block: Block): boolean =>
  block.kind === 'item' &&
  readMarker(block.head)?.value === 1 &&
  !/^《|^$/u.test(wordsOf(block)) &&
  !isReport(block);

/** A number that goes on from the last measure's, or is the first below its heading. */
function isNextItem(block: Block, { measures }: FoundArea): boolean {
  const last = measures.at(-1);
  if (!last) return isFirstItem(block);
  return block.kind === 'item' && last.value !== null && readMarker(block.head)?.value === last.value + 1;
}

function measureOf({ kind, lines, range }: Block): FoundMeasure {
  const number = kind === 'item' ? readMarker(lines[0]!.text) : null;
  if (number) {
    const [marker, words] = cutLine(lines[0]!, number.length);
    return { value: number.value, marker: marker.range, range: [words.range[0], range[1]] };
  }
  const bullet = bulletLength(lines[0]!.text);
  if (bullet === 0) return { value: null, marker: null, range: [...range] };
  const [marker, words] = cutLine(lines[0]!, bullet);
  return { value: null, marker: marker.range, range: [words.range[0], range[1]] };
}

function toFit(sheet: Sheet, blocks: Block[], run: Run): Fit {
  const first = blocks[run.start]!.range[0];
  const end = blocks[run.end]?.range[0] ?? sheet.source.length;
  return {
    areas: run.areas,
    front: sheet.lines.filter((line) => line.range[0] < first),
    tail: sheet.lines.filter((line) => line.range[0] >= end),
    introductions: [],
    strays: run.strays,
    asides: run.asides,
    warnings: [],
  };
}
