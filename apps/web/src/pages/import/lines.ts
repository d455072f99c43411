import type { Draft, LeftOutReason, Range } from '#contracts/draft';

export type PieceKind = 'area' | 'measure' | 'document' | 'data' | 'left';

/** A piece of the text that means something, as the draft has it. */
export interface Piece {
  kind: PieceKind;
  range: Range;
  /** What both panes select by: the kind's letter and where it begins; empty where nothing can be selected. */
  id: string;
  area: number;
  ordinal: number;
  reason?: LeftOutReason;
}

export interface Segment {
  text: string;
  start: number;
  piece: Piece | null;
}

export interface Line {
  number: number;
  start: number;
  segments: Segment[];
  /** The piece that begins on this line; named in the gutter. */
  begins: Piece | null;
  /** Tells whether a line has to be drawn again. */
  print: string;
}

const letters = { area: 'a', measure: 'm', document: 'd', left: 'x', data: '' } as const;

/** Pieces of a kind never overlap, so that the place where one begins names it through every edit. */
export const idOf = (kind: PieceKind, [start]: Range) => (kind === 'data' ? '' : `${letters[kind]}${start}`);
export const startOf = (id: string) => Number(id.slice(1));

/** The draft's pieces, the ones that yield to no other first; what is left out inside a measure parts its words. */
export function piecesOf(draft: Draft): Piece[] {
  const piece = (kind: PieceKind, range: Range, area = 0, ordinal = 0): Piece => ({
    ...{ kind, range, id: idOf(kind, range), area, ordinal },
  });
  return [
    ...draft.leftOut.map(({ range, reason }) => ({ ...piece('left', range), reason })),
    ...draft.areas.flatMap((area) => [
      piece('area', area.range, area.ordinal),
      ...area.measures.map(({ ordinal, range }) => piece('measure', range, area.ordinal, ordinal)),
    ]),
    ...draft.signedDocuments.map(({ ordinal, range }) => piece('document', range, 0, ordinal)),
    ...draft.metadata.map(({ range }) => piece('data', range)),
  ];
}

/** Where each line of the text begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, from 1, on which a place of the text stands. */
export function lineAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

const rank: Record<PieceKind, number> = { document: 0, area: 1, measure: 1, data: 2, left: 3 };

/**
 * The text by lines, each cut where a piece begins or ends. Of pieces over each other the narrower sense wins: a
 * document in what was left out is a document, but a page mark in a measure is left out.
 */
export function linesOf(
  text: string,
  pieces: readonly Piece[],
  starts: readonly number[] = lineStarts(text),
): Line[] {
  const queue = pieces.toSorted((a, b) => a.range[0] - b.range[0]);
  let next = 0;
  let open: Piece[] = [];
  return starts.map((start, index) => {
    const end = Math.max(start, (starts[index + 1] ?? text.length + 1) - 1);
    open = open.filter(({ range }) => range[1] > start);
    for (let piece = queue[next]; piece && piece.range[0] < Math.max(end, start + 1); piece = queue[++next])
      if (piece.range[1] > start) open.push(piece);
    const cuts = new Set([start, end]);
    for (const { range } of open) for (const cut of range) if (cut > start && cut < end) cuts.add(cut);
    const places = [...cuts].sort((a, b) => a - b);
    const segments = places.slice(0, -1).map((from, at): Segment => {
      const to = places[at + 1] ?? end;
      const here = open.filter(({ range }) => range[0] <= from && range[1] >= to);
      return { text: text.slice(from, to), start: from, piece: winner(here) };
    });
    const begins = segments.find(({ piece }) => piece && piece.range[0] >= start)?.piece ?? null;
    const print = segments.map(({ start: at, piece: of }) => `${at}${of ? printOf(of) : ''}`).join();
    return { number: index + 1, start, segments, begins, print };
  });
}

/** What is left out inside a piece of the register is a gap in it; what surrounds a document or a date is not. */
function winner(here: readonly Piece[]): Piece | null {
  const left = here.find(({ kind }) => kind === 'left');
  const held = here.find(({ kind }) => kind === 'measure' || kind === 'area');
  if (left && held) return left;
  return here.toSorted((a, b) => rank[a.kind] - rank[b.kind])[0] ?? null;
}

const printOf = ({ id, kind, area, ordinal }: Piece) => `${id || kind}:${area}.${ordinal}`;
