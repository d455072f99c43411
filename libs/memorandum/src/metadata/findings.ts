import type { DraftMeeting, DraftMetadata, MetadataField, Range } from '#contracts/draft';

/** The meeting's data as it is gathered, with where each piece was read. */
export interface Findings {
  meeting: DraftMeeting;
  metadata: DraftMetadata[];
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
  };
}

export function note(findings: Findings, field: MetadataField, range: Range): void {
  findings.metadata.push({ field, range });
}
