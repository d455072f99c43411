import type { DraftLeftOut, DraftWarning } from '#contracts/draft';
import type { Line } from '../lines.js';
import type { Marker, NumberStyle } from '../markers.js';
import type { Sheet } from '../sheet.js';
import type { FoundArea } from './layout.js';
import { isOpenEnded, isPunctuated, type MarkedLine, type NumberPair } from './number-pair.js';
import { isHeading, isTitle, withoutStop } from './titles.js';
import type { Levels } from './numbered-levels.js';
import { ListWalk } from './numbered-walk.js';

/** A list of areas with measures, read from its first heading to where it ends. */
export interface List {
  /** Where in the source it begins, and where the lines that it looked at end. */
  first: number;
  end: number;
  areas: FoundArea[];
  introductions: Line[];
  strays: Line[];
  /** What it knows to be no part of the register: headings above its areas, stops after headings. */
  asides: DraftLeftOut[];
  /** Lines after its last measure that it looked at and did not take. */
  rest: Line[];
  /** Whether it may go on: it stopped at no annex, signature or closing. */
  open: boolean;
  warnings: DraftWarning[];
  score: number;
}

/** How far the number below a first heading may be from one. */
const LONGEST_GAP = 3;

/** The number, of either style, that comes next after each line. */
function nextNumbers(lines: MarkedLine[], { outer, inner }: NumberPair): (Marker | null)[] {
  const next = new Array<Marker | null>(lines.length).fill(null);
  for (let i = lines.length - 2; i >= 0; i--) {
    const following = lines[i + 1]!.marker;
    next[i] =
      following && (following.style === outer || following.style === inner) ? following : next[i + 1]!;
  }
  return next;
}

/** One pair of styles over one text: finds where lists begin, and reads them. */
export class ListReader {
  private readonly next: (Marker | null)[];
  private readonly punctuated: boolean;
  /** Headings above the areas, and between an area and its measures, the upper first. */
  private readonly above: readonly NumberStyle[];
  private readonly between: readonly NumberStyle[];

  constructor(
    readonly sheet: Sheet,
    readonly lines: MarkedLine[],
    private readonly pair: NumberPair,
    { heads }: Levels,
  ) {
    this.next = nextNumbers(lines, pair);
    this.punctuated = isPunctuated(lines, pair);
    const at = heads.indexOf(pair.outer);
    this.above = heads.slice(0, Math.max(at, 0));
    this.between = at === -1 ? [] : heads.slice(at + 1).filter((style) => style !== pair.inner);
  }

  /** Lines that can be the heading of a first area; where no area is the first, the first heading there is. */
  starts(): number[] {
    const starts: number[] = [];
    let only = -1;
    this.lines.forEach((line, index) => {
      if (line.marker?.style !== this.pair.outer || !this.isHeading(line)) return;
      const measureFollows = this.measureFollows(line, index);
      if (only === -1 && measureFollows) only = index;
      if (line.marker.value !== 1) return;
      const next = this.next[index];
      const areaFollows = next?.style === this.pair.outer && next.value === 2;
      // Its first measure may have been lost.
      const follows = starts.length === 0 && this.isInner(next ?? null) && next!.value <= LONGEST_GAP;
      if (measureFollows || follows || (areaFollows && (starts.length === 0 || !this.inMidSentence(index))))
        starts.push(index);
    });
    return starts.length === 0 && only !== -1 ? [only] : starts;
  }

  read(start: number, stop: number): List {
    return new ListWalk(this, start).walk(stop);
  }

  isOuter(marker: Marker | null): marker is Marker {
    return marker?.style === this.pair.outer;
  }

  isInner(marker: Marker | null): marker is Marker {
    return marker?.style === this.pair.inner;
  }

  /** Whether it can number what belongs to a measure. */
  isWithin(marker: Marker | null): boolean {
    if (!marker || this.depthOf(marker) > 0) return false;
    const others: readonly NumberStyle[] = [this.pair.outer, this.pair.inner, 'part', 'chapter', 'section'];
    return !others.includes(marker.style);
  }

  isAbove(marker: Marker | null): boolean {
    return marker !== null && this.above.includes(marker.style);
  }

  /** Whether a line is a heading that holds areas together. */
  isHeadingAbove(line: MarkedLine): boolean {
    return this.isAbove(line.marker) && isTitle(this.wordsOf(line));
  }

  /** How far below the areas' a heading stands; 0 where it is none. */
  depthOf(marker: Marker | null): number {
    return marker === null ? 0 : this.between.indexOf(marker.style) + 1;
  }

  /** Whether the chapters only hold together areas that are counted on through all of them. */
  get isOfChapters(): boolean {
    return this.pair.outer === 'part' || this.pair.outer === 'chapter';
  }

  /** Whether a line is a heading between an area and its measures, less a first measure glued to it. */
  isBetween(line: MarkedLine): boolean {
    return this.depthOf(line.marker) > 0 && isTitle(this.wordsOf(line));
  }

  /** Whether a numbered line can be an area's heading, less a first measure glued to it. */
  isHeading(line: MarkedLine): boolean {
    return line.marker !== null && isHeading(this.wordsOf(line));
  }

  private wordsOf(line: MarkedLine): string {
    const measureAt = this.measureWithin(line);
    const end = measureAt === null ? line.text.length : measureAt - line.range[0];
    const words = line.text.slice(line.marker?.length ?? 0, end).trimEnd();
    return (measureAt === null ? words : withoutStop(words)) || line.below;
  }

  /** Where the first measure stands on the line of its area's heading. */
  measureWithin({ first }: MarkedLine): number | null {
    return first?.marker.style === this.pair.inner ? first.at : null;
  }

  /** Whether the next number after this heading begins an area's measures. */
  measureFollows(line: MarkedLine, index: number): boolean {
    const next = this.next[index];
    if (next?.style === this.pair.inner && next.value === 1) return true;
    return this.isHeading(line) && this.measureWithin(line) !== null;
  }

  nextNumber(index: number): Marker | null {
    return this.next[index] ?? null;
  }

  inMidSentence(index: number): boolean {
    return index > 0 && this.leavesOpen(this.lines[index - 1]!);
  }

  leavesOpen(line: Line): boolean {
    return this.punctuated && isOpenEnded(line);
  }
}
