import type { Range } from '#contracts/draft';
import { endsSentence } from './lines.js';
import type { Sheet } from './sheet.js';

/** What titles of other texts end in that are numbered as memoranda are, and may name a meeting in passing. */
const OTHER_TITLE = new RegExp(
  '(?:' +
    [
      '施政[報报]告',
      '工作[報报]告',
      '[財财]政[預预]算案?',
      '致[辭辞]',
      '[講讲][話话]',
      '演[講讲辭辞說说]',
      '合同(?:[書书])?',
      '合[約约]',
      '[會会][議议][記记紀纪][錄录]',
      '(?:委[員员][會会]|[議议][會会]|[小工]作?[組组]|常[務务]|[辦办]公).{0,16}[紀纪]要',
      '[條条]例(?:草案)?',
    ].join('|') +
    ')(?:[（(][^（）()]{1,20}[）)]|全文|稿)?$',
  'u',
);

/** "各位代表：" – somebody speaks. */
const SALUTATION = /^(?:尊敬的|各位|主席).{0,20}[：:，,]$/u;

const FIRST_LINES = 8;
const LONGEST_TITLE = 40;

/** Whether the first lines of a text say that it is something else: minutes, a policy address, a speech, a contract. */
export function isOtherKind({ lines }: Sheet): boolean {
  const first = lines.slice(0, FIRST_LINES).map(({ text }) => text);
  if (first.some((text) => SALUTATION.test(text))) return true;
  const prose = first.findIndex((text) => endsSentence(text) || text.length > LONGEST_TITLE);
  const heading = prose === -1 ? first : first.slice(0, prose);
  // "…委員會" may stand on the line above "第八次會議紀要".
  const titles = heading.flatMap((text, i) => [text, (heading[i - 1] ?? '') + text]);
  return titles.some((text) => OTHER_TITLE.test(text.replace(/\s+/g, '')));
}

/** Whether a place in a text stands in a heading. */
export function isInHeading({ lines }: Sheet, [start, end]: Range): boolean {
  const line = lines.find(({ range }) => range[0] <= start && range[1] >= end);
  return line !== undefined && line.text.length <= LONGEST_TITLE && !endsSentence(line.text);
}

/** Whether a headline has these words: "甲乙合作會議今日舉行", and the text below says for which time. */
export function isInHeadline({ lines }: Sheet, words: string): boolean {
  return lines.slice(0, FIRST_LINES).some(({ text }) => {
    const heading = text.replace(/[「」“”\s]/g, '');
    return heading.length <= LONGEST_TITLE && !endsSentence(heading) && heading.includes(words);
  });
}

/** Parties of a contract, which no government is. */
const COMPANY = /公司|企[業业]|集[團团]|[銀银]行|[廠厂]$|合作社|[協协][會会]$/u;

export function isCompany(name: string): boolean {
  return COMPANY.test(name);
}
