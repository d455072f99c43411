import { agreed, asking, hk, measure, other, proposed, type SampleArea } from './sample.meetings.js';

/** The areas of Hong Kong's first meeting with Zhejiang. Titles and counts are real; sentences and progress are ours. */
export const zhejiangAreas: SampleArea[] = [
  {
    title: '共建「一带一路」及商贸投资',
    measures: [
      measure(
        '联合组团考察共建国家市场，为浙江企业引荐香港专业顾问。',
        ['cedb', 'hktdc'],
        ['commerce'],
        hk.cleared(64, 'on_target', '考察團已訪問兩個國家，六家浙江企業聘用香港顧問。', '明年安排第二團。'),
        other.cleared(60, 'on_target', '十五家企业随团，签订意向书四份。'),
      ),
      measure(
        '举办两地专业服务对接活动，推介法律、会计和设计服务。',
        ['cedb'],
        ['commerce'],
        agreed('other', 130, 18, '纳入年底贸易促进计划。'),
        hk.cleared(50, 'on_target', '已邀請三個專業團體參與。'),
      ),
      measure(
        '支持浙江品牌利用香港展会拓展海外销售渠道。',
        ['cedb', 'hktdc'],
        ['commerce'],
        hk.cleared(36, 'ongoing', '秋季展覽會設浙江館，參展品牌三十二個。'),
        other.cleared(29, 'ongoing', '参展企业现场成交和意向金额已汇总。'),
      ),
    ],
  },
  {
    title: '金融',
    measures: [
      measure(
        '为拟赴港上市的浙江企业开设辅导班，介绍上市规则和路演安排。',
        ['fstb', 'hkex'],
        ['finance'],
        other.cleared(45, 'on_target', '首期辅导班在杭州开班，四十家企业参加。'),
        hk.endorsed(
          4,
          'on_target',
          'Two speakers from the exchange taught the first class; the second is set for January.',
        ),
      ),
      measure(
        '鼓励两地机构合作开发绿色金融和贸易融资产品。',
        ['fstb', 'hkma'],
        ['finance'],
        hk.cleared(196, 'ongoing', '兩地銀行完成首筆綠色貿易融資。'),
        other.cleared(188, 'ongoing', '汇总辖内银行与在港机构合作情况。'),
      ),
    ],
  },
  {
    title: '科技创新',
    measures: [
      measure(
        '共同资助应用研究项目，开放实验室供双方科研人员使用。',
        ['itib', 'itc'],
        ['science'],
        agreed('hk', 180, -5, '首批項目名單須於本月公布。'),
        hk.cleared(76, 'on_target', '評審完成，建議資助九個項目。', '待雙方簽署資助協議。'),
        asking(
          other.cleared(71, 'on_target', '省内三家实验室列入开放名单。'),
          '请港方提供拟使用实验室的科研机构名单，以便办理出入手续。',
          { ago: 62, text: '名單已送交省科技廳，共十一家機構。' },
        ),
        {
          ...{ side: 'hk', ago: 150, title: '設立評審小組並選出項目', words: '共同资助应用研究项目' },
          ...{ lead: 'itc', done: 78, shared: 75 },
        },
        {
          ...{ side: 'hk', ago: 74, title: '與省科技廳議定資助協議', words: '共同资助应用研究项目' },
          ...{ internalIn: 6, shared: 70 },
        },
        {
          ...{ side: 'hk', ago: 3, title: '為訪港科研人員安排門禁和保險' },
          ...{ words: '开放实验室供双方科研人员使用', internalIn: 20 },
        },
        {
          ...{ side: 'other', ago: 120, title: '公布开放实验室名单和预约办法' },
          ...{ words: '开放实验室供双方科研人员使用', done: 72, shared: 71 },
        },
        {
          ...{ side: 'hk', ago: 1, by: 'officer', names: true },
          note: '兩項未議定的條款是知識產權歸屬和退款安排，匯報沒有寫明，請斟酌是否向浙方說明。',
        },
        { side: 'hk', ago: 1, by: 'coordinator', note: '先致電省港澳辦了解對方時間表，再核准這份匯報。' },
        { side: 'other', ago: 2, by: 'coordinator', note: '港方资助协议进度偏慢，下周例会提出。' },
        hk.submitted(
          1,
          'behind',
          '資助協議文本仍有兩項條款待議，公布日期須順延。',
          '擬提出延期至明年一月底。',
        ),
      ),
      measure(
        '搭建科技企业与投资机构的对接平台，定期举办路演。',
        ['itib'],
        ['science'],
        hk.cleared(39, 'ongoing', '第二場路演在科學園舉行，十二家企業登台。'),
        other.cleared(32, 'ongoing', '平台注册企业过百，季度路演常态化。'),
      ),
      measure(
        '合办创新创业大赛，为获奖团队提供落地服务。',
        ['itib'],
        ['science'],
        hk.cleared(21, 'completed', '首屆大賽決賽完成，五隊獲獎。'),
        other.cleared(107, 'behind', '落地园区资格审核尚未完成。'),
      ),
    ],
  },
  {
    title: '航空',
    measures: [
      measure(
        '研究增加杭州至香港的航班，方便旅客当日往返。',
        ['tlb'],
        ['transport'],
        proposed('other', 6, 120, '待换季航班计划确定后落实。'),
        hk.cleared(55, 'on_target', '已與航空公司交換客量數據。'),
        other.cleared(58, 'on_target', '新增早晚两班时刻进入申请程序。'),
      ),
      measure(
        '组织机场管理人员互访，交流旅客服务和运行管理经验。',
        ['tlb', 'aahk'],
        ['transport'],
        hk.cleared(82, 'ongoing', '接待第一批管理人員，為期一周。'),
      ),
    ],
  },
  {
    title: '法律和争议解决',
    measures: [
      measure(
        '支持两地律师事务所合作办案，简化联营审批材料。',
        ['doj'],
        ['justice'],
        hk.cleared(62, 'on_target', '已向業界簡介簡化後的材料清單。'),
        other.cleared(69, 'on_target', '审批材料由十四项减至九项。'),
      ),
      measure(
        '推动仲裁机构共享专家名册，服务国际贸易纠纷处理。',
        { lead: 'doj', internalIn: 30 },
        ['justice'],
        hk.draft(2, 'on_target', '名冊初稿收錄五十六名專家，現正核對資格。'),
      ),
      measure('合办调解员培训，编写常见商事纠纷案例。', ['doj'], { lead: 'justice', published: false }),
    ],
  },
  {
    title: '文化和旅游',
    measures: [
      measure(
        '联合设计文旅线路，在两地共同推广。',
        ['cstb'],
        ['culture'],
        hk.cleared(43, 'on_target', '首批四條線路在旅遊展發布。'),
        other.cleared(46, 'completed', '线路产品上线，推广活动结束。'),
      ),
      measure('促成博物馆互借展品，开展文物修复人员交流。', ['cstb'], ['culture']),
    ],
  },
  {
    title: '教育',
    measures: [
      measure(
        '扩大职业院校合作，共同开发课程和实训项目。',
        ['edb'],
        ['education'],
        hk.cleared(57, 'on_target', '兩所院校簽訂課程協議。'),
        other.submitted(3, 'on_target', '三个实训项目完成设备采购，明年春季学期开课。'),
      ),
      measure(
        '新增一批姊妹学校，每年安排师生互访。',
        ['edb'],
        ['education'],
        hk.cleared(34, 'ongoing', '新增十二對姊妹學校，本學期五次互訪。'),
        other.cleared(27, 'ongoing', '制定互访安全和课程指引。'),
      ),
      measure('支持高校联合培养研究生，互认部分学分。', ['edb'], ['education']),
    ],
  },
  {
    title: '青年发展',
    measures: [
      measure(
        '增加香港青年在浙江企业的实习岗位，并提供导师指导。',
        ['hyab'],
        ['youth'],
        hk.cleared(80, 'ongoing', '暑期八十名學生到六個城市實習。'),
        other.cleared(78, 'ongoing', '岗位以数字经济和制造业为主，导师配备率百分之百。'),
      ),
      measure(
        '为来浙创业的香港青年提供场地和政策咨询。',
        ['hyab'],
        ['youth'],
        agreed('other', 140, 55, '场地改造年底完工。'),
        other.cleared(68, 'on_target', '首个基地改造过半，咨询手册已印发。'),
      ),
      measure(
        '举办两地青年交流营，围绕科技和传统文化设计活动。',
        ['hyab'],
        ['youth'],
        hk.cleared(88, 'completed', '首屆交流營完成，一百名青年參加。'),
        other.cleared(85, 'completed', '活动总结和影像资料已交港方。'),
      ),
    ],
  },
  {
    title: '医疗卫生和中医药',
    measures: [
      measure(
        '安排临床医生和护士互访进修，建立远程会诊试点。',
        ['hhb', 'ha'],
        ['health'],
        hk.cleared(51, 'on_target', '首批十二名護士到杭州進修。'),
        asking(
          other.cleared(42, 'on_target', '远程会诊试点医院确定两家。', '与港方测试系统。'),
          '请港方确认参加测试的医院和联络人。',
        ),
        {
          ...{ side: 'hk', ago: 60, title: '安排首批護士進修', words: '安排临床医生和护士互访进修' },
          ...{ lead: 'ha', done: 51, shared: 50 },
        },
        {
          ...{ side: 'other', ago: 58, title: '选定试点医院并测试会诊系统', words: '建立远程会诊试点' },
          ...{ internalIn: 14, shared: 42 },
        },
      ),
      measure(
        '为香港服务提供者在浙开办诊所提供一站式指引。',
        ['hhb'],
        ['health'],
        other.cleared(96, 'behind', '指引涉及多部门，征求意见延后。'),
      ),
      measure('合作整理中医药名方，研究质量标准。', { lead: 'hhb', published: false }, ['health']),
    ],
  },
  {
    title: '环境保护',
    measures: [
      measure(
        '交换环境辐射监测数据，联合开展演练。',
        ['eeb', 'hko'],
        ['ecology'],
        hk.cleared(73, 'ongoing', '每月交換一次數據，並完成桌面演練。'),
        other.cleared(67, 'ongoing', '演练评估报告已完成。'),
      ),
      measure('交流碳排放监测方法，比对测量结果。', ['eeb', 'epd'], ['ecology']),
      measure(
        '合办海洋环境保护研讨会，分享近岸治理经验。',
        ['eeb'],
        ['ecology'],
        hk.cleared(113, 'suspended', '研討會因場地改動暫緩。'),
        other.cleared(111, 'suspended', '同意暂缓，明年再议时间。'),
      ),
    ],
  },
  {
    title: '住房安居',
    measures: [
      measure(
        '就智慧屋邨管理和建造技术互设课题组。',
        ['hb'],
        ['housing'],
        agreed('hk', 110, 33, '與屋邨試點時間配合。'),
        hk.cleared(40, 'on_target', '課題組成立，選定兩個屋邨試點。'),
        other.cleared(44, 'on_target', '课题组提交首份技术清单。'),
      ),
      measure(
        '组织住房管理人员互访，总结社区服务做法。',
        ['hb'],
        ['housing'],
        hk.returned(5, 'ongoing', '已安排互訪。', '請列明互訪日期、人數和主題，方可核准。'),
      ),
    ],
  },
  {
    title: '人才和公务员交流',
    measures: [
      measure(
        '邀请两地高校和企业共同举办人才招聘会。',
        ['lwb', 'hkte'],
        ['personnel'],
        hk.cleared(18, 'ongoing', '十一月招聘會提供六百個職位。'),
        other.cleared(15, 'ongoing', '组织四十家企业赴港招聘。'),
      ),
      measure(
        '继续开展公务员互派学习，编写交流心得。',
        ['csb'],
        ['hkmao'],
        hk.cleared(54, 'ongoing', '首批八人已完成學習。'),
        other.cleared(61, 'ongoing', '接收安排顺利，心得汇编在编。'),
      ),
    ],
  },
  {
    title: '便利港人在内地发展',
    measures: [
      measure(
        '汇编港人在浙办事指南，开设咨询专线。',
        ['cmab', 'sheto'],
        ['hkmao'],
        hk.cleared(23, 'completed', '指南繁簡兩版均已上載。'),
        other.cleared(20, 'completed', '专线开通，工作日两地语言接听。'),
      ),
      measure(
        '推动更多政务窗口受理港澳居民来往内地通行证。',
        ['cmab', 'sb'],
        ['hkmao'],
        other.cleared(48, 'on_target', '全省四百余个窗口完成系统改造。'),
      ),
    ],
  },
];
