import type { DraftWarning, Range } from '#contracts/draft';
import { cutLine, endsSentence, type Line } from '../lines.js';
import { isFull, parts, type Sheet } from '../sheet.js';
import type { Marker } from '../markers.js';
import { dateLinesIn, isSignatureHead } from '../metadata/signatures.js';
import { groupLines } from '../paragraphs.js';
import { warning } from '../warnings.js';
import { isAnnexLabel, isClosing } from '../words.js';
import type { FoundArea, FoundMeasure } from './layout.js';
import {
  cutAt,
  isHeading,
  isOpenEnded,
  isPunctuated,
  type MarkedLine,
  type NumberPair,
} from './number-pair.js';

/** A list of areas with measures, read from its first heading to where it ends. */
export interface List {
  /** Where in the source it begins, and where the lines that it looked at end. */
  first: number;
  end: number;
  areas: FoundArea[];
  introductions: Line[];
  strays: Line[];
  /** Lines after its last measure that it looked at and did not take. */
  rest: Line[];
  /** Whether it may go on: it stopped at no annex, signature or closing. */
  open: boolean;
  warnings: DraftWarning[];
  score: number;
}

interface OpenMeasure {
  value: number | null;
  marker: Range | null;
  lines: Line[];
}

interface OpenArea {
  value: number;
  marker: Range;
  heading: Line[];
  introduction: Line[];
  measures: OpenMeasure[];
}

