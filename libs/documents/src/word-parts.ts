import { type Inline, richText } from '#contracts/rich-text';
import type { Light } from '#contracts/status';
import { type Language, type Script, scriptOf } from '#i18n/language';
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  type ITableCellOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** The interface's tokens, as print needs them. */
export const colours = {
  text: '14181D',
  quiet: '5C6570',
  line: 'C3C9D1',
  head: 'F0F2F5',
  private: '4F328F',
  privateTint: 'F3EEFC',
  link: '1F5AA6',
  light: { red: 'AD2219', yellow: '7D5200', green: '1C673F', grey: '5C6570' } satisfies Record<Light, string>,
};

/** Shape before colour: the signs are told apart on a grey print. */
const lightSigns: Record<Light, string> = { red: '◆', yellow: '▲', green: '●', grey: '○' };

/** Half-points. */
export const sizes = {
  title: 40,
  subtitle: 28,
  heading: 28,
  area: 24,
  summary: 24,
  body: 21,
  table: 19,
  small: 17,
};

/** A4 on its side, in twentieths of a point. */
export const page = {
  width: 16838,
  height: 11906,
  margins: { top: 1400, bottom: 1000, left: 1000, right: 1000 },
};
export const textWidth = page.width - page.margins.left - page.margins.right;

/** Families that office machines have in each script; Latin and figures come from the same family as the words. */
const families: Record<Script, { own: string; eastAsia: string }> = {
  hant: { own: 'Microsoft JhengHei', eastAsia: 'Microsoft JhengHei' },
  hans: { own: 'Microsoft YaHei', eastAsia: 'Microsoft YaHei' },
  en: { own: 'Arial', eastAsia: 'Microsoft JhengHei' },
};
const tags: Record<Script, { value: string; eastAsia: string }> = {
  hant: { value: 'zh-HK', eastAsia: 'zh-HK' },
  hans: { value: 'zh-CN', eastAsia: 'zh-CN' },
  en: { value: 'en-GB', eastAsia: 'zh-HK' },
};

export type Block = FileChild;

export interface Words {
  text: string;
  /** The script the words stand in; the report's own where left out. */
  script?: Script;
  bold?: boolean;
  underlined?: boolean;
  colour?: string;
  size?: number;
}

/** A light's sign and its word. The sign has the same face everywhere: in Latin families it shrinks to a dot. */
export function lightWords(light: Light, word: string): Words[] {
  const look = { colour: colours.light[light], bold: light !== 'grey' };
  return [
    { ...look, text: lightSigns[light], script: 'hant' },
    { ...look, text: ` ${word}` },
  ];
}

/** What a Word file must not hold, and marks that reorder what is read; line breaks stay. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '');
}

/** Font and language of a script, for a run or for the whole document. */
export function face(script: Script): Pick<IRunOptions, 'font' | 'language'> {
  const { own, eastAsia } = families[script];
  const hint = script === 'en' ? {} : { hint: 'eastAsia' as const };
  return { font: { ascii: own, hAnsi: own, cs: own, eastAsia, ...hint }, language: tags[script] };
}

/** Everything that puts words on the page, in one language. */
export class Writer {
  readonly #script: Script;

  constructor(language: Language) {
    this.#script = scriptOf(language);
  }

  run({
    text,
    script = this.#script,
    bold = false,
    underlined = false,
    colour = colours.text,
    size = sizes.table,
  }: Words): TextRun {
    return new TextRun({
      text: clean(text).replace(/\n+/g, ' '),
      bold,
      ...(underlined && { underline: {} }),
      color: colour,
      size,
      ...face(script),
    });
  }

  tab(): TextRun {
    return new TextRun({ children: [new Tab()] });
  }

