import { Parser } from 'htmlparser2';
import { formatNumber } from './numbering.js';

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** The level after which it begins anew; 0 where it never does. Null: after any higher one. */
  restart: number | null;
  /** All numbers in figures, whatever their levels say. */
  legal: boolean;
}

interface List {
  abstract: string;
  levels: Map<number, Level>;
}

export interface Numbered {
  list: string;
  level: number;
}

interface Style {
  basedOn: string | null;
  list: string | null;
  level: number | null;
  /** 0 for "Heading 1"; null where the style is no heading. */
  outline: number | null;
}

/** How a level shows that has no definition of its own. */
const plain = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  restart: null,
  legal: false,
});
const DEEPEST = 9;
/** A style that is based on itself would be followed for ever. */
const MOST_BASES = 20;

const valueOf = (attributes: Record<string, string>): string => attributes['w:val'] ?? '';

/** What a document's styles say of numbering and headings. */
export class Styles {
  private readonly styles = new Map<string, Style>();

  constructor(xml: string | null) {
    let style: Style | null = null;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (name === 'w:style') {
            style = { basedOn: null, list: null, level: null, outline: null };
            this.styles.set(attributes['w:styleId'] ?? '', style);
          }
          if (!style) return;
          if (name === 'w:basedOn') style.basedOn = valueOf(attributes);
          if (name === 'w:numId') style.list = valueOf(attributes);
          if (name === 'w:ilvl') style.level = Number(valueOf(attributes));
          if (name === 'w:outlineLvl') style.outline = Number(valueOf(attributes));
          if (name === 'w:name') {
            const heading = /^(?:heading |標題 ?|标题 ?)([1-9])$/i.exec(valueOf(attributes));
            if (heading) style.outline = Number(heading[1]) - 1;
          }
        },
        onclosetag: (name) => {
          if (name === 'w:style') style = null;
        },
      },
      { xmlMode: true },
    );
    parser.end(xml ?? '');
  }

  /** The first word on it of the style and those it is based on. */
  find<K extends keyof Style>(id: string, key: K): Style[K] | null {
    let style = this.styles.get(id);
    for (let step = 0; style && step < MOST_BASES; step += 1) {
      if (style[key] !== null) return style[key];
      style = this.styles.get(style.basedOn ?? '');
    }
    return null;
  }
}

/** The numbers that Word generates: nowhere in the document's text, and yet what its readers see. */
export class Numbering {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly started = new Set<string>();

  constructor(xml: string | null) {
    let abstract: Map<number, Level> | null = null;
    let list: (List & { id: string }) | null = null;
    let level: Level | null = null;
    let at = 0;
    const overrides: { id: string; at: number; start: number | null; level: Level | null }[] = [];
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          const value = valueOf(attributes);
          if (name === 'w:abstractNum') {
            abstract = new Map();
            this.abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
          } else if (name === 'w:num') {
            list = { id: attributes['w:numId'] ?? '', abstract: '', levels: new Map() };
            this.lists.set(list.id, list);
          } else if (name === 'w:abstractNumId' && list) {
            list.abstract = value;
          } else if (name === 'w:lvlOverride' && list) {
            at = Number(attributes['w:ilvl']);
            overrides.push({ id: list.id, at, start: null, level: null });
          } else if (name === 'w:startOverride' && overrides.length > 0) {
            overrides.at(-1)!.start = Number(value);
          } else if (name === 'w:lvl') {
            at = Number(attributes['w:ilvl']);
            level = plain();
            if (abstract) abstract.set(at, level);
            else if (overrides.length > 0) overrides.at(-1)!.level = level;
          } else if (level) {
            if (name === 'w:start') level.start = Number(value);
            if (name === 'w:numFmt') level.format = value;
            if (name === 'w:lvlText') level.text = value;
            if (name === 'w:suff') level.suffix = value;
            if (name === 'w:lvlRestart') level.restart = Number(value);
            if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
          }
        },
        onclosetag: (name) => {
          if (name === 'w:abstractNum') abstract = null;
          if (name === 'w:num') list = null;
          if (name === 'w:lvl') level = null;
        },
      },
      { xmlMode: true },
    );
    parser.end(xml ?? '');
    for (const each of this.lists.values()) each.levels = new Map(this.abstracts.get(each.abstract));
    for (const { id, at: place, start, level: own } of overrides) {
      const levels = this.lists.get(id)!.levels;
      const base = own ?? levels.get(place) ?? plain();
      levels.set(place, { ...base, start: start ?? base.start });
      if (start !== null) this.started.add(`${id} ${place}`);
    }
  }

  /** What Word shows before the next paragraph of a list; empty for a list that it does not know. */
  next({ list: id, level: at }: Numbered): string {
    const list = this.lists.get(id);
    const level = list?.levels.get(at);
    if (!list || !level || at >= DEEPEST) return '';
    // Lists made from one definition go on counting together, but where one of them is told to begin anew.
    let counts = this.counts.get(list.abstract);
    if (!counts) this.counts.set(list.abstract, (counts = new Map<number, number>()));
    if (this.started.delete(`${id} ${at}`)) counts.delete(at);
    counts.set(at, (counts.get(at) ?? level.start - 1) + 1);
    for (let below = at + 1; below < DEEPEST; below += 1) {
      const restart = list.levels.get(below)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts.delete(below);
    }
    return this.shown(list, level, counts);
  }

  private shown({ levels }: List, level: Level, counts: Map<number, number>): string {
    if (level.format === 'bullet') return '• ';
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const of = levels.get(place) ?? plain();
      return formatNumber(counts.get(place) ?? of.start, level.legal ? 'decimal' : of.format);
    });
    if (text === '') return '';
    return level.suffix === 'nothing' || /[、）．，]$/.test(text) ? text : `${text} `;
  }
}
