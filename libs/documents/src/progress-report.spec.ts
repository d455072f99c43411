import { languages } from '#i18n/language';
import { inflateRawSync } from 'node:zlib';
import { progressReport } from './progress-report.js';
import type { ProgressReportData, ReportMeasure, ReportSide } from './report-data.js';
import { clean } from './word-parts.js';

const hongKong: ReportSide = {
  partyId: 'p-hk',
  name: { hant: '香港', hans: '香港', en: 'Hong Kong' },
  mark: { hant: '港', hans: '港', en: 'HK' },
  jurisdiction: 'HK',
};
const shanghai: ReportSide = {
  partyId: 'p-sh',
  name: { hant: '上海', hans: '上海', en: 'Shanghai' },
  mark: { hant: '滬', hans: '沪', en: 'SH' },
  jurisdiction: 'CN',
};
const justice = { hant: '律政司', hans: '律政司', en: 'Department of Justice' };
const bureau = { hant: '上海市司法局', hans: '上海市司法局', en: 'Shanghai Municipal Bureau of Justice' };
const secretPending = '未發布：對方仍有保留，暫不公開。';

function measure(ordinal: number, changes: Partial<ReportMeasure> = {}): ReportMeasure {
  return {
    ordinal,
    title: `措施甲${ordinal}`,
    text: `措施甲${ordinal}，由兩地部門按年推行。`,
    status: 'on_target',
    awaitingPartyId: null,
    light: 'green',
    lightReason: 'normal',
    lightDays: null,
    dueOn: null,
    tracks: [
      {
        partyId: 'p-hk',
        status: 'on_target',
        lead: justice,
        supporting: [],
        nextStep: '明年一月再議。',
        latest: { text: '第一次視像會議已舉行。', on: '2026-10-08' },
      },
      { partyId: 'p-sh', status: 'not_started', lead: null, supporting: [], nextStep: null, latest: null },
    ],
    own: {
      lead: justice,
      supporting: [bureau],
      internalDueOn: '2026-12-10',
      pending: { state: 'submitted', text: secretPending },
    },
    ...changes,
  };
}

function report(changes: Partial<ProgressReportData> = {}): ProgressReportData {
  const late = measure(2, {
    status: 'behind',
    light: 'red',
    lightReason: 'overdue',
    lightDays: 12,
    dueOn: '2026-11-09',
    own: null,
  });
  const awaiting = measure(1, { status: 'awaiting_confirmation', awaitingPartyId: 'p-sh', own: null });
  return {
    language: 'zh-Hant-HK',
    audience: 'joint',
    partyId: null,
    mechanism: { hant: '滬港合作機制', hans: '沪港合作机制', en: 'Hong Kong–Shanghai' },
    meeting: { title: '滬港合作會議第六次會議', script: 'hant', heldOn: '2024-04-26', place: '香港' },
    sides: [hongKong, shanghai],
    generatedOn: '2026-11-21',
    declared: { areas: 15, measures: 65, documents: 21 },
    captured: { areas: 2, measures: 3, documents: 1 },
    completion: { completed: 1, countable: 2, leftOut: { ongoing: 1, suspended: 0, dropped: 0 } },
    areas: [
      { ordinal: 1, title: '法律服務', measures: [measure(1), late] },
      { ordinal: 11, title: '體育', measures: [awaiting] },
    ],
    documents: [{ ordinal: 1, title: '交流安排', parties: ['律政司', '某大學'] }],
    ...changes,
  };
}

interface Read {
  body: string;
  header: string;
  footer: string;
  styles: string;
  /** All that is read, a line a paragraph. */
  words: string;
}

async function read(data: ProgressReportData): Promise<Read> {
  const bytes = await progressReport(data);
  const parts = unzip(bytes);
  const part = (name: string) => parts.get(`word/${name}.xml`) ?? '';
  const body = part('document');
  const words = body
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .join('\n');
  return {
    body,
    header: part('header1'),
    footer: part('footer1'),
    styles: part('styles'),
    words,
  };
}

