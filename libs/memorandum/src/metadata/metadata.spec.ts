import { toSheet } from '../sheet.js';
import { toParagraphs } from '../paragraphs.js';
import { datesIn } from './dates.js';
import { readDeclared } from './declared.js';
import { type Findings, noFindings } from './findings.js';
import { readOccasion } from './occasion.js';
import { readOffice } from './offices.js';
import { readCustodians, readHeads, readSides } from './parties.js';
import { findSignatures } from './signatures.js';
import { readMeetingName } from './title.js';

function gather(
  text: string,
  ...readers: ((prose: ReturnType<typeof toParagraphs>, found: Findings) => void)[]
): Findings {
  const sheet = toSheet(text);
  const findings = noFindings();
  const prose = toParagraphs(sheet, sheet.lines);
  readers.forEach((reader) => reader(prose, findings));
  return findings;
}

test.each([
  ['於 2023 年 5月 11 日', ['2023-05-11']],
  ['二〇二五年四月二十四日', ['2025-04-24']],
  ['二○二四年十月三十一日', ['2024-10-31']],
  ['二零二五年十二月一號', ['2025-12-01']],
  ['２０２４年９月５日', ['2024-09-05']],
  ['2025-04-24 18:32', ['2025-04-24']],
  ['2025/4/24，2025.4.25', ['2025-04-24', '2025-04-25']],
  ['2024年2月29日', ['2024-02-29']],
  ['2023年2月29日', []],
  ['四月二十四日', []],
  ['今日（25日）', []],
  ['852-2564-0768', []],
])('%s has the dates %j', (text, dates) => {
  expect(datesIn(text).map(({ date }) => date)).toEqual(dates);
});

test.each([
  ['粵港合作聯席會議第二十三次會議', '粵港合作聯席會議', 23, '粵港合作聯席會議第二十三次會議'],
  ['甲乙高層會晤暨甲乙合作會議第一次會議', '甲乙合作會議', 1, '甲乙高層會晤暨甲乙合作會議第一次會議'],
  ['甲乙高层会晤暨「甲乙合作会议」第一次会议', '甲乙合作会议', 1, '甲乙高层会晤暨甲乙合作会议第一次会议'],
  ['甲乙合作會議第 12 次會議', '甲乙合作會議', 12, '甲乙合作會議第12次會議'],
  ['甲乙合作會議第二次全體會議', '甲乙合作會議', 2, '甲乙合作會議第二次全體會議'],
  ['出席第六次甲乙合作會議', '甲乙合作會議', 6, '第六次甲乙合作會議'],
  ['在甲市舉行甲乙合作會議第三次會議，', '甲乙合作會議', 3, '甲乙合作會議第三次會議'],
])('%s names a meeting', (text, mechanism, ordinal, title) => {
  expect(readMeetingName(text)).toMatchObject({ mechanism, ordinal, title });
});

test.each(['第三次', '會議', '自第二次會議以來', '第三次工業革命'])('%s names no meeting', (text) => {
  expect(readMeetingName(text)).toBeNull();
});

test.each([
  ['2025年4月24日在杭州市举行合作会议。', '2025-04-24', '杭州市'],
  ['雙方於二〇二五年四月二十四日於浙江省杭州市召開會議。', '2025-04-24', '浙江省杭州市'],
  ['2019年3月1日簽署安排。2023年5月11日，雙方在重慶市共同舉行會議。', '2023-05-11', '重慶市'],
  ['雙方於2023年5月11日在香港舉行的會議上同意2024年1月1日生效。', '2023-05-11', '香港'],
  ['雙方同意自2024年1月1日起生效。', null, null],
  ['兩市於2021年5月18日以視像方式舉行會議。', '2021-05-18', null],
  ['双方于2025年6月3日在西岭签署本备忘录。', '2025-06-03', '西岭'],
])('%s says when and where', (text, date, place) => {
  const { meeting } = gather(text, (prose, found) => readOccasion(prose, [], [], {}, found));
  expect(meeting).toMatchObject({ date, place });
});

test.each([
  [
    '香港特別行政區政府（以下簡稱“港方”）與浙江省人民政府（以下簡稱“浙方”）同意',
    ['香港特別行政區政府', '浙江省人民政府'],
  ],
  ['為落實共識，經上海市人民政府和香港特別行政區政府協商', ['上海市人民政府', '香港特別行政區政府']],
  ['由广东省人民政府与澳门特别行政区政府签署', ['广东省人民政府', '澳门特别行政区政府']],
  ['中央人民政府支持', []],
])('%s names the sides', (text, sides) => {
  expect(gather(text, (prose, found) => readSides(prose, null, found)).meeting.sides).toEqual(sides);
});

