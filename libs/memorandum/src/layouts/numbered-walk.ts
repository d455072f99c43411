import type { DraftLeftOut, DraftWarning, Range } from '#contracts/draft';
import { cutLine, endsSentence, type Line } from '../lines.js';
import type { Marker } from '../markers.js';
import { groupLines } from '../paragraphs.js';
import { isFull, parts, type Sheet } from '../sheet.js';
import { warning } from '../warnings.js';
import { cutAt, listsDocuments, type MarkedLine } from './number-pair.js';
import { isHeading } from './titles.js';
import {
  CLOSES_HEADING,
  hasOpenQuote,
  isAnnounced,
  isLikeHeading,
  isNextPart,
  type OpenArea,
  type OpenMeasure,
  type OpenSection,
  placeOf,
  rangeOf,
  scoreOf,
  titleOf,
  toFound,
} from './numbered-sections.js';
import type { List, ListReader } from './numbered-list.js';

/** How far a number may run ahead of the one expected and still be taken for the next. */
const LONGEST_JUMP = 5;

/** The state of reading one list, line by line. */
export class ListWalk {
  private readonly areas: OpenArea[] = [];
  private readonly introductions: Line[] = [];
  private readonly strays: Line[] = [];
  private readonly asides: DraftLeftOut[] = [];
  private readonly warnings: DraftWarning[] = [];
  /** Paragraphs after a measure that nothing has claimed yet. */
  private pending: MarkedLine[] = [];
  private last: MarkedLine | null = null;
  /** The last measure's number, and under the heading at hand; a heading has them begin anew. */
  private lastNumber = 0;
  private number = 0;
  /** The last number of the headings at each depth, and whether areas count them on or begin anew. */
  private readonly headingNumbers: number[] = [];
  private countedOn = 0;
  private open = true;
  /** Where in the source the list was found to be over; in the midst of a line, perhaps. */
  private stoppedAt: number | null = null;

  private readonly sheet: Sheet;
  private readonly lines: MarkedLine[];

  constructor(
    private readonly reader: ListReader,
    private readonly start: number,
  ) {
    this.sheet = reader.sheet;
    this.lines = reader.lines;
  }

  walk(stop: number): List {
    let index = this.start;
    for (; index < stop; index++) {
      if (!this.takeWhole(this.lines[index]!, index)) {
        this.open = false;
        break;
      }
    }
    const rest = this.finish();
    const first = this.lines[this.headingsAbove()]!.range[0];
    const end = this.stoppedAt ?? this.lines[index]?.range[0] ?? this.sheet.source.length;
    const areas = this.areas.map(toFound);
    for (const { value, measures } of this.areas)
      for (const measure of measures)
        if (isLikeHeading(measure)) this.warnMixed(rangeOf(measure.lines), value);
    const { introductions, strays, asides, open, warnings } = this;
    const list = { first, end, areas, introductions, strays, asides, rest, open, warnings };
    const grouped = this.reader.isOfChapters && this.countedOn > 0;
    return { ...list, score: scoreOf(this.areas, warnings, grouped) };
  }

  /** Where the headings begin that stand directly above the first area. */
  private headingsAbove(): number {
    let at = this.start;
    while (at > 0 && this.reader.isHeadingAbove(this.lines[at - 1]!)) this.leaveHeading([this.lines[--at]!]);
    return at;
  }

  /** Takes a line, cut where a heading or a number is glued to the end of a sentence; false where the list is over. */
  private takeWhole(line: MarkedLine, index: number): boolean {
    let part = line;
    for (;;) {
      const at = this.cutIn(part, index, part === line);
      const [head, tail] = at === null ? [part, null] : cutAt(part, at);
      if (!this.take(head, index, tail)) {
        this.stoppedAt = head.range[0];
        return false;
      }
      this.last = head;
      if (!tail) return true;
      part = tail;
    }
  }

  private cutIn(line: MarkedLine, index: number, whole: boolean): number | null {
    const within = this.reader.measureWithin(line);
    if (within !== null && this.reader.isBetween(line)) return within;
    if (
      within !== null &&
      this.reader.isOuter(line.marker) &&
      this.reader.isHeading(line) &&
      (!whole || this.acceptsArea(line, index))
    )
      return within;
    const begun = this.numberAfter(line);
    for (let i = line.gluedFrom; i < line.glued.length; i++) {
      const { at, marker } = line.glued[i]!;
      if (this.reader.isInner(marker) && marker.value === begun + 1) return at;
      if (this.reader.depthOf(marker) > 0 && this.isNextHeading(marker)) return at;
      if (!this.reader.isOuter(marker) || marker.value !== (this.areas.at(-1)?.value ?? 0) + 1) continue;
      const [, tail] = cutAt(line, at);
      if (this.reader.isHeading(tail) && this.reader.measureFollows(tail, index)) return at;
    }
    return null;
  }

