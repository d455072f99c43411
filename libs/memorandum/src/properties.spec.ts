import type { Draft, Range } from '#contracts/draft';
import fc from 'fast-check';
import { faults } from '#contracts/draft-account';
import { toLines } from './lines.js';
import { gapsIn, readRange } from '#contracts/reading';
import { normalise } from './normalise.js';
import { parseMemorandum } from './parse.js';
import { report } from './specimen-report.js';
import { shortTitle } from './short-title.js';
import { han, set, simplified, traditional } from './specimen.js';
import { setEnglish } from './specimen-english.js';

const RUNS = 400;

const texts = [traditional, simplified].flatMap((specimen) => [
  set(specimen, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. `, wrap: 24 }),
  set(specimen, {
    area: (n) => `${han(n)}、`,
    measure: (n) => `（${han(n)}）`,
    paragraphEnd: '\r\n\r\n',
    lineEnd: '\r\n',
  }),
]);

const reports = [
  report({ heading: (title) => `${title}\n————` }),
  report({ heading: (title) => title, between: '\r\n\u00a0\r\n' }),
];

const inEnglish = [
  setEnglish({
    area: (title) => `**${title}**`,
    measure: (text) => `-   ${text}`,
    wrap: 60,
    hanging: '    ',
  }),
  setEnglish({ area: (title, n) => `Article ${n}\n${title}`, measure: (text, n) => `(${n}) ${text}` }),
  setEnglish({ area: (title) => title, measure: (text) => `     ${text}`, between: '\r\n\u00a0\r\n' }),
];

/** Pieces that such texts are made of, and what throws a reader off. */
const shard = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\n\n',
    '\f',
    ' ',
    '　',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u200b',
    '\ud840',
    '\x00',
  ),
  fc.constantFrom(
    '一、',
    '二、',
    '十一、',
    '三、四線',
    '1. ',
    '2.',
    '３．',
    '（一）',
    '(2)',
    '①',
    '第一條 ',
    'IV. ',
    '附件',
    '- 3 -',
    '7',
  ),
  fc.constantFrom(
    '(a) ',
    '- ',
    '• ',
    'A. ',
    'iv) ',
    'Article 2 ',
    '**',
    '## ',
    'THEME: ',
    'Agency: ',
    'US01.2  ',
  ),
  fc.constantFrom(
    'signed ',
    'the Mayor of X',
    ' and ',
    'held',
    'Fifth Session of the ',
    'today (May 3)',
    'five items',
  ),
  fc.constantFrom(
    '金融',
    '鼓勵兩地合作。',
    '《甲與乙備忘錄》',
    '今日',
    '———',
    '李小明說，',
    '如下：',
    '甲市人民政府與乙省人民政府',
    '簽署',
    '於2023年5月11日',
    '在丙市舉行',
    '第三次會議',
    '由',
    '和',
    '保存',
    '率領',
    '市長王小明',
  ),
  fc.constantFrom('。', '，', '；', '“', '”', '（', '）', '-', '/', 'abc', 'e.g.', '5G'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const rubble = fc.array(shard, { maxLength: 80 }).map((shards) => shards.join(''));

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 60 }),
  put: fc.array(shard, { maxLength: 4 }),
});
const mutatedOf = (of: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...of), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([text, mutations]) =>
      mutations.reduce((changed, { at, cut, put }) => {
        const place = Math.floor(at * changed.length);
        return changed.slice(0, place) + put.join('') + changed.slice(place + cut);
      }, text),
    );

/** Rubble between the bones of a register, so that a good part of it is read. */
const skeleton = fc
  .array(fc.tuple(rubble, fc.array(rubble, { maxLength: 4 })), { minLength: 2, maxLength: 5 })
  .map((areas) => {
    const list = areas.map(([title, measures], a) =>
      [`${han(a + 1)}、範疇${title}`, ...measures.map((m, i) => `${i + 1}. 雙方合作${m}。`)].join('\n'),
    );
    return ['甲乙合作會議第三次會議備忘錄', ...list].join('\n');
  });

function expectAccount(source: string, draft: Draft): void {
  expect(faults(source, draft)).toEqual([]);
  const covered = new Uint8Array(source.length);
  const cover = ([start, end]: Range): void => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(source.length);
    expect(end).toBeGreaterThan(start);
    covered.fill(1, start, end);
  };
  const gaps = draft.leftOut.map(({ range }) => range);
  for (const { range, marker, title, measures, headings = [] } of draft.areas) {
    for (const piece of [{ range, marker }, ...headings]) {
      cover(piece.range);
      if (piece.marker) cover(piece.marker);
    }
    expect(title).not.toBe('');
    expect(new Set(measures.map(({ ordinal }) => ordinal)).size).toBe(measures.length);
    for (const measure of measures) {
      cover(measure.range);
      if (measure.marker) cover(measure.marker);
      const inside = gapsIn(gaps, measure.range);
      expect(measure.text).toBe(readRange(source, measure.range, inside).text);
      if (inside.length === 0) expect(measure.text).toBe(normalise(source.slice(...measure.range)));
      expect(measure.text).not.toBe('');
    }
  }
  expect(new Set(draft.areas.map(({ ordinal }) => ordinal)).size).toBe(draft.areas.length);
  // A measure and its neighbours share no word.
  const starts = draft.areas.flatMap(({ range, measures }) => [
    range,
    ...measures.map((measure) => measure.range),
  ]);
  starts.forEach((range, i) => i > 0 && expect(range[0]).toBeGreaterThanOrEqual(starts[i - 1]![1]));
  for (const { range } of [...draft.metadata, ...draft.leftOut, ...draft.signedDocuments]) cover(range);
  draft.warnings.forEach(({ range }) => cover(range));
  for (let i = 0; i < source.length; i++) {
    if (!covered[i] && /\S/.test(source[i]!))
      throw new Error(`lost: ${JSON.stringify(source.slice(i, i + 20))} at ${i}`);
  }
}

function expectNothingLost(source: string): boolean {
  const result = parseMemorandum(source);
  if (result.ok) expectAccount(source, result.draft);
  else expect(result.lookedFor.length).toBeGreaterThan(0);
  return result.ok;
}

describe('nothing is lost', () => {
  test.each([...texts, ...reports].map((text, i) => [i, text] as const))('in specimen %#', (_, text) => {
    expect(expectNothingLost(text)).toBe(true);
  });

  test.each([
    ['texts', texts],
    ['reports', reports],
    ['texts in English', inEnglish],
  ])('in mutated %s, most of which are still read', (_, of) => {
    let read = 0;
    fc.assert(
      fc.property(mutatedOf(of), (text) => void (expectNothingLost(text) && read++)),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(RUNS / 2);
  });

  test('in lists with rubble in them', () => {
    let read = 0;
    fc.assert(
      fc.property(skeleton, (text) => void (expectNothingLost(text) && read++)),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(RUNS / 4);
  });

  test('in rubble', () => {
    fc.assert(
      fc.property(rubble, (text) => void expectNothingLost(text)),
      { numRuns: RUNS },
    );
  });
});

describe('lines of a good text left out, doubled or put elsewhere', () => {
  const good = [traditional, simplified].map((specimen) =>
    set(specimen, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` }),
  );
  const deed = fc.record({
    kind: fc.constantFrom('leave out', 'double', 'exchange'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    to: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });

  test('give every numbered line as a measure of its own, or a warning', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(deed, { minLength: 1, maxLength: 3 }), (text, deeds) => {
        const lines = text.split('\n');
        const first = lines.findIndex((line) => line.startsWith('一、'));
        for (const { kind, at, to } of deeds) {
          const [i, j] = [at, to].map((share) => first + Math.floor(share * (lines.length - first)));
          if (kind === 'leave out') lines.splice(i!, 1);
          else if (kind === 'double') lines.splice(j!, 0, lines[i!]!);
          else [lines[i!], lines[j!]] = [lines[j!]!, lines[i!]!];
        }
        const result = parseMemorandum(lines.join('\n'));
        if (!result.ok || result.draft.warnings.length > 0) return;
        const measures = result.draft.areas.flatMap((area) => area.measures.map((measure) => measure.text));
        const numbered = lines.flatMap((line) => /^\d+\. (.*)/.exec(line)?.[1] ?? []);
        expect(measures).toEqual(numbered);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });
});

