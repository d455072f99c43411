import type { Draft } from '#contracts/draft';
import { faults } from '#contracts/draft-account';
import { parseMemorandum } from './parse.js';

const FRONT = [
  '臨川大澤合作會議第三次會議',
  '合作備忘錄',
  '',
  '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議，雙方同意在以下領域合作：',
  '',
];

function parsed(lines: string[]): Draft {
  const text = [...FRONT, ...lines].join('\n');
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  expect(faults(text, result.draft)).toEqual([]);
  return result.draft;
}

/** Each area with the headings in it and its measures' first words. */
const registerOf = ({ areas }: Draft) =>
  areas.map(({ title, headings = [], measures }) => [
    title,
    headings.map(({ text }) => text),
    measures.map(({ text }) => text.slice(0, 5)),
  ]);

test.each<[string, string[], [string, string[], string[]][]]>([
  [
    'areas with a comma after their figures, measures with a stop',
    [
      ...['1、金融', '1. 支持兩地銀行合作。', '2. 推動保險業互訪。'],
      ...['2、教育', '1. 合辦教師培訓。', '2. 鼓勵中學結為姊妹學校。'],
    ],
    [
      ['金融', [], ['支持兩地銀', '推動保險業']],
      ['教育', [], ['合辦教師培', '鼓勵中學結']],
    ],
  ],
  [
    'areas with a stop after their figures, measures with a comma',
    ['1.金融', '1、支持兩地銀行合作。', '2.教育', '1、合辦教師培訓。', '2、鼓勵中學結為姊妹學校。'],
    [
      ['金融', [], ['支持兩地銀']],
      ['教育', [], ['合辦教師培', '鼓勵中學結']],
    ],
  ],
  [
    'figures written in both ways are still one list',
    [
      '一、金融',
      '1、支持兩地銀行合作。',
      '2.推動保險業互訪。',
      '3、研究綠色債券標準。',
      '二、教育',
      '1. 合辦教師培訓。',
    ],
    [
      ['金融', [], ['支持兩地銀', '推動保險業', '研究綠色債']],
      ['教育', [], ['合辦教師培']],
    ],
  ],
  [
    'parts above areas that are counted on through them',
    [
      ...['第一部分　市場', '一、金融', '1. 支持兩地銀行合作。'],
      ...['二、投資', '1. 合辦投資說明會。'],
      ...['第二部分　民生', '三、教育', '1. 合辦教師培訓。'],
    ],
    [
      ['金融', [], ['支持兩地銀']],
      ['投資', [], ['合辦投資說']],
      ['教育', [], ['合辦教師培']],
    ],
  ],
  [
    'bullets below headings inside the areas',
    [
      ...[
        '一、經貿',
        '（一）金融',
        '• 支持兩地銀行合作。',
        '• 推動保險業互訪。',
        '（二）投資',
        '• 合辦投資說明會。',
      ],
      ...['二、民生', '（一）教育', '• 合辦教師培訓。'],
    ],
    [
      ['經貿', ['金融', '投資'], ['支持兩地銀', '推動保險業', '合辦投資說']],
      ['民生', ['教育'], ['合辦教師培']],
    ],
  ],
  [
    'bullets as headings above numbers',
    ['● 金融', '1. 支持兩地銀行合作。', '2. 推動保險業互訪。', '● 教育', '1. 合辦教師培訓。'],
    [
      ['金融', [], ['支持兩地銀', '推動保險業']],
      ['教育', [], ['合辦教師培']],
    ],
  ],
  [
    'bullets of one kind above bullets of another',
    ['■ 金融', '◆ 支持兩地銀行合作。', '◆ 推動保險業互訪。', '■ 教育', '◆ 合辦教師培訓。'],
    [
      ['金融', [], ['支持兩地銀', '推動保險業']],
      ['教育', [], ['合辦教師培']],
    ],
  ],
  [
    'bullets as headings above free paragraphs',
    [
      '◆ 金融',
      '支持兩地銀行合作。',
      '推動保險業互訪。',
      '◆ 教育',
      '合辦教師培訓。',
      '鼓勵中學結為姊妹學校。',
    ],
    [
      ['金融', [], ['支持兩地銀', '推動保險業']],
      ['教育', [], ['合辦教師培', '鼓勵中學結']],
    ],
  ],
  [
    'measures counted inside the paragraph of their area',
    [
      '一、金融。一是支持兩地銀行合作；二是推動保險業互訪；三是研究綠色債券標準。',
      '二、教育：一是合辦教師培訓；二是鼓勵中學結為姊妹學校。',
    ],
    [
      ['金融', [], ['支持兩地銀', '推動保險業', '研究綠色債']],
      ['教育', [], ['合辦教師培', '鼓勵中學結']],
    ],
  ],
])('%s', (_, lines, register) => {
  const draft = parsed(lines);
  expect(registerOf(draft)).toEqual(register);
  expect(draft.warnings).toEqual([]);
});

test('a part of a text is left out as the heading that it is', () => {
  const { leftOut } = parsed([
    ...['第一篇 市場', '一、金融', '1. 支持兩地銀行合作。', '二、投資', '1. 合辦投資說明會。'],
    ...['第二篇 民生', '三、教育', '1. 合辦教師培訓。'],
  ]);
  expect(leftOut.filter(({ reason }) => reason === 'heading')).toHaveLength(2);
});

test('what a measure counts in its own words are its sub-items', () => {
  const { areas } = parsed([
    '一、金融',
    '1. 加強兩地監管合作。一是互換監管人員；二是每季通報情況；三是合編培訓教材。',
    '2. 支持兩地銀行合作，二是首次提出。',
    '二、教育',
    '1. 合辦教師培訓。',
  ]);
  const [first, second] = areas[0]!.measures;
  expect(first!.parts!.map(({ text }) => text)).toEqual([
    '互換監管人員；',
    '每季通報情況；',
    '合編培訓教材。',
  ]);
  expect(second!.parts).toBeUndefined();
});

test('bullets below a measure that announces them are its sub-items', () => {
  const draft = parsed([
    ...['一、金融', '1. 推動以下機構互訪：', '• 銀行；', '• 保險公司。', '2. 研究綠色債券標準。'],
    ...['二、教育', '1. 合辦教師培訓。'],
  ]);
  const [first, second] = draft.areas[0]!.measures;
  expect(first!.parts!.map(({ text }) => text)).toEqual(['銀行；', '保險公司。']);
  expect(second!.text).toBe('研究綠色債券標準。');
  expect(draft.warnings).toEqual([]);
});

test('a number that stands twice in a list without areas is told', () => {
  const draft = parsed([
    '1. 支持兩地銀行合作。',
    '2. 推動保險業互訪。',
    '2. 合辦教師培訓。',
    '3. 鼓勵中學結為姊妹學校。',
  ]);
  expect(draft.areas[0]!.measures).toHaveLength(4);
  expect(draft.warnings.map(({ code, params }) => [code, params.from, params.to])).toEqual([
    ['areas_missing', undefined, undefined],
    ['numbering_jump', 2, 2],
  ]);
});