  /** The measure's number that will be the last when this line has begun. */
  private numberAfter(line: MarkedLine): number {
    if (this.reader.isInner(line.marker) && this.acceptsMeasure(line.marker)) return line.marker.value;
    return this.number;
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
    if (marker && this.reader.depthOf(marker) > 0 && this.acceptsBetween(marker)) {
      if (this.reader.isBetween(line)) return this.openHeading(line, marker);
      // One of those that are headings elsewhere is a measure itself.
      if (endsSentence(line.text)) {
        this.warnMixed(line.range);
        return this.openMeasure(line, marker, null);
      }
    }
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
    if (this.pending.length > 0) {
      // A centred heading reaches as far as a full line does.
      if (this.reader.isHeadingAbove(last)) return false;
      if (isHeading(last.text) && !isFull(this.sheet, last)) return false;
    }
    const inText = this.section?.filled === true || this.pending.length > 0;
    return inText && this.reader.leavesOpen(last);
  }

  /** The heading at hand: the last inside the area, or the area's own. */
  private get section(): OpenSection | undefined {
    const area = this.areas.at(-1);
    return area?.headings.at(-1) ?? area;
  }

  private isNextHeading(marker: Marker): boolean {
    const last = this.headingNumbers[this.reader.depthOf(marker)] ?? 0;
    return marker.value === 1 || marker.value === last + 1;
  }

  private acceptsBetween(marker: Marker): boolean {
    return this.areas.length > 0 && (this.isNextHeading(marker) || !this.isTextOpen());
  }

  private acceptsMeasure(marker: Marker): boolean {
    if (this.areas.length === 0) return false;
    const last = this.number;
    const step = marker.value - last;
    if (step === 1 || (last === 0 && marker.value === this.lastNumber + 1)) return true;
    if (this.isTextOpen()) return false;
    return marker.value === 1 || (step >= 0 && step <= LONGEST_JUMP);
  }

  private openArea(line: MarkedLine, marker: Marker): boolean {
    const last = this.areas.at(-1)?.value ?? 0;
    if (marker.value !== last + 1) this.warnJump(last, marker.value, '', line.range);
    this.closeSection();
    this.areas.push({ ...this.sectionOf(line, marker, 0), headings: [], measures: [] });
    this.number = 0;
    return true;
  }

  private openHeading(line: MarkedLine, marker: Marker): boolean {
    const area = this.areas.at(-1)!;
    const depth = this.reader.depthOf(marker);
    this.countHeading(marker, depth, line.range);
    this.closeSection(depth);
    area.headings.push(this.sectionOf(line, marker, depth));
    this.number = 0;
    return true;
  }

  /** Headings begin anew below one that is above them, or are counted on. */
  private countHeading({ value }: Marker, depth: number, range: Range): void {
    const area = this.areas.at(-1)!;
    const last = this.headingNumbers[depth] ?? 0;
    const begins = (this.section?.depth ?? 0) < depth || !area.headings.some((each) => each.depth === depth);
    if (begins && value === last + 1 && last > 0) this.countedOn++;
    else if (begins && value === 1) this.countedOn -= last > 0 ? 1 : 0;
    else if (value !== last + 1) this.warnJump(begins ? 0 : last, value, titleOf(area), range);
    this.headingNumbers[depth] = value;
  }

  /** `last` is the number before, which is none for a measure that is numbered as headings elsewhere are. */
  private openMeasure(line: MarkedLine, marker: Marker, last: number | null = this.number): boolean {
    const area = this.areas.at(-1)!;
    if (last === null) {
      this.countHeading(marker, this.reader.depthOf(marker), line.range);
    } else {
      const goesOn = last === 0 && marker.value === this.lastNumber + 1;
      if (marker.value !== last + 1 && !goesOn) this.warnJump(last, marker.value, titleOf(area), line.range);
      this.lastNumber = this.number = marker.value;
    }
    this.claimPending();
    const [number, words] = cutLine(line, marker.length);
    const lines = words.text === '' ? [] : [words];
    area.measures.push({ value: marker.value, marker: number.range, lines, parts: [] });
    this.section!.filled = true;
    return true;
  }

  private endsList(line: MarkedLine): boolean {
    if (!line.ends) return false;
    if (line.ends === 'surely' && /\s{2}/.test(line.text)) return true;
    return !this.isTextOpen() || parts(this.sheet, this.last!, line);
  }

  private takeText(line: MarkedLine, index: number): void {
    const section = this.section!;
    const measure = this.areas.at(-1)!.measures.at(-1);
    if (this.reader.isAbove(line.marker)) {
      this.pending.push(line);
    } else if (!measure || !section.filled) {
      if (this.goesOnHeading(section, line, index)) section.heading.push(line);
      else section.introduction.push(line);
    } else if (this.pending.length > 0) {
      this.pending.push(line);
    } else {
      const before = measure.lines.at(-1);
      const isPart =
        this.reader.isWithin(line.marker) &&
        (!line.marker?.style.startsWith('bullet') || isAnnounced(measure));
      const goesOn = !before || this.reader.leavesOpen(before) || !parts(this.sheet, before, line);
      if (!goesOn && !isPart) this.pending.push(line);
      else this.takeWords(measure, line, isPart && (!goesOn || isNextPart(measure, line.marker!)));
    }
  }

