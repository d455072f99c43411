import type { OutlineBlock } from '../../layouts/outline-blocks.js';
import type { Paragraph } from '../../paragraphs.js';
import { DOCUMENT_WORD } from './documents.js';

export interface EnglishTitle {
  paragraph: Paragraph;
  /** Without what a dash sets off, which says what the paper is. */
  name: string;
  /** Whether a text of that title is one that two sides sign. */
  signed: boolean;
}

const TITLE_WORD = new RegExp(
  `\\b(?:${DOCUMENT_WORD}|Roadmap|Programme|Program|Communique|Partnership|Agenda|Outcomes?|Co-?operation)\\b`,
  'i',
);
const SIGNED = /\b(?:Memorandum|Agreement|Arrangement|Protocol|Letter of Intent|Minutes|MOU|MoU)\b/i;
/** A headline tells of a meeting; and these are signed by others than governments, or by nobody. */
const NO_TITLE =
  /\b(?:holds?|held|signs?|signed|convenes?d?|concludes?d?|meets?|agrees?|launch(?:es|ed)|hosts?|says?|annual report|service|lease|employment|licen[cs]e|purchase|supply|sale|tenancy|annual general|business plan|training plan)\b/i;
const MOST = 8;

/** The heading above the list that says what document this is, the lines of it joined. */
export function findEnglishTitle(front: OutlineBlock[], prose: Paragraph[]): EnglishTitle | null {
  let first: EnglishTitle | null = null;
  for (const [index, block] of front.slice(0, MOST).entries()) {
    const paragraph = prose[index]!;
    const { text } = paragraph;
    if (text.length > 300 || block.kind === 'item') continue;
    if (block.kind === 'text' && (/[.:;,]$/.test(text) || index > 0)) continue;
    const bare = bareOf(text);
    if (!TITLE_WORD.test(bare) || NO_TITLE.test(bare)) continue;
    const [name] = bare.split(/\s[–—-]{1,2}\s/);
    const whole = { ...paragraph, text: bare, ...trimmed(paragraph, bare) };
    const joined = withLinesBelow(whole, front, prose, index);
    const title = {
      ...{ paragraph: joined, name: joined === whole ? name!.trim() : joined.text },
      signed: SIGNED.test(name!),
    };
    // The meeting's own name may stand above what was signed at it.
    if (title.signed) return title;
    first ??= title;
  }
  return first;
}

const JOINS = /^(?:between|and|on|of|for|concerning|regarding)\b/i;
const LEFT_OPEN = /\b(?:between|and|on|of|for|the|concerning|regarding)$/i;
const MOST_LINES = 8;

/** "MEMORANDUM OF UNDERSTANDING", and below it "BETWEEN …", "AND …", "ON …", a line each. */
function withLinesBelow(
  first: Paragraph,
  front: OutlineBlock[],
  prose: Paragraph[],
  index: number,
): Paragraph {
  let title = first;
  for (let i = index + 1; i < front.length && i <= index + MOST_LINES; i++) {
    const { text, range, at, lines, ended } = prose[i]!;
    const goesOn = JOINS.test(text) || LEFT_OPEN.test(title.text);
    if (!goesOn || text.length > 160 || front[i]!.kind === 'item' || /[.:;,]$/.test(text)) break;
    title = {
      text: `${title.text} ${text}`,
      range: [title.range[0], range[1]],
      at: [...title.at, title.range[1], ...at],
      lines: [...title.lines, ...lines],
      ended,
    };
  }
  return title;
}

function bareOf(text: string): string {
  return text.replace(/^(?:\*\*|__|#{1,6}\s)\s?/, '').replace(/\s?(?:\*\*|__|\s#{1,6})$/, '');
}

function trimmed(paragraph: Paragraph, bare: string): Pick<Paragraph, 'range' | 'at'> {
  const from = paragraph.text.indexOf(bare);
  const at = paragraph.at.slice(from, from + bare.length);
  return { range: [at[0]!, at.at(-1)! + 1], at };
}
