import type { Draft } from '#contracts/draft';
import { describeWith, MEMORANDA } from '#testing/requires';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from './json.js';
import { normalise } from './normalise.js';
import { parseMemorandum } from './parse.js';

interface Expected {
  meeting: {
    name: string;
    series: string;
    ordinal: number;
    date: string;
    place: string;
    sides: string[];
    headsOfDelegation: { side: string; name: string; post: string }[];
    signatories: { post: string; name: string | null }[];
    custodians: string[];
  };
  areasCount: number;
  measuresTotal: number;
  areas: { title: string; items: { first12: string; last6: string; chars: number }[] }[];
  signedDocuments: { title: string }[];
}

/** Of the official texts beside the repository, those laid out as a numbered annex. */
const ANNEXES = ['yugang-1-memorandum.txt'];
/** Those in layouts that are not read yet: refused, never guessed at. */
const OTHERS = [
  'yugang-1-newspaper.txt',
  'zhegang-1-press-release.txt',
  'zhegang-1-newspaper-page.txt',
  'hugang-6-newspaper.txt',
  'synthetic-press-release-en.txt',
  'us-canada-2021-roadmap.txt',
  'us-opengov-nap5.txt',
];

const load = (name: string): string => readFileSync(join(MEMORANDA, name), 'utf8');

const VARIANTS: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['with CRLF', (text) => text.replace(/\n/g, '\r\n')],
  ['without the empty lines', (text) => text.replace(/\n\n+/g, '\n')],
  ['without white space at the ends of lines', (text) => text.replace(/[ \t]+$/gm, '')],
  ['with full-width stops after numbers', (text) => text.replace(/^( ?\d+)\. ?/gm, '$1．')],
  ['with measures numbered in brackets', (text) => text.replace(/^( ?)(\d+)\. ?/gm, '$1（$2）')],
  ['with page numbers', (text) => text.replace(/\n( [^ \n])/g, '\n\n- 9 -\n\f$1')],
];

describeWith(['memoranda'], 'the official texts', () => {
  describe.each(ANNEXES)('%s', (name) => {
    test.each(VARIANTS)('is what a careful reader finds: %s', (_variant, vary) => {
      const expected = (JSON.parse(load('expected.json')) as Record<string, Expected>)[name]!;
      const source = vary(load(name));
      const result = parseMemorandum(source);
      if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
      const { areas, meeting, signedDocuments, warnings } = result.draft;

      expect(areas.map(({ title }) => title)).toEqual(expected.areas.map(({ title }) => title));
      expect(areas.map(({ ordinal }) => ordinal)).toEqual(expected.areas.map((_area, i) => i + 1));
      expect(areas).toHaveLength(expected.areasCount);
      expect(areas.flatMap(({ measures }) => measures)).toHaveLength(expected.measuresTotal);
      expect(
        areas.map(({ measures }) =>
          measures.map(({ text }) => ({
            first12: text.slice(0, 12),
            last6: text.slice(-6),
            chars: text.length,
          })),
        ),
      ).toEqual(expected.areas.map(({ items }) => items));
      expect(areas.map(({ measures }) => measures.map(({ ordinal }) => ordinal))).toEqual(
        expected.areas.map(({ items }) => items.map((_item, i) => i + 1)),
      );
      expectMeeting(meeting, expected.meeting);
      expect(meeting.declared).toEqual({ areas: expected.areasCount, measures: null, documents: null });
      expect(signedDocuments.map(({ title, parties }) => ({ title, parties }))).toEqual(
        expected.signedDocuments.map(({ title }) => ({ title, parties: expected.meeting.sides })),
      );
      expect(warnings).toEqual([]);
    });

    test('has no word that its JSON does not account for', () => {
      const source = load(name);
      const result = parseMemorandum(source);
      if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
      const json = toJson(result.draft);
      const measures = json.areas.flatMap((area) => area.measures);
      measures.forEach(({ text, range }) => expect(normalise(source.slice(...range))).toBe(text));
      const pieces = [...json.areas, ...measures, ...json.metadata, ...json.leftOut];
      const rest = [...source];
      for (const { range } of pieces) rest.fill(' ', ...range);
      expect(rest.join('').trim()).toBe('');
    });
  });

  test.each(OTHERS)('%s has another layout and is refused', (name) => {
    expect(parseMemorandum(load(name)).ok).toBe(false);
  });
});

function expectMeeting(meeting: Draft['meeting'], expected: Expected['meeting']): void {
  expect(meeting).toMatchObject({
    title: expected.name,
    mechanism: expected.series,
    ordinal: expected.ordinal,
    date: expected.date,
    place: expected.place,
    sides: expected.sides,
    custodians: expected.custodians,
  });
  expect(meeting.headsOfDelegation.map(({ post, name }) => ({ post, name }))).toEqual(
    expected.headsOfDelegation.map(({ post, name }) => ({ post, name })),
  );
  meeting.headsOfDelegation.forEach(({ side }, i) =>
    expect(side).toContain(expected.headsOfDelegation[i]!.side),
  );
  // The careful reader wrote side and post as one.
  expect(
    meeting.signatories.map(({ side, post, name }) => ({ post: `${side}${post}（簽字）`, name })),
  ).toEqual(expected.signatories.map(({ post, name }) => ({ post, name })));
}
