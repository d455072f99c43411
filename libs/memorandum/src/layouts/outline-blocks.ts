import type { DraftLeftOut, Range } from '#contracts/draft';
import { columns } from '../characters.js';
import type { Line } from '../lines.js';
import { datesInEnglish } from '../metadata/english/dates.js';
import { isSpace, readRange } from '#contracts/reading';
import { isRule } from '../rules.js';
import type { Sheet } from '../sheet.js';
import { type OutlineMarker, readOutlineMarker } from './outline-markers.js';

/** What a piece of an English text can be, seen alone. */
export type OutlineKind = 'heading' | 'item' | 'text' | 'agency' | 'status' | 'end';

/** A heading, an item of a list or a paragraph, its hard-wrapped lines together. */
export interface OutlineBlock {
  kind: OutlineKind;
  /** How it is written; blocks written alike stand on one level. */
  key: string;
  value: number | null;
  /** What stands before its words: a number, a bullet, a label, the beginning of a mark-up. */
  marker: Range | null;
  range: Range;
  /** Its first and its last words. */
  head: string;
  tail: string;
  /** The column where the first line begins. */
  indent: number;
  /** Short, and no sentence: words that can be a heading, whatever stands before them. */
  titled: boolean;
  lines: Line[];
  /** Rules and mark-up that belong to it. */
  asides: DraftLeftOut[];
}

const HEAD = 400;
const TAIL = 160;

/** The blocks of these lines; rules that underline nothing are `stray`. */
export function toOutlineBlocks(
  sheet: Sheet,
  lines: readonly Line[],
): { blocks: OutlineBlock[]; stray: Line[] } {
  const reader = new BlockReader(sheet);
  for (const line of lines) reader.take(line);
  return reader.finish();
}

/** How a block opens: by a number or a bullet, a label, mark-up, or a line that ends every list. */
interface Opening {
  kind: OutlineKind;
  key: string;
  value: number | null;
  length: number;
}

interface Open extends Partial<Opening> {
  lines: Line[];
}

const FIELD =
  /^((?:(?:lead|responsible|implementing|supporting)\s)?(?:agency|agencies|department|ministry|body|unit|office)|(?:current\s|implementation\s)?status|progress)\s?:\s*(?=\S)/i;
const LABEL =
  /^(theme|area|pillar|priority|goal|objective|cluster|sector|topic)(?:\s?:\s*|\s[–—-]\s+)(?=\S)/i;
