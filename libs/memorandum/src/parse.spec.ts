import type { Draft } from '#contracts/draft';
import { normalise } from './normalise.js';
import { parseMemorandum } from './parse.js';
import { han, set, type Setting, simplified, type Specimen, traditional } from './specimen.js';

function read(text: string): Draft {
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  return result.draft;
}

const register = (draft: Draft): unknown =>
  draft.areas.map(({ title, measures }) => ({ title, measures: measures.map(({ text }) => text) }));

const codes = (draft: Draft): string[] => draft.warnings.map(({ code }) => code);

const plain: Setting = { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` };

const settings: [string, Setting][] = [
  ['one paragraph a line', plain],
  ['no space after the number', { area: (n) => `${han(n)}、`, measure: (n) => `${n}.` }],
  ['full-width stops', { area: (n) => `${han(n)}．`, measure: (n) => `${n}．` }],
  [
    'full-width figures',
    { area: (n) => `${han(n)}、`, measure: (n) => `${String.fromCharCode(0xff10 + n)}、` },
  ],
  ['figures and a comma', { area: (n) => `${han(n)}、 `, measure: (n) => `${n}、` }],
  ['Han in brackets', { area: (n) => `${han(n)}、`, measure: (n) => `（${han(n)}）` }],
  ['half-width brackets', { area: (n) => `${han(n)}、`, measure: (n) => `(${han(n)}) ` }],
  ['figures in brackets', { area: (n) => `（${han(n)}）`, measure: (n) => `(${n}) ` }],
  ['figures in full-width brackets', { area: (n) => `${n}. `, measure: (n) => `（${n}）` }],
  ['figures with the figure of their area', { area: (n) => `${n}. `, measure: (n) => `1.${n} ` }],
  ['circles', { area: (n) => `${han(n)}、`, measure: (n) => String.fromCharCode(0x245f + n) }],
  ['articles', { area: (n) => `第${han(n)}部分 `, measure: (n) => `${n}. ` }],
  ['wrapped', { ...plain, wrap: 26 }],
  ['wrapped narrowly', { ...plain, wrap: 19 }],
  ['wrapped, indented', { ...plain, wrap: 30, indent: '　　' }],
  ['wrapped, indented by NBSP', { ...plain, wrap: 30, indent: '\u00a0 \u00a0 ' }],
  ['wrapped, a line between lines', { ...plain, wrap: 26, lineEnd: ' \n\n', paragraphEnd: ' \n \n\n' }],
  ['CRLF', { ...plain, wrap: 26, lineEnd: '\r\n', paragraphEnd: '\r\n\r\n' }],
  ['an empty line between paragraphs', { ...plain, wrap: 24, paragraphEnd: '\n\n' }],
  ['an NBSP between paragraphs', { ...plain, paragraphEnd: '\n\u00a0\n' }],
  ['page numbers', { ...plain, wrap: 26, page: { every: 11, mark: (page) => `- ${page} -` } }],
  [
    'bare page numbers and form feeds',
    { ...plain, wrap: 26, page: { every: 9, mark: (page) => `${page}\n\f` } },
  ],
  [
    'form feeds and a running head',
    { ...plain, wrap: 26, page: { every: 8, mark: () => `\f合作會議文件  內部編號 17` } },
  ],
  ['第N頁', { ...plain, wrap: 22, page: { every: 12, mark: (page) => `\n第${page}頁，共9頁\n` } }],
];

describe.each<[string, Specimen]>([
  ['Traditional', traditional],
  ['Simplified', simplified],
])('a memorandum in %s', (_, specimen) => {
  test.each(settings)('is read: %s', (_name, setting) => {
    const draft = read(set(specimen, setting));
    expect(register(draft)).toEqual(specimen.areas);
    expect(codes(draft)).toEqual([]);
    expect(draft.areas.map(({ ordinal }) => ordinal)).toEqual(specimen.areas.map((_area, i) => i + 1));
    for (const { measures } of draft.areas) {
      expect(measures.map(({ ordinal }) => ordinal)).toEqual(measures.map((_measure, i) => i + 1));
    }
  });

  test.each(settings)('gives the meeting: %s', (_name, setting) => {
    const text = set(specimen, setting);
    const { meeting, signedDocuments } = read(text);
    if (specimen === traditional) {
      expect(meeting).toEqual({
        title: '湘港高層會晤暨湘港合作會議第十二次會議',
        mechanism: '湘港合作會議',
        ordinal: 12,
        date: '2025-04-24',
        place: '湖南省長沙市',
        sides: ['湖南省人民政府', '香港特別行政區政府'],
        headsOfDelegation: [
          { side: '湖南省人民政府', post: '湖南省省長', name: '陳大文' },
          { side: '香港特別行政區政府', post: '香港特別行政區行政長官', name: '李小明' },
        ],
        signatories: [
          { side: '湖南省人民政府', post: '副省長', name: null },
          { side: '香港特別行政區政府', post: '政務司司長', name: null },
        ],
        custodians: ['湖南省人民政府港澳事務辦公室', '香港特別行政區政府政制及內地事務局'],
        declared: { areas: 4, measures: null, documents: null },
      });
      expect(signedDocuments).toMatchObject([
        { ordinal: 1, title: '湘港高層會晤暨湘港合作會議第十二次會議備忘錄', parties: meeting.sides },
      ]);
    } else {
      expect(meeting).toEqual({
        title: '辽港合作会议第二次会议',
        mechanism: '辽港合作会议',
        ordinal: 2,
        date: '2024-09-05',
        place: '香港',
        sides: ['香港特别行政区政府', '辽宁省人民政府'],
        headsOfDelegation: [
          { side: '香港特别行政区政府', post: '香港特别行政区行政长官', name: '李小明' },
          { side: '辽宁省人民政府', post: '辽宁省省长', name: '陈大文' },
        ],
        signatories: [
          { side: '香港特别行政区政府', post: '政务司司长', name: '陈一心' },
          { side: '辽宁省人民政府', post: '副省长', name: '欧阳文' },
        ],
        custodians: ['香港特别行政区政府政制及内地事务局', '辽宁省发展和改革委员会'],
        declared: { areas: 3, measures: 7, documents: null },
      });
    }
  });
});

describe('what conversion does to a text', () => {
  const text = set(traditional, plain);

  test.each([
    [
      'a heading glued to the last sentence',
      (t: string) => t.replace('每年互訪一次。\n', '每年互訪一次。 ').replace('\n二、教育', ' 二、教育'),
    ],
    ['a number glued to the sentence before', (t: string) => t.replace(/\n2\. /g, '2. ')],
    ['a first number glued to its heading', (t: string) => t.replace(/\n1\. /g, ' 1. ')],
    ['numbers on lines of their own', (t: string) => t.replace(/^(\d)\. /gm, '$1.\n')],
    ['everything glued', (t: string) => t.replace(/\n(?=[二三四]、|\d\. )/g, ' ')],
    [
      'a title set in spaced characters',
      (t: string) => t.replace('備忘錄\n', '備 忘 錄\n').replace('物流\n', '物 流\n'),
    ],
    [
      'a table of contents',
      (t: string) => t.replace('為增進', `一、金融服務和“走出去”\n二、教育\n三、物流\n四、青年發展\n為增進`),
    ],
  ])('is undone: %s', (_, mangle) => {
    const draft = read(mangle(text));
    expect(register(draft)).toEqual(traditional.areas);
    expect(draft.meeting).toEqual(read(text).meeting);
    expect(codes(draft)).toEqual([]);
  });

  test('a heading too long for its line is one heading', () => {
    const long = { ...traditional, areas: structuredClone(traditional.areas) };
    long.areas[2]!.title = '物流、航空、航運以及長江中游地區與大灣區之間的多式聯運和口岸建設';
    const wrapped = set(long, { ...plain, wrap: 26 }).replace('大灣區之間', '大灣區\n之間');
    expect(register(read(wrapped))).toEqual(long.areas);
  });

  test('sub-items stay in their measure', () => {
    const nested = text.replace(
      '合辦教師培訓班。',
      '合辦三個教師培訓班：\n（1）小學；\n（2）中學；\n（3）職業學校。',
    );
    const draft = read(nested);
    expect(draft.areas[1]!.measures[2]!.text).toBe(
      '合辦三個教師培訓班：（1）小學；（2）中學；（3）職業學校。',
    );
    expect(draft.areas.map(({ measures }) => measures.length)).toEqual([2, 3, 1, 2]);
  });

  test('measures numbered on through all areas keep their numbers', () => {
    let n = 0;
    const draft = read(text.replace(/^\d\. /gm, () => `${++n}. `));
    expect(draft.areas.map(({ measures }) => measures.map(({ ordinal }) => ordinal))).toEqual([
      [1, 2],
      [3, 4, 5],
      [6],
      [7, 8],
    ]);
    expect(codes(draft)).toEqual([]);
  });

  test('a text without its front is read for what it has', () => {
    const draft = read(text.slice(text.indexOf('湘港合作會議第十二次會議具體措施')));
    expect(register(draft)).toEqual(traditional.areas);
    expect(draft.meeting).toMatchObject({ mechanism: '湘港合作會議', ordinal: 12, date: null, sides: [] });
    expect(codes(draft)).toEqual(['date_missing', 'place_missing', 'sides_missing']);
  });

  test('what follows the list is not of the last measure', () => {
    const [head, list] = [text.slice(0, text.indexOf('本備忘錄')), text.slice(text.indexOf('附件'))];
    const back = text.slice(text.indexOf('本備忘錄'), text.indexOf('附件'));
    const draft = read(`${head}${list}\n${back}`);
    expect(register(draft)).toEqual(traditional.areas);
    expect(draft.meeting).toEqual(read(text).meeting);
    expect(draft.leftOut.map(({ reason }) => reason)).toEqual([
      'preamble',
      'annex_label',
      'closing',
      'signature_block',
    ]);
  });
});

describe('warnings', () => {
  const text = set(traditional, plain);
  const warned = (mangled: string) =>
    read(mangled).warnings.map(({ code, params, range }) => ({
      code,
      params,
      words: mangled.slice(...range),
    }));

  test.each<[string, (t: string) => string, { code: string; params?: object; words?: unknown }[]]>([
    [
      'a number left out',
      (t) => t.replace('2. 推動', '4. 推動').replace('3. 合辦', '5. 合辦'),
      [
        {
          code: 'numbering_jump',
          params: { from: 1, to: 4, place: '教育' },
          words: expect.stringMatching(/^4\. 推動/),
        },
      ],
    ],
    [
      'a number twice',
      (t) => t.replace('3. 合辦', '2. 合辦'),
      [{ code: 'numbering_jump', params: { from: 2, to: 2, place: '教育' } }],
    ],
    [
      'an area left out',
      (t) => t.replace('三、物流', '四、物流').replace('四、青年', '五、青年'),
      [{ code: 'numbering_jump', params: { from: 2, to: 4, place: '' }, words: '四、物流' }],
    ],
    [
      'an area without a measure',
      (t) => t.replace(/1\. 在長沙.*\n/, ''),
      [{ code: 'area_without_measure', params: { area: 3, title: '物流' }, words: '物流' }],
    ],
    [
      'an area whose one measure has no number',
      (t) => t.replace('1. 在長沙', '在長沙'),
      [{ code: 'measure_without_number', params: { area: 3 }, words: expect.stringMatching(/^在長沙.*。$/) }],
    ],
    [
      'a number without words',
      (t) => t.replace('3. 合辦教師培訓班。', '3.'),
      [
        { code: 'measure_without_text', params: { area: 2, number: 3 }, words: '3.' },
        { code: 'text_left_out', words: '3.' },
      ],
    ],
    [
      'a paragraph without a number',
      (t) => t.replace('每年互訪一次。', '每年互訪一次。\n經費由學校自籌。'),
      [{ code: 'paragraph_without_number', params: { area: 2, measure: 1 }, words: '經費由學校自籌。' }],
    ],
    [
      'a line that is nothing of the list',
      (t) => t.replace('每年互訪一次。', '每年互訪一次。\n圖片說明'),
      [{ code: 'text_left_out', words: '圖片說明' }],
    ],
    [
      'another number declared',
      (t) => t.replace('四個領域', '十五個領域'),
      [
        {
          code: 'declared_differs',
          params: { what: 'areas', declared: 15, found: 4 },
          words: '等十五個領域',
        },
      ],
    ],
    [
      'a second part that counts from one again',
      (t) => t.replace('三、物流', '第二部分\n一、物流').replace('四、青年', '二、青年'),
      [{ code: 'text_left_out', words: '第二部分' }],
    ],
    [
      'an area out of order',
      (t) => t.replace('四、青年發展', '二、青年發展'),
      [
        {
          code: 'numbering_jump',
          params: { from: 1, to: 1, place: '物流' },
          words: expect.stringMatching(/^1\. 每年/),
        },
        { code: 'declared_differs', params: { what: 'areas', declared: 4, found: 3 } },
        { code: 'text_left_out', words: '二、青年發展' },
      ],
    ],
    ['no date', (t) => t.replace(/二〇二五年四月二十四日/g, '日前'), [{ code: 'date_missing' }]],
    ['an impossible date', (t) => t.replace(/四月二十四日/g, '四月三十一日'), [{ code: 'date_missing' }]],
    ['no ordinal', (t) => t.replace(/第十二次會議/g, ''), [{ code: 'ordinal_missing' }]],
    [
      'something after the list',
      (t) => `${t}\n（責任編輯 某某）`,
      [{ code: 'text_left_out', words: '（責任編輯 某某）' }],
    ],
  ])('%s', (_, mangle, expected) => {
    expect(warned(mangle(text))).toEqual(expected.map((warning) => expect.objectContaining(warning)));
  });

  test('ordinals are unique even where the numbers are not', () => {
    const draft = read(text.replace('3. 合辦', '2. 合辦'));
    expect(draft.areas[1]!.measures.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  });

  test('say what they mean in words', () => {
    const draft = read(text.replace('四個領域', '十五個領域'));
    expect(draft.warnings[0]!.message).toBe('The text declares 15 areas; 4 were found.');
  });
});

describe('a text that is no memorandum is refused', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\n\f\u3000\n'],
    ['a sentence', '今天天氣很好。'],
    ['a recipe', '一、材料\n1. 糖一百克。\n2. 麵粉三百克。\n二、做法\n1. 混合材料。\n2. 放入焗爐。\n'],
    ['a plain list', '合作會議議程\n1. 開場\n2. 報告\n3. 討論\n'],
    ['prose about a meeting', traditional.preamble.join('\n')],
  ])('%s', (_, text) => {
    const result = parseMemorandum(text);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.lookedFor.some(({ found }) => !found || Number(found) < 2)).toBe(true);
  });

  test('with everything that was looked for', () => {
    const result = parseMemorandum('一、材料\n1. 糖一百克。\n2. 麵粉三百克。\n二、做法\n1. 混合材料。\n');
    expect(result).toEqual({
      ok: false,
      lookedFor: [
        { what: 'area_headings', found: 2 },
        { what: 'numbered_measures', found: 3 },
        { what: 'memorandum_title', found: false },
        { what: 'meeting_name', found: false },
        { what: 'two_sides', found: false },
        { what: 'words_of_cooperation', found: false },
        { what: 'paragraph_measures', found: 0 },
      ],
    });
  });
});

test('ranges are of the text as given, CRLF and all', () => {
  const text = set(traditional, { ...plain, wrap: 26, lineEnd: '\r\n', paragraphEnd: '\r\n' });
  for (const { measures, range, marker } of read(text).areas) {
    expect(text.slice(...marker!)).toMatch(/^[一二三四]、$/);
    expect(text.slice(range[0] - 1, range[0])).toBe('、');
    for (const measure of measures) {
      expect(normalise(text.slice(...measure.range))).toBe(measure.text);
      expect(text.slice(...measure.marker!)).toMatch(/^\d\.$/);
    }
  }
});

test('a text of thousands of lines with hardly a word each is refused, whatever stands below them', () => {
  const list =
    '東西合作會議第一次會議備忘錄\n一、金融\n1. 雙方合作。\n2. 雙方交流。\n二、教育\n1. 雙方合作。\n';
  expect(parseMemorandum(list).ok).toBe(true);
  expect(parseMemorandum(`${'7\n'.repeat(2_000)}${list}`).ok).toBe(true);
  expect(parseMemorandum(`${'7\n'.repeat(3_000)}${list}`)).toMatchObject({
    ...{ ok: false, lookedFor: [{ what: 'area_headings', found: 0 }, { what: 'paragraph_measures' }] },
  });
});
