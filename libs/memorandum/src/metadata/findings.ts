import type {
  DraftMeeting,
  DraftMetadata,
  DraftSignedDocument,
  DraftWarning,
  MetadataField,
  Range,
} from '#contracts/draft';

/** The meeting's data as it is gathered, with where each piece was read. */
export interface Findings {
  meeting: DraftMeeting;
  metadata: DraftMetadata[];
  /** What the text tells was signed, how many of them stand in a list, and the titles so far. */
  documents: DraftSignedDocument[];
  listed: number;
  titles: Set<string>;
  /** What was read and cannot be made use of without a person. */
  warnings: DraftWarning[];
}

export function noFindings(): Findings {
  return {
    meeting: {
      title: null,
      mechanism: null,
      ordinal: null,
      date: null,
      place: null,
      sides: [],
      headsOfDelegation: [],
      signatories: [],
      custodians: [],
      declared: { areas: null, measures: null, documents: null },
    },
    metadata: [],
    documents: [],
    listed: 0,
    titles: new Set(),
    warnings: [],
  };
}

export function note(findings: Findings, field: MetadataField, range: Range): void {
  findings.metadata.push({ field, range });
}