/** The parts of a Word file by name, as its central directory lists them (APPNOTE.TXT 4.3.12). */
function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength, extraLength, commentLength, offset] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const content = bytes.subarray(start, start + size);
    const deflated = bytes.readUInt16LE(at + 10) === 8;
    if (!name.endsWith('/')) parts.set(name, (deflated ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

describe('the progress report', () => {
  it('answers first: a sentence with what the figure leaves out and what is late', async () => {
    const { words } = await read(report());
    expect(words).toContain(
      '截至2026年11月21日，可計完成率的 2 項合作措施中，已完成 1 項。另有 1 項不計入（持續推行 1 項）。現有 1 項逾期。文本列明 65 項合作措施，現收錄 3 項，其餘 62 項有待補錄文本。',
    );
    expect(words.indexOf('截至2026年11月21日')).toBeLessThan(words.indexOf('法律服務'));
  });

  it('shows declared, captured and the gap; light by light; the overdue; and the documents', async () => {
    const { words } = await read(report());
    expect(words).toContain('合作措施\n65\n3\n62');
    expect(words).toContain('◆ 紅\n▲ 黃\n● 綠\n○ 灰\n合計\n1\n0\n2\n0\n3\n逾期，或進度較預期慢');
    expect(words).toContain('一.2\n措施甲2\n2026年11月9日\n12 天\n律政司');
    expect(words).toContain('1\n交流安排\n律政司、某大學');
  });

  it('has a table a measure in two equal columns, with the side that has to answer', async () => {
    const { body, words } = await read(report());
    expect(words).toContain('十一、體育');
    expect(words).toContain('待滬方確認');
    expect(words).toContain('牽頭部門：律政司');
    expect(words).toContain('牽頭單位：尚未公布');
    expect(words).toContain('2026年10月8日更新：第一次視像會議已舉行。');
    expect(words).toContain('下一步：明年一月再議。');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(6);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  });

  it('prints nothing private in a joint report, whatever it is given', async () => {
    const { body, header, words } = await read(report());
    expect(words).not.toContain(secretPending);
    expect(words).not.toContain('2026年12月10日');
    expect(header + body).not.toContain('看得見');
    expect(words).toContain('只載雙方已核准發布的共同紀錄');
  });

  it('marks a side’s report on every page and at every private line', async () => {
    const { header, words, body } = await read(report({ audience: 'side', partyId: 'p-hk' }));
    expect(header).toContain('只有港方看得見');
    expect(words).toContain(secretPending);
    expect(words).toMatch(
      /只有港方看得見　　牽頭部門：律政司　　協辦部門：上海市司法局　　內部日期：2026年12月10日/,
    );
    expect(body.match(/只有港方看得見/g)).toHaveLength(1);
    expect(body).toMatch(/<w:headerReference w:type="default"/);
    expect(words).toContain('不得交予對方或觀察員');
  });

  it('prints no private line where the side knows no more than it has shared', async () => {
    const shared = { lead: justice, supporting: [], internalDueOn: null, pending: null };
    const plain = await read(
      report({
        audience: 'side',
        partyId: 'p-hk',
        areas: [{ ordinal: 1, title: '法', measures: [measure(1, { own: shared })] }],
      }),
    );
    expect(plain.body).not.toContain('看得見');
    const unshared = { ...shared, lead: bureau };
    const more = await read(
      report({
        audience: 'side',
        partyId: 'p-hk',
        areas: [{ ordinal: 1, title: '法', measures: [measure(1, { own: unshared })] }],
      }),
    );
    expect(more.words).toContain('只有港方看得見　　牽頭部門：上海市司法局');
  });

  it('refuses a side’s report that does not say whose it is', async () => {
    await expect(progressReport(report({ audience: 'side' }))).rejects.toThrow(RangeError);
    await expect(progressReport(report({ audience: 'side', partyId: 'p-cq' }))).rejects.toThrow(RangeError);
  });

  it('numbers its pages', async () => {
    const { footer } = await read(report());
    expect(footer).toMatch(/PAGE<\/w:instrText>.*NUMPAGES<\/w:instrText>/s);
  });

  it.each([
    ['zh-Hant-HK', 'Microsoft JhengHei', 'zh-HK', '進展報告'],
    ['zh-Hans-CN', 'Microsoft YaHei', 'zh-CN', '进展报告'],
    ['en', 'Arial', 'en-GB', 'Progress report'],
  ] as const)('sets fonts and languages for %s', async (language, font, tag, kind) => {
    const { styles, words, body } = await read(report({ language }));
    expect(styles).toMatch(new RegExp(`<w:rFonts[^>]*w:ascii="${font}"`));
    expect(styles).toContain(`w:val="${tag}"`);
    expect(words).toContain(kind);
    // The signed words keep their own script, whoever reads.
    expect(body).toMatch(
      /<w:rFonts w:ascii="Microsoft JhengHei"[^>]*w:eastAsia="Microsoft JhengHei"[^>]*\/>(?:(?!<w:t ).)*<w:t [^>]*>措施甲1，由/,
    );
  });

  it('has English without a trace of Chinese but what was signed or written in it', async () => {
    const { words } = await read(report({ language: 'en', audience: 'side', partyId: 'p-sh' }));
    expect(words).toContain('1 measure is overdue');
    expect(words).toContain('Awaiting Shanghai side');
    expect(words).toContain('11. 體育　1 measure');
    expect(words.match(/Lead: Department of Justice/)).not.toBeNull();
    for (const line of words.split('\n')) expect(line).not.toMatch(/[A-Za-z]{2,}.*[：、。].*[A-Za-z]{2,}/);
  });

  it.each(languages)('leaves no text unfilled, %s', async (language) => {
    for (const audience of ['joint', 'side'] as const) {
      const { words, header, footer } = await read(report({ language, audience, partyId: 'p-sh' }));
      expect(words + header + footer).not.toMatch(/\{\{|undefined|null|NaN/);
    }
  });

  it('takes an empty meeting', async () => {
    const { words } = await read(
      report({
        areas: [],
        documents: [],
        completion: { completed: 0, countable: 0, leftOut: { ongoing: 0, suspended: 0, dropped: 0 } },
        declared: { areas: null, measures: null, documents: null },
      }),
    );
    expect(words).toContain('尚無可計完成率的合作措施。沒有逾期或進度較預期慢的措施。');
    expect(words).toContain('未列明');
    const { words: area } = await read(report({ areas: [{ ordinal: 1, title: '空', measures: [] }] }));
    expect(area).toContain('這個範疇沒有收錄措施。');
  });

  it('keeps bold words, lists and links of what a side says', async () => {
    const text = '**兩場**會議：\n- 第一場\n- [紀要](https://example.org/a)\n其後再議。';
    const said = measure(1);
    const [ours, theirs] = said.tracks;
    const tracks = [{ ...ours!, latest: { text, on: '2026-10-08' } }, theirs!];
    const parts = unzip(
      await progressReport(
        report({ areas: [{ ordinal: 1, title: '會議', measures: [{ ...said, tracks }] }] }),
      ),
    );
    const body = parts.get('word/document.xml')!;
    const words = body.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '');
    expect(words).toMatch(/兩場會議：\n第一場\n紀要\n其後再議。/);
    expect(body).toMatch(/<w:b\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>兩場</);
    expect(body.match(/<w:numPr>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:hyperlink [^>]*>.*紀要.*<\/w:hyperlink>/);
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://example.org/a"');
  });

  it('strips what Word cannot hold and what reorders what is read', async () => {
    expect(clean('a\u0000b\u000bc\u001f\u009f\ufffe\ud800d\u202ee\r\nf\tg')).toBe('abc\ufffdde\nf g');
    const hostile = '\u0000<w:t>&"\ud83d\u0008\u202e列\r\n行';
    const bytes = await progressReport(
      report({
        audience: 'side',
        partyId: 'p-hk',
        meeting: { title: hostile, script: 'hant', heldOn: '2024-04-26', place: hostile },
        areas: [
          {
            ordinal: 1,
            title: hostile,
            measures: [
              measure(1, {
                title: hostile,
                text: hostile,
                own: {
                  lead: null,
                  supporting: [],
                  internalDueOn: null,
                  pending: { state: 'draft', text: hostile },
                },
              }),
            ],
          },
        ],
        documents: [{ ordinal: 1, title: hostile, parties: [hostile] }],
      }),
    );
    const parts = unzip(bytes);
    expect(parts.size).toBeGreaterThan(5);
    for (const [name, xml] of parts) {
      expect([name, /(?![\t\n\r])[\p{Cc}\u202e\ufffe]/u.test(xml)]).toEqual([name, false]);
      expect([name, xml.includes('<w:t>&"')]).toEqual([name, false]);
    }
  });

  it('tells its progress, in order, and waits for the listener', async () => {
    const seen: number[] = [];
    await progressReport(report(), async (percent) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(percent);
    });
    expect(seen).toEqual([0, 45, 90, 100]);
  });
});
