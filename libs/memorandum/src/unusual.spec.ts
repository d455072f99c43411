import type { Draft } from '#contracts/draft';
import { faults } from '#contracts/draft-account';
import { parseMemorandum } from './parse.js';

function parsed(text: string): Draft {
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  expect(faults(text, result.draft)).toEqual([]);
  return result.draft;
}

const register = ({ areas }: Draft) => areas.map(({ title, measures }) => [title, measures.length]);
const documents = ({ signedDocuments }: Draft) =>
  signedDocuments.map(({ title, parties }) => [title, parties]);
const warned = ({ warnings }: Draft) => warnings.map(({ code }) => code);

test('areas in brackets on the line of their measure, told by who attended, the day asked for', () => {
  const draft = parsed(`東西攜手拓三領域
記者 某某 東城報道

東西合作會議第八次會議昨天上午在東城召開。會議由東城市委書記陳大文、西嶺省省長李小明共同主持，雙方簽署《東西合作會議第八次會議合作備忘錄》。

【金融科技】支持兩地電子支付互通。
【文化創意】共建博物館聯展平台。
【青年交流】每年選派二百名青年互訪。

▲昨日，東西合作會議第八次會議在東城舉行。 通訊社
`);
  expect(draft.meeting).toMatchObject({ ordinal: 8, date: null, place: '東城', sides: ['東城市', '西嶺省'] });
  expect(register(draft)).toEqual([
    ['金融科技', 1],
    ['文化創意', 1],
    ['青年交流', 1],
  ]);
  expect(warned(draft)).toEqual(['date_relative']);
});

test('a web page of a paper that counts with 一要, and who came', () => {
  const draft = parsed(`东西合作座谈会
2031-06-12 来源：东城日报

6月11日，东西合作会议第六次会议在东城举行。东城市市长陈大文与西岭特别行政区行政长官李小明出席会议并致辞。

会议指出，双方合作成果丰硕。会议确定，下一步重点推进以下工作：

一要深化金融合作。支持企业上市，推动绿色金融标准互认。
二要深化科技合作。共建联合实验室。
三要深化人文交流。支持文物展出。

会前，双方签署了《东西金融合作备忘录》等12份合作文件。
`);
  expect(draft.meeting).toMatchObject({
    ...{ ordinal: 6, date: '2031-06-11', place: '东城', sides: ['东城市', '西岭特别行政区'] },
    declared: { documents: 12 },
  });
  expect(draft.areas[0]!.measures.map(({ text }) => text.slice(0, 8))).toEqual([
    '深化金融合作。支',
    '深化科技合作。共',
    '深化人文交流。支',
  ]);
  expect(warned(draft)).toEqual(['areas_missing', 'declared_differs']);
});

test('what is signed beside the memorandum is of those who sign it, and is no measure', () => {
  const draft = parsed(`東西合作會議第五次會議在東城舉行

　　東西合作會議第五次會議今日（六月十八日）在東城舉行，由西嶺省副省長陳大文與東城特區政府政務司司長李小明共同主持。

　　會議就以下兩個領域達成共識：

一、經貿
　　支持企業善用東城平台「出海」。
二、文化
　　推動文物再度來展。

　　會後，西嶺省商務廳廳長徐一平與東城貿易發展局總裁方二安簽署《東西經貿合作備忘錄》，西嶺省教育廳與東城教育局簽署《東西教育交流協議》。雙方將於年內簽署《東西旅遊協議》。

２０３１年６月１８日（星期三）
`);
  expect(register(draft)).toEqual([
    ['經貿', 1],
    ['文化', 1],
  ]);
  expect(draft.meeting.signatories).toEqual([]);
  expect(documents(draft)).toEqual([
    ['東西經貿合作備忘錄', ['西嶺省商務廳', '東城貿易發展局']],
    ['東西教育交流協議', ['西嶺省教育廳', '東城教育局']],
  ]);
  expect(warned(draft)).toEqual([]);
});

test('two leaders before one 率領, documents of which the title stands after who signed', () => {
  const draft = parsed(`東西合作會議第二次會議今日舉行

　　西嶺省省長陳大文和行政長官李小明今日（五月六日）率領西嶺省政府和東城特別行政區政府代表團，在東城舉行東西合作會議第二次會議。

　　雙方同意在下列範疇深化合作：

經貿投資
----
　　支持企業在東城設立區域總部。

數字經濟
----
　　推動兩地人工智能企業合作。

　　雙方簽署了兩份合作文件，包括：
（一）西嶺大學與東城科技大學聯合實驗室協議；及
（二）《青年交流合作框架（2031–2033）》。

完
２０３１年５月６日（星期二）
`);
  expect(draft.meeting).toMatchObject({
    ...{ date: '2031-05-06', sides: ['西嶺省政府', '東城特別行政區政府'] },
    headsOfDelegation: [
      { side: '西嶺省政府', post: '西嶺省省長', name: '陳大文' },
      { side: '東城特別行政區政府', post: '行政長官', name: '李小明' },
    ],
  });
  expect(documents(draft)).toEqual([
    ['西嶺大學與東城科技大學聯合實驗室協議', ['西嶺大學', '東城科技大學']],
    ['青年交流合作框架（2031–2033）', []],
  ]);
});