const MARKUP = /^(?:(\*\*|__)(?=\S)|(#{1,6})\s+(?=\S))/;
const END =
  /^(?:(?:annex|appendix|attachment|schedule)(?:es)?(?:\s[\dA-Z]{1,4})?(?:\s?[:.–—-]\s.{0,120})?$|(?:done|signed)\s(?:at|in|on)\s|in witness whereof|for and on behalf of|for the government of|(?:this|the present)\s(?:memorandum|agreement|arrangement|document|understanding|roadmap|plan)\b|ends?\/|-?\s?ends?\s?-?$|issued at |nnnn$|media (?:contacts?|enquir|inquir)|(?:press|media) release$|for (?:more|further) information)/i;

/** Words that end no line but one that was broken. */
const DANGLES = /\s(?:of|the|and|for|between|with)$/;
const MOST_HEADING = 110;
const MOST_WORDS = 15;

class BlockReader {
  private readonly blocks: OutlineBlock[] = [];
  private readonly stray: Line[] = [];
  private readonly counted = new Map<string, number>();
  private open: Open | null = null;

  constructor(private readonly sheet: Sheet) {}

  take(line: Line): void {
    if (isRule(line.text)) {
      this.close();
      this.underline(line);
      return;
    }
    const opening = this.openingOf(line);
    if (!opening && this.open && this.goesOn(this.open, line)) {
      this.open.lines.push(line);
      return;
    }
    this.close();
    this.open = { ...opening, lines: [line] };
  }

  finish(): { blocks: OutlineBlock[]; stray: Line[] } {
    this.close();
    return { blocks: this.blocks, stray: this.stray };
  }

  private close(): void {
    if (this.open) this.blocks.push(toBlock(this.sheet, this.open));
    this.open = null;
  }

  private underline(rule: Line): void {
    const above = this.blocks.at(-1);
    const under = above && !above.key.startsWith('ruled') && rule.blanks <= this.sheet.spacing + 1;
    if (
      under &&
      above.lines.length <= 3 &&
      (above.kind === 'heading' || (above.kind === 'item' && above.titled))
    ) {
      above.kind = 'heading';
      above.key = `ruled ${rule.text[0]}`;
      above.asides.push({ range: rule.range, reason: 'rule' });
    } else {
      this.stray.push(rule);
    }
  }

  private openingOf(line: Line): Opening | null {
    const { text } = line;
    const markup = /^[*_#]/.test(text) ? MARKUP.exec(text) : null;
    if (markup) {
      const key = markup[1] ? 'bold' : `hash ${markup[2]!.length}`;
      return { kind: 'heading', key, value: null, length: markup[0].length };
    }
    const inSentence = this.inMidSentence(line);
    const field = FIELD.exec(text);
    if (field && !inSentence) {
      const kind = /status|progress/i.test(field[1]!) ? 'status' : 'agency';
      return { kind, key: kind, value: null, length: field[0].length };
    }
    const label = LABEL.exec(text);
    if (label && !inSentence && isTitle(text.slice(label[0].length)))
      return {
        kind: 'heading',
        key: `label ${label[1]!.toLowerCase()}`,
        value: null,
        length: label[0].length,
      };
    if (!inSentence && END.test(text)) return { kind: 'end', key: 'end', value: null, length: 0 };
    const marker = readOutlineMarker(text);
    return marker && this.accept(marker, line, inSentence);
  }

  /** A number in the midst of a sentence, or one that no list has come to, is none of a list. */
  private accept(marker: OutlineMarker, line: Line, inSentence: boolean): Opening | null {
    const { other } = marker;
    const goesOn = (style: string, value: number): boolean => this.counted.get(style) === value - 1;
    const read =
      marker.value !== null &&
      other &&
      !goesOn(marker.style, marker.value) &&
      goesOn(other.style, other.value)
        ? { ...marker, ...other }
        : marker;
    const { style, value, length } = read;
    if (value === null) {
      const key = `${style} ${line.indent >> 1}`;
      const known = style.startsWith('bullet') ? this.open?.key?.startsWith(style) : !inSentence;
      if (inSentence && !known) return null;
      return { kind: 'item', key, value, length };
    }
    const next = goesOn(style, value);
    const last = this.open?.lines.at(-1);
    if (inSentence && !next) return null;
    if (value > 1 && !next && last && line.blanks <= this.sheet.spacing && leavesOpen(last.text)) return null;
    this.counted.set(style, value);
    return { kind: 'item', key: style, value, length };
  }

  private inMidSentence(line: Line): boolean {
    const last = this.open?.lines.at(-1);
    if (!last || line.blanks > this.sheet.spacing) return false;
    return leavesOpen(last.text) && isBroken(this.sheet, last, line);
  }

  private goesOn(open: Open, line: Line): boolean {
    const last = open.lines.at(-1)!;
    const leaves = leavesOpen(last.text);
    const apart = line.blanks > this.sheet.spacing && !line.pageBreak;
    if (open.kind === 'heading' && open.key === 'bold') {
      return !apart && !/(?:\*\*|__)\s?:?$/.test(last.text) && open.lines.length < 3;
    }
    if (open.key?.startsWith('hash')) return false;
    if (open.length !== undefined && open.lines.length === 1 && last.text.length <= open.length) {
      return line.blanks <= this.sheet.spacing + 1;
    }
    const within = /^(?:[a-z]|\([a-z]{2})/.test(line.text) || DANGLES.test(last.text.slice(-9));
    const goesOn = leaves && within && line.blanks <= this.sheet.spacing + 2;
    const hangs = open.kind === 'item' && line.indent > open.lines[0]!.indent;
    const broken = isBroken(this.sheet, last, line);
    if (apart) return goesOn || (leaves && hangs && broken);
    if (hangs || goesOn) return true;
    if (open.kind === 'agency' || open.kind === 'status') return broken;
    if (!broken) return leaves && /[,-]$/.test(last.text);
    return leaves || line.indent < 2 || line.indent <= last.indent;
  }
}

/** Whether the line before ran out of room, so that its end says nothing. */
function isBroken({ wrap }: Sheet, before: Line, line: Line): boolean {
  if (wrap === null) return false;
  const word = /^\S{0,40}/.exec(line.text)![0];
  return before.indent + before.width + 1 + columns(word) > wrap * 0.9;
}

/** Whether words end without any stop. */
export function leavesOpen(text: string): boolean {
  return !/[.;:!?…]["'”’)\]]{0,3}$/.test(text.slice(-5));
}

/** Whether these words can be a heading: few, in one piece, with no stop at their end. */
export function isTitle(text: string): boolean {
  if (text.length > MOST_HEADING + 30 || /^[a-z]/.test(text) || /[.;,!?…]$/.test(text)) return false;
  return text.split(/\s+/).length <= MOST_WORDS + 3 && !/[a-z]{3}[.!?;]\s/.test(text);
}

const VERB =
  /\b(?:agreed?|agree to|will|shall|are|is|was|were|has|have|following|reached|includes?|said|decided)\b/i;

function toBlock(sheet: Sheet, open: Open): OutlineBlock {
  const [first, last] = [open.lines[0]!, open.lines.at(-1)!];
  const end = last.range[1];
  let start = first.range[0] + (open.length ?? 0);
  while (start < end && isSpace(sheet.source.charCodeAt(start))) start++;
  // A number with nothing after it is its own words.
  const bare = start >= end;
  if (bare) start = first.range[0];
  const whole: Range = [start, end];
  const marker: Range | null = bare || !open.length ? null : markerOf(sheet, first.range[0], start);
  const colon = isColonHeading(open);
  const { asides, range } = trimmed(sheet, whole, open.kind === 'heading' || colon);
  const opening: Range = [range[0], Math.min(range[1], range[0] + HEAD)];
  const head =
    open.lines.length === 1
      ? sheet.source.slice(...opening).replace(/\s+/g, ' ')
      : readRange(sheet.source, opening).text;
  const { kind, key, titled } = kindOf(open, range, head, colon);
  const [tail, { indent }, { lines }] = [last.text.slice(-TAIL), first, open];
  return { kind, key, value: open.value ?? null, marker, range, head, tail, indent, titled, lines, asides };
}

function kindOf(
  { kind, key, lines }: Open,
  [start, end]: Range,
  head: string,
  colon: boolean,
): Pick<OutlineBlock, 'kind' | 'key' | 'titled'> {
  if (!kind || !key) return plainKind(lines, colon ? `${head}:` : head);
  return { kind, key, titled: kind === 'heading' || (end - start <= MOST_HEADING * 2 && isTitle(head)) };
}

function markerOf(sheet: Sheet, from: number, to: number): Range {
  const written = sheet.source.slice(from, to).trimEnd();
  return [from, from + written.length];
}

/** A heading's words without the mark-up or the colon after them. */
function trimmed(
  { source }: Sheet,
  [start, end]: Range,
  heading: boolean,
): { range: Range; asides: DraftLeftOut[] } {
  if (!heading) return { range: [start, end], asides: [] };
  const tail = /(?:\*\*|__|\s#{1,6}|:|\s){1,4}$/.exec(source.slice(Math.max(start + 1, end - 8), end));
  if (!tail) return { range: [start, end], asides: [] };
  const to = end - tail[0].length;
  const from = to + (tail[0].length - tail[0].trimStart().length);
  return { range: [start, to], asides: [{ range: [from, end], reason: 'markup' }] };
}

/** What a block is that nothing stands before. */
function plainKind(lines: Line[], head: string): Pick<OutlineBlock, 'kind' | 'key' | 'titled'> {
  const text = { kind: 'text', key: 'text', titled: false } as const;
  const heading = (key: string) => ({ kind: 'heading', key, titled: true }) as const;
  if (lines.length > 3 || head.length > MOST_HEADING) return text;
  if (isDated(head)) return { kind: 'end', key: 'end', titled: false };
  const few = head.split(' ').length <= MOST_WORDS;
  if (head.endsWith(':')) {
    return few && head.length <= 60 && /^[A-Z]/.test(head) && !VERB.test(head) ? heading('colon') : text;
  }
  if (!few || !isTitle(head)) return text;
  const letters = head.replace(/[^\p{L}]/gu, '');
  if (letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return heading('caps');
  return letters.length >= 3 ? heading('plain') : text;
}

/** "Finance:" on a line of its own. */
const isColonHeading = ({ kind, lines }: Open): boolean =>
  !kind &&
  lines.length === 1 &&
  lines[0]!.text.endsWith(':') &&
  plainKind(lines, lines[0]!.text).key === 'colon';

/** Nothing but a date. */
export function isDated(text: string): boolean {
  const [found] = /\d/.test(text) ? datesInEnglish(text) : [];
  return found !== undefined && text.length - (found.end - found.start) <= 12;
}
