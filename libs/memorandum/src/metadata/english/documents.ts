import { rangeIn } from '../../normalise.js';
import type { OutlineBlock } from '../../layouts/outline-blocks.js';
import type { Paragraph } from '../../paragraphs.js';
import { type Findings, note } from '../findings.js';
import { COUNT } from './numbers.js';
import { pairAtEnd, readPair, withPlaces } from './officials.js';
import { announcesSigned } from '../../words.js';
import { matchesOf, nameAt, type Phrase, sentenceAt, withoutArticle } from './phrases.js';

/** What a title says a document is. */
export const DOCUMENT_WORD =
  '(?:Memorand(?:um|a)|MOUs?|MoUs?|Agreements?|Arrangements?|Letters? of Intent|Protocols?|Minutes|Framework|Declaration|Accord|Treaty|Undertaking|Charter|Communiqué|Statement|Plan)';
const DOCUMENT = new RegExp(`\\b${DOCUMENT_WORD}\\b`, 'i');
const SIGNED = /\b(?:signed|concluded|inked)\b/g;
/** What is still to be signed, or was at another time, is not what this meeting signed. */
const NOT_NOW =
  /\b(?:will|would|to|shall|may|can|not|yet|be|being|is|are|had|previously|earlier|already|ever|have)(?:\s(?:also|be|then|been))?\s$/i;
const PASSIVE = /\b(?:was|were)(?:\s(?:also|jointly|formally))?\s$/i;
const COUNTED = new RegExp(
  `^\\s(?:a total of )?${COUNT}\\s(?:[\\w-]+\\s){0,3}?(?:documents?|agreements?|memoranda|MOUs?|MoUs?|arrangements?|letters of intent)\\b`,
  'i',
);
const ADVERBS =
  /(?:,?\s(?:also|then|formally|jointly|respectively|both|today|yesterday|on behalf of[^,]{0,120}))*\s?$/;
const TITLE_ENDS =
  /[.;:](?=\s|$)|,?\s(?:witnessed|which|on behalf|in the presence|today|yesterday|during|under which)\b|,?\s(?:after|at)\sthe\b|,\s(?=(?:the|a|an)\s[A-Z])|,?\sand\s(?=(?:the|a|an)\s(?:\S{1,30}\s){0,3}(?:Memorandum|Agreement|Arrangement|Letter of Intent|Protocol|Minutes|Framework|Declaration)\b)|$/g;
const LONGEST_TITLE = 300;

/** What the text tells was signed, and by whom, and the lists that follow. */
export function readEnglishSigning(prose: Paragraph[], blocks: OutlineBlock[], findings: Findings): void {
  prose.forEach((paragraph, index) => {
    const { text } = paragraph;
    let listed = false;
    for (const match of matchesOf(text, SIGNED)) {
      const sentence = sentenceAt(text, match.index);
      const before = text.slice(sentence.start, match.index);
      if (NOT_NOW.test(before)) continue;
      const after = match.index + match[0].length;
      if (announcesSigned(text)) listed = true;
      if (PASSIVE.test(before)) {
        readPassive(paragraph, sentence, match.index, after, findings);
        continue;
      }
      const counted = COUNTED.exec(text.slice(after, sentence.end));
      if (counted) continue;
      const titles = titlesIn(text, after, sentence.end);
      if (titles.length === 0) continue;
      readSignatories(paragraph, sentence.start, before, findings);
      for (const title of titles)
        add(findings, title.text, findings.meeting.sides, rangeIn(paragraph, title.start, title.end));
    }
    if (listed) readList(prose, blocks, index + 1, findings);
  });
}

function readSignatories(paragraph: Paragraph, start: number, before: string, findings: Findings): void {
  const { meeting } = findings;
  const clause = before.slice(0, ADVERBS.exec(before)?.index ?? before.length);
  if (meeting.signatories.length > 0 || /\bwitness/i.test(clause)) return;
  const found = pairAtEnd(clause);
  if (!found) return;
  meeting.signatories = withPlaces(found.pair.officials, meeting.sides);
  for (const [from, to] of found.pair.places) {
    const at = start + found.start;
    note(findings, 'signatory', rangeIn(paragraph, at + from, at + to));
  }
}