/** How far a number may run ahead of the one expected and still be taken for the next. */
const LONGEST_JUMP = 5;

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

  constructor(
    private readonly sheet: Sheet,
    private readonly lines: MarkedLine[],
    private readonly pair: NumberPair,
  ) {
    this.next = nextNumbers(lines, pair);
    this.punctuated = isPunctuated(lines, pair);
  }

  /** Lines that can be the heading of a first area; where no area is the first, the first heading there is. */
  starts(): number[] {
    const starts: number[] = [];
    let any = -1;
    this.lines.forEach((line, index) => {
      if (line.marker?.style !== this.pair.outer || !this.isHeading(line)) return;
      const measureFollows = this.measureFollows(line, index);
      if (any === -1 && measureFollows) any = index;
      if (line.marker.value !== 1) return;
      const next = this.next[index];
      const areaFollows = next?.style === this.pair.outer && next.value === 2;
      if (measureFollows || (areaFollows && (starts.length === 0 || !this.inMidSentence(index))))
        starts.push(index);
    });
    return starts.length === 0 && any !== -1 ? [any] : starts;
  }

  read(start: number, stop: number): List {
    return new ListWalk(this.sheet, this.lines, start, this).walk(stop);
  }

  isOuter(marker: Marker | null): marker is Marker {
    return marker?.style === this.pair.outer;
  }

  isInner(marker: Marker | null): marker is Marker {
    return marker?.style === this.pair.inner;
  }

  /** Whether a numbered line can be an area's heading, less a first measure glued to it. */
  isHeading(line: MarkedLine): boolean {
    if (!line.marker) return false;
    const measureAt = this.measureWithin(line);
    const end = measureAt === null ? line.text.length : measureAt - line.range[0];
    return isHeading(line.text.slice(line.marker.length, end).trimEnd());
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

/** The state of reading one list, line by line. */
class ListWalk {
  private readonly areas: OpenArea[] = [];
  private readonly introductions: Line[] = [];
  private readonly strays: Line[] = [];
  private readonly warnings: DraftWarning[] = [];
  /** Paragraphs after a measure that nothing has claimed yet. */
  private pending: Line[] = [];
  private last: Line | null = null;
  private lastNumber = 0;
  private open = true;

  constructor(
    private readonly sheet: Sheet,
    private readonly lines: MarkedLine[],
    private readonly start: number,
    private readonly reader: ListReader,
  ) {}

  walk(stop: number): List {
    let index = this.start;
    for (; index < stop; index++) {
      if (!this.takeWhole(this.lines[index]!, index)) {
        this.open = false;
        break;
      }
    }
    const rest = this.finish();
    const first = this.lines[this.start]!.range[0];
    const end = index < this.lines.length ? this.lines[index]!.range[0] : this.sheet.source.length;
    const areas = this.areas.map((area) => this.toFound(area));
    const { introductions, strays, open, warnings } = this;
    const list = { first, end, areas, introductions, strays, rest, open, warnings };
    return { ...list, score: scoreOf(this.areas, warnings) };
  }

  /** Takes a line, cut where a heading or a number is glued to the end of a sentence; false where the list is over. */
  private takeWhole(line: MarkedLine, index: number): boolean {
    let part = line;
    for (;;) {
      const at = this.cutIn(part, index, part === line);
      const [head, tail] = at === null ? [part, null] : cutAt(part, at);
      if (!this.take(head, index, tail)) return false;
      this.last = head;
      if (!tail) return true;
      part = tail;
    }
  }

  private cutIn(line: MarkedLine, index: number, whole: boolean): number | null {
    const within = this.reader.isOuter(line.marker) ? this.reader.measureWithin(line) : null;
    if (within !== null && this.reader.isHeading(line) && (!whole || this.acceptsArea(line, index)))
      return within;
    const begun = this.numberAfter(line);
    for (let i = line.gluedFrom; i < line.glued.length; i++) {
      const { at, marker } = line.glued[i]!;
      if (this.reader.isInner(marker) && marker.value === begun + 1) return at;
      if (!this.reader.isOuter(marker) || marker.value !== (this.areas.at(-1)?.value ?? 0) + 1) continue;
      const [, tail] = cutAt(line, at);
      if (this.reader.isHeading(tail) && this.reader.measureFollows(tail, index)) return at;
    }
    return null;
  }

  /** The measure's number that will be the last when this line has begun. */
  private numberAfter(line: MarkedLine): number {
    if (this.reader.isInner(line.marker) && this.acceptsMeasure(line.marker)) return line.marker.value;
    return this.areas.at(-1)?.measures.at(-1)?.value ?? 0;
  }

  private take(line: MarkedLine, index: number, tail: MarkedLine | null): boolean {
    const { marker } = line;
    if (
      this.reader.isOuter(marker) &&
      (this.acceptsArea(line, index) || this.reader.isInner(tail?.marker ?? null))
    ) {
      if (this.reader.isHeading(line)) return this.openArea(line, marker);
    }
    if (listsDocuments(line)) return false;
    if (this.reader.isInner(marker) && this.acceptsMeasure(marker)) return this.openMeasure(line, marker);
    if (this.endsList(line)) return false;
    this.takeText(line, index);
    return true;
  }

  private acceptsArea(line: MarkedLine, index: number): boolean {
    if (!line.marker || !this.reader.isHeading(line)) return false;
    const last = this.areas.at(-1)?.value;
    if (last === undefined) return true;
    const follows = this.reader.measureFollows(line, index);
    const open = this.last !== null && this.isTextOpen();
    const step = line.marker.value - last;
    if (step === 1 && follows) return true;
    if (open) return false;
    const next = this.reader.nextNumber(index);
    if (step === 1) return !next || next.value === line.marker.value + 1 || this.reader.isInner(next);
    return follows && step >= 0 && step <= LONGEST_JUMP;
  }

  /** Whether the last line stands in the middle of a measure's sentence. */
  private isTextOpen(): boolean {
    const last = this.last!;
    if (this.pending.length > 0 && isHeading(last.text) && !isFull(this.sheet, last)) return false;
    const inText = (this.areas.at(-1)?.measures.length ?? 0) > 0 || this.pending.length > 0;
    return inText && this.reader.leavesOpen(last);
  }

  private acceptsMeasure(marker: Marker): boolean {
    const area = this.areas.at(-1);
    if (!area) return false;
    const last = area.measures.at(-1)?.value ?? 0;
    const step = marker.value - last;
    if (step === 1 || (last === 0 && marker.value === this.lastNumber + 1)) return true;
    if (this.isTextOpen()) return false;
    return marker.value === 1 || (step >= 0 && step <= LONGEST_JUMP);
  }

  private openArea(line: MarkedLine, marker: Marker): boolean {
    const last = this.areas.at(-1)?.value ?? 0;
    if (marker.value !== last + 1) this.warnJump(last, marker.value, '', line.range);
    this.closeArea();
    const [number, heading] = cutLine(line, marker.length);
    this.areas.push({
      value: marker.value,
      marker: number.range,
      heading: [heading],
      introduction: [],
      measures: [],
    });
    return true;
  }

  private openMeasure(line: MarkedLine, marker: Marker): boolean {
    const area = this.areas.at(-1)!;
    const last = area.measures.at(-1)?.value ?? 0;
    const goesOn = last === 0 && marker.value === this.lastNumber + 1;
    if (marker.value !== last + 1 && !goesOn)
      this.warnJump(last, marker.value, this.titleOf(area), line.range);
    this.claimPending();
    const [number, words] = cutLine(line, marker.length);
    const lines = words.text === '' ? [] : [words];
    area.measures.push({ value: marker.value, marker: number.range, lines });
    this.lastNumber = marker.value;
    return true;
  }

  private endsList(line: MarkedLine): boolean {
    const before = this.last!;
    const apart = !this.isTextOpen() || parts(this.sheet, before, line);
    if (isSignatureHead(line)) return apart || /\s{2}/.test(line.text);
    return apart && (isAnnexLabel(line.text) || isClosing(line.text) || dateLinesIn([line]).length > 0);
  }

  private takeText(line: MarkedLine, index: number): void {
    const area = this.areas.at(-1)!;
    const measure = area.measures.at(-1);
    if (!measure) {
      if (this.goesOnHeading(area, line, index)) area.heading.push(line);
      else area.introduction.push(line);
    } else if (this.pending.length > 0) {
      this.pending.push(line);
    } else {
      const before = measure.lines.at(-1);
      const subItem = line.marker && !this.reader.isInner(line.marker) && !this.reader.isOuter(line.marker);
      const goesOn = !before || this.reader.leavesOpen(before) || !parts(this.sheet, before, line);
      if (goesOn || subItem) measure.lines.push(line);
      else this.pending.push(line);
    }
  }

  /** A heading too long for its line goes on on the next. */
  private goesOnHeading(area: OpenArea, line: MarkedLine, index: number): boolean {
    if (area.introduction.length > 0 || area.heading.length > 2 || !isHeading(line.text)) return false;
    const above = area.heading.at(-1)!;
    if (line.blanks > this.sheet.spacing || endsSentence(line.text) || line.marker) return false;
    const next = this.reader.nextNumber(index);
    return this.reader.isInner(next) && (isFull(this.sheet, above, 0.7) || hasOpenQuote(above.text));
  }

  /** What stood between two numbers of one list: sentences belong to the measure before, the rest to nothing. */
  private claimPending(): void {
    const area = this.areas.at(-1);
    const measure = area?.measures.at(-1);
    if (!area || !measure) return;
    for (const paragraph of groupLines(this.sheet, this.pending)) {
      if (!endsSentence(paragraph.at(-1)!.text)) {
        for (const line of paragraph) this.strays.push(line);
        continue;
      }
      for (const line of paragraph) measure.lines.push(line);
      const params = { area: area.value, measure: measure.value ?? area.measures.length };
      this.warnings.push(warning('paragraph_without_number', rangeOf(paragraph), params));
    }
    this.pending = [];
  }

  private closeArea(): void {
    const area = this.areas.at(-1);
    if (!area) return;
    this.claimPending();
    if (area.measures.length > 0) {
      for (const line of area.introduction) this.introductions.push(line);
      return;
    }
    groupLines(this.sheet, area.introduction).forEach((paragraph) => this.takeUnnumbered(area, paragraph));
  }

  /** An area whose one agreement bears no number. */
  private takeUnnumbered(area: OpenArea, paragraph: Line[]): void {
    if (!endsSentence(paragraph.at(-1)!.text)) {
      for (const line of paragraph) this.strays.push(line);
      return;
    }
    area.measures.push({ value: null, marker: null, lines: paragraph });
    this.warnings.push(warning('measure_without_number', rangeOf(paragraph), { area: area.value }));
  }

  /** Ends the list; what followed its last measure is the text's end, not the list's. */
  private finish(): Line[] {
    const area = this.areas.at(-1);
    let rest = this.pending;
    this.pending = [];
    if (area && area.measures.length === 0) {
      const [first, ...others] = groupLines(this.sheet, area.introduction);
      area.introduction = first ?? [];
      rest = [...others.flat(), ...rest];
    }
    this.closeArea();
    return rest;
  }

  private warnJump(from: number, to: number, place: string, range: Range): void {
    this.warnings.push(warning('numbering_jump', range, { from, to, place }));
  }

  private titleOf(area: OpenArea): string {
    return area.heading.map((line) => line.text).join('');
  }

  private toFound(area: OpenArea): FoundArea {
    const measures = area.measures.map(({ value, marker, lines }): FoundMeasure => {
      return { value, marker, range: lines.length > 0 ? rangeOf(lines) : null };
    });
    return { value: area.value, marker: area.marker, range: rangeOf(area.heading), measures };
  }
}

function rangeOf(lines: Line[]): Range {
  return [lines[0]!.range[0], lines.at(-1)!.range[1]];
}

function hasOpenQuote(text: string): boolean {
  const count = (chars: RegExp): number => text.match(chars)?.length ?? 0;
  return count(/[「“『《（(]/g) > count(/[」”』》）)]/g);
}

/** "雙方簽署了以下文件：", or a title of one alone after its number. */
function listsDocuments({ text, marker }: MarkedLine): boolean {
  return marker ? DOCUMENT.test(text.slice(marker.length)) : SIGNED.test(text);
}

const DOCUMENT = /^《[^《》]{4,80}》[，,；;。.]?(?:以?及|和)?$/u;
const SIGNED = /[簽签][署訂订][^，。；]{0,20}(?:文件|[協协][議议]|安排)[^，。；]{0,12}[：:]$/u;

/** A list is the better the more measures it has that are sentences, and the worse the more its numbers jump. */
function scoreOf(areas: OpenArea[], warnings: DraftWarning[]): number {
  const measures = areas.flatMap((area) => area.measures);
  const sentences = measures.filter(
    ({ lines }) => lines.length > 0 && endsSentence(lines.at(-1)!.text),
  ).length;
  const jumps = warnings.filter(({ code }) => code === 'numbering_jump').length;
  const filled = areas.filter((area) => area.measures.length > 0).length;
  return (measures.length + sentences) / 2 + filled / 10 - jumps;
}
