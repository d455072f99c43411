import type { Draft } from '#contracts/draft';
import { faults } from '#contracts/draft-account';
import { normalise } from '../normalise.js';
import { parseMemorandum } from '../parse.js';
import { english, type EnglishShape, setEnglish } from '../specimen-english.js';

function read(text: string, publishedOn?: string): Draft {
  const result = parseMemorandum(text, { publishedOn });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  expect(faults(text, result.draft)).toEqual([]);
  return result.draft;
}

const letter = (n: number): string => String.fromCharCode(96 + n);
const roman = (n: number): string => ['I', 'II', 'III', 'IV'][n - 1]!;
const plain = (title: string): string => title;
const under = (rule: string) => (title: string) => `${title}\n${rule.repeat(title.length)}`;

const shapes: [string, EnglishShape][] = [
  ['1. and (a)', { area: (title, n) => `${n}. ${title}`, measure: (text, n) => `(${letter(n)}) ${text}` }],
  ['1) and a)', { area: (title, n) => `${n}) ${title}`, measure: (text, n) => `${letter(n)}) ${text}` }],
  ['I. and 1.', { area: (title, n) => `${roman(n)}. ${title}`, measure: (text, n) => `${n}. ${text}` }],
  [
    'A. and (1)',
    { area: (title, n) => `${letter(n).toUpperCase()}. ${title}`, measure: (text, n) => `(${n}) ${text}` },
  ],
  [
    '1. and (i)',
    { area: (title, n) => `${n}. ${title}`, measure: (text, n) => `(${roman(n).toLowerCase()}) ${text}` },
  ],
  ['1 and 1.1', { area: (title, n) => `${n}. ${title}`, measure: (text, n) => `4.${n} ${text}` }],
  [
    'Article 1 and 1.',
    { area: (title, n) => `Article ${n}\n${title}`, measure: (text, n) => `${n}. ${text}` },
  ],
  ['Section 1:', { area: (title, n) => `Section ${n}: ${title}`, measure: (text) => `• ${text}` }],
  ['Theme:', { area: (title) => `THEME: ${title}`, measure: (text) => `* ${text}` }],
  ['lines under headings', { area: under('-'), measure: plain }],
  ['double lines under headings', { area: under('='), measure: (text) => `– ${text}`, between: '\r\n\r\n' }],
  ['bold headings', { area: (title) => `**${title}**`, measure: (text) => `- ${text}` }],
  ['hashes', { area: (title) => `## ${title}`, measure: (text, n) => `${n}. ${text}` }],
  ['capitals', { area: (title) => title.toUpperCase(), measure: (text) => `- ${text}` }],
  ['short headings', { area: plain, measure: (text) => `     ${text}` }],
  [
    'short headings and bullets without empty lines',
    { area: plain, measure: (text) => `• ${text}`, between: '\n' },
  ],
  ['bullets wrapped', { area: plain, measure: (text) => `-   ${text}`, wrap: 56, hanging: '    ' }],
  ['bullets wrapped to the margin', { area: plain, measure: (text) => `* ${text}`, wrap: 64 }],
  [
    'numbers wrapped',
    { area: (title, n) => `${n}. ${title}`, measure: (text, n) => `(${n}) ${text}`, wrap: 60 },
  ],
  ['paragraphs wrapped', { area: under('='), measure: plain, wrap: 66 }],
];

