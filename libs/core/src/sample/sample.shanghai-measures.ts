import {
  agreed,
  complete,
  declined,
  hk,
  measure,
  other,
  proposed,
  type SampleArea,
} from './sample.meetings.js';

/** The areas of Hong Kong's sixth meeting with Shanghai. Titles and counts are real; sentences and progress are ours. */
export const shanghaiAreas: SampleArea[] = [
  {
    title: '共建「一帶一路」和商貿投資',
    measures: [
      measure(
        '組織香港企業參展進口博覽會，會前會後為兩地買家和供應商安排配對。',
        ['cedb', 'hktdc', 'investhk'],
        ['commerce'],
        hk.cleared(379, 'ongoing', '本屆有三十多家香港企業參展，會後跟進名單已交上海方面。'),
        hk.cleared(
          16,
          'ongoing',
          '本屆參展企業較上屆多，會期內安排了兩場配對面談。',
          '明年三月招募下一屆參展商。',
        ),
        other.cleared(
          13,
          'ongoing',
          '展会期间设立香港展区服务台，协助企业对接采购商。',
          '整理意向订单，年内反馈港方。',
        ),
      ),
      measure(
        '每年互訪經貿代表團，協助上海企業以香港為跳板開拓東南亞市場。',
        ['cedb', 'investhk', 'sheto'],
        ['commerce'],
        hk.cleared(233, 'ongoing', '代表團訪問上海三天，與二十家企業會面。'),
        other.cleared(261, 'ongoing', '组织企业代表团赴港，重点了解跨境电商和物流服务。'),
      ),
      measure(
        '合辦「一帶一路」專業服務對接會，介紹香港顧問參與上海企業的海外項目。',
        { lead: 'cedb', supporting: ['hktdc', 'sheto'], internalIn: 5 },
        ['commerce'],
        agreed('hk', 150, 12, '配合十二月的論壇檔期。'),
        hk.cleared(75, 'on_target', '場地和議程已定，八家顧問公司確認出席。', '邀請上海方面提供項目清單。'),
        other.cleared(58, 'on_target', '已向重点企业征集项目，首批名单十项。'),
        hk.submitted(
          2,
          'on_target',
          '講者名單已齊，現時登記人數過百，將於會前一周發出資料冊。',
          '會後兩周內整理配對結果。',
        ),
      ),
    ],
  },
  {
    title: '創新及科技',
    measures: [
      measure(
        '設立兩地聯合研究資助，優先支持生命健康和新材料的基礎研究。',
        ['itib', 'itc'],
        ['science'],
        agreed('other', 210, 75, '与年度项目评审同步。'),
        hk.cleared(
          120,
          'on_target',
          '資助指引已經兩地評審小組通過，收到四十一份申請。',
          '明年初公布首批項目。',
        ),
        other.cleared(66, 'on_target', '完成形式审查，进入专家评审阶段。'),
      ),
      measure(
        '共建科技成果轉化服務站，為兩地初創企業提供專利、融資和上市輔導。',
        ['itib', 'itc', 'hkex'],
        ['science', 'industry'],
        hk.cleared(98, 'on_target', '香港站設於科學園，已接待首批十二家企業。'),
        other.cleared(40, 'behind', '上海站选址调整，装修预计推迟一个季度。', '确定新址后即启动招聘。'),
      ),
      measure(
        '開放人工智能算力和測試場地，供兩地院校和企業共同研發。',
        ['itib'],
        ['industry'],
        hk.cleared(52, 'on_target', '超算中心首階段向兩地院校開放申請。', '擬訂跨境使用的數據安排。'),
        proposed('hk', 9, 200, '測試場地須待合約批出，建議以明年第二季為目標。'),
      ),
    ],
  },
  {
    title: '數字經濟',
    measures: [
      measure(
        '交流數字基建和數字人才培訓的做法，共同擬定課程和考核。',
        ['itib', 'dpo'],
        ['data', 'industry'],
        hk.cleared(44, 'ongoing', '首個共同課程開辦，兩地學員各半。'),
        other.cleared(61, 'ongoing', '课程教材第一册完成，考核办法征求意见。'),
      ),
      measure(
        '試行兩地電子證書互認，讓企業以一張證書辦理跨境手續。',
        { lead: 'itib', supporting: ['dpo'], internalIn: -14 },
        ['data'],
        agreed('other', 300, -9, '以首批场景上线为准。'),
        hk.cleared(130, 'on_target', '技術接口測試完成，三家核證機關參與試行。'),
        other.cleared(88, 'on_target', '首批两类业务完成联调。', '推动第三类业务接入。'),
        proposed('other', 4, 60, '第三类业务系统升级晚于预期，建议顺延至明年一月。'),
        hk.draft(3, 'on_target', '港方系統已就緒，等候上海方面第三類業務的接口。'),
      ),
    ],
  },
  {
    title: '金融',
    measures: [
      measure(
        '為在上海設點的香港金融機構設立查詢窗口，說明准入和擴大業務的要求。',
        ['fstb', 'hkma'],
        ['finance'],
        hk.cleared(
          70,
          'ongoing',
          'The enquiry window has answered 31 requests since it opened; most concern insurance branches.',
        ),
        other.cleared(35, 'ongoing', '窗口累计受理咨询五十余件，平均两个工作日答复。'),
      ),
      measure(
        '研究擴大互聯互通的產品種類，定期檢視債券市場的運作安排。',
        ['fstb', 'hkex', 'hkma'],
        ['finance'],
        hk.cleared(110, 'on_target', '工作小組已就兩類產品交換意見。'),
        other.cleared(105, 'on_target', '向主管部门报送研究报告。', '按反馈意见修改。'),
        other.submitted(5, 'on_target', '主管部门反馈已收悉，修改稿下周与港方讨论。'),
      ),
      measure(
        '比對兩地綠色金融分類標準，整理可以互認的項目清單。',
        ['fstb', 'hkma'],
        ['finance'],
        hk.cleared(47, 'completed', '比對報告和互認清單已完成，並交上海方面參考。', null, [
          '比對報告摘要.txt',
          '一、比對範圍：六個行業、四十二類活動。\n二、可互認：三十一類。\n三、須補充披露：十一類。\n',
        ]),
      ),
    ],
  },
  {
    title: '航空、航運和物流',
    measures: [
      measure(
        '就航運指數和船舶融資定期交流，合編兩地航運市場簡報。',
        ['tlb'],
        ['transport', 'shipping'],
        hk.cleared(204, 'ongoing', '第三期簡報已出版。'),
        other.cleared(197, 'ongoing', '指数编委单位完成年度会议，新增两家在港成员。'),
      ),
      measure(
        '兩地機場互派人員學習，試用無紙化通關和行李直掛服務。',
        ['tlb', 'aahk'],
        ['transport'],
        agreed('hk', 190, 4, '配合冬季航班時間表。'),
        hk.cleared(84, 'on_target', '首批六名人員完成交流，行李直掛進入試行。', '擴大試行至兩條航線。'),
        other.cleared(79, 'on_target', '无纸化通关设备安装完毕，进入测试。'),
      ),
    ],
  },
  {
    title: '文化及創意產業',
    measures: [
      measure(
        '合拍城市題材紀錄片，並互播兩地廣播機構的節目。',
        ['cstb'],
        ['culture'],
        hk.cleared(150, 'on_target', '紀錄片完成拍攝，進入後期製作。'),
        hk.cleared(33, 'completed', '六集紀錄片在兩地播出，互播安排亦已落實。'),
        other.cleared(30, 'completed', '节目在沪播出，收视情况良好。'),
        complete('other', 25, '节目已在两地播出，互播安排已落实。', 18),
      ),
      measure(
        '合辦廣告創意比賽，得獎作品在兩地巡迴展出。',
        ['cstb', 'ccida'],
        ['culture'],
        hk.cleared(92, 'suspended', '因業界團體改組，比賽暫緩一年。'),
        other.cleared(115, 'on_target', '赛事方案已报批，等待港方确认承办单位。'),
      ),
      measure(
        '連結兩地設計園區，每年合辦時裝和生活產品設計周。',
        ['cstb', 'ccida'],
        ['industry'],
        hk.cleared(28, 'on_target', '設計周於十月舉行，兩地四十個品牌參與。', '檢討成效並商討明年主題。'),
        other.cleared(25, 'on_target', '组织二十个品牌赴港参展。'),
      ),
    ],
  },
  {
    title: '教育及人才培養',
    measures: [
      measure(
        '增加兩地大學的交換學額，推動更多中小學結為姊妹學校。',
        ['edb'],
        ['education'],
        hk.cleared(63, 'ongoing', '本學年新增九對姊妹學校。'),
        other.cleared(72, 'ongoing', '大学联盟秋季交换生已全部到校。'),
      ),
      measure(
        '推行新一輪公務員交流，安排雙方人員到對口部門學習。',
        ['csb', 'cmab'],
        ['hkmao'],
        hk.cleared(48, 'ongoing', '本年度兩批共十六人完成交流。'),
        other.cleared(56, 'ongoing', '接待港方学员，安排到八个部门跟岗。'),
      ),
      measure(
        '設立人才服務聯絡機制，為來往兩地的專業人員提供一站查詢。',
        ['lwb', 'hkte'],
        ['talent'],
        agreed('other', 160, 27, '争取年底前开通。'),
        hk.cleared(81, 'on_target', '聯絡機制章程已議定，查詢網頁正在翻譯。'),
        other.cleared(90, 'on_target', '服务专员名单已确定，热线号码申请中。'),
      ),
    ],
  },
  {
    title: '青年發展',
    measures: [
      measure(
        '為兩地青年創業者安排短期駐點，使用對方的創業基地。',
        ['hyab'],
        ['youth'],
        hk.cleared(37, 'on_target', '第二批十組青年已於九月到上海駐點。', '十二月安排成果分享。'),
        other.submitted(1, 'on_target', '为第二批团队配备导师，并协助两家注册公司。'),
      ),
      measure(
        '擴大暑期實習計劃，由上海企業提供更多不同行業的崗位。',
        ['hyab'],
        ['youth'],
        hk.cleared(430, 'ongoing', '首年一百二十名學生參加。'),
        hk.cleared(225, 'ongoing', '新一年度名額增加三成，行業增至九類。'),
        other.cleared(219, 'ongoing', '征集岗位二百余个，涵盖金融、设计和医疗。'),
      ),
    ],
  },
  {
    title: '法律服務',
    measures: [
      measure(
        '協助兩地律師事務所合夥聯營，簡化香港律師在上海執業的申請。',
        { lead: 'doj', internalIn: -20 },
        ['justice'],
        agreed('hk', 420, -60, '與規則修訂同步。'),
        agreed('hk', 100, -12, '規則修訂順延，申請指引須一併更新。'),
        hk.cleared(140, 'behind', '申請指引初稿完成，惟須待內地規則修訂後定稿。', '與市司法局商討過渡安排。'),
        other.cleared(123, 'on_target', '联营办法修订稿已公开征求意见。'),
      ),
      measure(
        '合辦仲裁和調解培訓，互薦專家擔任講者和考官。',
        { lead: 'doj', internalIn: 6 },
        ['justice'],
        agreed('hk', 170, 11, '以本年度最後一期培訓為限。'),
        hk.cleared(95, 'on_target', '首期培訓完成，四十二人取得證書。'),
        other.cleared(91, 'on_target', '第二期学员名单已提交港方。'),
        hk.returned(
          3,
          'completed',
          '第二期培訓已經完成，反應良好。',
          '請補充參加人數和考核結果，並附兩地機構確認的名單；未有雙方確認前，狀況宜仍作「如期進行」。',
        ),
      ),
    ],
  },
  {
    title: '環境治理',
    measures: [
      measure(
        '聯合研究大氣污染與健康的關係，共享監測數據。',
        ['eeb', 'epd'],
        ['ecology'],
        hk.cleared(59, 'on_target', '兩地監測站校準完成，開始交換每日數據。'),
        other.cleared(64, 'on_target', '健康数据脱敏方案通过评审。', '启动首个联合课题。'),
      ),
      measure(
        '交流城市噪音管理技術，選取路段試行減噪措施。',
        ['eeb', 'epd'],
        ['ecology'],
        hk.cleared(134, 'suspended', '試行路段須配合道路工程，雙方同意暫緩。'),
        other.cleared(129, 'suspended', '与港方商定暂缓，待工程时间确定后恢复。'),
      ),
      measure(
        '舉辦環保產業對接會，推介兩地企業的減廢和節能技術。',
        ['eeb'],
        ['ecology'],
        hk.cleared(22, 'on_target', '對接會訂於明年三月，已有十八家企業報名。'),
        declined('other', 80, 40, '希望提前到年内举办。', '年底場地已滿，建議維持明年三月。'),
      ),
    ],
  },
  {
    title: '城市規劃管理',
    measures: [
      measure(
        '就市區更新、工程招標和綠色建築定期會面，分享個案。',
        ['devb'],
        ['housing'],
        hk.cleared(41, 'ongoing', '第四次會面討論舊區活化的業權安排。'),
        other.cleared(38, 'ongoing', '提供三个更新项目的合同范本供港方参考。'),
      ),
      measure(
        '合作保育文物建築，互借考古成果舉辦展覽。',
        ['devb', 'amo'],
        ['culture'],
        hk.cleared(86, 'on_target', '展品清單已議定，保險安排正在洽談。'),
        other.cleared(77, 'on_target', '借展文物完成出境审批。'),
        hk.submitted(6, 'on_target', '展覽場地合約已簽，布展方案送交上海方面。', '明年一月運送展品。'),
      ),
    ],
  },
  {
    title: '醫療衞生',
    measures: [
      measure(
        '互派中醫師進修，合作擬訂中醫藥服務標準。',
        ['hhb', 'ha'],
        ['health'],
        agreed('other', 260, 150, '标准文本需两轮论证。'),
        hk.cleared(49, 'on_target', '第三批中醫師完成進修。'),
        other.cleared(53, 'on_target', '标准初稿完成第一轮论证。'),
      ),
      measure(
        '結對公立醫院，就專科護理和醫院管理分享經驗。',
        ['hhb', 'ha'],
        ['health'],
        hk.cleared(74, 'ongoing', '三對醫院各舉行兩次網上查房。'),
        other.cleared(68, 'ongoing', '新增一对结对医院，侧重儿科护理。'),
      ),
      measure(
        '建立傳染病資訊通報渠道，合辦應急演練。',
        ['hhb'],
        ['health'],
        hk.cleared(26, 'completed', '通報渠道已啟用，聯合演練亦已完成。', null, [
          '聯合演練紀要.txt',
          '演練日期、參與單位、時間線和改善建議，共四頁；此為樣本摘要。\n',
        ]),
        other.cleared(24, 'completed', '演练总结已双方确认。'),
        complete('other', 12, '通报渠道已启用，联合演练已完成。'),
      ),
      measure(
        '交流藥品監管做法，研究簡化同類藥品的審批資料。每年輪流舉辦一次監管研討會，邀請業界參加。擬訂可互相參考的臨床試驗數據清單。',
        { lead: 'hhb', published: false, internalIn: 45 },
        ['health', 'drugs'],
      ),
    ],
  },
  {
    title: '體育',
    measures: [
      measure(
        '兩地精英體育學院互換教練和運動員，合作開展運動復康課程。',
        ['cstb'],
        ['sports'],
        hk.cleared(101, 'on_target', '首批教練交流完成。'),
        hk.draft(1, 'on_target', '復康課程大綱'),
        other.returned(8, 'on_target', '课程准备中。', '内容过于简略，请写明课程名称、开课时间和参加人数。'),
      ),
    ],
  },
  {
    title: '社會福利服務',
    measures: [
      measure('為兩地社福機構牽線，交流安老和復康服務的經驗。', ['lwb'], {
        lead: 'civil',
        published: false,
      }),
    ],
  },
  {
    title: '便利港人在內地發展',
    measures: [
      measure(
        '擴大回鄉證在上海辦事的用途，為在滬港人提供就業和社保查詢服務。',
        ['cmab', 'sb', 'sheto'],
        ['hkmao', 'personnel'],
        hk.cleared(31, 'ongoing', '駐滬辦整理了港人最常查詢的二十個事項。'),
        other.cleared(19, 'ongoing', '新增七项政务服务可凭通行证办理。', '年底前再梳理一批事项。'),
      ),
    ],
  },
];
