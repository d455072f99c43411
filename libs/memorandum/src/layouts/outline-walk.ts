import type { DraftLeftOut, DraftWarning, Range } from '#contracts/draft';
import type { Line } from '../lines.js';
import { warning } from '../warnings.js';
import { announces, isTold, saysWhatToDo } from './english-words.js';
import type { FoundArea, FoundMeasure, FoundPart } from './layout.js';
import { leavesOpen, type OutlineBlock } from './outline-blocks.js';

/** Which key heads the areas, and which are the measures: items of one key, or paragraphs. */
export interface OutlinePair {
  area: string;
  measure: string;
}

/** Areas with their measures, from one block to before another. */
export interface OutlineRun {
  start: number;
  end: number;
  areas: FoundArea[];
  introductions: Line[];
  strays: Line[];
  asides: DraftLeftOut[];
  warnings: DraftWarning[];
  announced: boolean;
  measures: number;
  /** Areas that have any, measures that say what is to be done, and items that are above the measures and no headings. */
  filled: number;
  sounding: number;
  sentencesAbove: number;
  /** Headings passed over, which another pair may make areas of. */
  passed: number;
}

/** How far a number may run ahead of the one expected and still be taken for the next. */
const LONGEST_JUMP = 5;

/** Reads the blocks of a text as runs of one pair. */
export function walkOutline(blocks: OutlineBlock[], pair: OutlinePair): OutlineRun[] {
  const above = keysAbove(blocks, pair);
  const runs: OutlineRun[] = [];
  let indent = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'text') indent = block.indent;
    if (!isArea(block, pair)) continue;
    const run = new Walk(blocks, pair, above, indent).read(index);
    runs.push(run);
    index = Math.max(index, run.end - 1);
  }
  return runs;
}

function isArea(block: OutlineBlock, { area }: OutlinePair): boolean {
  return block.key === area && block.titled;
}

/** Items that head measures: one stands before an area's first measure, and most stand above one or another such. */
function keysAbove(blocks: OutlineBlock[], pair: OutlinePair): Set<string> {
  const first = new Set<string>();
  let begun = true;
  for (const block of blocks) {
    if (isArea(block, pair)) begun = false;
    else if (block.key === pair.measure) begun = true;
    else if (block.kind === 'item' && !begun) first.add(block.key);
  }
  const above = new Set<string>();
  for (let before = -1; above.size > before;) {
    before = above.size;
    for (const key of first) if (mostlyHeads(blocks, key, [pair.measure, ...above])) above.add(key);
  }
  return above;
}

function mostlyHeads(blocks: OutlineBlock[], key: string, headed: string[]): boolean {
  let balance = 0;
  blocks.forEach((block, index) => {
    if (block.kind !== 'item' || block.key !== key) return;
    const next = blocks[index + 1];
    balance += next && next.key !== key && headed.includes(next.key) ? 1 : -1;
  });
  return balance > 0;
}

class Walk {
  private readonly run: OutlineRun;
  /** Blocks since the last of the list, which are of it only if it goes on. */
  private pending: OutlineBlock[] = [];
  /** The last measure's block, and its pieces. */
  private last: { block: OutlineBlock; measure: FoundMeasure; part: FoundPart | null } | null = null;
  private areaValue = 0;
  private measureValue = 0;

  constructor(
    private readonly blocks: OutlineBlock[],
    private readonly pair: OutlinePair,
    private readonly above: Set<string>,
    /** The column where paragraphs begin, as the last one above the list does. */
    private readonly indent: number,
  ) {
    this.run = {
      ...{ start: 0, end: 0, areas: [], introductions: [], strays: [], asides: [], warnings: [] },
      ...{ announced: false, measures: 0, filled: 0, sounding: 0, sentencesAbove: 0, passed: 0 },
    };
  }

  read(start: number): OutlineRun {
    const { run } = this;
    run.start = start;
    run.announced = start > 0 && announces(this.blocks[start - 1]!.tail);
    for (let index = start; index < this.blocks.length; index++) {
      if (!this.take(this.blocks[index]!, index)) break;
    }
    return run;
  }

  private take(block: OutlineBlock, index: number): boolean {
    if (isArea(block, this.pair)) return this.openArea(block, index);
    if (block.kind === 'end') return false;
    if (block.key === this.pair.measure) return this.takeMeasure(block, index);
    if (block.kind === 'agency' || block.kind === 'status') return this.takeField(block, block.kind, index);
    if (block.kind === 'item') return this.takeItem(block, index);
    if (block.kind === 'text' && this.takeText(block, index)) return true;
    if (block.kind === 'text' && (isTold(block.head) || announces(block.tail))) return false;
    this.pending.push(block);
    return true;
  }