describe.each(shapes)('an English text with %s', (_, shape) => {
  test.each([
    ['as it is', (text: string) => text],
    ['with CRLF', (text: string) => text.replace(/\r?\n/g, '\r\n')],
  ])('gives its areas, measures and meeting: %s', (_name, vary) => {
    const text = vary(setEnglish(shape));
    const { areas, meeting, signedDocuments, warnings } = read(text);
    expect(areas.map(({ title }) => title.toLowerCase())).toEqual(
      english.areas.map(({ title }) => title.toLowerCase()),
    );
    expect(areas.map(({ measures }) => measures.map((measure) => measure.text))).toEqual(
      english.areas.map(({ measures }) => measures),
    );
    for (const { text: words, range } of areas.flatMap(({ measures }) => measures))
      expect(words).toBe(normalise(text.slice(...range)));
    expect(meeting).toEqual({
      title: 'Marlow/Tessin Joint Committee, Twenty-first Session',
      mechanism: 'Marlow/Tessin Joint Committee',
      ordinal: 21,
      date: '2032-03-03',
      place: 'Port Tessin',
      sides: ['Marlow', 'Tessin'],
      headsOfDelegation: [
        { side: 'Marlow', post: 'Mayor of Marlow', name: 'Ada Fenn' },
        { side: 'Tessin', post: 'Governor of Tessin', name: 'P. J. Holt' },
      ],
      signatories: [],
      custodians: [],
      declared: { areas: 4, measures: null, documents: null },
    });
    expect(signedDocuments.map(({ title, parties }) => [title, parties])).toEqual([
      [english.title, meeting.sides],
    ]);
    expect(warnings).toEqual([]);
  });
});

const REFUSED: [string, string][] = [
  [
    'a speech',
    `Remarks by the Mayor of Marlow at the harbour dinner\n\nFriends, it is good to see so many of you.\n\nWhen I came here as a girl the pier was made of wood. Today it carries forty thousand containers.\n\nI thank the Governor of Tessin for coming so far. Our two cities have much to do together, and I hope that we will.\n\nThank you, and enjoy the fish.`,
  ],
  [
    'an annual report',
    `Annual Report 2031 of the Harbour Department\n\nTraffic\n\n- The port handled 41,000 containers, 3% more than in 2030.\n- Two cranes were replaced.\n\nStaff\n\n- The Department had 212 staff at the end of the year.\n- Nine pilots retired.\n\nFinance\n\n- Revenue rose to 14 million.\n- Fees were unchanged.`,
  ],
  [
    'headlines',
    `WORLD\n- Marlow and Tessin sign harbour deal\n- Storm closes northern pass\n- Minister resigns over ferry contract\n\nBUSINESS\n- Crane maker doubles profit\n- Fish prices at ten-year low\n\nSPORT\n- Rowers take third title\n- Rain stops play`,
  ],
  [
    'minutes of a club',
    `Minutes of the Annual General Meeting of the Marlow Rowing Club\n\nHeld in the boathouse on 3 March 2032.\n\n1. Finance\n(a) The treasurer presented the accounts.\n(b) It was agreed to raise the fee to 40.\n\n2. Boats\n(a) The club will buy two pairs.\n(b) The old eight will be sold.\n\n3. Election\n(a) Ms Fenn was elected captain.\n(b) The meeting closed at nine.`,
  ],
  [
    'a contract',
    `Agreement between Crane Works Ltd and Pier Services GmbH\n\nArticle 1\nDelivery\n1. The Supplier shall deliver two cranes by 3 March 2032.\n2. The Supplier shall bear the cost of transport.\n\nArticle 2\nPayment\n1. The Customer shall pay within thirty days.\n2. The Customer shall not set off any claim.\n\nArticle 3\nLaw\n1. The law of Marlow shall apply.\n2. The courts of Marlow shall decide.`,
  ],
  [
    'a contract of a government with a company',
    `Service Agreement between the Government of Marlow and Crane Works Ltd\n\n1. Cranes\n(a) The Contractor shall maintain six cranes.\n(b) The Contractor shall employ two fitters.\n\n2. Fees\n(a) The Government of Marlow will pay each quarter.\n(b) Fees will rise with prices.`,
  ],
  [
    'the report of a ministry',
    `Ministry of Harbours: Annual Report on Co-operation\n\n**Pilots**\n\n- The Ministry trained forty pilots in 2031.\n- Two pilots went to Tessin.\n\n**Charts**\n\n- The Minister opened the new chart room.\n- All charts were printed anew.`,
  ],
  [
    'a recipe',
    `Fish soup\n\nStock\n- Boil the bones for an hour.\n- Strain and keep warm.\n\nSoup\n- Add the fish and simmer.\n- Serve with bread.`,
  ],
];

