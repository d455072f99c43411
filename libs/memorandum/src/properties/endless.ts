import { han } from '../specimen.js';
import { inEnglish, reports, texts } from './arbitraries.js';

/** As many areas with as many measures as three figures can count, none on a line of its own. */
function risingList(): string {
  const measures = Array.from({ length: 400 }, (_, i) => `合作。${i + 2}. `).join('');
  return Array.from({ length: 98 }, (_, i) => `${measures}交流。${han(i + 2)}、金融 1. `)
    .join('')
    .repeat(4);
}

/** Texts of so many characters, each of one odd kind: what grows with the square of its length shows in them. */
export function endless(size: number): [string, string][] {
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const before = (rest: string): string => `${rest}\n${texts[0]}`;
  const measureAfter = (rest: string): string => `甲乙合作會議第三次會議備忘錄\n一、金融\n1. ${rest}`;

  return [
    ['specimens', fill(`${texts[0]}\n`)],
    [
      'a list of many thousand areas',
      fill('一、金融\n1. 兩地銀行互換名單，每年一次。\n2. 雙方各派十人交流。\n'),
    ],
    ['headings only', fill('一、金融\n')],
    ['numbers only', fill('1. \n')],
    ['one line', measureAfter(fill('雙方合作交流'))],
    ['one line of sentences', measureAfter(fill('合作。'))],
    ['one line of numbers', measureAfter(fill('合作。2. 交流。3. '))],
    [
      'one line of numbers that rise',
      measureAfter(
        Array.from({ length: 999 }, (_, i) => `合作。${i + 2}. `)
          .join('')
          .repeat(90)
          .slice(0, size),
      ),
    ],
    ['one line of areas and measures that rise', measureAfter(risingList().slice(0, size))],
    ['one line of headings', measureAfter(fill('合作。二、教育 1. '))],
    ['reports', fill(`${reports[0]}\n`)],
    ['headings and paragraphs', fill('金融\n鼓勵合作。\n')],
    ['headings and rules', fill('金融\n————\n鼓勵兩地銀行互換名單，每年一次。\n')],
    ...['會上簽署《', '會上簽署兩份文件：\n（一）《甲備忘錄》\n', '今日在', '一月一日在甲舉行', '率領甲'].map(
      (piece): [string, string] => [
        `beside a report: ${JSON.stringify(piece)}`,
        `${fill(piece).slice(0, size / 2)}\n${reports[1]}`,
      ],
    ),
    ['texts in English', fill(`${inEnglish[0]}\n`)],
    ...[
      '- ',
      '- a\n',
      '* * ',
      '. ',
      '...',
      '(',
      '(a) ',
      '(a) x.\n',
      '1. x.\n',
      '1.1.1.1 ',
      'A. ',
      '**',
      '**a**\n',
      'Article ',
      'Article 1\n',
      'Article 1 a\n(1) b.\n',
      'US1.1  a\n',
      'THEME: a\n',
      'Agency: a\n',
      'A\n',
      'A ',
      'A.',
      'A/',
      'A/B ',
      'of the ',
      'the Government of A and ',
      'Government ',
      'Fifth Session of the ',
      'First ',
      'signed the Memorandum and the ',
      'signed ',
      'held in A ',
      'led by the Mayor and ',
      'Mr. ',
      '3 March 2032 ',
      'twenty ',
      'For the Government of A\n',
    ].map((piece): [string, string] => {
      const much = fill(piece).slice(0, size / 10);
      return [
        `before and in a list in English: ${JSON.stringify(piece)}`,
        `${much}\n\n${inEnglish[1]!.replace('hourly', much)}`,
      ];
    }),
    ['white space', fill(' ')],
    ['NBSP and letters', fill('\u00a0a')],
    ['empty lines', fill('\n')],
    ['form feeds and page numbers', fill('\f- 1 -\n合作\n')],
    ['running heads', fill('\f合作文件\n合作。\n')],
    // Half as much, as lines of a word or two are: what is looked for is growth with the square.
    ...[
      '7\n',
      '“',
      '政府',
      '甲市人民政府與',
      '甲市人民政府和乙市人民政府',
      '甲市人民政府\n',
      '甲市人民政府    乙市人民政府\n市長    市長\n',
      '第一',
      '第一次',
      '甲乙合作會議第',
      '由甲和',
      '由甲和乙保存',
      '在',
      '在甲舉行',
      '市長',
      '市長王大明率領',
      '2023年',
      '2023年5月11日',
      '2023年5月11日\n',
      '二〇二五',
      '（(',
      '簽署',
      '簽署四份',
      '四個',
      '暨',
      '備忘錄\n',
      '附件\n',
      'a. b - ',
    ].map((piece): [string, string] => [
      `before the list: ${JSON.stringify(piece)}`,
      before(fill(piece).slice(0, size / 2)),
    ]),
  ];
}
