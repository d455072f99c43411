/**
 * What the parser finds in a text: a meeting that nobody has adopted yet.
 * Ranges are [start, end) in UTF-16 units of the text as it was read.
 */
export type Range = [start: number, end: number];

export interface DraftOffice {
  /** The side the office belongs to, as in `sides`; empty where the text does not say. */
  side: string;
  /** Empty where only a name stands in the text. */
  post: string;
  name: string | null;
}

export interface DraftMeeting {
  /** The meeting's full name: the title of the memorandum without 備忘錄. */
  title: string | null;
  mechanism: string | null;
  ordinal: number | null;
  /** ISO calendar date. */
  date: string | null;
  place: string | null;
  sides: string[];
  headsOfDelegation: DraftOffice[];
  signatories: DraftOffice[];
  custodians: string[];
  /** As the text declares them; null where it says nothing. */
  declared: { areas: number | null; measures: number | null; documents: number | null };
}

/** Words of the text with their place; `marker` is where what stands before them does: a number, a bullet, a label. */
export interface DraftWords {
  text: string;
  range: Range;
  marker: Range | null;
}

/** A sub-item of a measure, in whose text and range it lies. */
export interface DraftPart extends DraftWords {
  agency?: DraftWords;
  status?: DraftWords;
}

export interface DraftMeasure {
  /** As printed, where the area's numbers rise; otherwise the place in the area. Unique in its area. */
  ordinal: number;
  /** The words in `range`, normalised, without what `leftOut` names inside it (a page number). */
  text: string;
  range: Range;
  /** Where the number stands ("1."); null where the text gives none. */
  marker: Range | null;
  /** Sub-items that the text sets apart. */
  parts?: DraftPart[];
  /** Who carries it out and how far it is, in the text's own words, where it prints them below the measure. */
  agency?: DraftWords;
  status?: DraftWords;
}

export interface DraftArea {
  ordinal: number;
  title: string;
  range: Range;
  marker: Range | null;
  measures: DraftMeasure[];
  /** Headings inside the area; a measure stands under the last one before it. */
  headings?: DraftWords[];
}

export interface DraftSignedDocument {
  ordinal: number;
  title: string;
  parties: string[];
  range: Range;
}

/** A measure that the text gives as an example of many it does not list: never one of the register's. */
export interface DraftExample {
  text: string;
  range: Range;
  /** Ordinal of the area that the sentence itself names; null where it names none. */
  area: number | null;
}

export type MetadataField =
  | 'title'
  | 'mechanism'
  | 'ordinal'
  | 'date'
  | 'place'
  | 'side'
  | 'head_of_delegation'
  | 'signatory'
  | 'custodian'
  | 'declared_areas'
  | 'declared_measures'
  | 'declared_documents';

/** Where a piece of the meeting's data was read; may lie inside what is left out as preamble or closing. */
export interface DraftMetadata {
  field: MetadataField;
  range: Range;
}

export type LeftOutReason =
  | 'preamble'
  | 'introduction'
  | 'annex_label'
  | 'signature_block'
  | 'closing'
  | 'page_mark'
  | 'rule'
  | 'markup'
  | 'caption'
  | 'signed_documents'
  | 'article'
  | 'editorial'
  /** The number of a measure that became part of another. */
  | 'numbering'
  /** A heading that holds areas together: a part of the text, no area itself. */
  | 'heading'
  | 'table'
  | 'speech'
  | 'unrelated'
  /** The same text again, in another script or language. */
  | 'translation'
  | 'unrecognised';

export interface DraftLeftOut {
  range: Range;
  reason: LeftOutReason;
}

export type DraftWarningCode =
  | 'no_measures'
  | 'areas_missing'
  | 'area_without_measure'
  | 'heading_without_measure'
  | 'levels_mixed'
  | 'measure_without_number'
  | 'measure_without_text'
  | 'paragraph_without_number'
  | 'numbering_jump'
  | 'declared_differs'
  | 'mechanism_missing'
  | 'ordinal_missing'
  | 'date_missing'
  | 'date_relative'
  | 'date_partial'
  | 'place_missing'
  | 'sides_missing'
  | 'one_side'
  | 'translation_left_out'
  | 'text_left_out';

export interface DraftWarning {
  code: DraftWarningCode;
  /** English, for logs and the command line; screens translate the code with the params. */
  message: string;
  params: Record<string, string | number>;
  range: Range;
}

/** What a column of a table holds, as its heading says or as the person decides. */
export const tableColumns = ['number', 'area', 'measure', 'lead', 'deadline', 'party', 'status'] as const;
export type TableColumn = (typeof tableColumns)[number];

/** The table that the areas and measures were read from. */
export interface DraftTable {
  /** The cells of its heading, empty where there is none. */
  header: string[];
  /** Of each, what it holds; null where that is nothing of the register. */
  columns: (TableColumn | null)[];
}

export interface Draft {
  meeting: DraftMeeting;
  areas: DraftArea[];
  signedDocuments: DraftSignedDocument[];
  examples: DraftExample[];
  metadata: DraftMetadata[];
  leftOut: DraftLeftOut[];
  warnings: DraftWarning[];
  /** Only where the text is a table. */
  table?: DraftTable;
}

/** A piece of the register without its words: they stand in the source at its place. */
export type PlacedWords = Omit<DraftWords, 'text'>;

export interface PlacedPart extends PlacedWords {
  agency?: PlacedWords;
  status?: PlacedWords;
}

export interface PlacedMeasure extends PlacedPart {
  ordinal: number;
  parts?: PlacedPart[];
}

export interface PlacedArea extends PlacedWords {
  ordinal: number;
  measures: PlacedMeasure[];
  headings?: PlacedWords[];
}

/** A draft as it goes between browser and server. */
export interface PlacedDraft extends Omit<Draft, 'areas'> {
  areas: PlacedArea[];
}

/** What makes a text a memorandum; a refusal says which of these were found and which were not. */
export type LookedFor =
  | 'area_headings'
  | 'numbered_measures'
  | 'paragraph_measures'
  | 'table_header'
  | 'listed_measures'
  | 'memorandum_title'
  | 'meeting_name'
  | 'meeting_or_document'
  | 'two_sides'
  | 'words_of_cooperation';

export interface Refusal {
  what: LookedFor;
  /** A count where things were counted. */
  found: boolean | number;
}