test.each(REFUSED)('%s is refused, and what was looked for is said', (_, text) => {
  const result = parseMemorandum(text);
  expect(result.ok).toBe(false);
  if (result.ok) return;
  const looked = Object.fromEntries(result.lookedFor.map(({ what, found }) => [what, found]));
  expect(looked).toHaveProperty('area_headings');
  expect(looked).toHaveProperty('listed_measures');
  expect(Object.values(looked).some((found) => !found)).toBe(true);
});

const opening = english.opening;
const bullets = setEnglish({ area: (title) => `**${title}**`, measure: (text) => `- ${text}` });

describe('when the meeting was', () => {
  test.each([
    'on 3 March 2032',
    'on March 3, 2032',
    'on 3rd Mar 2032',
    'on Wednesday, 3 March 2032',
    'on the 3rd of March, 2032',
    'on 2032-03-03',
  ])('%s', (when) => {
    expect(read(bullets.replace('on 3 March 2032', when)).meeting.date).toBe('2032-03-03');
  });

  test.each(['today (March 3)', 'today'])('"%s" by the day of publication', (when) => {
    const text = bullets.replace('on 3 March 2032', when);
    expect(read(`${text}\n\nEnds/Wednesday, March 3, 2032`).meeting.date).toBe('2032-03-03');
    expect(read(text, '2032-03-03').meeting.date).toBe('2032-03-03');
    const { meeting, warnings } = read(text);
    expect(meeting.date).toBeNull();
    expect(warnings).toMatchObject([{ code: 'date_relative', params: { words: when } }]);
  });

  test('a month is no day', () => {
    const text = bullets
      .replace(' on 3 March 2032', '')
      .replace(opening.slice(0, 20), `March 2032\n\n${opening.slice(0, 20)}`);
    const { meeting, warnings } = read(text);
    expect(meeting.date).toBeNull();
    expect(warnings).toMatchObject([{ code: 'date_partial', params: { words: 'March 2032' } }]);
  });
});

describe('what was signed', () => {
  const report = bullets.replace(english.title, 'Marlow/Tessin Joint Committee holds Twenty-first Session');
  const signed = (sentence: string): Draft => read(`${report}\n\n${sentence}`);

  test.each([
    'At the session, the Deputy Mayor of Marlow, Dr Una Reed, and the Secretary for Harbours of Tessin, Mr Max Orr, signed the Memorandum of the Twenty-first Session.',
    'The Memorandum of the Twenty-first Session was signed by the Deputy Mayor of Marlow, Dr Una Reed, and the Secretary for Harbours of Tessin, Mr Max Orr.',
  ])('%s', (sentence) => {
    const { meeting, signedDocuments } = signed(sentence);
    expect(signedDocuments.map(({ title }) => title)).toEqual(['Memorandum of the Twenty-first Session']);
    expect(meeting.signatories).toEqual([
      { side: 'Marlow', post: 'Deputy Mayor of Marlow', name: 'Dr Una Reed' },
      { side: 'Tessin', post: 'Secretary for Harbours of Tessin', name: 'Max Orr' },
    ]);
  });

  test.each([
    'The Mayor of Marlow, Ms Ada Fenn, and the Governor of Tessin, Mr P. J. Holt, will sign the Agreement on Ferries next year.',
    'The Mayor of Marlow, Ms Ada Fenn, and the Governor of Tessin, Mr P. J. Holt, witnessed the ceremony.',
  ])('not: %s', (sentence) => {
    const { meeting, signedDocuments } = signed(sentence);
    expect(signedDocuments).toEqual([]);
    expect(meeting.signatories).toEqual([]);
  });

  test('a list, with the parties in its titles', () => {
    const { meeting, signedDocuments } = signed(
      'Departments of the two places also signed three co-operation documents:\n\n(1) Agreement on Pilots between the Marlow Port Office and the Tessin Harbour Board;\n(2) Letter of Intent on Libraries; and\n(3) Memorandum of Understanding on Fish.',
    );
    expect(meeting.declared.documents).toBe(3);
    expect(signedDocuments.map(({ title, parties }) => [title, parties])).toEqual([
      [
        'Agreement on Pilots between the Marlow Port Office and the Tessin Harbour Board',
        ['Marlow Port Office', 'Tessin Harbour Board'],
      ],
      ['Letter of Intent on Libraries', []],
      ['Memorandum of Understanding on Fish', []],
    ]);
  });
});

