import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';

const FONTS = ['noto-sans-hk', 'noto-sans-sc'].map((name) =>
  join(import.meta.dirname, '../../../node_modules/@expo-google-fonts', name, '400Regular'),
);
let compiler: NodeCompiler | undefined;

/** A typeset PDF of lines, a paragraph each, wrapped by Typst, with a running head and page numbers. */
export function pdfOf(paragraphs: string[], { head = '', indent = false, columns = 0 } = {}): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS }], workspace: '/' });
  const mainFileContent = `
    #set page(paper: "a4", numbering: "1", header: [${head}])
    #set text(font: ("Noto Sans HK", "Noto Sans SC"), lang: "zh", size: 11pt, cjk-latin-spacing: none)
    #set par(first-line-indent: (amount: ${indent ? '2em' : '0em'}, all: true), justify: true)
    #for words in json(bytes(sys.inputs.data)) { if words == "" { v(1em) } else { par(words) } }
    ${columns > 0 ? '#v(2em) #grid(columns: 2, column-gutter: 4em, row-gutter: 1em, ..json(bytes(sys.inputs.cells)))' : ''}`;
  const inputs = { data: JSON.stringify(paragraphs.slice(0, paragraphs.length - columns)) };
  const cells = JSON.stringify(paragraphs.slice(paragraphs.length - columns));
  return compiler.pdf({ mainFileContent, inputs: { ...inputs, cells } });
}

const FORMATS: Record<string, (typeof LevelFormat)[keyof typeof LevelFormat]> = {
  han: LevelFormat.CHINESE_COUNTING,
  figure: LevelFormat.DECIMAL,
  bullet: LevelFormat.BULLET,
};

/** A paragraph of a Word document: its number is text, or one that Word makes. */
export interface WordParagraph {
  text: string;
  heading?: boolean;
  /** Makes the number: `list` tells one list from the next that begins anew. */
  numbered?: { level: number; list: number };
}

/** 一、 at the first level, 1. at the second. */
const numbering: INumberingOptions = {
  config: [
    {
      reference: 'annex',
      levels: [
        { level: 0, format: FORMATS['han']!, text: '%1、', alignment: AlignmentType.START },
        { level: 1, format: FORMATS['figure']!, text: '%2.', alignment: AlignmentType.START },
      ],
    },
  ],
};

export function docxOf(paragraphs: WordParagraph[]): Promise<Buffer> {
  const children = paragraphs.map(
    ({ text, heading, numbered }) =>
      new Paragraph({
        children: [new TextRun(text)],
        ...(heading ? { heading: HeadingLevel.HEADING_2 } : {}),
        ...(numbered
          ? { numbering: { reference: 'annex', level: numbered.level, instance: numbered.list } }
          : {}),
      }),
  );
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page as a ministry's site has one, with what is no part of the text round it. */
export function htmlOf(paragraphs: { text: string; heading?: boolean }[]): Buffer {
  const body = paragraphs.map(({ text, heading }) =>
    heading ? `<h3>${escaped(text)}</h3>` : `<p>${escaped(text) || '&nbsp;'}</p>`,
  );
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>x</title><style>p { color: red }</style>
     <script>var a = "一、金融";</script></head><body><nav><ul><li><a href="/">首頁</a></li></ul></nav>
     <div hidden>一、不要</div><main>${body.join('\n')}</main></body></html>`,
  );
}
