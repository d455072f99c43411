import type { Draft, Range } from '#contracts/draft';

export type PieceKind = 'area' | 'measure' | 'document' | 'data' | 'skip';

/** A piece of the text that means something, as the draft has it. */
export interface Piece {
  kind: PieceKind;
  range: Range;
  /** What both panes select by: a3, m3.2, d1; empty where nothing can be selected. */
  id: string;
  area: number;
  ordinal: number;
}

export interface Segment {
  text: string;
  piece: Piece | null;
}

export interface Line {
  number: number;
  start: number;
  segments: Segment[];
  /** The piece that begins on this line; named in the gutter. */
  begins: Piece | null;
}

/** The draft's pieces in the order of the text; what is left out yields to what was found inside it. */
export function piecesOf(draft: Draft): Piece[] {
  const found: Piece[] = [];
  for (const area of draft.areas) {
    found.push({ kind: 'area', range: area.range, id: `a${area.ordinal}`, area: area.ordinal, ordinal: 0 });
    for (const { ordinal, range } of area.measures)
      found.push({ kind: 'measure', range, id: `m${area.ordinal}.${ordinal}`, area: area.ordinal, ordinal });
  }
  for (const { ordinal, range } of draft.signedDocuments)
    found.push({ kind: 'document', range, id: `d${ordinal}`, area: 0, ordinal });
  const named = found.toSorted((a, b) => a.range[0] - b.range[0]);
  const bare = (kind: 'data' | 'skip', range: Range): Piece => ({ kind, range, id: '', area: 0, ordinal: 0 });
  return [
    ...named,
    ...draft.metadata.map(({ range }) => bare('data', range)),
    ...draft.leftOut.map(({ range }) => bare('skip', range)),
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

/** The text by lines, each cut where a piece begins or ends; of pieces over each other the first of the list wins. */
export function linesOf(text: string, pieces: readonly Piece[]): Line[] {
  const starts = lineStarts(text);
  return starts.map((start, index) => {
    const end = Math.max(start, (starts[index + 1] ?? text.length + 1) - 1);
    const here = pieces.filter(({ range: [from, to] }) => from < Math.max(end, start + 1) && to > start);
    const cuts = new Set([start, end]);
    for (const { range } of here) for (const cut of range) if (cut > start && cut < end) cuts.add(cut);
    const places = [...cuts].sort((a, b) => a - b);
    const segments = places.slice(0, -1).map((from, at): Segment => {
      const to = places[at + 1] ?? end;
      return {
        text: text.slice(from, to),
        piece: here.find(({ range }) => range[0] <= from && range[1] >= to) ?? null,
      };
    });
    const begins = here.find(({ range: [from] }) => from >= start && from <= end) ?? null;
    return { number: index + 1, start, segments, begins };
  });
}
