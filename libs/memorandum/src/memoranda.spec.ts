import type { Draft } from '#contracts/draft';
import { describeWith, MEMORANDA } from '#testing/requires';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from './json.js';
import type { KnownOfText } from './known.js';
import { normalise } from './normalise.js';
import { parseMemorandum } from './parse.js';

interface Expected {
  meeting: {
    name: string;
    series: string;
    ordinal: number;
    date: string | null;
    place: string;
    sides: string[];
    headsOfDelegation: { side: string; name: string; post: string }[];
    signatories: { side: string; post: string; name: string | null }[];
    custodians: string[];
  };
  areasCount: number;
  measuresTotal: number;
  areas: { title: string; measures: number; items?: { first12: string; last6: string; chars: number }[] }[];
  signedDocuments: { title: string; parties?: string[] }[];
  declaredAreas?: number;
  declaredProjects?: number;
}

/** Of the official texts beside the repository, those laid out as a numbered annex. */
const ANNEXES = ['yugang-1-memorandum.txt'];
/** Reports of a meeting, with the areas as headings and the measures as paragraphs. */
const REPORTS = ['zhegang-1-press-release.txt', 'hugang-6-newspaper.txt'];
/** Newspapers' boxes: areas with numbers, highlights under them or nothing, and the page round about. */
const BOXES = ['yugang-1-newspaper.txt', 'zhegang-1-newspaper-page.txt'];
/** In English: a press release, a joint statement with bullets, one government's plan in three levels. */
const ENGLISH = ['synthetic-press-release-en.txt', 'us-canada-2021-roadmap.txt', 'us-opengov-nap5.txt'];

interface ExpectedEnglish {
  meeting: { name: string; sides: string[]; date: string };
  areasCount: number;
  measuresTotal: number;
  areas: { title: string; measures: number }[];
  signedDocumentsCount: number;
  declaredAreas?: number;
}

const load = (name: string): string => readFileSync(join(MEMORANDA, name), 'utf8');

