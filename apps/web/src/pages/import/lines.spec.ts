import type { Draft } from '#contracts/draft';
import { lineAt, linesOf, lineStarts, piecesOf } from './lines';

const text = '甲方與乙方\n一、金融\n1. 設立平台，\n並定期會面。\n完';

const draft: Draft = {
  meeting: {
    ...{ title: null, mechanism: null, ordinal: null, date: null, place: null, sides: [] },
    ...{ headsOfDelegation: [], signatories: [], custodians: [] },
    declared: { areas: null, measures: null, documents: null },
  },
  areas: [
    {
      ...{ ordinal: 1, title: '金融', range: [8, 10], marker: [6, 8] },
      measures: [{ ordinal: 1, text: '設立平台，並定期會面。', range: [14, 26], marker: [11, 13] }],
    },
  ],
  signedDocuments: [],
  examples: [],
  metadata: [{ field: 'side', range: [0, 2] }],
  leftOut: [
    { range: [0, 5], reason: 'preamble' },
    { range: [27, 28], reason: 'closing' },
  ],
  warnings: [],
};

describe('the source by lines', () => {
  const lines = linesOf(text, piecesOf(draft));

  it('loses no character', () => {
    expect(lines.map(({ segments }) => segments.map((segment) => segment.text).join('')).join('\n')).toBe(
      text,
    );
  });

  it('names each piece where it begins, and marks it on every line it runs over', () => {
    expect(lines.map(({ begins }) => begins?.kind ?? null)).toEqual([
      'data',
      'area',
      'measure',
      null,
      'left',
    ]);
    expect(lines[2]?.segments.map(({ piece }) => piece?.id ?? null)).toEqual([null, 'm14']);
    expect(lines[3]?.segments.map(({ piece }) => piece?.id ?? null)).toEqual(['m14']);
  });

  it('parts a measure where something in it is left out, and tells which lines have changed', () => {
    const gap: Draft = { ...draft, leftOut: [...draft.leftOut, { range: [21, 22], reason: 'page_mark' }] };
    const now = linesOf(text, piecesOf(gap));
    expect(now[3]?.segments.map(({ piece }) => piece?.id ?? null)).toEqual(['m14', 'x21', 'm14']);
    expect(now.map(({ print }, index) => print === lines[index]?.print)).toEqual([
      ...[true, true, true, false, true],
    ]);
  });

  it('finds the line of a place', () => {
    const starts = lineStarts(text);
    expect([0, 5, 6, 14, 21, text.length].map((place) => lineAt(starts, place))).toEqual([1, 1, 2, 3, 4, 5]);
  });
});