  private get area(): FoundArea | undefined {
    return this.run.areas.at(-1);
  }

  private openArea(block: OutlineBlock, index: number): boolean {
    const { value } = block;
    if (value !== null) {
      const step = value - this.areaValue;
      if (this.area && (step <= 0 || step > LONGEST_JUMP)) return false;
      if (step !== 1 && this.area) this.warnJump(this.areaValue, value, '', block.range);
      this.areaValue = value;
    }
    this.leavePending();
    this.run.end = index + 1;
    this.run.areas.push({ value, marker: block.marker, range: block.range, measures: [] });
    this.run.asides.push(...block.asides);
    this.last = null;
    this.measureValue = 0;
    return true;
  }

  private takeMeasure(block: OutlineBlock, index: number): boolean {
    if (this.pair.measure === 'text' && (isTold(block.head) || announces(block.tail))) return false;
    const { value, marker } = block;
    const area = this.area!;
    if (value !== null) {
      const step = value - this.measureValue;
      const restart = value === 1 && this.pending.some(({ kind }) => kind === 'heading' || kind === 'item');
      if (area.measures.length > 0 && !restart && step !== 1)
        this.warnJump(this.measureValue, value, String(this.run.areas.length), block.range);
      this.measureValue = value;
    }
    this.goOn(index);
    const measure: FoundMeasure = { value, marker, range: [...block.range] };
    if (area.measures.length === 0) this.run.filled++;
    area.measures.push(measure);
    this.last = { block, measure, part: null };
    this.run.measures++;
    if (saysWhatToDo(block.head)) this.run.sounding++;
    return true;
  }

  /** Agency and status are of the last piece above them. */
  private takeField(block: OutlineBlock, kind: 'agency' | 'status', index: number): boolean {
    const owner = this.last?.part ?? this.last?.measure;
    if (!owner || owner[kind] || this.pending.length > 0) {
      this.pending.push(block);
      return true;
    }
    owner[kind] = { range: block.range, marker: block.marker };
    // What is said below a sub-item is among the words of its measure; below the measure itself, it is not.
    if (owner === this.last?.part) this.last.measure.range![1] = block.range[1];
    this.run.end = index + 1;
    return true;
  }

  private takeItem(block: OutlineBlock, index: number): boolean {
    const told = this.last?.measure.agency ?? this.last?.measure.status;
    if (this.above.has(block.key) || !this.last || told || isTold(block.head) || this.pending.length > 0) {
      if (this.above.has(block.key) && !block.titled) this.run.sentencesAbove++;
      this.pending.push(block);
      return true;
    }
    const { measure } = this.last;
    const part: FoundPart = { range: block.range, marker: block.marker };
    measure.parts ??= [];
    measure.parts.push(part);
    measure.range = [measure.range![0], block.range[1]];
    this.last.part = part;
    this.run.end = index + 1;
    return true;
  }

  /**
   * A further paragraph of an item stands further in than the item, or goes on with its sentence. Where all of a text's
   * paragraphs are indented, that says nothing.
   */
  private takeText(block: OutlineBlock, index: number): boolean {
    if (!this.last || this.pending.length > 0 || this.last.measure.agency || this.last.measure.status)
      return false;
    const { block: item, measure } = this.last;
    const within = item.kind === 'item' && block.indent > item.indent && block.indent !== this.indent;
    const goesOn = leavesOpen(item.tail) && /^[a-z]/.test(block.head);
    if (!within && !goesOn) return false;
    measure.range = [measure.range![0], block.range[1]];
    this.last.block = { ...item, tail: block.tail };
    this.run.end = index + 1;
    return true;
  }

  /** The list goes on: the last heading before it heads what comes, paragraphs introduce it. */
  private goOn(index: number): void {
    const area = this.area!;
    for (const block of this.pending) {
      this.run.asides.push(...block.asides);
      if (block.kind === 'heading' || block.kind === 'item') {
        area.headings ??= [];
        area.headings.push({ range: block.range, marker: block.marker });
      } else {
        this.run.introductions.push(...block.lines);
      }
    }
    this.pending = [];
    this.run.end = index + 1;
  }

  private leavePending(): void {
    for (const block of this.pending) {
      this.run.asides.push(...block.asides);
      if (block.kind === 'heading') this.run.passed++;
      if (block.kind === 'text' && this.area!.measures.length === 0)
        this.run.introductions.push(...block.lines);
      else this.run.strays.push(...block.lines);
    }
    this.pending = [];
  }

  private warnJump(from: number, to: number, place: string, range: Range): void {
    this.run.warnings.push(warning('numbering_jump', range, { from, to, place }));
  }
}