/** "The Memorandum … was signed by A and B." */
function readPassive(
  paragraph: Paragraph,
  sentence: Phrase,
  at: number,
  after: number,
  findings: Findings,
): void {
  const { text } = paragraph;
  const subject = text.slice(sentence.start, at).replace(/\s(?:was|were)\b.*$/, '');
  const title = withoutArticle({
    text: subject,
    start: sentence.start,
    end: sentence.start + subject.length,
  });
  if (DOCUMENT.test(title.text) && /^[A-Z]/.test(title.text) && title.text.length <= LONGEST_TITLE)
    add(findings, title.text, findings.meeting.sides, rangeIn(paragraph, title.start, title.end));
  const by = /^\s(?:\w+\s)?by\s/.exec(text.slice(after, after + 24));
  if (!by || findings.meeting.signatories.length > 0) return;
  const from = after + by[0].length;
  const ends = text
    .slice(from, sentence.end)
    .search(/[.;]?$|,?\s(?:at|in the presence|today|on behalf|respectively)\b/);
  const pair = readPair(text.slice(from, from + ends));
  if (!pair) return;
  findings.meeting.signatories = withPlaces(pair.officials, findings.meeting.sides);
  for (const [start, end] of pair.places)
    note(findings, 'signatory', rangeIn(paragraph, from + start, from + end));
}

/** "the Memorandum of … and the Arrangement on …", from a verb to the end of its sentence. */
function titlesIn(text: string, from: number, to: number): Phrase[] {
  const titles: Phrase[] = [];
  let at = from;
  while (titles.length < 20) {
    const lead = /^,?\s(?:and\s)?(?:the|a|an)?\s?(?=["“‘'A-Z])/.exec(text.slice(at, Math.min(to, at + 12)));
    if (!lead) break;
    at += lead[0].length;
    const quoted = /^["“‘]([^"”’]{4,280})["”’]/.exec(text.slice(at, Math.min(to, at + LONGEST_TITLE)));
    const rest = text.slice(at, Math.min(to, at + LONGEST_TITLE));
    TITLE_ENDS.lastIndex = 0;
    const end = quoted ? quoted[0].length : TITLE_ENDS.exec(rest)!.index;
    const title = quoted ? quoted[1]! : rest.slice(0, end);
    if (!DOCUMENT.test(title)) break;
    const start = at + (quoted ? 1 : 0);
    titles.push({ text: title, start, end: start + title.length });
    at += end;
  }
  return titles;
}

/** The items of a list, up to the first block that is none. */
function readList(prose: Paragraph[], blocks: OutlineBlock[], from: number, findings: Findings): void {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index]!;
    const { text } = prose[index]!;
    if (block.kind !== 'item' || block.key !== blocks[from]!.key) return;
    const start = block.marker
      ? text.length - text.slice(block.marker[1] - block.marker[0]).trimStart().length
      : 0;
    const title = text
      .slice(start)
      .replace(/(?:[;,]?\s?and|[;,.])\s?$/, '')
      .replace(/[;,]$/, '');
    const bare = title.replace(/^["“‘]|["”’]$/g, '');
    if (bare === '' || bare.length > LONGEST_TITLE) return;
    const at = start + title.indexOf(bare);
    add(findings, bare, partiesOf(bare), rangeIn(prose[index]!, at, at + bare.length));
    findings.listed++;
  }
}

const BETWEEN = /\b[Bb]etween\s(?:the\s)?(?=[A-Z])/;

/** "… between A and B": who a title says signed it. */
export function partiesOf(title: string): string[] {
  const between = BETWEEN.exec(title);
  if (!between) return [];
  const from = between.index + between[0].length;
  const names = title.slice(from);
  const joint = /,?\sand\s(?:the\s)(?=[A-Z])/.exec(names) ?? /,?\sand\s(?=[A-Z])/.exec(names);
  if (!joint) return [];
  const right = nameAt(names, joint.index + joint[0].length, new Set(['of', 'the', 'and', '&', 'for']));
  return right ? [names.slice(0, joint.index), right.text] : [];
}

export function add(
  findings: Findings,
  title: string,
  parties: readonly string[],
  range: [number, number],
): void {
  const key = title.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  if (findings.titles.has(key)) return;
  findings.titles.add(key);
  findings.documents.push({ ordinal: findings.documents.length + 1, title, parties: [...parties], range });
}
