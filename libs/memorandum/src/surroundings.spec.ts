import type { Draft } from '#contracts/draft';
import { parseMemorandum } from './parse.js';

function parsed(text: string): Draft {
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  return result.draft;
}

const register = ({ areas }: Draft) => areas.map(({ title, measures }) => [title, measures.length]);
const documents = ({ signedDocuments }: Draft) => signedDocuments.map(({ title }) => title);
const reasons = ({ leftOut }: Draft) => [...new Set(leftOut.map(({ reason }) => reason))];

test('a release that says who chaired the meeting on a day without its year, dated at its end', () => {
  const draft = parsed(`東西合作聯席會議第二十四次會議
新聞公報

　　東城市長今日（三月二十一日）與西嶺省省長在西嶺共同主持東西合作聯席會議第二十四次會議。雙方同意在以下三個方面加強合作：

（一）創新科技
　　雙方將繼續推進園區的建設，研究便利設備通關的措施。
　　雙方同意聯合資助科研項目，並於年底前公布名單。

（二）金融服務
　　兩地監管機構將每年會晤一次。

（三）青年發展
　　兩地將為青年提供實習名額。

　　會後，雙方簽署了以下合作文件：
　　（一）《東西教育合作協議》；
　　（二）《食品安全合作備忘錄》；及
　　（三）《知識產權合作計劃（2024-2025）》。

完
2024年3月21日（星期四）
`);
  expect(draft.meeting).toMatchObject({ ordinal: 24, date: '2024-03-21', place: '西嶺' });
  expect(register(draft)).toEqual([
    ['創新科技', 2],
    ['金融服務', 1],
    ['青年發展', 1],
  ]);
  expect(documents(draft)).toEqual([
    '東西教育合作協議',
    '食品安全合作備忘錄',
    '知識產權合作計劃（2024-2025）',
  ]);
  expect(draft.warnings.map(({ code }) => code)).toEqual(['sides_missing']);
});

test('a memorandum by articles, signed on a day and at a place, whose last articles speak of itself', () => {
  const draft = parsed(`東西合作會議第二次會議合作備忘錄

為落實會議共識，東城市人民政府與西嶺市人民政府於2025年6月3日在西嶺簽署本備忘錄。

第一條　經貿合作
（一）雙方支持企業互設總部；
（二）雙方共同舉辦經貿論壇。

第二條　青年交流
（一）雙方每年組織青年互訪；
（二）雙方互換實習名額。

第三條　其他
本備忘錄自簽署之日起生效，一式兩份。
`);
  expect(draft.meeting).toMatchObject({ ordinal: 2, date: '2025-06-03', place: '西嶺' });
  expect(register(draft)).toEqual([
    ['經貿合作', 2],
    ['青年交流', 2],
  ]);
  expect(reasons(draft)).toContain('closing');
});

test('what was signed with a memorandum stands after its measures; what was signed earlier is none of it', () => {
  const draft = parsed(`東西合作會議第二次會議合作備忘錄

東城市人民政府與西嶺市人民政府於2025年6月3日在西嶺舉行東西合作會議第二次會議。雙方曾於2023年簽署《東西合作會議首次會議備忘錄》。

一、經貿合作
1. 支持企業互設總部。
2. 共同舉辦經貿論壇。
二、科技合作
1. 建立平台聯動機制。

雙方於會上簽署下列文件：
（一）《東城市教育局與西嶺市教育局教育合作協議》；
（二）《文化交流合作備忘錄》；及
（三）青年交流合作安排。
`);
  expect(documents(draft)).toEqual([
    '東西合作會議第二次會議合作備忘錄',
    '東城市教育局與西嶺市教育局教育合作協議',
    '文化交流合作備忘錄',
    '青年交流合作安排',
  ]);
  expect(draft.warnings).toEqual([]);
  expect(reasons(draft)).toEqual(expect.arrayContaining(['signed_documents']));
  expect(reasons(draft)).not.toContain('unrecognised');
});