describe('lines', () => {
  test('hold every character that is no white space, once', () => {
    fc.assert(
      fc.property(rubble, (text) => {
        const lines = toLines(text);
        expect(lines.map(({ range }) => text.slice(...range))).toEqual(lines.map((line) => line.text));
        expect(lines.map((line) => line.text.replace(/\s/g, '')).join('')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('normalise', () => {
  test('loses nothing but white space, and does nothing twice', () => {
    fc.assert(
      fc.property(rubble, (text) => {
        const once = normalise(text);
        expect(once.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(normalise(once)).toBe(once);
        expect(once).not.toMatch(/[^\S ]| {2}|^ | $/);
      }),
      { numRuns: RUNS },
    );
  });

  test('knows where each of its characters stood', () => {
    fc.assert(
      fc.property(rubble, (text) => {
        const { text: read, at } = readRange(text, [0, text.length]);
        expect(at).toHaveLength(read.length);
        at.forEach((place, i) => {
          if (read[i] === ' ') expect(text[place]).toMatch(/\s/);
          else expect(text[place]).toBe(read[i]);
          if (i > 0) expect(place).toBeGreaterThan(at[i - 1]!);
        });
      }),
      { numRuns: RUNS },
    );
  });
});

test('a short title is words of its measure, 24 characters at most', () => {
  fc.assert(
    fc.property(fc.oneof(rubble, fc.constantFrom(...texts)), (text) => {
      const title = shortTitle(text);
      expect([...title].length).toBeLessThanOrEqual(24);
      expect(text.replace(/\s+/g, ' ').trim()).toContain(title);
      if (text.trim() !== '') expect(title).not.toBe('');
    }),
    { numRuns: RUNS },
  );
});

/** As many areas with as many measures as three figures can count, none on a line of its own. */
function risingList(): string {
  const measures = Array.from({ length: 400 }, (_, i) => `合作。${i + 2}. `).join('');
  return Array.from({ length: 98 }, (_, i) => `${measures}交流。${han(i + 2)}、金融 1. `)
    .join('')
    .repeat(4);
}

describe('half a megabyte or a whole one, however odd, is read to its end', () => {
  const size = 1_000_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const before = (rest: string): string => `${rest}\n${texts[0]}`;
  const measureAfter = (rest: string): string => `甲乙合作會議第三次會議備忘錄\n一、金融\n1. ${rest}`;

  test.each<[string, string]>([
    ['specimens', fill(`${texts[0]}\n`)],
    [
      'a list of many thousand areas',
      fill('一、金融\n1. 兩地銀行互換名單，每年一次。\n2. 雙方各派十人交流。\n'),
    ],
    ['headings only', fill('一、金融\n')],
    ['numbers only', fill('1. \n')],
    ['one line', measureAfter(fill('雙方合作交流'))],
    ['one line of sentences', measureAfter(fill('合作。'))],
    ['one line of numbers', measureAfter(fill('合作。2. 交流。3. '))],
    [
      'one line of numbers that rise',
      measureAfter(
        Array.from({ length: 999 }, (_, i) => `合作。${i + 2}. `)
          .join('')
          .repeat(90)
          .slice(0, size),
      ),
    ],
    ['one line of areas and measures that rise', measureAfter(risingList().slice(0, size))],
    ['one line of headings', measureAfter(fill('合作。二、教育 1. '))],
    ['reports', fill(`${reports[0]}\n`)],
    ['headings and paragraphs', fill('金融\n鼓勵合作。\n')],
    ['headings and rules', fill('金融\n————\n鼓勵兩地銀行互換名單，每年一次。\n')],
    ...['會上簽署《', '會上簽署兩份文件：\n（一）《甲備忘錄》\n', '今日在', '一月一日在甲舉行', '率領甲'].map(
      (piece): [string, string] => [
        `beside a report: ${JSON.stringify(piece)}`,
        `${fill(piece).slice(0, size / 2)}\n${reports[1]}`,
      ],
    ),
    ['texts in English', fill(`${inEnglish[0]}\n`)],
    ...[
      '- ',
      '- a\n',
      '* * ',
      '. ',
      '...',
      '(',
      '(a) ',
      '(a) x.\n',
      '1. x.\n',
      '1.1.1.1 ',
      'A. ',
      '**',
      '**a**\n',
      'Article ',
      'Article 1\n',
      'Article 1 a\n(1) b.\n',
      'US1.1  a\n',
      'THEME: a\n',
      'Agency: a\n',
      'A\n',
      'A ',
      'A.',
      'A/',
      'A/B ',
      'of the ',
      'the Government of A and ',
      'Government ',
      'Fifth Session of the ',
      'First ',
      'signed the Memorandum and the ',
      'signed ',
      'held in A ',
      'led by the Mayor and ',
      'Mr. ',
      '3 March 2032 ',
      'twenty ',
      'For the Government of A\n',
    ].map((piece): [string, string] => {
      const much = fill(piece).slice(0, size / 10);
      return [
        `before and in a list in English: ${JSON.stringify(piece)}`,
        `${much}\n\n${inEnglish[1]!.replace('hourly', much)}`,
      ];
    }),
    ['white space', fill(' ')],
    ['NBSP and letters', fill('\u00a0a')],
    ['empty lines', fill('\n')],
    ['form feeds and page numbers', fill('\f- 1 -\n合作\n')],
    ['running heads', fill('\f合作文件\n合作。\n')],
    // Half as much, as lines of a word or two are: what is looked for is growth with the square.
    ...[
      '7\n',
      '“',
      '政府',
      '甲市人民政府與',
      '甲市人民政府和乙市人民政府',
      '甲市人民政府\n',
      '甲市人民政府    乙市人民政府\n市長    市長\n',
      '第一',
      '第一次',
      '甲乙合作會議第',
      '由甲和',
      '由甲和乙保存',
      '在',
      '在甲舉行',
      '市長',
      '市長王大明率領',
      '2023年',
      '2023年5月11日',
      '2023年5月11日\n',
      '二〇二五',
      '（(',
      '簽署',
      '簽署四份',
      '四個',
      '暨',
      '備忘錄\n',
      '附件\n',
      'a. b - ',
    ].map((piece): [string, string] => [
      `before the list: ${JSON.stringify(piece)}`,
      before(fill(piece).slice(0, size / 2)),
    ]),
  ])(
    '%s',
    (_, text) => {
      // A pattern that backtracks badly would need hours; how many milliseconds it takes is for a benchmark to say.
      expect(parseMemorandum(text)).toHaveProperty('ok');
    },
    30_000,
  );
});
