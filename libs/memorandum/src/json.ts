import type { Draft, DraftExample, DraftLeftOut, DraftMeeting, DraftMetadata, Range } from '#contracts/draft';

/** The JSON of `luoshi import FILE --dry-run --json`, for scripts: its keys are a promise. */
export interface DraftJson {
  meeting: Pick<DraftMeeting, 'mechanism' | 'ordinal' | 'date' | 'place' | 'sides' | 'declared'> &
    Pick<DraftMeeting, 'title' | 'headsOfDelegation' | 'signatories' | 'custodians'>;
  areas: {
    ordinal: number;
    title: string;
    range: Range;
    measures: { ordinal: number; text: string; range: Range }[];
  }[];
  signedDocuments: { ordinal: number; title: string; parties: string[]; range: Range }[];
  examples: DraftExample[];
  metadata: DraftMetadata[];
  /** With the numbers of areas and measures, so that ranges alone account for every word of the source. */
  leftOut: DraftLeftOut[];
  warnings: { code: string; message: string; range: Range }[];
}

export function toJson(draft: Draft): DraftJson {
  const { mechanism, ordinal, date, place, sides, declared, ...others } = draft.meeting;
  return {
    meeting: { mechanism, ordinal, date, place, sides, declared, ...others },
    areas: draft.areas.map(({ ordinal: number, title, range, measures }) => ({
      ordinal: number,
      title,
      range,
      measures: measures.map((measure) => ({
        ordinal: measure.ordinal,
        text: measure.text,
        range: measure.range,
      })),
    })),
    signedDocuments: draft.signedDocuments,
    examples: draft.examples,
    metadata: draft.metadata,
    leftOut: [...draft.leftOut, ...numbering(draft)].sort((a, b) => a.range[0] - b.range[0]),
    warnings: draft.warnings.map(({ code, message, range }) => ({ code, message, range })),
  };
}

function numbering({ areas }: Draft): DraftLeftOut[] {
  return areas
    .flatMap((area) => [area, ...area.measures])
    .flatMap(({ marker }) => (marker ? [{ range: marker, reason: 'numbering' as const }] : []));
}