function read(source: string, known: KnownOfText = {}): Draft {
  const result = parseMemorandum(source, known);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  return result.draft;
}

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
      const { areas, meeting, signedDocuments, warnings } = read(source);

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
        expected.areas.map(({ items }) => items!.map((_item, i) => i + 1)),
      );
      expectMeeting(meeting, expected.meeting);
      expect(meeting.declared).toEqual({ areas: expected.areasCount, measures: null, documents: null });
      expect(signedDocuments.map(({ title, parties }) => ({ title, parties }))).toEqual(
        expected.signedDocuments.map(({ title }) => ({ title, parties: expected.meeting.sides })),
      );
      expect(warnings).toEqual([]);
    });
  });

  describe.each(REPORTS)('%s', (name) => {
    const VARIED = VARIANTS.filter(([variant]) => !/empty lines|numbers?|brackets/.test(variant));
    test.each(VARIED)('is what a careful reader finds: %s', (_variant, vary) => {
      const expected = (JSON.parse(load('expected.json')) as Record<string, Expected>)[name]!;
      const { areas, meeting, signedDocuments, warnings } = read(vary(load(name)));

      expect(areas.map(({ ordinal }) => ordinal)).toEqual(expected.areas.map((_area, i) => i + 1));
      expect(areas).toHaveLength(expected.areasCount);
      expect(
        areas.map(({ title, measures }) => ({
          title,
          measures: measures.length,
          items: measures.map(({ text }) => ({ first12: text.slice(0, 12), chars: text.length })),
        })),
      ).toEqual(expected.areas);
      expect(areas.flatMap(({ measures }) => measures)).toHaveLength(expected.measuresTotal);
      expect(meeting).toMatchObject({
        title: expected.meeting.name,
        mechanism: expected.meeting.series,
        ordinal: expected.meeting.ordinal,
        date: expected.meeting.date,
        place: expected.meeting.place,
        sides: expected.meeting.sides,
        custodians: expected.meeting.custodians,
      });
      expect(meeting.declared.areas).toBe(expected.declaredAreas);
      for (const people of ['headsOfDelegation', 'signatories'] as const) {
        expect(meeting[people].map(({ post, name }) => ({ post, name }))).toEqual(
          expected.meeting[people].map(({ post, name }) => ({ post, name })),
        );
        meeting[people].forEach(({ side }, i) => expect(side).toContain(expected.meeting[people][i]!.side));
      }
      expect(signedDocuments.map(({ title }) => title)).toEqual(
        expected.signedDocuments.map(({ title }) => title),
      );
      expect(signedDocuments[0]!.parties).toEqual(meeting.sides);
      expect(warnings).toEqual([]);
    });
  });

  describe.each(BOXES)('%s', (name) => {
    const VARIED = VARIANTS.filter(([variant]) => /as it is|CRLF|ends of lines|page/.test(variant));
    test.each(VARIED)('is what a careful reader finds: %s', (_variant, vary) => {
      const expected = (JSON.parse(load('expected.json')) as Record<string, Expected>)[name]!;
      const { areas, meeting, signedDocuments } = read(vary(load(name)));

      expect(areas.map(({ ordinal }) => ordinal)).toEqual(expected.areas.map((_area, i) => i + 1));
      expect(
        areas.map(({ title, measures }) => ({
          title,
          measures: measures.length,
          items: measures.map(({ text }) => ({ first12: text.slice(0, 12), chars: text.length })),
        })),
      ).toEqual(expected.areas.map(({ title, measures, items = [] }) => ({ title, measures, items })));
      expect(areas.flatMap(({ measures }) => measures)).toHaveLength(expected.measuresTotal);
      expect(meeting).toMatchObject({
        title: expected.meeting.name,
        mechanism: expected.meeting.series,
        ordinal: expected.meeting.ordinal,
        date: null,
        place: expected.meeting.place,
        sides: expected.meeting.sides,
        custodians: [],
      });
      expect(meeting.declared.areas).toBe(expected.declaredAreas ?? expected.areasCount);
      expect(meeting.declared.measures).toBe(expected.declaredProjects ?? null);
      for (const people of ['headsOfDelegation', 'signatories'] as const) {
        expect(meeting[people].map(({ post, name }) => ({ post, name }))).toEqual(
          expected.meeting[people].map(({ post, name }) => ({ post, name })),
        );
        meeting[people].forEach(({ side }, i) => expect(side).toContain(expected.meeting[people][i]!.side));
      }
      expect(signedDocuments.map(({ title }) => title)).toEqual(
        expected.signedDocuments.map(({ title }) => title),
      );
      signedDocuments.forEach(({ parties }, i) => {
        const named = expected.signedDocuments[i]!.parties;
        if (Array.isArray(named)) expect(parties).toEqual(named);
        else if (i < 2) expect(parties).toEqual(meeting.sides);
        else expect(parties).toEqual([]);
      });
    });
  });

  test('a newspaper’s excerpts ask for the date, and nothing else', () => {
    const source = load('yugang-1-newspaper.txt');
    expect(read(source).warnings.map(({ code, params }) => [code, params])).toEqual([
      ['date_relative', { words: '昨日' }],
    ]);
    const { meeting, warnings } = read(source, { publishedOn: '2023-05-12' });
    expect(meeting.date).toBe('2023-05-11');
    expect(warnings).toEqual([]);
  });

  test('a page that lists no measure gives its examples as examples, and says so', () => {
    const source = load('zhegang-1-newspaper-page.txt');
    const { examples, warnings } = read(source, { publishedOn: '2025-04-25' });
    expect(examples).toHaveLength(6);
    examples.forEach(({ text, range, area }) => {
      expect(text).toBe(normalise(source.slice(...range)));
      expect(text).toMatch(/^(?:支持|探索)/);
      expect(area).toBeNull();
    });
    expect(warnings.map(({ code, params }) => [code, params])).toEqual([
      ['no_measures', { areas: 13 }],
      ['declared_differs', { what: 'measures', declared: 51, found: 0 }],
    ]);
  });

  test.each([
    ['yugang-1-newspaper.txt', ['碼上看', '昨在fb專頁撰文', '第二，經貿投資', '（左一）到訪']],
    ['zhegang-1-newspaper-page.txt', ['紫荊', '寧波均勝', '掃碼睇', '中美未就']],
  ])('%s: what is not of the register is left out for a reason', (name, words) => {
    const source = load(name);
    const { leftOut } = read(source);
    for (const word of words) {
      const at = source.indexOf(word);
      const found = leftOut.find(({ range }) => range[0] <= at && at < range[1]);
      expect([word, found?.reason]).not.toEqual([word, 'unrecognised']);
      expect(found).toBeDefined();
    }
  });

  describe.each(ENGLISH)('%s', (name) => {
    const VARIED = VARIANTS.filter(([variant]) => !/empty lines|numbers?|brackets/.test(variant));
    test.each(VARIED)('is what a careful reader finds: %s', (_variant, vary) => {
      const expected = (JSON.parse(load('expected.json')) as Record<string, ExpectedEnglish>)[name]!;
      const { areas, meeting, signedDocuments } = read(vary(load(name)));

      expect(areas.map(({ title, measures }) => ({ title, measures: measures.length }))).toEqual(
        expected.areas,
      );
      expect(areas).toHaveLength(expected.areasCount);
      expect(areas.flatMap(({ measures }) => measures)).toHaveLength(expected.measuresTotal);
      // The careful reader says in brackets what kind of text it is.
      expect(meeting.title).toBe(expected.meeting.name.replace(/ \(.*\)$/, ''));
      expect(meeting.sides).toEqual(expected.meeting.sides);
      // A month is no calendar date; nothing is made up for the day.
      expect(meeting.date).toBe(expected.meeting.date.length === 10 ? expected.meeting.date : null);
      expect(meeting.declared.areas).toBe(expected.declaredAreas ?? null);
      expect(signedDocuments).toHaveLength(expected.signedDocumentsCount);
    });
  });

  test('a press release in English gives people, documents with their parties, and sub-items', () => {
    const { meeting, signedDocuments, areas, warnings } = read(load(ENGLISH[0]!));
    const mayor = 'Mayor of Aldermoor';
    expect(meeting).toMatchObject({
      mechanism: 'Hong Kong/Aldermoor Co-operation Conference',
      ordinal: 4,
      place: 'Hong Kong',
      headsOfDelegation: [
        { side: 'Hong Kong', post: 'Chief Executive', name: null },
        { side: 'Aldermoor', post: mayor, name: 'Ines Quarrington' },
      ],
      signatories: [
        { side: 'Hong Kong', post: 'Chief Secretary for Administration', name: null },
        { side: 'Aldermoor', post: `Deputy ${mayor}`, name: "T. O'Dwyer" },
      ],
      declared: { areas: 6, measures: null, documents: 5 },
    });
    expect(signedDocuments.map(({ parties }) => parties)).toEqual([
      meeting.sides,
      meeting.sides,
      [],
      [],
      [],
      ['Vocational Training Council', 'Aldermoor Polytechnic'],
    ]);
    expect(areas[2]!.measures[0]!.parts).toHaveLength(2);
    expect(warnings).toEqual([]);
  });

  test('a plan in three levels gives who carries each commitment out, and how far it is', () => {
    const { areas, warnings } = read(load(ENGLISH[2]!));
    const measures = areas.flatMap((area) => area.measures);
    const count = (status: string): number =>
      measures.filter((measure) => measure.status?.text === status).length;
    expect(areas.map(({ headings }) => headings?.length)).toEqual([8, 4, 5, 13, 6]);
    expect([count('Complete'), count('In Progress'), count('Not Started')]).toEqual([33, 36, 1]);
    expect(measures.filter(({ agency }) => agency)).toHaveLength(70);
    expect(warnings.map(({ code }) => code)).toEqual([
      'mechanism_missing',
      'ordinal_missing',
      'date_missing',
      'place_missing',
      'one_side',
    ]);
  });

  test.each([...ANNEXES, ...REPORTS, ...BOXES, ...ENGLISH])(
    '%s has no word that its JSON does not account for',
    (name) => {
      const source = load(name);
      const json = toJson(read(source));
      const measures = json.areas.flatMap((area) => area.measures);
      measures.forEach(({ text, range }) => expect(normalise(source.slice(...range))).toBe(text));
      const rest = [...source];
      const fields = measures.flatMap(({ agency, status }) =>
        [agency, status].filter((field) => field !== undefined),
      );
      const headings = json.areas.flatMap((area) => area.headings ?? []);
      for (const { range } of [
        ...json.areas,
        ...headings,
        ...measures,
        ...json.examples,
        ...fields,
        ...json.metadata,
        ...json.leftOut,
      ])
        rest.fill(' ', ...range);
      expect(rest.join('').trim()).toBe('');
    },
  );
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
