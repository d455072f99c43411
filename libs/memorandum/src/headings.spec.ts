import type { Draft } from '#contracts/draft';
import { parseMemorandum } from './parse.js';

const above = `東西合作會議第五次會議合作備忘錄

二〇二五年十一月六日，東省人民政府與西嶺特別行政區政府在東城舉行東西合作會議第五次會議，雙方同意落實以下合作措施：

`;

function parsed(list: string): Draft {
  const result = parseMemorandum(above + list);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  return result.draft;
}

const register = ({ areas }: Draft) =>
  areas.map(({ title, measures }) => [title, ...measures.map(({ text }) => text)]);

/** The same areas and measures in many ways of writing them. */
const areas: [string, string[]][] = [
  ['經貿金融', ['支持企業在西嶺上市', '合辦東西金融服務洽談會']],
  ['科技創新', ['兩地科學園互設聯絡點', '設立聯合研發基金']],
  ['文化創意', ['雙方博物館互借展品']],
];
const han = ['一', '二', '三'];
const stems = ['甲', '乙', '丙'];
const roman = ['i', 'ii', 'iii'];

type Write = (title: string, area: number, measures: string[], from: number) => string[];

function written(write: Write, apart: string): string {
  let from = 1;
  return areas
    .map(([title, measures], at) => {
      const lines = write(title, at + 1, measures, from);
      from += measures.length;
      return lines.join('\n');
    })
    .join(apart);
}

const numbered = (measures: string[], stop: string) =>
  measures.map((words, i) => `${i + 1}. ${words}${stop}`);

const ways: [string, Write, string, string][] = [
  ['a bare heading, numbers', (t, _, m) => [t, ...numbered(m, '。')], '\n\n', '。'],
  ['a bare heading, numbers, no stops', (t, _, m) => [t, ...numbered(m, '')], '\n\n', ''],
  ['a bare heading, no blank lines', (t, _, m) => [t, ...numbered(m, '。')], '\n', '。'],
  [
    'a bare heading, numbers counted on',
    (t, _, m, from) => [t, ...m.map((words, i) => `${from + i}. ${words}。`)],
    ...(['\n\n', '。'] as const),
  ],
  ['a heading with a colon', (t, _, m) => [`${t}：`, ...m.map((w, i) => `（${han[i]}）${w}；`)], '\n', '；'],
  [
    'a heading in brackets, numbers',
    (t, _, m) => [`【${t}】`, ...m.map((w, i) => `${i + 1}、${w}；`)],
    '\n',
    '；',
  ],
  ['a heading in brackets, bullets', (t, _, m) => [`【${t}】`, ...m.map((w) => `• ${w}`)], '\n\n', ''],
  ['a heading as pasted from a text with marks', (t, _, m) => [`## ${t}`, ...numbered(m, '')], '\n\n', ''],
  ['a bold heading as pasted, bullets', (t, _, m) => [`**${t}**`, ...m.map((w) => `- ${w}`)], '\n\n', ''],
  [
    'a number and a colon, bullets',
    (t, n, m) => [`${han[n - 1]}、${t}：`, ...m.map((w) => `• ${w}`)],
    '\n',
    '',
  ],
  [
    'a number in brackets and a colon, bullets with stops',
    (t, n, m) => [`（${han[n - 1]}）${t}：`, ...m.map((w) => `• ${w}；`)],
    ...(['\n\n', '；'] as const),
  ],
  [
    'a number, and lines with stops below',
    (t, n, m) => [`（${han[n - 1]}）${t}`, ...m.map((w) => `${w}；`)],
    '\n',
    '；',
  ],
  ['decimals without a stop', (t, n, m) => [`${n} ${t}`, ...m.map((w, i) => `${n}.${i + 1} ${w}`)], '\n', ''],
  [
    'words before the numbers',
    (t, n, m, from) => [`領域${han[n - 1]}：${t}`, ...m.map((w, i) => `措施${from + i}：${w}。`)],
    ...(['\n', '。'] as const),
  ],
  [
    'stems and numbers',
    (t, n, m) => [`${stems[n - 1]}、${t}`, ...m.map((w, i) => `${i + 1}. ${w}。`)],
    '\n',
    '。',
  ],
  [
    'letters and small numerals',
    (t, n, m) => [`${'ABC'[n - 1]}. ${t}`, ...m.map((w, i) => `(${roman[i]}) ${w}；`)],
    ...(['\n', '；'] as const),
  ],
  [
    'letters with figures',
    (t, n, m) => [`${'ABC'[n - 1]}. ${t}`, ...m.map((w, i) => `${'ABC'[n - 1]}${i + 1} ${w}`)],
    ...(['\n\n', ''] as const),
  ],
  ['all on one line', (t, n, m) => [`${han[n - 1]}、${t}：${m.join('；')}。`], '\n', ''],
];

test.each(ways)('areas and measures: %s', (_, write, apart, stop) => {
  const draft = parsed(written(write, apart));
  const bare = register(draft).map(([title, ...measures]) => [
    title,
    ...measures.map((words) => words.replace(/[；。]$/, '')),
  ]);
  expect(bare).toEqual(areas.map(([title, measures]) => [title, ...measures]));
  if (stop !== '') expect(draft.areas[0]!.measures[0]!.text).toBe(areas[0]![1][0] + stop);
  expect(draft.warnings.map(({ code }) => code)).toEqual([]);
});
