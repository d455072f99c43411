import { parseMemorandum } from './parse.js';

/** Areas with their measures' first words, why words were left out, and warnings. */
interface Expected {
  areas: [string, string[]][];
  leftOut: string[];
  warnings: string[];
}

const texts: [string, string[], Expected][] = [
  [
    'documents after areas of one measure, numbered as neither',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。雙方同意在以下範疇合作：',
      '',
      '一、金融',
      '1. 推動兩地銀行合作設立聯合貸款窗口。',
      '二、教育',
      '1. 支持兩地中學結為姊妹學校，開展交流。',
      '三、醫療',
      '1. 推動兩地醫院合作培訓護士。',
      '',
      '會上簽署的合作文件包括：',
      '（一）《臨川省教育廳與大澤市教育局關於姊妹學校的合作協議》；',
      '（二）《臨川省衞生廳與大澤市衞生局關於護士培訓的合作協議》。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀']],
        ['教育', ['支持兩地中']],
        ['醫療', ['推動兩地醫']],
      ],
      leftOut: ['preamble', 'signed_documents'],
      warnings: [],
    },
  ],
  [
    'documents numbered as the measures are',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。雙方同意在以下範疇合作：',
      '',
      '一、金融',
      '（一）推動兩地銀行合作設立聯合貸款窗口。',
      '二、教育',
      '（一）支持兩地中學結為姊妹學校，開展交流。',
      '三、醫療',
      '（一）推動兩地醫院合作培訓護士。',
      '',
      '雙方簽署了以下合作文件：',
      '（一）《臨川省教育廳與大澤市教育局關於姊妹學校的合作協議》；',
      '（二）《臨川省衞生廳與大澤市衞生局關於護士培訓的合作協議》；及',
      '（三）《臨川省財政廳與大澤市財政局關於貸款窗口的合作協議》。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀']],
        ['教育', ['支持兩地中']],
        ['醫療', ['推動兩地醫']],
      ],
      leftOut: ['preamble', 'signed_documents'],
      warnings: [],
    },
  ],
  [
    'the Simplified version after it',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
      '',
      '一、金融',
      '1. 推動兩地銀行合作設立聯合貸款窗口。',
      '2. 支持兩地企業互訪。',
      '二、教育',
      '1. 支持兩地中學結為姊妹學校，開展交流。',
      '2. 合辦教師培訓。',
      '',
      '临川大泽合作会议第三次会议',
      '合作备忘录',
      '',
      '临川省人民政府与大泽市人民政府于2024年5月6日在大泽市举行临川大泽合作会议第三次会议。',
      '',
      '一、金融',
      '1. 推动两地银行合作设立联合贷款窗口。',
      '2. 支持两地企业互访。',
      '二、教育',
      '1. 支持两地中学结为姊妹学校，开展交流。',
      '2. 合办教师培训。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble', 'translation'],
      warnings: ['translation_left_out'],
    },
  ],
  [
    'the English version after it',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
      '',
      '一、金融',
      '1. 推動兩地銀行合作設立聯合貸款窗口。',
      '2. 支持兩地企業互訪。',
      '二、教育',
      '1. 支持兩地中學結為姊妹學校，開展交流。',
      '2. 合辦教師培訓。',
      '',
      'Memorandum of the Third Meeting of the Linchuan-Daze Co-operation Conference',
      '',
      "The People's Government of Linchuan Province and the People's Government of Daze held the meeting on 6 May 2024.",
      '',
      'I. Finance',
      '1. To promote a joint loan window of the banks of both places.',
      '2. To support visits by enterprises.',
      'II. Education',
      '1. To support sister schools.',
      '2. To train teachers together.',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble', 'translation'],
      warnings: ['translation_left_out'],
    },
  ],
  [
    'bullets under underlined headings',
    [
      '臨川大澤合作會議第三次會議成果',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。雙方同意在以下範疇合作：',
      '',
      '金融',
      '————',
      '• 推動兩地銀行合作設立聯合貸款窗口。',
      '• 支持兩地企業互訪。',
      '',
      '教育',
      '————',
      '• 支持兩地中學結為姊妹學校，開展交流。',
      '• 合辦教師培訓。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble', 'rule', 'rule'],
      warnings: [],
    },
  ],
  [
    'bullets without full stops under ====',
    [
      '臨川大澤合作會議第三次會議成果',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。雙方同意在以下範疇合作：',
      '',
      '金融',
      '====',
      '◆推動兩地銀行合作設立聯合貸款窗口；',
      '◆支持兩地企業互訪',
      '',
      '教育',
      '====',
      '◆支持兩地中學結為姊妹學校，開展交流',
      '◆合辦教師培訓',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble', 'rule', 'rule'],
      warnings: [],
    },
  ],
  [
    'articles',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
      '',
      '第一條 金融',
      '1. 推動兩地銀行合作設立聯合貸款窗口。',
      '2. 支持兩地企業互訪。',
      '第二條 教育',
      '1. 支持兩地中學結為姊妹學校，開展交流。',
      '2. 合辦教師培訓。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble'],
      warnings: [],
    },
  ],
  [
    'articles with wide spaces and （一）',
    [
      '临川大泽合作会议第三次会议',
      '合作备忘录',
      '',
      '临川省人民政府与大泽市人民政府于2024年5月6日在大泽市举行临川大泽合作会议第三次会议。',
      '',
      '第一条　金融',
      '（一）推动两地银行合作设立联合贷款窗口。',
      '（二）支持两地企业互访。',
      '第二条　教育',
      '（一）支持两地中学结为姊妹学校，开展交流。',
      '（二）合办教师培训。',
    ],
    {
      areas: [
        ['金融', ['推动两地银', '支持两地企']],
        ['教育', ['支持两地中', '合办教师培']],
      ],
      leftOut: ['preamble'],
      warnings: [],
    },
  ],
  [
    'Roman areas and circled measures',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
      '',
      'I. 金融',
      '① 推動兩地銀行合作設立聯合貸款窗口。',
      '② 支持兩地企業互訪。',
      'II. 教育',
      '① 支持兩地中學結為姊妹學校，開展交流。',
      '② 合辦教師培訓。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble'],
      warnings: [],
    },
  ],
  [
    '1. and a), with lines to sign on below',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
      '',
      '1. 金融',
      ' a) 推動兩地銀行合作設立聯合貸款窗口。',
      ' b) 支持兩地企業互訪。',
      '2. 教育',
      ' a) 支持兩地中學結為姊妹學校，開展交流。',
      ' b) 合辦教師培訓。',
      '',
      '臨川省人民政府代表 ＿＿＿＿＿',
      '大澤市人民政府代表 ＿＿＿＿＿',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble', 'signature_block'],
      warnings: [],
    },
  ],
  [
    '（一） and (1)',
    [
      '臨川大澤合作會議第三次會議',
      '合作備忘錄',
      '',
      '臨川省人民政府與大澤市人民政府於2024年5月6日在大澤市舉行臨川大澤合作會議第三次會議。',
      '',
      '（一）金融',
      '(1) 推動兩地銀行合作設立聯合貸款窗口。',
      '(2) 支持兩地企業互訪。',
      '（二）教育',
      '(1) 支持兩地中學結為姊妹學校，開展交流。',
      '(2) 合辦教師培訓。',
    ],
    {
      areas: [
        ['金融', ['推動兩地銀', '支持兩地企']],
        ['教育', ['支持兩地中', '合辦教師培']],
      ],
      leftOut: ['preamble'],
      warnings: [],
    },
  ],
];

test.each(texts)('%s', (_, lines, expected) => {
  const result = parseMemorandum(lines.join('\n'));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  const { areas, leftOut, warnings, meeting } = result.draft;
  expect(areas.map(({ title, measures }) => [title, measures.map(({ text }) => text.slice(0, 5))])).toEqual(
    expected.areas,
  );
  expect(leftOut.map(({ reason }) => reason)).toEqual(expected.leftOut);
  expect(warnings.map(({ code }) => code)).toEqual(expected.warnings);
  expect(meeting).toMatchObject({ ordinal: 3, date: '2024-05-06' });
  expect(meeting.sides).toHaveLength(2);
});
