import { type Decisions, type PieceDecision, undecided } from '#contracts/decisions';
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
  decisions: Decisions | null;
  kind: SourceKind;
  sha256: string;
  script: Script;
}

/** What a piece of the draft is to the measures on record; one that says two of them stands here twice. */
export interface PieceMatch extends PieceDecision {
  /** A measure that the text gives as one of many it does not list: it never becomes one of the register's. */
  example: boolean;
  /** Null where a person decided. */
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

/** A draft's measures, its examples and its documents beside those of the meeting they speak of. */
export function compare({ draft, decisions, ...given }: Given, meeting: KnownMeeting) {
  const relation = relationOf(given, meeting);
  const known = meeting.measures.map(pieceOf);
  const idOf = (at: number) => meeting.measures[at]!.id;
  const completes = relation === 'better_source';
  const pieces = draftPieces(draft);
  const first = new Set<number>();
  // The best pair of each measure comes first; what else a better source says of it is a part of its own.
  const found = matchPieces(pieces, known).map(({ left, right, confidence, by, words }) => {
    const part = first.has(right);
    first.add(right);
    return { left, match: { measureId: idOf(right), add: completes && part, confidence, by, words } };
  });
  // Between languages an example has no place by which it could be told.
  const quoted = matchPieces(examplePieces(draft), known)
    .filter(({ by }) => by === 'words')
    .map(({ left, right, confidence, by, words }) => {
      return { left, match: { measureId: idOf(right), add: false, confidence, by, words } };
    });
  const proposed = (of: readonly { start: number }[], pairs: typeof found, example: boolean) =>
    of.flatMap(({ start }, at): PieceMatch[] => {
      const own = pairs.filter(({ left }) => left === at).map(({ match }) => match);
      const none = { measureId: null, add: completes && !example, confidence: null, by: null, words: [] };
      return (own.length > 0 ? own : [none]).map((match) => ({ start, example, ...match }));
    });
  const matches = decided(
    [...proposed(pieces, found, false), ...proposed(examplePieces(draft), quoted, true)],
    decisions ?? undecided,
    new Set(meeting.measures.map(({ id }) => id)),
  );
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

/** What a person decided of a piece stands in the place of what is proposed, as long as its measure is on record. */
function decided(matches: PieceMatch[], { pieces }: Decisions, known: ReadonlySet<string>): PieceMatch[] {
  const done = new Set<number>();
  return matches.flatMap((match): PieceMatch[] => {
    const { start, example } = match;
    const own = pieces.filter(
      (each) => each.start === start && (each.measureId === null || known.has(each.measureId)),
    );
    if (own.length === 0) return [match];
    if (done.has(start)) return [];
    done.add(start);
    return own.map(({ measureId, add }) => ({
      ...{ start, example, measureId, add: add && !example, confidence: null, by: null, words: [] },
    }));
  });
}

export const draftPieces = (draft: Draft): (Piece & { start: number })[] =>
  draft.areas.flatMap(({ ordinal: area, title, measures }) =>
    measures.map(({ ordinal, text, range: [start] }) => ({
      ...{ area: { ordinal: area, title }, ordinal, text, start },
    })),
  );

const examplePieces = ({ areas, examples = [] }: Draft): (Piece & { start: number })[] =>
  examples.map(({ area, text, range: [start] }, at) => {
    const { ordinal, title } = areas.find((each) => each.ordinal === area) ?? { ordinal: 0, title: '' };
    return { area: { ordinal, title }, ordinal: at + 1, text, start };
  });

const pieceOf = ({ areaOrdinal, areaTitle, ordinal, text }: KnownMeasure): Piece => ({
  area: { ordinal: areaOrdinal, title: areaTitle },
  ordinal,
  text,
});
