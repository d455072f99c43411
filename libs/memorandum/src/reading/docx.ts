import { Parser } from 'htmlparser2';
import type { Archive } from './archive.js';
import { Numbering, Styles } from './docx-numbering.js';
import { Unreadable } from './outcome.js';
import { renderHeading, renderTable } from './rendering.js';

const DOCUMENT = 'word/document.xml';
/** What is there and not shown: deleted or moved text, an older twin of a drawing, a field's instruction. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:delInstrText']);

/** The text of a Word document as Word shows it, with the numbers that Word makes, and the notes at its end. */
export function readDocx(archive: Archive): string {
  const body = archive.text(DOCUMENT);
  if (body === null) throw new Unreadable('damaged_file', { part: DOCUMENT });
  const styles = new Styles(archive.text('word/styles.xml'));
  const numbering = new Numbering(archive.text('word/numbering.xml'));
  const lines = new StoryReader(styles, numbering).read(body);
  const notes = ['footnotes', 'endnotes'].flatMap((name) => {
    const xml = archive.text(`word/${name}.xml`);
    return xml === null ? [] : new StoryReader(styles, new Numbering(null)).read(xml);
  });
  const shown = notes.filter((note) => note.trim() !== '');
  return [...lines, ...(shown.length > 0 ? ['\f', ...shown] : [])].join('\n');
}

/** A paragraph on its way: its words, and what its properties say of it. */
interface Paragraph {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
  outline: number | null;
  /** Its end was deleted: it runs on into the next. */
  joined: boolean;
  /** Paragraphs of boxes drawn in it, which follow it. */
  boxes: string[];
}

interface Table {
  rows: string[][];
  /** Lines of the cell that is being read; null between cells. */
  cell: string[] | null;
  span: number;
}

const isOn = (attributes: Record<string, string>): boolean =>
  !['0', 'false', 'none', 'off'].includes(attributes['w:val'] ?? '');

/** Reads one part of a document, its body or its notes, as lines. */
class StoryReader {
  private readonly lines: string[] = [];
  /** What holds the place that is being read, innermost last: a box in a paragraph, a table in a cell. */
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private unseen = 0;
  private inText = false;
  private inProperties = 0;
  private inMark = false;
  /** How deep what the properties were before a tracked change begins; 0 outside of it. */
  private inFormer = 0;
  private hidden = false;
  private before = '';

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
  ) {}

  read(xml: string): string[] {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        ontext: (text) => {
          if (this.inText) this.add(text);
        },
        onclosetag: (name) => this.close(name),
      },
      { xmlMode: true },
    );
    parser.end(xml);
    return this.lines;
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (this.inProperties > 0) return this.property(name, attributes);
    if (UNSEEN.has(name)) this.unseen += 1;
    if (this.unseen > 0) return;
    const value = attributes['w:val'] ?? '';
    switch (name) {
      case 'w:p':
        this.paragraphs.push({
          ...{ text: this.before, style: '', list: null, level: null, outline: null },
          ...{ joined: false, boxes: [] },
        });
        this.before = '';
        break;
      case 'w:pPr':
      case 'w:rPr':
        this.inProperties = 1;
        this.inMark = name === 'w:pPr';
        break;
      case 'w:r':
        this.hidden = false;
        break;
      case 'w:t':
        this.inText = true;
        break;
      case 'w:tab':
      case 'w:ptab':
        this.add('    ');
        break;
      case 'w:br':
      case 'w:cr':
        this.add('\n');
        break;
      case 'w:noBreakHyphen':
        this.add('-');
        break;
      case 'w:tbl':
        this.tables.push({ rows: [], cell: null, span: 1 });
        break;
      case 'w:tr':
        this.tables.at(-1)?.rows.push([]);
        break;
      case 'w:tc':
        if (this.tables.length > 0) Object.assign(this.tables.at(-1)!, { cell: [], span: 1 });
        break;
      case 'w:gridSpan':
        if (this.tables.length > 0) this.tables.at(-1)!.span = Math.min(Number(value) || 1, 50);
        break;
    }
  }

  /** What stands in a paragraph's or a run's properties. */
  private property(name: string, attributes: Record<string, string>): void {
    this.inProperties += 1;
    if (this.inFormer === 0 && /^w:[pr]PrChange$/.test(name)) this.inFormer = this.inProperties;
    if (this.inFormer > 0) return;
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    const value = attributes['w:val'] ?? '';
    // Properties of a run, or of the paragraph's own mark.
    if (name === 'w:vanish' && !this.inMark) this.hidden = isOn(attributes);
    if (!this.inMark) return;
    if (name === 'w:pStyle') paragraph.style = value;
    if (name === 'w:numId') paragraph.list = value;
    if (name === 'w:ilvl') paragraph.level = Number(value);
    if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    if (name === 'w:del' || name === 'w:moveFrom') paragraph.joined = true;
  }

  private close(name: string): void {
    if (this.inProperties > 0) {
      if (this.inProperties === this.inFormer) this.inFormer = 0;
      this.inProperties -= 1;
      return;
    }
    if (this.unseen > 0) {
      if (UNSEEN.has(name)) this.unseen -= 1;
      return;
    }
    if (name === 'w:t') this.inText = false;
    if (name === 'w:p') this.endParagraph();
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'w:tc' && table.cell) {
      table.rows.at(-1)?.push(table.cell.join('\n'), ...new Array<string>(table.span - 1).fill(''));
      table.cell = null;
    }
    if (name === 'w:tbl') {
      this.tables.pop();
      this.emit(renderTable(table.rows));
    }
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && this.unseen === 0 && !this.hidden) paragraph.text += text;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.hidden = false;
    if (paragraph.joined) {
      this.before = paragraph.text;
      return;
    }
    const lines = [...this.linesOf(paragraph), ...paragraph.boxes];
    const outer = this.paragraphs.at(-1);
    if (outer) outer.boxes.push(...lines);
    else this.emit(lines);
  }

  private linesOf({ text, style, list, level, outline }: Paragraph): string[] {
    // A table of contents says everything twice.
    if (/^toc\s?\d/i.test(style)) return [];
    const id = list ?? this.styles.find(style, 'list');
    const at = level ?? this.styles.find(style, 'level') ?? 0;
    if (text.trim() === '') return [''];
    const number = id === null || id === '0' ? '' : this.numbering.next({ list: id, level: at });
    const lines = (number + text).split('\n');
    const heading = outline ?? this.styles.find(style, 'outline');
    const isHeading = heading !== null && heading < 9 && number === '' && lines.length === 1;
    return isHeading ? renderHeading(lines[0]!) : lines;
  }

  private emit(lines: string[]): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.push(...lines);
    else for (const line of lines) this.lines.push(line);
  }
}
