import { parseMemorandum } from './parse.js';

const TRADITIONAL = [
  '臨川大澤合作會議第三次會議',
  '合作備忘錄',
  '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
  '一、金融',
  '1. 推動兩地銀行合作設立聯合貸款窗口。',
  '2. 支持兩地企業互訪。',
  '二、教育',
  '1. 支持兩地中學結為姊妹學校，開展交流。',
  '2. 合辦教師培訓。',
];
const SIMPLIFIED = [
  '临川大泽合作会议第三次会议',
  '合作备忘录',
  '临川省人民政府与大泽市人民政府于2024年5月6日在大泽市举行临川大泽合作会议第三次会议。',
  '一、金融',
  '1. 推动两地银行合作设立联合贷款窗口。',
  '2. 支持两地企业互访。',
  '二、教育',
  '1. 支持两地中学结为姊妹学校，开展交流。',
  '2. 合办教师培训。',
];
const ENGLISH = [
  'Third Meeting of the Linchuan-Daze Co-operation Conference',
  'Memorandum of Co-operation',
  "The People's Government of Linchuan Province and the People's Government of Daze held the Third Meeting of the Linchuan-Daze Co-operation Conference in Daze on 6 May 2024.",
  'I. Finance',
  '1. To promote a joint loan window of the banks of both places.',
  '2. To support visits by enterprises.',
  'II. Education',
  '1. To support sister schools.',
  '2. To train teachers together.',
];
const DOCUMENTS = [
  '雙方簽署了以下合作文件：',
  '（一）《臨川省教育廳與大澤市教育局關於姊妹學校的合作協議》；及',
  '（二）《臨川省衞生廳與大澤市衞生局關於護士培訓的合作協議》。',
];

const inTurn = (one: string[], other: string[]): string[] =>
  one.flatMap((line, index) => [line, '', other[index]!, '']);
const REGISTER = [
  ['金融', '推動兩地銀行合作設立聯合貸款窗口。', '支持兩地企業互訪。'],
  ['教育', '支持兩地中學結為姊妹學校，開展交流。', '合辦教師培訓。'],
];

test.each<[string, string[], number]>([
  ['English after it', [...TRADITIONAL, '', ...ENGLISH], 0],
  ['English before it', [...ENGLISH, '', ...TRADITIONAL], 0],
  ['English paragraph by paragraph', inTurn(TRADITIONAL, ENGLISH), 0],
  ['English paragraph by paragraph, English first', inTurn(ENGLISH, TRADITIONAL), 0],
  ['English after it, and documents after that', [...TRADITIONAL, '', ...ENGLISH, '', ...DOCUMENTS], 2],
  ['Simplified after it', [...TRADITIONAL, '', ...SIMPLIFIED], 0],
  ['Simplified after it, and documents after that', [...TRADITIONAL, '', ...SIMPLIFIED, '', ...DOCUMENTS], 2],
  ['Simplified and English after it', [...TRADITIONAL, '', ...SIMPLIFIED, '', ...ENGLISH], 0],
])('a text with its other version is read once: %s', (_, lines, documents) => {
  const source = lines.join('\n');
  const result = parseMemorandum(source);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  const { areas, signedDocuments, leftOut, warnings, meeting } = result.draft;
  const register = areas.map(({ title, measures }) => [title, ...measures.map(({ text }) => text)]);
  const inEnglish = [
    ['Finance', ENGLISH[4]!.slice(3), ENGLISH[5]!.slice(3)],
    ['Education', ENGLISH[7]!.slice(3), ENGLISH[8]!.slice(3)],
  ];
  expect([REGISTER, inEnglish]).toContainEqual(register);
  expect(signedDocuments).toHaveLength(documents + 1);
  expect(meeting).toMatchObject({ ordinal: 3, date: '2024-05-06' });
  expect(warnings.map(({ code }) => code)).toEqual(['translation_left_out']);
  const left = leftOut.filter(({ reason }) => reason === 'translation');
  const letters = left.reduce((sum, { range }) => sum + range[1] - range[0], 0);
  expect(letters).toBeGreaterThan(TRADITIONAL.join('').length * 0.9);
});

test('a text of one language is read as it is', () => {
  for (const lines of [TRADITIONAL, SIMPLIFIED, ENGLISH]) {
    const result = parseMemorandum(lines.join('\n'));
    expect(result.ok && result.draft.warnings).toEqual([]);
  }
});

test('headings in both languages over measures in each in turn stay with the version that comes first', () => {
  const result = parseMemorandum(`東西合作會議第三次會議合作備忘錄
Memorandum of the Third Meeting of the East-West Co-operation Conference

東城市人民政府與西嶺市人民政府於2026年5月11日在西嶺舉行東西合作會議第三次會議。
The two sides held the Third Meeting in Sailing on 11 May 2026.

一、金融 Financial services

1. 加強兩地監管交流。
1. Strengthen regulatory exchange between the two places.

2. 支持企業上市。
2. Support enterprises in listing.

二、旅遊 Tourism

1. 聯合推廣旅遊線路。
1. Jointly promote tourism routes.
`);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  expect(
    result.draft.areas.map(({ title, measures }) => [title, ...measures.map(({ text }) => text)]),
  ).toEqual([
    ['金融 Financial services', '加強兩地監管交流。', '支持企業上市。'],
    ['旅遊 Tourism', '聯合推廣旅遊線路。'],
  ]);
});
