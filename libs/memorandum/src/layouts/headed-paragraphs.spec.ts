import type { Draft } from '#contracts/draft';
import { normalise } from '../normalise.js';
import { parseMemorandum } from '../parse.js';
import { traditional } from '../specimen.js';
import { OPENING, report, type Shape, SPEECH } from '../specimen-report.js';

const shapes: [string, Shape][] = [
  ['headings with a line under them', { heading: (title) => `${title}\n${'—'.repeat(title.length)}` }],
  ['headings with ==== under them', { heading: (title) => `${title}\r\n======`, between: '\r\n\r\n' }],
  ['headings told by being short', { heading: (title) => title }],
  ['no empty lines', { heading: (title) => title, between: '\n' }],
  ['everything indented by NBSP', { heading: (title) => title, between: '\n\u00a0\n\u00a0 \u00a0 ' }],
];

function read(text: string): Draft {
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  return result.draft;
}

describe.each(shapes)('a report of a meeting with %s', (_, shape) => {
  const text = report(shape);

  test('gives areas and their paragraphs, and nothing of the speech and the signing', () => {
    const draft = read(text);
    expect(draft.areas.map(({ title, measures }) => [title, measures.length])).toEqual(
      traditional.areas.map(({ title, measures }) => [title, measures.length]),
    );
    draft.areas.forEach(({ measures }, i) =>
      measures.forEach((measure, j) => {
        expect(measure.text).toBe(normalise(text.slice(...measure.range)));
        expect(measure.text.slice(0, -1)).toBe(traditional.areas[i]!.measures[j]!.slice(0, -1));
      }),
    );
    expect(draft.warnings).toEqual([]);
  });

  test('gives the meeting and what was signed', () => {
    const { meeting, signedDocuments } = read(text);
    expect(meeting).toMatchObject({
      title: '湘港高層會晤暨湘港合作會議第十二次會議',
      mechanism: '湘港合作會議',
      ordinal: 12,
      date: '2025-04-24',
      place: '湖南省長沙市',
      sides: ['香港特區政府', '湖南省'],
      headsOfDelegation: [
        { side: '香港特區政府', post: '行政長官', name: '李小明' },
        { side: '湖南省', post: '湖南省省長', name: '陳大文' },
      ],
      signatories: [
        { side: '香港特區政府', post: '政務司司長', name: '何一心' },
        { side: '湖南省', post: '湖南省副省長', name: '歐陽文' },
      ],
      declared: { areas: 4, measures: null, documents: 2 },
    });
    expect(signedDocuments.map(({ ordinal, title, parties }) => [ordinal, title, parties])).toEqual([
      [1, '湘港合作會議第十二次會議合作備忘錄', meeting.sides],
      [2, '甲市商務局與香港貿易發展局關於展覽的合作備忘錄', ['甲市商務局', '香港貿易發展局']],
      [3, '湘港青年交流合作意向書', []],
    ]);
    signedDocuments.forEach(({ title, range }) => expect(text.slice(...range)).toBe(title));
  });

  test('asks for the date where the text does not say when it was published', () => {
    const { meeting, warnings } = read(report(shape, '責任編輯：某某'));
    expect(meeting.date).toBeNull();
    expect(warnings.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'date_relative', params: { words: '今日（四月二十四日）' } },
    ]);
  });

  test('accounts for every word', () => {
    const draft = read(text);
    const rest = [...text];
    const measures = draft.areas.flatMap((area) => area.measures);
    for (const { range } of [...draft.areas, ...measures, ...draft.metadata, ...draft.leftOut])
      rest.fill(' ', ...range);
    expect(rest.join('').trim()).toBe('');
  });
});

const plain = report(shapes[2]![1]);

test('a picture between two areas is left out, and they go on', () => {
  const draft = read(
    plain.replace('\n\n教育\n', '\n\n會場.jpg\n\n李小明（右）與陳大文（左）合照。政府新聞處\n\n教育\n'),
  );
  expect(draft.areas).toHaveLength(4);
  expect(draft.leftOut.filter(({ reason }) => reason === 'caption')).toHaveLength(2);
});

test('another number of documents or areas than was listed is said', () => {
  const draft = read(plain.replace('簽署兩份', '簽署五份').replace('以下四個', '以下九個'));
  expect(draft.warnings.map(({ params }) => params)).toEqual([
    { what: 'areas', declared: 9, found: 4 },
    { what: 'documents', declared: 5, found: 3 },
  ]);
});

test.each([
  ['what will be signed', '會議結束前，雙方將於會上簽署《來年合作備忘錄》。'],
  ['those who only look on', '李小明與陳大文共同見證。'],
])('%s is not taken for what was signed', (_, sentence) => {
  const { meeting, signedDocuments } = read(plain.replace(SPEECH, sentence));
  expect(signedDocuments).toHaveLength(3);
  expect(meeting.signatories[0]!.name).toBe('何一心');
});

test.each([
  [
    'an article with sub-heads',
    [OPENING, '融合', SPEECH, '香港發展迅速。', '再見', '他說，會再來。'].join('\n\n'),
  ],
  ['a recipe', '材料如下：\n\n麵糰\n\n加入麵粉。\n\n餡料\n\n加入糖。'],
])('%s is refused', (_, text) => {
  expect(parseMemorandum(text).ok).toBe(false);
});
