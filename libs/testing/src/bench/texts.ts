import { announcedList } from '#memorandum/layouts/announced-list';
import { areasInLine } from '#memorandum/layouts/areas-in-line';
import { headedParagraphs } from '#memorandum/layouts/headed-paragraphs';
import type { Layout } from '#memorandum/layouts/layout';
import { numberedAnnex } from '#memorandum/layouts/numbered-annex';
import { numberedAreas } from '#memorandum/layouts/numbered-areas';
import { outline } from '#memorandum/layouts/outline';
import { LAYOUTS, parseMemorandum } from '#memorandum/parse';
import { han, set, type Setting, type Specimen, traditional } from '#memorandum/specimen';
import { type Nested, nested, type NestedShape } from '#memorandum/specimen-nested';

/** A text that one layout has to read, and the register that it was set from. */
interface BenchText {
  text: string;
  layout: Layout;
  areas: { title: string; measures: string[] }[];
  documents?: string[];
}

/** As long as such texts come: some sixty pages. */
const AREAS = 90;
const MEASURES = 12;
const DOCUMENTS = 900;

const long: Specimen = {
  ...traditional,
  areas: Array.from({ length: AREAS }, (_, area) => ({
    title: `${traditional.areas[area % traditional.areas.length]!.title}之${han(area + 1)}`,
    measures: Array.from(
      { length: MEASURES },
      (__, measure) =>
        `支持兩地機構於第${han(measure + 1)}年合作。${traditional.areas[0]!.measures[0]!.replace('；', '。')}`,
    ),
  })),
};
const { areas } = long;
const front = [...long.title, ...long.preamble];

const annexIn = (setting: Partial<Setting>): string =>
  set(long, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. `, ...setting });
const headed = (heading: (title: string) => string, bullet = ''): string[] => [
  '雙方就以下範疇達成合作共識：',
  ...areas.flatMap(({ title, measures }) => [heading(title), ...measures.map((text) => bullet + text)]),
];

const shape: NestedShape = {
  ...{ language: 'traditional', families: ['han', 'figure'], subItems: null, wrap: null, indent: false },
  ...{ stop: '。', countsOn: false, blank: false, seed: 2, most: 20 },
};
const english = nested({ ...shape, language: 'english', families: ['roman', 'letter', 'figure_en'] });
const articles = nested({
  ...{ ...shape, language: 'english', families: ['article_en', 'figure_bracketed_en'], most: 90, wrap: 48 },
});
const chapters = nested({ ...shape, families: ['chapter', 'han', 'han_bracketed', 'figure'], most: 9 });
const chinese = nested({ ...shape, most: 90 });
const simplified = nested({ ...shape, most: 90, language: 'simplified' });

/** Of different lengths, since lines of one length are those of a page. */
const documents = Array.from(
  { length: DOCUMENTS },
  (_, n) => `湖南省商務廳與香港貿易發展局關於第${n + 1}次${'展覽和'.repeat(n % 9)}考察的合作備忘錄`,
);
const documentsSigned = [
  '會上，雙方簽署以下合作文件：',
  ...documents.map((title, n) => `（${han(n + 1)}）《${title}》${n + 1 < DOCUMENTS ? '；' : '。'}`),
];

const inLine = areas.map(({ title, measures }) => ({
  title,
  measures: measures.map(
    (text, at) => text.replace(/[。；]/g, '，').replace(/，$/, '') + (at + 1 < MEASURES ? '；' : '。'),
  ),
}));

/** The rows of a table, its heading the first. */
export const rows = [
  ['序號', '合作範疇', '合作措施'],
  ...areas.flatMap(({ title, measures }) => measures.map((text, at) => [String(at + 1), title, text])),
];
export const annex = annexIn({});

const readBy = (layout: Layout, { text, areas: register }: Pick<Nested, 'text' | 'areas'>): BenchText => ({
  ...{ text, layout, areas: register },
});

/** A text in each layout that is known. */
export const texts: Record<string, BenchText> = {
  'numbered annex': { text: annex, layout: numberedAnnex, areas },
  'numbered annex, wrapped': { text: annexIn({ wrap: 36 }), layout: numberedAnnex, areas },
  'headings in headings': readBy(numberedAnnex, chapters),
  'headings and paragraphs': {
    text: [...front, ...headed((title) => `${title}\n————`)].join('\n\n'),
    ...{ layout: headedParagraphs, areas },
  },
  'headings and bullets': {
    text: [...front, ...headed((title) => title, '• ')].join('\n\n'),
    ...{ layout: headedParagraphs, areas },
  },
  'numbered areas': { text: annexIn({ measure: () => '' }), layout: numberedAreas, areas },
  'numbered areas and bullets': { text: annexIn({ measure: () => '• ' }), layout: numberedAreas, areas },
  'areas in line': {
    text: [
      ...front,
      ...inLine.map(({ title, measures }, n) => `${han(n + 1)}、${title}：${measures.join('')}`),
    ].join('\n'),
    ...{ layout: areasInLine, areas: inLine },
  },
  'bullets without areas': {
    text: [
      ...front,
      '雙方同意在以下領域合作：',
      ...areas.flatMap(({ measures }) => measures.map((text) => `• ${text}`)),
    ].join('\n'),
    layout: announcedList,
    areas: [{ title: '雙方同意在以下領域合作', measures: areas.flatMap(({ measures }) => measures) }],
  },
  'I. A. 1. in English': readBy(outline, english),
  'Article 1 (1) in English': readBy(outline, articles),
  'documents signed': {
    text: [...front, ...headed((title) => `${title}\n————`).slice(0, 40), ...documentsSigned].join('\n\n'),
    layout: headedParagraphs,
    areas: areas.slice(0, 3),
    documents,
  },
  'Chinese, then English': readBy(numberedAnnex, { ...chinese, text: `${chinese.text}\n\n${articles.text}` }),
  'Traditional, then Simplified': readBy(numberedAnnex, {
    ...chinese,
    text: `${chinese.text}\n\n${simplified.text}`,
  }),
  table: { text: rows.map((row) => row.join('\t')).join('\n'), layout: LAYOUTS[0]!, areas },
};

const bare = (text: string): string => text.replace(/\s+/g, '');
const wordsOf = (of: BenchText['areas']): string =>
  JSON.stringify(of.map(({ title, measures }) => [bare(title), ...measures.map(bare)]));

/** Throws unless a text is read by its layout, as it was set: else the speed of it would say nothing. */
export function check(name: string, { text, layout, areas: register, documents: signed }: BenchText): void {
  const result = parseMemorandum(text);
  if (!result.ok) throw new Error(`${name}: refused, for ${JSON.stringify(result.lookedFor)}`);
  const { areas: found, signedDocuments } = result.draft;
  const measuresOf = ({ title, measures }: (typeof found)[number]) => ({
    title,
    measures: measures.map((measure) => measure.text),
  });
  if (wordsOf(found.map(measuresOf)) !== wordsOf(register))
    throw new Error(`${name}: read otherwise than set`);
  // The first is the memorandum itself.
  const titles = signedDocuments.slice(1).map(({ title }) => title);
  if (signed && titles.join() !== signed.join()) throw new Error(`${name}: ${titles.length} documents`);
  if (result.layout !== layout) throw new Error(`${name}: read by another layout`);
}