test('final provisions in English are no measures', () => {
  const draft =
    parsed(`Memorandum of Understanding between the Government of Arland and the Government of Besonia
Third Ministerial Meeting, Port Lane, 12 June 2024

The Parties, meeting at the Third Arland-Besonia Ministerial Meeting, have agreed as follows:

Article 1: Trade
1.1 The Parties will establish a working group on customs.
1.2 The Parties will exchange information on standards.

Article 2: Education
2.1 The Parties will encourage student exchanges.

Article 3: Final provisions
3.1 This Memorandum enters into force on the date of signature.
3.2 It may be amended by mutual consent.
`);
  expect(register(draft)).toEqual([
    ['Trade', 2],
    ['Education', 1],
  ]);
  expect(reasons(draft)).toContain('closing');
});

test('a release in English with the documents signed in a list of its own under a heading', () => {
  const draft = parsed(`Sixth Plenary Session of Southport/Riverton Co-operation Conference held
******************************************************************

     The Premier of Southport, Ms A Chan, and the Mayor of Riverton, Mr B Wong, co-chaired the Sixth Plenary Session of the Southport/Riverton Co-operation Conference in Southport today (April 25). Both sides agreed on the following areas:

Financial services
------------------

     Both sides will explore mutual access of their capital markets.

     The two places will hold an annual dialogue on green finance.

Education
---------

     Both sides will encourage sister school arrangements.

Signing of co-operation agreements
----------------------------------

     After the meeting, the following four documents were signed:
     (1) Co-operation Agreement on Education between the Education Bureau and the Riverton Education Commission;
     (2) Memorandum of Understanding on Cultural Exchange; and
     (3) Arrangement on Youth Exchange.

Ends/Thursday, April 25, 2024
NNNN
`);
  expect(draft.meeting).toMatchObject({ ordinal: 6, date: '2024-04-25', place: 'Southport' });
  expect(register(draft)).toEqual([
    ['Financial services', 2],
    ['Education', 1],
  ]);
  expect(documents(draft)).toEqual([
    'Co-operation Agreement on Education between the Education Bureau and the Riverton Education Commission',
    'Memorandum of Understanding on Cultural Exchange',
    'Arrangement on Youth Exchange',
  ]);
  expect(draft.warnings.map(({ code, params }) => [code, params])).toEqual([
    ['declared_differs', { what: 'documents', declared: 4, found: 3 }],
  ]);
});

test('short measures without a full stop under numbered areas are measures where they say what is to be done', () => {
  const draft = parsed(`東西合作會議第二次會議合作備忘錄

東城市人民政府與西嶺市人民政府於2024年11月25日在西嶺舉行東西合作會議第二次會議，雙方同意在以下四個領域加強合作：

一、商貿投資
支持兩地企業聯合「走出去」。
推動專業服務機構參與項目建設。
二、金融
加強綠色金融交流
三、教育
鼓勵締結姊妹學校
四、文化
支持藝術團體互訪
`);
  expect(register(draft)).toEqual([
    ['商貿投資', 2],
    ['金融', 1],
    ['教育', 1],
    ['文化', 1],
  ]);
  expect(draft.warnings).toEqual([]);
});

test('an annex in English that says in its heading where and when the meeting was held', () => {
  const draft = parsed(`Agreed Outcomes of the Second Meeting of the Norland-Suthria Joint Commission
Held in Port Lane on 3 May 2025 between the Government of Norland and the Government of Suthria

1. Trade
1.1 The two sides will simplify customs procedures.
1.2 The two sides will hold a trade fair every year.

2. Education
2.1 The two sides will encourage student exchanges.
`);
  expect(draft.meeting).toMatchObject({ ordinal: 2, date: '2025-05-03', place: 'Port Lane' });
  expect(draft.meeting.sides).toEqual(['Government of Norland', 'Government of Suthria']);
});

test('a release whose headline names the meeting and whose first sentence says for which time', () => {
  const draft = parsed(`東西合作會議今日舉行
***********

　　第十四屆東西合作會議今日（九月一日）在東城舉行，由東城財政局局長陳甲和西嶺市經濟局局長李乙共同主持。

　　會議確立了兩個重點合作範疇：

一、經貿合作
------

　　雙方會繼續推動區域貿易。

二、金融合作
------

　　雙方同意加強金融監管合作。雙方亦會探討推動綠色金融。

完
２０２４年９月１日（星期日）
`);
  expect(draft.meeting).toMatchObject({ ordinal: 14, date: '2024-09-01', place: '東城' });
  expect(register(draft)).toEqual([
    ['經貿合作', 1],
    ['金融合作', 1],
  ]);
  expect(reasons(draft)).not.toContain('unrecognised');
});