const SIDES = ['廣東省人民政府', '香港特別行政區政府'];

test.each([
  ['會議由廣東省省長王大明和香港特別行政區行政長官李小文共同率領的代表團舉行。'],
  ['會議在廣東省省長王大明與香港特別行政區行政長官李小文率領下舉行。'],
  ['廣東省省長王大明率領的代表團與香港特別行政區行政長官李小文率領的代表團會面。'],
])('%s names the heads of delegation', (text) => {
  const findings = gather(text, (_prose, found) => void (found.meeting.sides = SIDES), readHeads);
  expect(findings.meeting.headsOfDelegation).toEqual([
    { side: SIDES[0], post: '廣東省省長', name: '王大明' },
    { side: SIDES[1], post: '香港特別行政區行政長官', name: '李小文' },
  ]);
});

test.each([
  [
    '分別由廣東省人民政府港澳事務辦公室和香港特別行政區政府政制及內地事務局保存。',
    ['廣東省人民政府港澳事務辦公室', '香港特別行政區政府政制及內地事務局'],
  ],
  [
    '由香港特別行政區政府政制及內地事務局與廣東省發展和改革委員會各自保管。',
    ['香港特別行政區政府政制及內地事務局', '廣東省發展和改革委員會'],
  ],
  ['雙方各執一份。', []],
])('%s names the custodians', (text, custodians) => {
  const findings = gather(text, (_prose, found) => void (found.meeting.sides = SIDES), readCustodians);
  expect(findings.meeting.custodians).toEqual(custodians);
});

test.each([
  ['就以下13個範疇的合作方向達成共識', { areas: 13, measures: null, documents: null }],
  ['在教育等十一個領域深入合作', { areas: 11, measures: null, documents: null }],
  ['確立13項重點合作領域，共51個項目達成共識', { areas: 13, measures: 51, documents: null }],
  ['两地政府部门签署二十份合作文件', { areas: null, measures: null, documents: 20 }],
  ['在四個新興領域的建設，本備忘錄一式四份', { areas: null, measures: null, documents: null }],
  ['演講提到就四個領域的看法', { areas: null, measures: null, documents: null }],
])('%s declares %j', (text, declared) => {
  expect(gather(text, readDeclared).meeting.declared).toEqual(declared);
});

test.each([
  ['副市長（簽字）', { post: '副市長', name: null }],
  ['政務司司長  陳一心', { post: '政務司司長', name: '陳一心' }],
  ['省委書記、省人大常委會主任王大明', { post: '省委書記、省人大常委會主任', name: '王大明' }],
  ['副省长：____', { post: '副省长', name: null }],
  ['自治區主席 艾力·買買提', { post: '自治區主席', name: '艾力·買買提' }],
  ['同意市長率領代表團前往', null],
  ['雙方', null],
])('%s is the office %j', (text, office) => {
  expect(readOffice(text)).toEqual(office);
});

test.each([
  [
    'abreast',
    '甲省人民政府      乙特別行政區政府\n副省長       政務司司長\n王大明       李小文\n2024年9月5日     2024年9月5日',
  ],
  [
    'one below the other',
    '甲省人民政府\n副省長 王大明\n\n乙特別行政區政府\n政務司司長\n李小文\n2024年9月5日',
  ],
  [
    'by parties',
    '甲方：甲省人民政府\n（簽字）\n副省長：王大明\n乙方：乙特別行政區政府\n政務司司長：李小文\n2024年9月5日',
  ],
  [
    'by representatives',
    '甲省人民政府代表：    乙特別行政區政府代表：\n副省長      政務司司長\n王 大 明      李 小 文',
  ],
])('signatures %s', (_, text) => {
  const block = findSignatures(toSheet(text).lines);
  expect(block?.sides.map(({ name }) => name)).toEqual(['甲省人民政府', '乙特別行政區政府']);
  expect(block?.sides.map(({ posts, names }) => posts[0]!.name ?? names[0])).toEqual(['王大明', '李小文']);
  expect(block?.sides.map(({ posts }) => posts[0]!.post)).toEqual(['副省長', '政務司司長']);
});
