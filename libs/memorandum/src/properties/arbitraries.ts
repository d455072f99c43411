import fc from 'fast-check';
import { report } from '../specimen-report.js';
import { han, set, simplified, traditional } from '../specimen.js';
import { setEnglish } from '../specimen-english.js';

export const texts = [traditional, simplified].flatMap((specimen) => [
  set(specimen, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. `, wrap: 24 }),
  set(specimen, {
    area: (n) => `${han(n)}、`,
    measure: (n) => `（${han(n)}）`,
    paragraphEnd: '\r\n\r\n',
    lineEnd: '\r\n',
  }),
]);

export const reports = [
  report({ heading: (title) => `${title}\n————` }),
  report({ heading: (title) => title, between: '\r\n\u00a0\r\n' }),
];

export const inEnglish = [
  setEnglish({
    area: (title) => `**${title}**`,
    measure: (text) => `-   ${text}`,
    wrap: 60,
    hanging: '    ',
  }),
  setEnglish({ area: (title, n) => `Article ${n}\n${title}`, measure: (text, n) => `(${n}) ${text}` }),
  setEnglish({ area: (title) => title, measure: (text) => `     ${text}`, between: '\r\n\u00a0\r\n' }),
];

/** Pieces that such texts are made of, and what throws a reader off. */
const shard = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\n\n',
    '\f',
    ' ',
    '　',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u200b',
    '\ud840',
    '\x00',
  ),
  fc.constantFrom(
    '一、',
    '二、',
    '十一、',
    '三、四線',
    '1. ',
    '2.',
    '３．',
    '（一）',
    '(2)',
    '①',
    '第一條 ',
    'IV. ',
    '附件',
    '- 3 -',
    '7',
  ),
  fc.constantFrom(
    '(a) ',
    '- ',
    '• ',
    'A. ',
    'iv) ',
    'Article 2 ',
    '**',
    '## ',
    'THEME: ',
    'Agency: ',
    'US01.2  ',
  ),
  fc.constantFrom(
    'signed ',
    'the Mayor of X',
    ' and ',
    'held',
    'Fifth Session of the ',
    'today (May 3)',
    'five items',
  ),
  fc.constantFrom(
    '金融',
    '鼓勵兩地合作。',
    '《甲與乙備忘錄》',
    '今日',
    '———',
    '李小明說，',
    '如下：',
    '甲市人民政府與乙省人民政府',
    '簽署',
    '於2023年5月11日',
    '在丙市舉行',
    '第三次會議',
    '由',
    '和',
    '保存',
    '率領',
    '市長王小明',
  ),
  fc.constantFrom('。', '，', '；', '“', '”', '（', '）', '-', '/', 'abc', 'e.g.', '5G'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
export const rubble = fc.array(shard, { maxLength: 80 }).map((shards) => shards.join(''));

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 60 }),
  put: fc.array(shard, { maxLength: 4 }),
});
export const mutatedOf = (of: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...of), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([text, mutations]) =>
      mutations.reduce((changed, { at, cut, put }) => {
        const place = Math.floor(at * changed.length);
        return changed.slice(0, place) + put.join('') + changed.slice(place + cut);
      }, text),
    );

/** Rubble between the bones of a register, so that a good part of it is read. */
export const skeleton = fc
  .array(fc.tuple(rubble, fc.array(rubble, { maxLength: 4 })), { minLength: 2, maxLength: 5 })
  .map((areas) => {
    const list = areas.map(([title, measures], a) =>
      [`${han(a + 1)}、範疇${title}`, ...measures.map((m, i) => `${i + 1}. 雙方合作${m}。`)].join('\n'),
    );
    return ['甲乙合作會議第三次會議備忘錄', ...list].join('\n');
  });

const deed = fc.record({
  kind: fc.constantFrom('leave out', 'double', 'exchange'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

/** The lines of a good text, some of them left out, doubled or put elsewhere in its list. */
export const moved = fc
  .tuple(
    fc.constantFrom(
      ...[traditional, simplified].map((specimen) =>
        set(specimen, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` }),
      ),
    ),
    fc.array(deed, { minLength: 1, maxLength: 3 }),
  )
  .map(([text, deeds]) => {
    const lines = text.split('\n');
    const first = lines.findIndex((line) => line.startsWith('一、'));
    for (const { kind, at, to } of deeds) {
      const [i, j] = [at, to].map((share) => first + Math.floor(share * (lines.length - first)));
      if (kind === 'leave out') lines.splice(i!, 1);
      else if (kind === 'double') lines.splice(j!, 0, lines[i!]!);
      else [lines[i!], lines[j!]] = [lines[j!]!, lines[i!]!];
    }
    return lines;
  });