test('an arrangement without a meeting, dated 廿七日 where it was signed', () => {
  const draft = parsed(`東城特別行政區政府與南島省人民政府
關於加強合作的安排

　　為加強合作，雙方議定：

一、自由貿易港
（1）支持東城企業參與建設；
（2）推動離岸貿易交流。
二、旅遊
（1）推動郵輪旅遊。

二〇三一年三月廿七日訂於海城

東城特別行政區政府　　　　　　南島省人民政府
政制事務局局長　　　　　　　　外事辦公室主任
`);
  expect(draft.meeting).toMatchObject({ date: '2031-03-27', place: '海城', title: '關於加強合作的安排' });
  expect(register(draft)).toEqual([
    ['自由貿易港', 2],
    ['旅遊', 1],
  ]);
});

test('decimals against their words, the first of several days, minutes of a meeting of a mechanism', () => {
  const draft = parsed(`东西合作会议第二次会议纪要

东城市人民政府与西岭市人民政府于２０３１年９月３－５日在西岭市召开东西合作会议第二次会议，同意如下：

1.经贸投资
1.1支持企业上市融资。
1.2共同举办峰会。
2.科技创新
2.1推动高校共建联合实验室。
`);
  expect(draft.meeting).toMatchObject({ title: '东西合作会议第二次会议', date: '2031-09-03' });
  expect(draft.areas.flatMap(({ measures }) => measures.map(({ text }) => text))).toEqual([
    '支持企业上市融资。',
    '共同举办峰会。',
    '推动高校共建联合实验室。',
  ]);
});

test('headings underlined, with numbers below them that begin anew', () => {
  const draft = parsed(`東西合作會議首次會議
========================

東城市人民政府與西嶺省人民政府於2031年3月27日在西嶺舉行東西合作會議首次會議，確定合作範疇如下：

自貿港建設
==========
(1) 支持專業人士在自貿港執業；
(2) 推動離岸貿易合作。

海洋經濟
==========
(1) 合作發展海洋科技；
(2) 研究建立漁業合作機制。
`);
  expect(draft.areas.map(({ title, measures }) => [title, measures.map(({ ordinal }) => ordinal)])).toEqual([
    ['自貿港建設', [1, 2]],
    ['海洋經濟', [1, 2]],
  ]);
});

test('a meeting of a year, which says for which time in no word', () => {
  const draft = parsed(`2031年東西合作會議議定事項

東城市人民政府與西嶺市人民政府於2031年12月6日在西嶺市舉行東西合作會議。

金融合作：
　• 支持企業發行綠色債券
　• 合辦金融論壇
科技合作：
　• 共建聯合實驗室
`);
  expect(draft.meeting.mechanism).toBe('東西合作會議');
  expect(register(draft)).toEqual([
    ['金融合作', 2],
    ['科技合作', 1],
  ]);
  expect(warned(draft)).toEqual(['ordinal_missing']);
});

test('rows of a table with a number of another kind are headings; each side has its column of units', () => {
  const draft = parsed(
    [
      '项目序号\t合作事项\t牵头部门（东）\t西方责任单位\t进展',
      '一\t金融',
      '1\t支持企业上市\t市金融办\t财库局\t已完成',
      '2\t举办金融论坛\t市金融办\t财库局\t推进中',
      '二\t文化',
      '1\t互办文化周\t市文旅局\t文体旅局\t未启动',
    ].join('\n'),
  );
  expect(register(draft)).toEqual([
    ['金融', 2],
    ['文化', 1],
  ]);
  expect(draft.table!.columns).toEqual(['number', 'measure', 'lead', 'lead', 'status']);
});

test('companies that meet for a third time are no two governments', () => {
  const result = parseMemorandum(`東西企業聯誼會第三次會議紀要

甲科技有限公司與乙貿易集團於2031年3月1日在西嶺舉行第三次合作會議，雙方同意：
一、採購
1. 甲公司每月採購零件一千件。
2. 乙集團負責運輸。
二、付款
1. 貨到三十日內付款。
2. 逾期付款須付利息。
`);
  expect(result.ok).toBe(false);
});

