import type { Draft } from '#contracts/draft';
import { type SourceKind, sourceKinds, type TextRelation } from '#contracts/status';
import { fold } from '#i18n/fold';
import type { Script } from '#i18n/language';
import { matchPieces, matchTitles, type Pair, type Piece } from '#memorandum/matching/match';

/** A meeting on record, as far as a text is held against it. */
export interface KnownMeeting {
  id: string;
  ordinal: number;
  title: string;
  script: Script;
  heldOn: string;
  measures: KnownMeasure[];
  documents: { id: string; title: string }[];
  sources: { kind: SourceKind; sha256: string }[];
}

export interface KnownMeasure {
  id: string;
  areaOrdinal: number;
  areaTitle: string;
  ordinal: number;
  title: string;
  text: string;
  script: Script;
}

export interface Given {
  draft: Draft;
  kind: SourceKind;
  sha256: string;
  script: Script;
}

/** What a piece of the draft is to the measures on record; one that says two of them stands here twice. */
export interface PieceMatch {
  area: number;
  ordinal: number;
  /** The measure that it says in other words; null where there is none. */
  measureId: string | null;
  /** Whether it becomes a measure of its own: a new one, or a part split off from `measureId`. */
  add: boolean;
  confidence: number | null;
  by: Pair['by'] | null;
  words: string[];
}

export type RecognisedBy = 'ordinal' | 'date' | 'title' | 'measures';

/** So much of a text must be one meeting's before a text that names neither number nor date is taken to speak of it. */
const enough = { pieces: 3, share: 0.5, confidence: 0.55 };

/** The meeting that a draft speaks of, and what says so; null where none of these is it. */
export function recognise<Meeting extends Pick<KnownMeeting, 'ordinal' | 'title' | 'heldOn' | 'measures'>>(
  draft: Draft,
  meetings: readonly Meeting[],
): { meeting: Meeting; by: RecognisedBy[] } | null {
  const { ordinal, date, title } = draft.meeting;
  const signs: [RecognisedBy, (meeting: Meeting) => boolean][] = [
    ['ordinal', (meeting) => meeting.ordinal === ordinal],
    ['date', (meeting) => meeting.heldOn === date],
    ['title', (meeting) => title !== null && fold(meeting.title) === fold(title)],
    ['measures', (meeting) => quotes(draft, meeting.measures)],
  ];
  // Two meetings may be held on one day; none has another's number.
  const telling = ordinal === null ? signs.slice(1) : signs.slice(0, 1);
  for (const [, fits] of telling) {
    const meeting = meetings.find(fits);
    if (meeting) return { meeting, by: signs.filter(([, agrees]) => agrees(meeting)).map(([sign]) => sign) };
  }
  return null;
}

function quotes(draft: Draft, measures: readonly KnownMeasure[]): boolean {
  const pieces = draftPieces(draft);
  const pairs = matchPieces(pieces, measures.map(pieceOf)).filter(
    ({ by, confidence }) => by === 'words' && confidence >= enough.confidence,
  );
  const quoted = new Set(pairs.map(({ left }) => left)).size;
  return quoted >= enough.pieces && quoted >= enough.share * pieces.length;
}

/** What a text is to those its meeting was adopted from: theirs again, above them, beside them or below them. */
export function relationOf(
  given: Pick<Given, 'kind' | 'sha256' | 'script'>,
  meeting: KnownMeeting,
): TextRelation {
  if (meeting.sources.some(({ sha256 }) => sha256 === given.sha256)) return 'same_text';
  const rank = (kind: SourceKind) => sourceKinds.indexOf(kind);
  const best = Math.min(...meeting.sources.map(({ kind }) => rank(kind)));
  if (rank(given.kind) < best) return 'better_source';
  const official = rank(given.kind) === best && (given.kind === 'annex' || given.script !== meeting.script);
  return official ? 'other_version' : 'excerpt';
}

/** A draft's measures and documents beside those of the meeting they speak of. */
export function compare({ draft, ...given }: Given, meeting: KnownMeeting) {
  const relation = relationOf(given, meeting);
  const completes = relation === 'better_source';
  const pieces = draftPieces(draft);
  const pairs = matchPieces(pieces, meeting.measures.map(pieceOf));
  const first = new Set<number>();
  // The best pair of each measure comes first; what else a better source says of it is a part of its own.
  const found = pairs.map(({ left, right, confidence, by, words }) => {
    const part = first.has(right);
    first.add(right);
    return {
      left,
      match: { measureId: meeting.measures[right]!.id, add: completes && part, confidence, by, words },
    };
  });
  const none = { measureId: null, add: completes, confidence: null, by: null, words: [] };
  const matches = pieces.flatMap((piece, at): PieceMatch[] => {
    const key = { area: piece.area.ordinal, ordinal: piece.ordinal };
    const own = found.filter(({ left }) => left === at).map(({ match }) => ({ ...key, ...match }));
    return own.length > 0 ? own : [{ ...key, ...none }];
  });
  const titles = matchTitles(
    draft.signedDocuments.map(({ title }) => title),
    meeting.documents.map(({ title }) => title),
  );
  const documents = draft.signedDocuments.map(({ ordinal, title }, at) => {
    const pair = titles.find(({ left }) => left === at);
    return { ordinal, title, documentId: pair ? meeting.documents[pair.right]!.id : null };
  });
  return { relation, pieces: matches, documents };
}

export const draftPieces = (draft: Draft): Piece[] =>
  draft.areas.flatMap(({ ordinal: area, title, measures }) =>
    measures.map(({ ordinal, text }) => ({ area: { ordinal: area, title }, ordinal, text })),
  );

const pieceOf = ({ areaOrdinal, areaTitle, ordinal, text }: KnownMeasure): Piece => ({
  area: { ordinal: areaOrdinal, title: areaTitle },
  ordinal,
  text,
});
