import type { Decisions, PieceDecision } from '#contracts/decisions';
import type { PieceMatch } from '../../api/lineage';

/** A piece of the text beside the record, as it is proposed or as the coordinator decided. */
export interface ComparedPiece extends PieceMatch {
  decided: boolean;
}

/** What was decided on this page and is not saved yet stands at once, in the place of what the server said. */
export function decidedAs(matches: readonly PieceMatch[], { pieces }: Decisions): ComparedPiece[] {
  const done = new Set<number>();
  return matches.flatMap((match): ComparedPiece[] => {
    const own = pieces.filter(({ start }) => start === match.start);
    if (own.length === 0) return [{ ...match, decided: false }];
    if (done.has(match.start)) return [];
    done.add(match.start);
    return own.map((each) => ({ ...match, ...each, confidence: null, by: null, words: [], decided: true }));
  });
}

/** All that a piece is, once one part of it is chosen anew. */
export const groupOf = (
  pieces: readonly ComparedPiece[],
  changed: ComparedPiece,
  next: ComparedPiece,
): PieceDecision[] =>
  pieces
    .filter(({ start }) => start === changed.start)
    .map((each) => (each === changed ? next : each))
    .map(({ start, measureId, add }) => ({ start, measureId, add }));