test('an agreement in English with its title on several lines, and signatures in narrow columns', () => {
  const draft = parsed(`MEMORANDUM OF UNDERSTANDING
BETWEEN
THE GOVERNMENT OF THE PORTLAND SPECIAL REGION
AND
THE PEOPLE'S GOVERNMENT OF RIVERTON PROVINCE
ON STRENGTHENING CO-OPERATION

The two sides, following the Third Meeting of the Riverton-Portland Co-operation Conference held in Portland on 3-5 September 2031, have reached the following understanding:

Article 1 Trade
1. The two sides shall encourage enterprises to set up headquarters.
2. The two sides shall co-host a fair every year.

Article 2 Tourism
1. The two sides shall share information on market supervision.

Article 3 Entry into force
This Memorandum shall come into effect upon signature.

For the Government of the                 For the People's Government of
Portland Special Region                   Riverton Province
Secretary for Administration              Vice-Governor
Chan Sio                                  Lin Da
`);
  expect(draft.meeting).toMatchObject({
    ...{ date: '2031-09-03', ordinal: 3 },
    sides: ['Government of the Portland Special Region', "People's Government of Riverton Province"],
  });
  expect(draft.meeting.signatories.map(({ name }) => name)).toEqual(['Chan Sio', 'Lin Da']);
  expect(draft.signedDocuments[0]!.title).toMatch(/^MEMORANDUM OF .* ON STRENGTHENING CO-OPERATION$/);
});

test('numbered paragraphs of a communiqué round a list are none of its sub-items', () => {
  const draft = parsed(`Joint Communiqué
of the Second Meeting of the Riverton-Portland Co-operation Joint Committee

Portland, 3 September 2031

1. At the invitation of the Chief Executive of Portland, the Governor of Riverton visited the city on 3 September 2031.

2. The two sides agreed on the following:

Finance:
• Support the issuance of bonds.
• Share information on money laundering.

Health:
• Set up a referral mechanism for patients.

3. The two sides signed the Framework Agreement on Health Co-operation.
`);
  expect(draft.meeting).toMatchObject({ place: 'Portland', date: '2031-09-03' });
  expect(draft.areas.map(({ title, measures }) => [title, measures.map(({ text }) => text.length)])).toEqual([
    ['Finance', [30, 38]],
    ['Health', [41]],
  ]);
  expect(documents(draft).map(([title]) => title)).toEqual(['Framework Agreement on Health Co-operation']);
});

test('an agency that sets areas off by dashes, its byline no part of the name of the meeting', () => {
  const draft =
    parsed(`通讯社东城3月21日电（记者某某）东西合作联席会议第二十七次会议21日在东城举行。西岭省省长陈大文、东城特区行政长官李小明共同主持会议。

会议提出，双方将重点推进以下合作：

——科技创新。推进园区建设，支持两地高校共建实验室。
——金融服务。优化跨境理财，研究扩大债券互通。

（责任编辑：某某）
2031-03-21 16:20
`);
  expect(draft.meeting).toMatchObject({ mechanism: '东西合作联席会议', ordinal: 27, date: '2031-03-21' });
  expect(register(draft)).toEqual([
    ['科技创新', 1],
    ['金融服务', 1],
  ]);
});

test('a paper that quotes what was signed long ago is not asked for its own day', () => {
  const draft = parsed(`東西再深化

【本報訊】記者昨日獲悉，東城市人民政府與西嶺特別行政區政府早前簽署的《東西合作會議第二次會議合作備忘錄》列明以下範疇的合作措施：

一、口岸
延長口岸通關時間。
推動「一站式」查驗。
二、旅遊
開發大橋旅遊線路。

市商務局局長昨日在記者會上表示，將盡快落實。
`);
  expect(draft.meeting).toMatchObject({ mechanism: '東西合作會議', ordinal: 2, date: null });
  expect(warned(draft)).toEqual(['date_missing', 'place_missing']);
});

test('a headline that says that something is signed is the title of nothing', () => {
  const draft = parsed(`東西合作會議簽備忘錄

東城市人民政府與西嶺特別行政區政府於2031年5月8日在東城舉行東西合作會議第二次會議，介紹了以下合作領域：

*經貿
-支持企業參加展會
-合辦論壇
*中醫藥
-共建實驗室
`);
  expect(draft.meeting.title).toBe('東西合作會議第二次會議');
  expect(draft.signedDocuments).toEqual([]);
  expect(register(draft)).toEqual([
    ['經貿', 2],
    ['中醫藥', 1],
  ]);
});

test('headings of columns in two languages', () => {
  const draft = parsed(
    [
      'Item\t範疇 Area\t措施 Measure\t主責部門（東方）\t主責部門（西方）\t完成時間 Target',
      '1\t創科 I&T\t推動園區建設\t省科技廳\t創科局\t2032年底',
      '2\t醫療 Health\t擴大醫療券\t省衞健委\t醫務局\t持續',
    ].join('\n'),
  );
  expect(draft.table!.columns).toEqual(['number', 'area', 'measure', 'lead', 'lead', 'deadline']);
});