test('who was there is no measure', () => {
  const text = (last: string) => `東西合作會議第三次會議在西嶺舉行

　　東城市長與西嶺省省長昨日在西嶺共同主持東西合作會議第三次會議，同意在以下兩個範疇加強合作：

金融服務
----
　　雙方會優化跨境理財服務，並研究擴大參與機構。

文化旅遊
----
　　雙方會聯合舉辦巡迴展覽，每年一次。

　　${last}

2025年6月3日
`;
  for (const last of [
    '出席會議的東城官員包括財政司副司長、教育局局長。',
    '其他出席會議的東城代表有財政司副司長、教育局局長。',
    '兩地有關部門負責人參加會議。',
  ]) {
    const draft = parsed(text(last));
    expect([last, register(draft)]).toEqual([
      last,
      [
        ['金融服務', 1],
        ['文化旅遊', 1],
      ],
    ]);
    expect(reasons(draft)).toContain('article');
  }
  // A measure that has people attend something is one.
  const draft = parsed(text('雙方每年派員出席對方的旅遊展覽會。'));
  expect(register(draft)[1]).toEqual(['文化旅遊', 2]);
});

test('a paragraph after an English list, of a text whose paragraphs are all indented', () => {
  const draft = parsed(`Third Eastport-Westland Co-operation Conference held in Westland

     The Mayor of Eastport and the Governor of Westland today (May 8) co-chaired the Third Eastport-Westland Co-operation Conference in Westland. The two sides agreed on four measures in two areas:

(I) Finance
(1) encourage enterprises to raise funds in Eastport;
(2) hold an annual finance forum.

(II) Youth
(3) arrange internships every summer; and
(4) expand the sister school scheme.

     After the conference, the two sides signed the Memorandum of Understanding on Trade and the Agreement on Tourism.

     The Mayor will return to Eastport tomorrow (May 9).

Ends/Thursday, May 8, 2025
`);
  expect(register(draft)).toEqual([
    ['Finance', 2],
    ['Youth', 2],
  ]);
  expect(documents(draft)).toEqual(['Memorandum of Understanding on Trade', 'Agreement on Tourism']);
  expect(draft.areas[1]!.measures[1]!.text).toBe('expand the sister school scheme.');
});

test('articles counted through chapters, the last of them of the document itself; an excerpt with labels', () => {
  const draft = parsed(`东西合作备忘录（节选）

甲方：东省人民政府
乙方：西岭省人民政府
签署时间：2025年5月20日
签署地点：东城

第一章 重点领域
第一条 航空物流。支持两地航线建设，2027年前航班增至每周30班。
第二条 文化旅游。每年联合举办一次推介活动。
第二章 保障措施
第三条 双方建立联席会议制度，每年召开一次会议。
第四条 本备忘录未尽事宜由双方协商解决。
第五条 本备忘录自双方签字之日起生效。
`);
  expect(draft.meeting).toMatchObject({
    ...{ sides: ['东省人民政府', '西岭省人民政府'], date: '2025-05-20', place: '东城' },
  });
  expect(register(draft)).toEqual([
    ['重点领域', 2],
    ['保障措施', 1],
  ]);
  expect(reasons(draft)).toContain('closing');
});

test('a place beside the date below the signatures, and nobody named where only "representative" stands', () => {
  const draft = parsed(`東西合作會議備忘錄

東省人民政府與西嶺特別行政區政府經友好協商，達成以下共識：

一、經貿
（一）雙方支持企業雙向投資。
（二）雙方每年互派經貿代表團。

二、青年
（一）雙方每年組織青年互訪。

東省人民政府　　　　西嶺特別行政區政府
代表　　　　　　　　代表

二〇二六年四月十五日　東城
`);
  expect(draft.meeting).toMatchObject({ date: '2026-04-15', place: '東城', signatories: [] });
  expect(register(draft)).toEqual([
    ['經貿', 2],
    ['青年', 1],
  ]);
});
