import { isLatin } from './grams.js';
import { alike, weigh, wordsInCommon } from './similarity.js';

/** A measure, or an excerpt of one, in its place. */
export interface Piece {
  area: { ordinal: number; title: string };
  ordinal: number;
  text: string;
}

export interface Pair {
  /** Places in the two lists given. */
  left: number;
  right: number;
  /** From 0 to 1. */
  confidence: number;
  /** What it rests on: the words that both share, or, between languages, the same place in the same order. */
  by: 'words' | 'place';
  /** The weightiest words in common, as they stand in the left text. */
  words: string[];
}

/** Less alike than this is another measure. */
const ALIKE = 0.4;
/** As alike as this, and its like is taken: they are parts of one. */
const PART = 0.55;
/** What the same area and the same place in order add where texts are about equally alike. */
const SAME_AREA = 0.1;
const SAME_PLACE = 0.05;
const WORDS = 6;
/** Of each text, the likes that are looked at. */
const LIKES = 8;

interface Candidate {
  left: number;
  right: number;
  similarity: number;
  rank: number;
}

/**
 * Which pieces of two texts are the same measure. Most pairs are one to one; where a text quotes or breaks up the
 * other's measure, several pieces go with one. The same pairs in whatever order, script or direction it is asked.
 */
export function matchPieces(left: readonly Piece[], right: readonly Piece[]): Pair[] {
  if (left.length === 0 || right.length === 0) return [];
  const latin = (pieces: readonly Piece[]) => isLatin(pieces.map(({ text }) => text).join(' '));
  if (latin(left) !== latin(right)) return byPlace(left, right);
  const texts = (pieces: readonly Piece[]) => pieces.map(({ text }) => text);
  const corpus = weigh(texts(left), texts(right));
  const areas = areaLikeness(left, right);
  const [leftPlace, rightPlace] = [placesOf(left), placesOf(right)];
  const likes = new Likes();
  alike(corpus, ALIKE, (l, r, similarity) => {
    const apart = Math.abs(leftPlace[l]! - rightPlace[r]!);
    const rank = similarity + SAME_AREA * areas(left[l]!, right[r]!) + SAME_PLACE * (1 - apart);
    likes.add({ left: l, right: r, similarity, rank });
  });
  const key = (pieces: readonly Piece[], at: number) => [pieces[at]!.area.ordinal, pieces[at]!.ordinal];
  const byRank = (one: Candidate, other: Candidate) =>
    other.rank - one.rank ||
    compare(tie(one, key, left, right), tie(other, key, left, right)) ||
    one.left - other.left ||
    one.right - other.right;
  return assign(likes.all().sort(byRank)).map(({ left: l, right: r, similarity }) => ({
    ...{ left: l, right: r, confidence: Math.round(similarity * 100) / 100, by: 'words' as const },
    words: wordsInCommon(left[l]!.text, corpus.left[l]!, corpus.right[r]!, corpus.weightOf, WORDS),
  }));
}

/** Which headings, or titles of documents, are the same. */
export function matchTitles(left: readonly string[], right: readonly string[]): Pair[] {
  const pieces = (titles: readonly string[]) =>
    titles.map((text, at): Piece => ({ area: { ordinal: 1, title: '' }, ordinal: at + 1, text }));
  return oneToOne(matchPieces(pieces(left), pieces(right)));
}

/** Of pairs, the first of each piece: what is a part of something matched already stays alone. */
export function oneToOne(pairs: readonly Pair[]): Pair[] {
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  return pairs.filter(({ left, right }) => {
    if (lefts.has(left) || rights.has(right)) return false;
    lefts.add(left);
    rights.add(right);
    return true;
  });
}

/** Keeps the best likes of each text on either side, so that a thousand equal texts are no million pairs. */
class Likes {
  private readonly of = { left: new Map<number, Candidate[]>(), right: new Map<number, Candidate[]>() };

  add(candidate: Candidate): void {
    for (const side of ['left', 'right'] as const) {
      const best = this.of[side].get(candidate[side]) ?? [];
      if (best.length === 0) this.of[side].set(candidate[side], best);
      const worse = best.findIndex(({ rank }) => rank < candidate.rank);
      if (worse < 0 && best.length === LIKES) continue;
      best.splice(worse < 0 ? best.length : worse, 0, candidate);
      if (best.length > LIKES) best.pop();
    }
  }

  all(): Candidate[] {
    return [...new Set([...this.of.left.values(), ...this.of.right.values()].flat())];
  }
}

/** The best pairs first; what finds its like taken joins it as a part, so long as that is nobody's part itself. */
function assign(candidates: readonly Candidate[]): Candidate[] {
  const partners = { left: new Map<number, number[]>(), right: new Map<number, number[]>() };
  return candidates.filter(({ left, right, similarity }) => {
    const ofLeft = partners.left.get(left) ?? [];
    const ofRight = partners.right.get(right) ?? [];
    if (ofLeft.length > 0 && ofRight.length > 0) return false;
    if (ofLeft.length + ofRight.length > 0) {
      const shared = ofLeft.some((at) => partners.right.get(at)!.length > 1);
      if (similarity < PART || shared || ofRight.some((at) => partners.left.get(at)!.length > 1))
        return false;
    }
    partners.left.set(left, [...ofLeft, right]);
    partners.right.set(right, [...ofRight, left]);
    return true;
  });
}

/** Between two languages words say nothing: what stands in the same place of the same area goes together. */
function byPlace(left: readonly Piece[], right: readonly Piece[]): Pair[] {
  const [ours, theirs] = [inAreas(left), inAreas(right)];
  return ours.flatMap((area, at) => {
    const other = theirs[at] ?? [];
    const certain = ours.length === theirs.length && area.length === other.length;
    return area.slice(0, other.length).map((l, place): Pair => ({
      left: l,
      right: other[place]!,
      confidence: certain ? 0.8 : 0.4,
      by: 'place',
      words: [],
    }));
  });
}

const inOrder = (one: Piece, other: Piece) =>
  one.area.ordinal - other.area.ordinal || one.ordinal - other.ordinal;

function inAreas(pieces: readonly Piece[]): number[][] {
  const sorted = pieces
    .map((_, at) => at)
    .sort((one, other) => inOrder(pieces[one]!, pieces[other]!) || one - other);
  return [...Map.groupBy(sorted, (at) => pieces[at]!.area.ordinal).values()];
}

/** Where each piece stands in its text, from 0 to 1. */
function placesOf(pieces: readonly Piece[]): number[] {
  const places = new Array<number>(pieces.length);
  inAreas(pieces)
    .flat()
    .forEach((at, place, { length }) => (places[at] = length > 1 ? place / (length - 1) : 0));
  return places;
}

function areaLikeness(left: readonly Piece[], right: readonly Piece[]) {
  const titles = (pieces: readonly Piece[]) => [...new Set(pieces.map(({ area }) => area.title))];
  const [ours, theirs] = [titles(left), titles(right)];
  const likeness = new Map<string, Map<string, number>>(ours.map((title) => [title, new Map()]));
  alike(weigh(ours, theirs), 0, (l, r, similarity) => likeness.get(ours[l]!)!.set(theirs[r]!, similarity));
  return (one: Piece, other: Piece) => likeness.get(one.area.title)?.get(other.area.title) ?? 0;
}

/** The same for a pair asked in either direction. */
function tie(
  { left: l, right: r }: Candidate,
  key: (pieces: readonly Piece[], at: number) => number[],
  left: readonly Piece[],
  right: readonly Piece[],
): number[] {
  return [key(left, l), key(right, r)].sort(compare).flat();
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : one[at]! - (other[at] ?? 0);
}
