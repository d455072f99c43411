import type { DraftLeftOut, DraftTable, DraftWarning, LookedFor, Range, Refusal } from '#contracts/draft';
import type { Line } from '../lines.js';
import type { Sheet } from '../sheet.js';

/** Words with what stands before them: a number, a bullet, a label. */
export interface FoundWords {
  range: Range;
  marker: Range | null;
}

/** A sub-item of a measure, and who carries it out and how far it is, where the text prints that. */
export interface FoundPart extends FoundWords {
  agency?: FoundWords;
  status?: FoundWords;
}

/** A measure as its layout found it, before its text is read. */
export interface FoundMeasure {
  /** The number printed; null where there is none. */
  value: number | null;
  marker: Range | null;
  /** From the first to the last word; null where only a number stands. */
  range: Range | null;
  parts?: FoundPart[];
  agency?: FoundWords;
  status?: FoundWords;
}

export interface FoundArea {
  value: number | null;
  marker: Range | null;
  range: Range;
  measures: FoundMeasure[];
  /** Headings between its measures. */
  headings?: FoundWords[];
}

/** A layout's account of a text: what is in the register, and the lines that are not, for the others to read. */
export interface Fit {
  areas: FoundArea[];
  /** Lines before the list and after it, where the meeting's data stands. */
  front: Line[];
  tail: Line[];
  /** Lines in the midst of the list that are no part of it. */
  introductions: Line[];
  strays: Line[];
  /** What the layout itself knows to be no part of the list. */
  asides: DraftLeftOut[];
  warnings: DraftWarning[];
  /** The table that the list was read from. */
  table?: DraftTable;
  /** Whose words tell of the meeting round the list; Chinese where it is not said. */
  language?: 'en';
}

/** One way in which such texts are laid out: lines in, pieces out. Everything after that is the same for all. */
export interface Layout {
  /** What its measures are, for a refusal to say. */
  measures: LookedFor;
  /** In what language the texts are that it reads; in any where it is not said. */
  language?: 'zh' | 'en';
  read(sheet: Sheet): { fit: Fit } | { missed: Refusal[] };
}
