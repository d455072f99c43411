import { load } from 'cheerio';
import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { decodeText } from '../decode.js';
import { formatNumber } from './numbering.js';
import { Unreadable } from './outcome.js';
import { renderHeading, renderTable } from './rendering.js';

const HEAD = 4_096;
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})/i;
const DECLARED = /<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,20})/i;

/** A page in the encoding that it declares; one that declares none, or a wrong one, in the one that fits. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const named = (CHARSET.exec(head) ?? DECLARED.exec(head))?.[1];
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (named && !marked) {
    try {
      return new TextDecoder(named, { fatal: true }).decode(bytes);
    } catch {
      // No such encoding, or not in it.
    }
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Unreadable('unreadable_file');
  return decoded.text;
}

const UNSEEN = new Set(
  'script style noscript template head nav svg math iframe object form button select input textarea canvas audio video dialog menu'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 caption'.split(
    ' ',
  ),
);
const FORMATS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const STYLES: [RegExp, string][] = [
  [/cjk-ideographic|(?:trad|simp)-chinese|hiragana|chinese/, 'chineseCounting'],
  [/lower-(?:alpha|latin)/, 'lowerLetter'],
  [/upper-(?:alpha|latin)/, 'upperLetter'],
  [/lower-roman/, 'lowerRoman'],
  [/upper-roman/, 'upperRoman'],
];

interface ListState {
  format: string | null;
  next: number;
  step: number;
  chinese: boolean;
}

/** The text of a page: a line a block, lists with their numbers, headings with a rule, without what nobody sees. */
export function readHtml(source: string): string {
  return new PageReader().read(load(source).root().toArray());
}

type Step = { node: AnyNode } | { done: () => void };

class PageReader {
  private lines: string[] = [];
  private line = '';
  private readonly lists: ListState[] = [];
  private readonly tables: { rows: string[][] }[] = [];
  private preformatted = 0;

  /** With a stack of its own: a page may nest deeper than calls can. */
  read(roots: AnyNode[]): string {
    const steps: Step[] = roots.map((node) => ({ node }));
    for (let step = steps.pop(); step; step = steps.pop()) {
      if ('done' in step) {
        step.done();
      } else if (isText(step.node)) {
        this.words(step.node.data);
      } else if (hasChildren(step.node)) {
        const after = isTag(step.node) ? this.enter(step.node) : () => undefined;
        if (!after) continue;
        steps.push({ done: after });
        for (let at = step.node.children.length - 1; at >= 0; at -= 1)
          steps.push({ node: step.node.children[at]! });
      }
    }
    this.endLine();
    return this.lines.join('\n');
  }

  /** What has to be done when the element ends; null where nothing in it is seen. */
  private enter(element: Element): (() => void) | null {
    const { name } = element;
    if (UNSEEN.has(name) || isHidden(element)) return null;
    if (name === 'br') this.newLine();
    if (!BLOCKS.has(name)) return () => undefined;
    this.endLine();
    if (/^h[1-6]$/.test(name)) return this.collect((lines) => renderHeading(lines.join(' ')));
    if (name === 'ol' || name === 'ul') {
      this.lists.push(listOf(element));
      return this.ending(() => this.lists.pop());
    }
    if (name === 'li') this.line = this.marker(element);
    if (name === 'pre') {
      this.preformatted += 1;
      return this.ending(() => (this.preformatted -= 1));
    }
    if (name === 'table') return this.table();
    const table = this.tables.at(-1);
    if (name === 'tr') table?.rows.push([]);
    if ((name === 'td' || name === 'th') && table) {
      const span = Math.min(Number(element.attribs['colspan']) || 1, 50);
      return this.collect((lines) => {
        table.rows.at(-1)?.push(lines.join('\n'), ...new Array<string>(span - 1).fill(''));
        return [];
      });
    }
    return this.ending();
  }

  private ending(after?: () => unknown): () => void {
    return () => {
      this.endLine();
      after?.();
    };
  }

  /** Sets the lines of an element apart, and puts in their place what is made of them. */
  private collect(make: (lines: string[]) => string[]): () => void {
    const outside = this.lines;
    this.lines = [];
    return this.ending(() => {
      const inside = this.lines;
      this.lines = outside;
      for (const line of make(inside)) this.lines.push(line);
    });
  }

  private table(): () => void {
    const table = { rows: [] as string[][] };
    this.tables.push(table);
    return this.ending(() => {
      this.tables.pop();
      for (const line of renderTable(table.rows)) this.lines.push(line);
    });
  }

  private marker(element: Element): string {
    const list = this.lists.at(-1);
    if (!list) return '';
    if (list.format === null) return list.next === 0 ? '' : '• ';
    const own = element.attribs['value'];
    const number = own !== undefined && Number.isInteger(Number(own)) ? Number(own) : list.next;
    list.next = number + list.step;
    const written = formatNumber(number, list.format);
    return list.chinese ? `${written}、` : `${written}. `;
  }

  private words(text: string): void {
    if (this.preformatted > 0) {
      const [first = '', ...more] = text.split('\n');
      this.line += first;
      for (const line of more) {
        this.newLine();
        this.line = line;
      }
      return;
    }
    // Inside a line white space is one space; a full-width or non-breaking one is the writer's own.
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.line += this.line === '' || this.line.endsWith(' ') ? words.replace(/^ /, '') : words;
  }

  private newLine(): void {
    this.lines.push(this.line.replace(/ $/, ''));
    this.line = '';
  }

  private endLine(): void {
    if (this.line.trim() !== '') this.newLine();
    // A space that may not be broken is how an editor writes an empty line.
    else if (this.line !== '') this.lines.push('');
    this.line = '';
  }
}

function isHidden({ attribs }: Element): boolean {
  return (
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    attribs['role'] === 'navigation' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs['style'] ?? '')
  );
}

function listOf({ name, attribs, children }: Element): ListState {
  const style = attribs['style'] ?? '';
  const bare = /list-style(?:-type)?\s*:\s*none/i.test(style);
  if (name === 'ul') return { format: null, next: bare ? 0 : 1, step: 1, chinese: false };
  const items = children.filter((child) => isTag(child) && child.name === 'li').length;
  const reversed = 'reversed' in attribs;
  const named = STYLES.find(([shape]) => shape.test(style))?.[1];
  const format = named ?? FORMATS[attribs['type'] ?? ''] ?? 'decimal';
  const start = Number(attribs['start'] ?? Number.NaN);
  return {
    format: bare ? null : format,
    next: bare ? 0 : Number.isInteger(start) ? start : reversed ? items : 1,
    step: reversed ? -1 : 1,
    chinese: format === 'chineseCounting',
  };
}
