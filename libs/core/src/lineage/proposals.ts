import type { LineageRelation } from '#contracts/status';
import { matchPieces, type Piece } from '#memorandum/matching/match';

/** What speaks for a link between two measures. */
export interface Proposal {
  earlierId: string | null;
  laterId: string | null;
  relation: LineageRelation;
  /** From 0 to 1; null where the absence of a like is all that speaks for it. */
  confidence: number | null;
  words: string[];
}

export interface Compared {
  id: string;
  areaOrdinal: number;
  areaTitle: string;
  ordinal: number;
  text: string;
}

/** By so much longer, the later measure says more than the earlier one did. */
const deeper = 1.25;

const piece = ({ areaOrdinal, areaTitle, ordinal, text }: Compared): Piece => ({
  area: { ordinal: areaOrdinal, title: areaTitle },
  ordinal,
  text,
});

/** How the later measures may go on from the earlier ones, by their words alone; the coordinator decides. */
export function proposals(earlier: readonly Compared[], later: readonly Compared[]): Proposal[] {
  const pairs = matchPieces(earlier.map(piece), later.map(piece));
  const links = pairs.map(({ left, right, confidence, words }): Proposal => {
    const merged = pairs.filter((pair) => pair.right === right).length > 1;
    const split = pairs.filter((pair) => pair.left === left).length > 1;
    const longer = later[right]!.text.length >= deeper * earlier[left]!.text.length;
    const relation = merged ? 'merges' : split ? 'splits' : longer ? 'deepens' : 'continues';
    return { earlierId: earlier[left]!.id, laterId: later[right]!.id, relation, confidence, words };
  });
  const [lefts, rights] = [new Set(pairs.map(({ left }) => left)), new Set(pairs.map(({ right }) => right))];
  const alone = { confidence: null, words: [] };
  return [
    ...links,
    ...earlier
      .filter((_, at) => !lefts.has(at))
      .map(({ id }): Proposal => ({ earlierId: id, laterId: null, relation: 'not_followed_up', ...alone })),
    ...later
      .filter((_, at) => !rights.has(at))
      .map(({ id }): Proposal => ({ earlierId: null, laterId: id, relation: 'new', ...alone })),
  ];
}