  /** Words of a measure: of its last sub-item, where it has any. */
  private takeWords(measure: OpenMeasure, line: MarkedLine, isPart: boolean): void {
    measure.lines.push(line);
    const number = isPart ? cutLine(line, line.marker!.length) : null;
    if (number && number[1].text !== '')
      measure.parts.push({ value: line.marker!.value, marker: number[0].range, lines: [number[1]] });
    else measure.parts.at(-1)?.lines.push(line);
  }

  /** A heading too long for its line goes on on the next. */
  private goesOnHeading(section: OpenSection, line: MarkedLine, index: number): boolean {
    if (section.introduction.length > 0 || section.heading.length > 2 || !isHeading(line.text)) return false;
    const above = section.heading.at(-1);
    if (!above) return true;
    if (line.blanks > this.sheet.spacing || endsSentence(line.text) || line.marker) return false;
    const next = this.reader.nextNumber(index);
    return this.reader.isInner(next) && (isFull(this.sheet, above, 0.7) || hasOpenQuote(above.text));
  }

  /**
   * What stood between two numbers of one list: sentences belong to the measure before, where one stands below the same
   * heading, and the rest to nothing.
   */
  private claimPending(): void {
    const { section } = this;
    const area = this.areas.at(-1);
    const measure = section?.filled ? area?.measures.at(-1) : undefined;
    for (const paragraph of groupLines(this.sheet, this.pending)) {
      const stands = endsSentence(paragraph.at(-1)!.text);
      if (!stands && this.reader.isHeadingAbove(paragraph[0]!)) this.leaveHeading(paragraph);
      else if (!stands) for (const line of paragraph) this.strays.push(line);
      else if (!measure) for (const line of paragraph) this.introductions.push(line);
      if (!stands || !area || !measure) continue;
      for (const line of paragraph) measure.lines.push(line);
      measure.parts = [];
      const params = { area: area.value, measure: measure.value ?? area.measures.length };
      this.warnings.push(warning('paragraph_without_number', rangeOf(paragraph), params));
    }
    this.pending = [];
  }

  /** Holds together the areas below it, and is none. */
  private leaveHeading(lines: Line[]): void {
    for (const { range } of lines) this.asides.push({ range, reason: 'heading' });
  }

  /** Closes the heading at hand, before one of this depth. */
  private closeSection(depth = 0): void {
    const { section } = this;
    const area = this.areas.at(-1);
    if (!section || !area) return;
    this.claimPending();
    if (section.filled || section.depth < depth) {
      for (const line of section.introduction) this.introductions.push(line);
      return;
    }
    groupLines(this.sheet, section.introduction).forEach((paragraph) => this.takeUnnumbered(area, paragraph));
    if (section.depth > 0 && !section.filled)
      this.warnings.push(
        warning('heading_without_measure', placeOf(section).range, {
          area: area.value,
          title: titleOf(section),
        }),
      );
  }

  /** An area whose one agreement bears no number. */
  private takeUnnumbered(area: OpenArea, paragraph: Line[]): void {
    if (!endsSentence(paragraph.at(-1)!.text)) {
      for (const line of paragraph) this.strays.push(line);
      return;
    }
    area.measures.push({ value: null, marker: null, lines: paragraph, parts: [] });
    this.section!.filled = true;
    this.warnings.push(warning('measure_without_number', rangeOf(paragraph), { area: area.value }));
  }

  /** Ends the list; what followed its last measure is the text's end, not the list's. */
  private finish(): Line[] {
    const { section } = this;
    let rest: Line[] = this.pending;
    this.pending = [];
    if (section && !section.filled) {
      const [first, ...others] = groupLines(this.sheet, section.introduction);
      section.introduction = first ?? [];
      rest = [...others.flat(), ...rest];
    }
    this.closeSection();
    return rest;
  }

  /** A heading without the colon or the stop that sets it off from what follows. */
  private sectionOf(line: MarkedLine, marker: Marker, depth: number): OpenSection {
    const [number, words] = cutLine(line, marker.length);
    const [heading, stop] = cutLine(words, words.text.length - (CLOSES_HEADING.test(words.text) ? 1 : 0));
    if (stop.text !== '') this.asides.push({ range: stop.range, reason: 'markup' });
    return {
      ...{ value: marker.value, marker: number.range, depth },
      // 第一條, and its title on the next line.
      ...{ heading: heading.text === '' ? [] : [heading], introduction: [], filled: false },
    };
  }

  private warnJump(from: number, to: number, place: string, range: Range): void {
    this.warnings.push(warning('numbering_jump', range, { from, to, place }));
  }

  private warnMixed(range: Range, area = this.areas.at(-1)!.value): void {
    this.warnings.push(warning('levels_mixed', range, { area }));
  }
}
