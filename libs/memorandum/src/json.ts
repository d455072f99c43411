import type {
  Draft,
  DraftExample,
  DraftLeftOut,
  DraftMeasure,
  DraftMeeting,
  DraftMetadata,
  DraftWords,
  Range,
} from '#contracts/draft';

type WordsJson = Pick<DraftWords, 'text' | 'range'>;

interface FieldsJson {
  agency?: WordsJson;
  status?: WordsJson;
}

type PartJson = WordsJson & FieldsJson;

/** The JSON of `luoshi import FILE --dry-run --json`, for scripts: its keys are a promise. */
export interface DraftJson {
  meeting: Pick<DraftMeeting, 'mechanism' | 'ordinal' | 'date' | 'place' | 'sides' | 'declared'> &
    Pick<DraftMeeting, 'title' | 'headsOfDelegation' | 'signatories' | 'custodians'>;
  areas: {
    ordinal: number;
    title: string;
    range: Range;
    measures: ({ ordinal: number; parts?: PartJson[] } & PartJson)[];
    /** Headings inside the area, where the text has any. */
    headings?: WordsJson[];
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
    areas: draft.areas.map(({ ordinal: number, title, range, measures, headings }) => ({
      ordinal: number,
      title,
      range,
      measures: measures.map((measure) => ({
        ordinal: measure.ordinal,
        ...partJson(measure),
        ...(measure.parts && { parts: measure.parts.map(partJson) }),
      })),
      ...(headings && { headings: headings.map(wordsJson) }),
    })),
    signedDocuments: draft.signedDocuments,
    examples: draft.examples,
    metadata: draft.metadata,
    leftOut: [...draft.leftOut, ...numbering(draft)].sort((a, b) => a.range[0] - b.range[0]),
    warnings: draft.warnings.map(({ code, message, range }) => ({ code, message, range })),
  };
}

const wordsJson = ({ text, range }: WordsJson): WordsJson => ({ text, range });

function partJson({ agency, status, ...words }: WordsJson & FieldsJson): PartJson {
  return {
    ...wordsJson(words),
    ...(agency && { agency: wordsJson(agency) }),
    ...(status && { status: wordsJson(status) }),
  };
}

function numbering({ areas }: Draft): DraftLeftOut[] {
  return areas
    .flatMap((area) => [area, ...(area.headings ?? []), ...area.measures.flatMap(withFields)])
    .flatMap(({ marker }) => (marker ? [{ range: marker, reason: 'numbering' as const }] : []));
}

function withFields(measure: DraftMeasure): { marker: Range | null }[] {
  return [measure, measure.agency, measure.status].filter((piece) => piece !== undefined);
}
