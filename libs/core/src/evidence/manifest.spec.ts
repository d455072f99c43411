import type { EvidenceFile } from './downloads.reads.js';
import { manifestOf, namesInArchive } from './manifest.js';

describe('a file’s name in an archive', () => {
  it('is one that no other has and that every system can write', () => {
    const given = [
      'a.pdf',
      'A.PDF',
      'a (2).pdf',
      'List.csv',
      'CON.txt',
      'a:b?.txt',
      '會議紀要',
      '會議紀要',
      'x. ',
    ];
    expect(namesInArchive(given, 'List.csv')).toEqual([
      ...['a.pdf', 'A (2).PDF', 'a (2) (2).pdf', 'List (2).csv', '_CON.txt', 'a_b_.txt'],
      ...['會議紀要', '會議紀要 (2)', 'x'],
    ]);
  });
});

describe('the list in an archive', () => {
  const file: EvidenceFile = {
    ...{
      id: '',
      mechanismId: '',
      meetingId: '',
      measureId: '',
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
    },
    ...{
      title: '=HYPERLINK("x")',
      kind: 'report',
      documentOn: '2026-05-02',
      bytes: 12,
      sha256: 'ab',
      fileKey: 'k',
    },
    ...{ disclosed: 'taken_back', areaOrdinal: 2, ordinal: 3, placeTitle: '金融', noted: null },
  };

  it('says what each is, where it belongs and who may read it, and runs nothing', () => {
    expect(manifestOf([file], ['a.pdf'], 'zh-Hant-HK').toString()).toBe(
      [
        '\uFEFF"檔案","SHA-256","位元組","標題","類別","文件日期","合作措施或文件","公開"',
        `"a.pdf","ab","12","'=HYPERLINK(""x"")","報告","2026-05-02","二.3 金融","已收回"`,
        '',
      ].join('\r\n'),
    );
  });
});