test('a memorandum of two governments: who signs and who keeps it', () => {
  const list = setEnglish({
    area: (title, n) => `${n}. ${title}`,
    measure: (text, n) => `(${letter(n)}) ${text}`,
  });
  const text = [
    'Memorandum of Understanding on Co-operation',
    'The Government of Marlow and the Government of the Republic of Tessin, wishing to work together, have agreed on the thirteen measures in four areas below:',
    list.slice(list.indexOf('1. Trade')),
    'This Memorandum is made in two copies, kept by the External Affairs Office of Marlow and the Cabinet and Protocol Office of Tessin respectively.',
    'Signed in Port Tessin on 3 March 2032.',
    'For the Government of Marlow        For the Government of the Republic of Tessin\nUna Reed        Max Orr\nDeputy Mayor        Minister for Harbours',
  ].join('\n\n');
  const { meeting, warnings } = read(text);
  expect(meeting).toMatchObject({
    title: 'Memorandum of Understanding on Co-operation',
    date: '2032-03-03',
    place: 'Port Tessin',
    sides: ['Government of Marlow', 'Government of the Republic of Tessin'],
    signatories: [
      { side: 'Government of Marlow', post: 'Deputy Mayor', name: 'Una Reed' },
      { side: 'Government of the Republic of Tessin', post: 'Minister for Harbours', name: 'Max Orr' },
    ],
    custodians: ['External Affairs Office of Marlow', 'Cabinet and Protocol Office of Tessin'],
    declared: { areas: 4, measures: 13, documents: null },
  });
  expect(warnings.map(({ code, params }) => [code, params])).toContainEqual([
    'declared_differs',
    { what: 'measures', declared: 13, found: 8 },
  ]);
});

test('three levels: headings in between, measures, and their parts', () => {
  const text = bullets.replace(
    '- Train pilots of both ports together, at least ten a year.',
    '- Train pilots of both ports:\n    - in the north;\n    - in the south.\n- Share charts.',
  );
  const { areas } = read(text);
  expect(areas[1]!.measures.map(({ text: words }) => words)).toEqual([
    'Train pilots of both ports: - in the north; - in the south.',
    'Share charts.',
  ]);
  expect(areas[1]!.measures[0]!.parts!.map(({ text: words }) => words)).toEqual([
    'in the north;',
    'in the south.',
  ]);
});

test('an empty line with spaces inside a wrapped bullet does not cut it', () => {
  const wrapped = setEnglish({
    area: (title) => `**${title}**`,
    measure: (text) => `-   ${text}`,
    wrap: 56,
    hanging: '    ',
  });
  const text = wrapped.replace('\n    textiles', '\n     \n    textiles');
  expect(read(text).areas.map(({ measures }) => measures.length)).toEqual([2, 1, 3, 2]);
});

test('codes are no words of what they stand before, however narrow the space', () => {
  const { areas } = read(
    [
      'Action plan of the Government of Aldermoor and the Government of Hong Kong',
      'THEME: Open data',
      'AM0113 Publish the registers',
      'AM0113.1 The two sides will publish the register of companies.',
      'COVID-19 Vaccines are no part of it.',
      'AM0113.2 The two sides will publish the register of land.',
      'THEME: Open procurement',
      'AM0114 Publish the tenders',
      'AM0114.0 The two sides will publish every tender.',
    ].join('\n'),
  );
  const texts = areas.flatMap(({ measures }) => measures.map(({ text }) => text));
  expect(texts).toEqual([
    expect.stringContaining('The two sides will publish the register of companies.'),
    'The two sides will publish the register of land.',
    'The two sides will publish every tender.',
  ]);
  expect(texts.join(' ')).not.toContain('AM0');
});

test('numbers that jump are said', () => {
  const list = setEnglish({ area: (title, n) => `${n}. ${title}`, measure: (text, n) => `(${n}) ${text}` });
  const { warnings } = read(list.replace('\n\n(3) Both', '\n\n(5) Both'));
  expect(warnings).toMatchObject([{ code: 'numbering_jump', params: { from: 2, to: 5 } }]);
});
