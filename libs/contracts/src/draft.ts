/**
 * What the parser finds in a text: a meeting that nobody has adopted yet. Also the JSON of
 * `luoshi import FILE --dry-run --json`. Ranges are [start, end) in UTF-16 units of the text as it was read.
 */
export type Range = [start: number, end: number];

export interface DraftOffice {
  /** The government or place the office belongs to, in the text's words. */
  side: string;
  post: string;
  name: string | null;
}

export interface DraftMeeting {
  /** The meeting's full name, e.g. the title of the memorandum without 備忘錄. */
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

export interface DraftMeasure {
  ordinal: number;
  text: string;
  range: Range;
}

export interface DraftArea {
  ordinal: number;
  title: string;
  range: Range;
  measures: DraftMeasure[];
}

export interface DraftSignedDocument {
  ordinal: number;
  title: string;
  parties: string[];
  range: Range;
}

export type LeftOutReason = 'preamble' | 'page_mark' | 'annex_label' | 'signature_block' | 'closing' | 'unrecognised';

export type DraftWarningCode =
  | 'area_without_measure'
  | 'numbering_jump'
  | 'declared_differs'
  | 'date_missing'
  | 'sides_missing'
  | 'ordinal_missing'
  | 'text_left_out';

export interface DraftWarning {
  code: DraftWarningCode;
  /** English, for logs and the command line; screens translate the code with the params. */
  message: string;
  params: Record<string, string | number>;
  range: Range;
}

export interface Draft {
  meeting: DraftMeeting;
  areas: DraftArea[];
  signedDocuments: DraftSignedDocument[];
  leftOut: { range: Range; reason: LeftOutReason }[];
  warnings: DraftWarning[];
}
