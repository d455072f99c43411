import type { Draft, DraftWords, Range } from './draft.js';
import { faults, misplaced } from './draft-account.js';
import { split } from './draft-edits.js';
import { leaveOut, toHeading, toMeasure } from './draft-levels.js';
import { placed, worded } from './draft-places.js';

const source = [
  'A. Trade',
  'Fairs',
  '1. Exchange lists: (a) of fairs; (b) of guests.',
  'Agency: Trade Office',
  'Status: Complete',
  '2. Share stands.',
  'B. Ports',
  '1. Map berths.',
].join('\n');

const at = (words: string, from = 0): Range => {
  const start = source.indexOf(words, from);
  return [start, start + words.length];
};
const hung = (text: string, marker: string): DraftWords => ({ text, range: at(text), marker: at(marker) });

const lists = 'Exchange lists: (a) of fairs; (b) of guests.';
const draft: Draft = {
  meeting: {
    ...{ title: null, mechanism: null, ordinal: null, date: null, place: null, sides: [] },
    ...{ headsOfDelegation: [], signatories: [], custodians: [] },
    declared: { areas: null, measures: null, documents: null },
  },
  areas: [
    {
      ...{ ordinal: 1, title: 'Trade', range: at('Trade'), marker: at('A.') },
      headings: [{ text: 'Fairs', range: at('Fairs'), marker: null }],
      measures: [
        {
          ...{ ordinal: 1, text: lists, range: at(lists), marker: at('1.') },
          parts: [hung('of fairs;', '(a)'), hung('of guests.', '(b)')],
          agency: hung('Trade Office', 'Agency:'),
          status: hung('Complete', 'Status:'),
        },
        { ordinal: 2, text: 'Share stands.', range: at('Share stands.'), marker: at('2.') },
      ],
    },
    {
      ...{ ordinal: 2, title: 'Ports', range: at('Ports'), marker: at('B.') },
      measures: [{ ordinal: 1, text: 'Map berths.', range: at('Map berths.'), marker: at('1.', 120) }],
    },
  ],
  ...{ signedDocuments: [], examples: [], metadata: [], leftOut: [], warnings: [] },
};
const [lists1, ports] = [at(lists)[0], at('Ports')[0]];

test('a draft with headings, sub-items and fields accounts for its source', () => {
  expect(faults(source, draft)).toEqual([]);
});

test.each([
  ['an agency in other words', (one: Draft) => (one.areas[0]!.measures[0]!.agency!.text = 'Port Office')],
  ['a sub-item in other words', (one: Draft) => (one.areas[0]!.measures[0]!.parts![0]!.text = 'of stands;')],
  [
    'a sub-item outside its measure',
    (one: Draft) => (one.areas[0]!.measures[0]!.parts![0]!.range = at('Map berths.')),
  ],
  ['a heading that is lost', (one: Draft) => delete one.areas[0]!.headings],
])('%s is a fault', (_, spoil) => {
  const spoilt = structuredClone(draft);
  spoil(spoilt);
  expect(faults(source, spoilt)).not.toEqual([]);
});

test('a measure that is cut in two keeps each sub-item where it stands, and the fields below it', () => {
  const edited = split(source, draft, at('(b)')[0])!;
  const [first, second] = edited.areas[0]!.measures;
  expect(first).toMatchObject({ text: 'Exchange lists: (a) of fairs;', parts: [{ text: 'of fairs;' }] });
  expect(first).not.toHaveProperty('agency');
  expect(second).toMatchObject({ parts: [{ text: 'of guests.' }], status: { text: 'Complete' } });
  expect(faults(source, edited)).toEqual([]);
});

test.each([
  ['becomes a heading', toHeading(source, draft, lists1)],
  ['is left out', leaveOut(source, draft, lists1, 'unrecognised')],
])('of a measure that %s nothing is lost', (_, edited) => {
  expect(faults(source, edited!)).toEqual([]);
  expect(edited!.leftOut.map(({ range }) => source.slice(...range)).join()).toContain('Trade Office');
});

test('headings go with their place in the source', () => {
  const edited = toMeasure(source, draft, ports)!;
  expect(edited.areas).toHaveLength(1);
  expect(edited.areas[0]!.headings).toHaveLength(1);
  expect(faults(source, edited)).toEqual([]);
});

test('between browser and server its words are those of its places', () => {
  const places = placed(draft);
  expect(JSON.stringify(places)).not.toContain('Trade Office');
  expect(worded(source, places)).toEqual(draft);
});

test('places that are over each other are told before a word is read at them', () => {
  const deep = structuredClone(draft);
  const measure = deep.areas[0]!.measures[0]!;
  measure.parts = Array.from({ length: 9 }, () => ({ ...hung(lists, '(a)') }));
  expect(misplaced(source, deep)).toEqual([{ code: 'overlap', range: measure.range }]);
});
