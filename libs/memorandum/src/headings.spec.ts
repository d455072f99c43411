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
    'numerals as money is written in',
    (t, n, m) => [`${'壹貳參'[n - 1]}、${t}`, ...m.map((w, i) => `${han[i]}、${w}。`)],
    ...(['\n', '。'] as const),
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

test('centred parts, a note below a measure, and the documents signed under a heading of the list', () => {
  const result = parseMemorandum(`東西合作會議第二次會議成果清單

根據2025年9月18日在東城舉行的東西合作會議第二次會議，雙方同意：

　　　　　　　　　　　　　　第一部分　　經濟合作

一、 金融
(1)	加強綠色金融合作，包括：
	(a)	交換標準；及
	(b)	每年舉行研討會。
二、 物流
(2)	研究設立企業服務中心。
　　　註：須視乎可行性研究的結果。

　　　　　　　　　　　　　　第二部分　　社會民生

三、 教育
(3)	擴大姊妹學校計劃。
四、 簽署的合作文件（2份）
1.《東省商務廳與西嶺投資署合作備忘錄》
2.《東省教育廳與西嶺教育局合作協議》
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  const { draft } = result;
  expect(draft.areas.map(({ title, measures }) => [title, measures.length])).toEqual([
    ['金融', 1],
    ['物流', 1],
    ['教育', 1],
  ]);
  expect(draft.signedDocuments.map(({ title }) => title)).toEqual([
    '東省商務廳與西嶺投資署合作備忘錄',
    '東省教育廳與西嶺教育局合作協議',
  ]);
});

test('a title in two languages, with the meeting that is carried out named in the preamble alone', () => {
  const result = parseMemorandum(`合作备忘录 Memorandum of Cooperation

为落实东西合作会议第一次会议精神，东省人民政府和西岭特别行政区政府于2026年3月10日在东城签署本备忘录。
To implement the outcomes of the First East-West Cooperation Conference, the two governments signed this Memorandum in Eastport on 10 March 2026.

一、海洋经济 Marine Economy
1. 共建国际航运中心。
   Jointly build an international shipping centre.
2. 每年办一次海洋科技论坛。
   Hold an annual forum on marine technology.

二、教育 Education
1. 高校联合培养研究生。
   Train postgraduates jointly.
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  const { meeting, areas } = result.draft;
  expect(meeting).toMatchObject({ mechanism: '东西合作会议', ordinal: 1, date: '2026-03-10', place: '东城' });
  expect(areas.map(({ measures }) => measures.length)).toEqual([2, 1]);
});

test('a day and a place in brackets below the title, and the two parties before a colon', () => {
  const result = parseMemorandum(`東西合作會議第一次會議備忘錄
（2026年6月16日於東城）

東省人民政府、西嶺特別行政區政府：

一、經貿往來
（一）每年合辦推介會。
（二）支持企業互設機構。
二、人才培訓
（一）互派公務員考察。
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  expect(result.draft.meeting).toMatchObject({
    ...{ date: '2026-06-16', place: '東城', sides: ['東省人民政府', '西嶺特別行政區政府'] },
  });
});

test('an English list with a word before each number', () => {
  const result =
    parseMemorandum(`The Third Eastport-Westland Co-operation Conference was held in Eastport on 17 September 2025. The two Governments agreed on the following measures:

Area 1: Trade
Measure 1.1 – Organise a joint business mission each year.
Measure 1.2 – Support enterprises in using arbitration.

Area 2: Disaster Preparedness
Measure 2.1 – Exchange monitoring data in real time.
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  expect(
    result.draft.areas.map(({ title, measures }) => [title, ...measures.map(({ text }) => text)]),
  ).toEqual([
    ['Trade', 'Organise a joint business mission each year.', 'Support enterprises in using arbitration.'],
    ['Disaster Preparedness', 'Exchange monitoring data in real time.'],
  ]);
});

test('a newspaper that says how many areas there are, and gives one measure of each', () => {
  const result = parseMemorandum(`東西合作會議召開
昨日，東西合作會議在東城召開，東省政府與西嶺省政府商定在三方面深化合作。

1.金融合作：支持交易所合作；
2.教育合作：辦好東西大學；
3.青年合作：建設創業基地，每年新增一百個實習崗位。

（2025年7月16日《東城日報》）
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  expect(result.draft.areas.map(({ title, measures }) => [title, measures.length])).toEqual([
    ['金融合作', 1],
    ['教育合作', 1],
    ['青年合作', 1],
  ]);
});

test('an agency that counts in words', () => {
  const result = parseMemorandum(`Eastport and Westland agree on closer ties

EASTPORT, May 11 -- The Eastport Municipal Government and the Westland Provincial Government on 11 May 2023 held the first plenary session of the Eastport-Westland Cooperation Conference in Eastport.

Under the memorandum of understanding signed at the meeting, the two sides will:

First, support enterprises in raising funds.

Second, build a logistics corridor.

Third, hold a youth forum every year.

The Mayor said the cooperation would bring new momentum.
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  expect(result.draft.areas.flatMap(({ measures }) => measures.map(({ text }) => text))).toEqual([
    'support enterprises in raising funds.',
    'build a logistics corridor.',
    'hold a youth forum every year.',
  ]);
});

test('an arrangement whose first and last articles speak of itself', () => {
  const result = parseMemorandum(`COOPERATION ARRANGEMENT

between the Government of Eastport and the Government of Westland

1. PURPOSE
1.1 This Arrangement sets out areas in which the Participants will cooperate.

2. TRADE
2.1 The Participants will hold a promotion event each year.
2.2 The Participants will develop standards jointly by 31 December 2027.

3. TOURISM
3.1 The Participants will promote each other as destinations.

4. EFFECT
4.1 This Arrangement is not legally binding.

SIGNED in Eastport on 8 May 2026 in duplicate.
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  const { areas, meeting } = result.draft;
  expect(areas.map(({ title, measures }) => [title, measures.length])).toEqual([
    ['TRADE', 2],
    ['TOURISM', 1],
  ]);
  expect(meeting).toMatchObject({ date: '2026-05-08', place: 'Eastport' });
});

test('a newspaper that counts what is agreed within one sentence', () => {
  const result = parseMemorandum(`东西合作联席会议2025年会议签署合作协议
新华社东城7月8日电 2025年东西合作联席会议8日在东城举行。会议期间，东省人民政府与西岭省人民政府签署了《东西科技创新合作协议》《东西旅游合作备忘录》2份文件。
会议明确，双方将重点推进以下工作：一是加快建设深度合作区，推动政策落地；二是共建极点城市，研究轻轨对接；三是支持举办国际会展活动；四是深化医药产业合作，年内设立联合研究中心。
`);
  if (!result.ok) throw new Error(JSON.stringify(result.lookedFor));
  const { areas, signedDocuments } = result.draft;
  expect(areas.flatMap(({ measures }) => measures.map(({ text }) => text))).toEqual([
    '加快建设深度合作区，推动政策落地；',
    '共建极点城市，研究轻轨对接；',
    '支持举办国际会展活动；',
    '深化医药产业合作，年内设立联合研究中心。',
  ]);
  expect(signedDocuments).toHaveLength(2);
});
