/**
 * Memoranda made up for the specs: known words in, laid out in every way that such texts come in. No sentence of a
 * real one stands here.
 */
export interface Specimen {
  /** Up to the annex; each entry a paragraph, the first ones the title's lines. */
  title: string[];
  preamble: string[];
  closing: string[];
  signatures: string[];
  annex: string[];
  areas: { title: string; measures: string[] }[];
}

export interface Setting {
  area: (n: number) => string;
  measure: (n: number) => string;
  /** Han characters a line; none leaves each paragraph on one line. */
  wrap?: number;
  /** Written before each paragraph but headings. */
  indent?: string;
  /** Between the lines of a paragraph, and between paragraphs. */
  lineEnd?: string;
  paragraphEnd?: string;
  /** After so many lines of the list, what a page break leaves there. */
  page?: { every: number; mark: (page: number) => string };
}

const HAN = '零一二三四五六七八九';

export function han(n: number): string {
  if (n < 10) return HAN[n]!;
  if (n >= 100)
    return `${HAN[Math.floor(n / 100)]}百${n % 100 === 0 ? '' : (n % 100 < 10 ? '零' : '') + han(n % 100)}`;
  return `${n < 20 ? '' : HAN[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : HAN[n % 10]}`;
}

export const traditional: Specimen = {
  title: ['湘港高層會晤暨湘港合作會議第十二次會議', '備忘錄'],
  preamble: [
    '為增進湖南省與香港特別行政區的往來，湖南省人民政府與香港特別行政區政府於二〇二五年四月二十四日，在湖南省長沙市舉行湘港高層會晤暨湘港合作會議第十二次會議。會議在湖南省省長陳大文和香港特別行政區行政長官李小明率領下舉行。',
    '雙方回顧二〇一九年三月一日簽署的安排，同意在金融、教育、物流及青年發展等四個領域深入合作。',
  ],
  closing: [
    '本備忘錄一式四份，分別由湖南省人民政府港澳事務辦公室和香港特別行政區政府政制及內地事務局保存並推進落實。',
  ],
  signatures: [
    '湖南省人民政府          香港特別行政區政府',
    '副省長（簽字）      政務司司長（簽字）',
    '二〇二五年四月二十四日      二〇二五年四月二十四日',
  ],
  annex: ['附件', '湘港合作會議第十二次會議具體措施'],
  areas: [
    {
      title: '金融服務和“走出去”',
      measures: [
        '鼓勵兩地銀行為中小企業設立聯合貸款窗口，並於每年第三季檢討。窗口首年服務一千家企業，涉及資金2.5億元，其後按需要增加名額；',
        '支持湖南企業在香港發行綠色債券（簡稱“綠債”），雙方互換發行名單。',
      ],
    },
    {
      title: '教育',
      measures: [
        '兩地中學各選二十所結為姊妹學校，每年互訪一次。',
        '推動三、四線城市的教師使用“‘智慧課室’平台”備課，並以 Smart Campus 為名合辦比賽，費用由雙方分擔。',
        '合辦教師培訓班。',
      ],
    },
    {
      title: '物流',
      measures: [
        '在長沙與香港之間試辦鐵路和空運聯運，1、2月為淡季，班次可以減少，具體安排由雙方的運輸部門另行商定。',
      ],
    },
    {
      title: '青年發展',
      measures: ['每年安排三百名香港青年到湖南實習。', '設立湘港青年創業獎，由雙方輪流主辦。'],
    },
  ],
};

export const simplified: Specimen = {
  title: ['辽港合作会议第二次会议合作备忘录'],
  preamble: [
    '为深化交流，香港特别行政区政府与辽宁省人民政府于2024年9月5日在香港举行辽港合作会议第二次会议。香港特别行政区行政长官李小明率领香港代表团与辽宁省省长陈大文率领的辽宁省代表团出席会议。',
    '双方同意就以下3个范畴共7项措施开展合作。',
  ],
  closing: ['本备忘录由香港特别行政区政府政制及内地事务局和辽宁省发展和改革委员会保存。'],
  signatures: [
    '香港特别行政区政府',
    '政务司司长',
    '陈一心',
    '辽宁省人民政府',
    '副省长',
    '欧阳文',
    '2024年9月5日',
  ],
  annex: ['附件：具体措施'],
  areas: [
    {
      title: '商贸投资',
      measures: [
        '双方每年轮流举办一次投资说明会，邀请两地商会参加，会后互换跟进名单，由双方的联络人每季核对一次。',
        '支持辽宁的装备制造企业在香港设立财资中心。',
      ],
    },
    {
      title: '文化和旅游',
      measures: [
        '合作推广冰雪旅游线路，试行“一程多站”的联票。两地的博物馆每两年合办一次专题展览，首次展览在沈阳举行。',
        '鼓励两地青年剧团互访演出。',
        '共同整理两地近代工业遗产的档案，并以中英文出版目录。',
      ],
    },
    {
      title: '法律服务',
      measures: ['支持两地仲裁机构互荐仲裁员。', '合办跨境调解的培训课程，每期不少于三十人。'],
    },
  ],
};

const width = (character: string): number => (character.charCodeAt(0) < 0x2000 ? 1 : 2);

/** Breaks a paragraph at so many columns as a PDF does: anywhere between Han characters, never inside a Latin word. */
export function wrapAt(paragraph: string, columns: number, lineEnd: string): string {
  const words = paragraph.match(/[A-Za-z0-9.]+|[\s\S]/g) ?? [];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words) {
    const wide = [...word].reduce((sum, character) => sum + width(character), 0);
    if (used + wide > columns && !/^[，。；、）”’：]$/.test(word)) {
      lines.push(line.trimEnd());
      line = word.trimStart();
      used = line === '' ? 0 : wide;
    } else {
      line += word;
      used += wide;
    }
  }
  return [...lines, line].join(lineEnd);
}

/** The specimen as a text in a setting. */
export function set(specimen: Specimen, setting: Setting): string {
  const { wrap, indent = '', lineEnd = '\n', paragraphEnd = '\n', page } = setting;
  const fold = (text: string): string => (wrap ? wrapAt(indent + text, wrap * 2, lineEnd) : indent + text);
  const list = specimen.areas.flatMap((area, a) => [
    setting.area(a + 1) + area.title,
    ...area.measures.map((measure, m) => fold(setting.measure(m + 1) + measure)),
  ]);
  const round = [
    ...specimen.title,
    ...specimen.preamble.map(fold),
    ...specimen.closing.map(fold),
    ...specimen.signatures,
    ...specimen.annex,
  ];
  let text = [...round, ...list].join(paragraphEnd);
  if (page) {
    const lines = text.split(lineEnd);
    text = lines
      .flatMap((line, i) => (i > 0 && i % page.every === 0 ? [page.mark(i / page.every), line] : [line]))
      .join(lineEnd);
  }
  return text;
}
