import type { Draft, DraftArea, DraftMeasure, PlacedDraft, PlacedPart, PlacedWords } from './draft.js';
import { gapsOf } from './draft-account.js';
import { gapsIn, readRange, unspaced } from './reading.js';

/*
 * The words of a draft's register are its source's own at their places. Where the source is known – between browser and
 * server, in what a browser keeps – the places alone are enough, and nobody can send words that do not stand there.
 */

const bare = <Piece extends PlacedWords & { text?: string }>({ text: _, ...piece }: Piece) => piece;
const barePart = <Piece extends PlacedPart & { text?: string }>({ agency, status, ...piece }: Piece) => ({
  ...bare(piece),
  ...(agency && { agency: bare(agency) }),
  ...(status && { status: bare(status) }),
});

/** A draft without the words of its register. */
export function placed(draft: Draft): PlacedDraft {
  const areas = draft.areas.map(({ title: _, headings, measures, ...area }) => ({
    ...area,
    ...(headings && { headings: headings.map(bare) }),
    measures: measures.map(({ parts, ...measure }) => ({
      ...barePart(measure),
      ...(parts && { parts: parts.map(barePart) }),
    })),
  }));
  return { ...draft, areas };
}

/** The draft with the words that stand in its source. */
export function worded(source: string, draft: PlacedDraft): Draft {
  const gaps = gapsOf(draft);
  const read = <Piece extends PlacedWords>(piece: Piece) => ({
    ...piece,
    text: readRange(source, piece.range, gapsIn(gaps, piece.range)).text,
  });
  const readPart = <Piece extends PlacedPart>({ agency, status, ...piece }: Piece) => ({
    ...read(piece),
    ...(agency && { agency: read(agency) }),
    ...(status && { status: read(status) }),
  });
  const areas = draft.areas.map(({ headings, measures, ...area }): DraftArea => {
    const { text, ...heading } = read(area);
    return {
      ...{ ...heading, title: unspaced(text) },
      ...(headings && { headings: headings.map(read) }),
      measures: measures.map(({ parts, ...measure }): DraftMeasure => ({
        ...readPart(measure),
        ...(parts && { parts: parts.map(readPart) }),
      })),
    };
  });
  return { ...draft, areas };
}
