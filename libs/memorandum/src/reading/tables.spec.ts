import { faults } from '#contracts/draft-account';
import type { Draft, TableColumn } from '#contracts/draft';
import { writeXlsx } from 'hucre/xlsx';
import { parseMemorandum } from '../parse.js';
import { readText } from './read-text.js';

type Cells = (string | number | null)[][];

const csv = (rows: Cells, delimiter = ','): Uint8Array =>
  Buffer.from(
    rows
      .map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(delimiter))
      .join('\r\n'),
  );
const xlsx = (...sheets: Cells[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map((rows, at) => ({ name: `第${at + 1}頁`, rows })) });

async function read(content: Uint8Array, columns?: (TableColumn | null)[]) {
  const { kind, text } = await readText(content, { fileName: columns ? 'a.tsv' : 'a' });
  const result = parseMemorandum(text, { columns: columns ?? null });
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  expect(faults(text, result.draft)).toEqual([]);
  return { kind, text, draft: result.draft };
}

const register = ({ areas }: Draft) =>
  areas.map(({ ordinal, title, measures }) => [
    `${ordinal} ${title}`,
    ...measures.map((measure) => `${measure.ordinal} ${measure.text}`),
  ]);

const expected = [
  ['1 金融', '1 支持兩地銀行互設分行。', '2 定期會晤，交換意見。'],
  ['2 教育', '1 鼓勵學校結為姊妹學校。'],
];

const hant: Cells = [
  ['湘港合作會議第三次會議合作措施', null, null, null, null],
  [null, null, null, null, null],
  ['序號', '合作範疇', '合作措施', '牽頭部門', '完成時間'],
  [1, '金融', '支持兩地銀行互設分行。', '財經事務及庫務局', '2025年底'],
  [2, null, '定期會晤，\n交換意見。', null, '持續'],
  [1, '教育', '鼓勵學校結為姊妹學校。', '教育局', null],
];

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['CSV', () => csv(hant), 'csv'],
  ['CSV with semicolons', () => csv(hant, ';'), 'csv'],
  ['tabs', () => csv(hant, '\t'), 'csv'],
  ['XLSX', () => xlsx(hant), 'xlsx'],
])('a table as %s is a register, every word accounted for', async (_, make, kind) => {
  const { draft, ...result } = await read(await make());
  expect(result.kind).toBe(kind);
  expect(register(draft)).toEqual(expected);
  expect(draft.table).toEqual({
    header: ['序號', '合作範疇', '合作措施', '牽頭部門', '完成時間'],
    columns: ['number', 'area', 'measure', 'lead', 'deadline'],
  });
  expect(draft.meeting).toMatchObject({ mechanism: '湘港合作會議', ordinal: 3 });
});

test.each<[string, Cells, (string | null)[]]>([
  [
    'Simplified',
    [['编号', '领域', '合作事项', '责任单位', '进展情况']],
    ['number', 'area', 'measure', 'lead', 'status'],
  ],
  [
    'English',
    [['No.', 'Area', 'Measure', 'Lead department', 'Target date', 'Remarks']],
    ['number', 'area', 'measure', 'lead', 'deadline', null],
  ],
  ['with two that could be measures', [['範疇', '項目', '具體措施（港方）']], ['area', null, 'measure']],
])('columns are known by their headings: %s', async (_, header, columns) => {
  const rows = header[0]!.map((_cell, at) => (columns[at] === 'measure' ? '支持合作。' : 'x'));
  const { draft } = await read(csv([...header, rows]));
  expect(draft.table?.columns).toEqual(columns);
});

test('areas may stand alone in their rows, and the heading come again on another sheet', async () => {
  const header = ['編號', '措施', '狀態'];
  const content = await xlsx(
    [header, ['一、金融', null, null], [1, '支持合作。', '進行中'], [2, '探討合作。', null]],
    [header, ['二、教育', null, null], [1, '鼓勵互訪。', null]],
  );
  const { draft } = await read(content);
  expect(register(draft).filter((area) => area.length > 1)).toEqual([
    ['1 金融', '1 支持合作。', '2 探討合作。'],
    ['2 教育', '1 鼓勵互訪。'],
  ]);
});

test('a person says what the columns of a table without a heading hold', async () => {
  const content = csv(
    [
      ['金融', '支持合作。'],
      ['教育', '鼓勵互訪。'],
    ],
    '\t',
  );
  const { draft } = await read(content, ['area', 'measure']);
  expect(register(draft)).toEqual([
    ['1 金融', '1 支持合作。'],
    ['2 教育', '1 鼓勵互訪。'],
  ]);
});

test('a table of something else is refused, with what was looked for', async () => {
  const { text } = await readText(
    csv(
      [
        ['姓名', '電話'],
        ['陳大文', '2345 6789'],
      ],
      '\t',
    ),
  );
  expect(parseMemorandum(text)).toMatchObject({
    ok: false,
    lookedFor: expect.arrayContaining([{ what: 'table_header', found: false }]) as object,
  });
});
