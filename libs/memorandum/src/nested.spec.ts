import type { Draft } from '#contracts/draft';
import { faults } from '#contracts/draft-account';
import fc from 'fast-check';
import { parseMemorandum } from './parse.js';
import { CHINESE, ENGLISH, type Family, nested, type NestedShape } from './specimen-nested.js';

const RUNS = 300;

/** Of those that stand for one another, a text uses one. */
const LEVELS = {
  chinese: [
    ['part', 'chapter'],
    ['article'],
    ['han'],
    ['han_bracketed'],
    ['figure', 'figure_tight'],
    ['figure_bracketed'],
    ['circled'],
  ],
  english: Object.keys(ENGLISH).map((family) => [family]),
} as { chinese: Family[][]; english: Family[][] };

const shapeIn = (language: NestedShape['language']): fc.Arbitrary<NestedShape> => {
  const levels = language === 'english' ? LEVELS.english : LEVELS.chinese;
  return fc
    .record({
      families: fc
        .tuple(fc.subarray(levels, { minLength: 2, maxLength: 5 }), fc.nat())
        .map(([of, n]) => of.map((each) => each[n % each.length]!)),
      subItems: fc.boolean(),
      wrap: fc.constantFrom(null, null, 36, 48),
      indent: fc.boolean(),
      stop: fc.constantFrom<NestedShape['stop']>('。', '。', '；', ''),
      countsOn: fc.constantFrom(false, false, false, true),
      blank: fc.boolean(),
      seed: fc.nat(),
    })
    .map(({ families, subItems, ...rest }) => {
      const within = (subItems && families.length > 2) || families.length > 4;
      return {
        ...{ language, ...rest },
        families: within ? families.slice(0, -1) : families,
        subItems: within ? families.at(-1)! : null,
      };
    });
};

const bare = (text: string): string => text.replace(/\s+/g, '');

const registerOf = ({ areas }: Draft) =>
  areas.map(({ title, headings = [], measures }) => ({
    title: bare(title),
    headings: headings.map(({ text }) => bare(text)),
    measures: measures.map(({ text }) => bare(text)),
  }));

test.each(['traditional', 'simplified', 'english'] as const)(
  'headings in headings, in %s: the register that was set, or a warning',
  (language) => {
    let exact = 0;
    fc.assert(
      fc.property(shapeIn(language), (shape) => {
        const { text, areas } = nested(shape);
        const result = parseMemorandum(text);
        // Two areas and two measures are the least that tells a register.
        if (!result.ok) return expect(areas.flatMap(({ measures }) => measures).length).toBeLessThan(8);
        const { draft } = result;
        expect(faults(text, draft)).toEqual([]);
        const set = areas.map(({ title, headings, measures }) => ({
          title: bare(title),
          ...{ headings: headings.map(bare), measures: measures.map(bare) },
        }));
        const same = JSON.stringify(registerOf(draft)) === JSON.stringify(set);
        if (same) exact++;
        else if (draft.warnings.length === 0) expect(registerOf(draft)).toEqual(set);
      }),
      { numRuns: RUNS, seed: 3 },
    );
    expect(exact).toBeGreaterThan(RUNS * 0.85);
  },
);

const FRONT = [
  '青石白沙合作會議第三次會議',
  '合作備忘錄',
  '青石省人民政府與白沙市人民政府於2024年5月6日在白沙市舉行青石白沙合作會議第三次會議，同意如下。',
];

function read(lines: string[]) {
  const result = parseMemorandum([...FRONT, ...lines].join('\n'));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  const { draft } = result;
  return {
    areas: registerOf(draft).map(({ title, headings, measures }) => [title, headings, measures]),
    warnings: draft.warnings.map(({ code }) => code),
    draft,
  };
}

test('chapters that only hold numbered areas together are no areas', () => {
  const { areas, warnings, draft } = read([
    '第一章 經貿',
    '一、金融',
    '1. 支持兩地銀行合作。',
    '二、投資',
    '1. 合辦投資說明會。',
    '第二章 民生',
    '三、教育',
    '1. 支持兩地中學交流。',
  ]);
  expect(areas).toEqual([
    ['金融', [], ['支持兩地銀行合作。']],
    ['投資', [], ['合辦投資說明會。']],
    ['教育', [], ['支持兩地中學交流。']],
  ]);
  expect(warnings).toEqual([]);
  const above = draft.leftOut.filter(({ reason }) => reason === 'heading');
  expect(above).toHaveLength(2);
});

test.each([CHINESE.article, (n: number) => `第${n}條\n`, (n: number) => `第${n}條`])(
  'an article with a colon, above its title, or against it: %#',
  (article) => {
    const { areas, warnings } = read([
      `${article(1)}金融`,
      '1. 支持兩地銀行合作。',
      '2. 合辦投資說明會。',
      `${article(2)}教育`,
      '1. 支持兩地中學交流。',
    ]);
    expect(areas).toEqual([
      ['金融', [], ['支持兩地銀行合作。', '合辦投資說明會。']],
      ['教育', [], ['支持兩地中學交流。']],
    ]);
    expect(warnings).toEqual([]);
  },
);

test('a heading with nothing below it is told', () => {
  const { areas, warnings } = read([
    ...['一、經貿', '（一）金融', '1. 支持兩地銀行合作。', '（二）投資'],
    ...['二、民生', '（一）教育', '1. 支持兩地中學交流。'],
  ]);
  expect(areas.map(([title, headings]) => [title, headings])).toEqual([
    ['經貿', ['金融', '投資']],
    ['民生', ['教育']],
  ]);
  expect(warnings).toEqual(['heading_without_measure']);
});

test('one way of numbering before headings and before measures is told', () => {
  const { warnings } = read([
    ...['一、經貿', '（一）金融', '1. 支持兩地銀行合作。', '2. 推動保險合作。'],
    ...['（二）合辦投資說明會，每年一次。', '（三）支持兩地企業互訪。'],
    ...['二、民生', '（一）支持兩地中學交流。', '（二）合辦護士培訓。'],
  ]);
  expect(warnings).toEqual(['levels_mixed']);
});

test('sub-items are parts of their measure, with their places', () => {
  const { draft } = read([
    ...['一、經貿', '1. 推動以下合作：', '(1) 銀行；', '(2) 保險。', '2. 合辦投資說明會。'],
    ...['二、民生', '1. 支持兩地中學交流。'],
  ]);
  const [first, second] = draft.areas[0]!.measures;
  expect(first!.parts!.map(({ text }) => text)).toEqual(['銀行；', '保險。']);
  expect(second!.parts).toBeUndefined();
});