  /** The number of this page, or of all pages. */
  pageNumber(which: 'current' | 'total'): TextRun {
    const field = which === 'current' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES;
    return new TextRun({ children: [field], color: colours.quiet, size: sizes.small, ...face(this.#script) });
  }

  /** Words of one paragraph; a text with line breaks goes through `paragraphs`. */
  paragraph(words: readonly (Words | ParagraphChild)[], options: IParagraphOptions = {}): Paragraph {
    const children = words.map((each) => ('text' in each ? this.run(each) : each));
    return new Paragraph({ ...tight, ...options, children });
  }

  /** A paragraph a line of the text; the words before it stand in the first. */
  paragraphs(before: readonly Words[], body: Words, options: IParagraphOptions = {}): Paragraph[] {
    const lines = clean(body.text)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const [first = '', ...rest] = lines;
    return [
      this.paragraph([...before, { ...body, text: first }], options),
      ...rest.map((line) => this.paragraph([{ ...body, text: line }], options)),
    ];
  }

  /** What people write, with its bold words, lists and links as such; the words before it stand in the first paragraph. */
  rich(before: readonly Words[], body: Words): Paragraph[] {
    const lines = richText(clean(body.text)).flatMap(({ kind, lines: each }) =>
      each.map((inlines) => ({ kind, children: inlines.map((one) => this.inline(one, body)) })),
    );
    const [first] = lines;
    const opening = first?.kind === 'paragraph' ? lines.shift()!.children : [];
    return [
      this.paragraph([...before, ...opening]),
      ...lines.map(({ kind, children }) => this.paragraph(children, kind === 'list' ? item : {})),
    ];
  }

  private inline(one: Inline, { text: _, ...look }: Words): TextRun | ExternalHyperlink {
    if (one.kind !== 'link') return this.run({ ...look, text: one.text, bold: one.kind === 'bold' });
    const words = this.run({ ...look, text: one.text, colour: colours.link, underlined: true });
    return new ExternalHyperlink({ link: one.href, children: [words] });
  }

  heading(text: string): Paragraph {
    return this.paragraph([{ text, bold: true, size: sizes.heading }], {
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 360, after: 120 },
    });
  }

  subheading(words: readonly Words[]): Paragraph {
    return this.paragraph(
      words.map((each) => ({ size: sizes.area, ...each })),
      { heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 320, after: 100 } },
    );
  }

  cell(width: number, children: readonly Paragraph[], options: Partial<ITableCellOptions> = {}): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 70, bottom: 70, left: 100, right: 100 },
      verticalAlign: VerticalAlign.TOP,
      ...options,
      children: children.length > 0 ? children : [this.paragraph([])],
    });
  }

  /** Repeated on every page that the table reaches. */
  headRow(
    widths: readonly number[],
    labels: readonly (string | readonly Words[])[],
    numeric: readonly number[] = [],
  ): TableRow {
    const quiet = { bold: true, colour: colours.quiet };
    return new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: widths.map((width, index) => {
        const label = labels[index] ?? '';
        const alignment = numeric.includes(index) ? AlignmentType.RIGHT : AlignmentType.LEFT;
        const words = typeof label === 'string' ? [{ ...quiet, text: label }] : label;
        return this.cell(width, [this.paragraph(words, { keepNext: true, alignment })], {
          shading: { type: ShadingType.CLEAR, fill: colours.head, color: 'auto' },
        });
      }),
    });
  }

  /** A plain row of one-paragraph cells; `keepNext` keeps it on the page of the row below. */
  row(
    widths: readonly number[],
    cells: readonly (readonly Words[])[],
    { numeric = [], keepNext = false }: { numeric?: readonly number[]; keepNext?: boolean } = {},
  ): TableRow {
    return new TableRow({
      cantSplit: true,
      children: widths.map((width, index) => {
        const alignment = numeric.includes(index) ? AlignmentType.RIGHT : AlignmentType.LEFT;
        return this.cell(width, [this.paragraph(cells[index] ?? [], { alignment, keepNext })]);
      }),
    });
  }
}

/** Lines a little apart, as Chinese needs; no gap put between Han and figures, so that 2026年11月21日 stays one word. */
const tight: IParagraphOptions = {
  autoSpaceEastAsianText: false,
  spacing: { before: 0, after: 20, line: 290, lineRule: LineRuleType.AUTO },
};

/** Of a list, narrow enough for a cell. */
const item: IParagraphOptions = { bullet: { level: 0 }, indent: { left: 260, hanging: 200 } };

const hairline = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Lines between rows, none between columns. */
export function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: hairline,
      bottom: hairline,
      insideHorizontal: hairline,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [...rows],
  });
}

/** Behind what only one side may read. */
export const privateGround = { type: ShadingType.CLEAR, fill: colours.privateTint, color: 'auto' };
