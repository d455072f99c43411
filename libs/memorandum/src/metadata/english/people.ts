import { rangeIn } from '../../normalise.js';
import type { Paragraph } from '../../paragraphs.js';
import { type Findings, note } from '../findings.js';
import { type OfficialPair, pairAtEnd, readOfficial, readPair, withPlaces } from './officials.js';
import { matchesOf, nameAt, sentenceAt, withoutArticle } from './phrases.js';

const LEADING =
  /,?\s(?:each\s|respectively\s)?(?:leading|who led|led)\s(?:the\s|their\s)?(?:respective\s)?delegations?\b|\s(?:jointly\s)?co-chaired\b/g;
const LED_BY = /\b(?:led|headed|co-chaired|jointly chaired|chaired) (?:respectively |jointly )?by\s/g;
const CLAUSE = 360;

/** Who led the delegations, or presided together. */
export function readEnglishHeads(prose: Paragraph[], findings: Findings): void {
  for (const paragraph of prose) {
    const { text } = paragraph;
    for (const match of matchesOf(text, LEADING)) {
      const { start } = sentenceAt(text, match.index, CLAUSE);
      const found = pairAtEnd(text.slice(start, match.index));
      if (found) return takeHeads(paragraph, start + found.start, found.pair, findings);
    }
    for (const match of matchesOf(text, LED_BY)) {
      const from = match.index + match[0].length;
      const pair = pairAtStart(text.slice(from, sentenceAt(text, from, CLAUSE).end));
      if (pair) return takeHeads(paragraph, from, pair, findings);
    }
  }
  readLines(prose, findings);
}

/** Two officials that a clause begins with, up to where it goes on. */
function pairAtStart(clause: string): OfficialPair | null {
  const ends = [
    ...clause.matchAll(
      /[.;]?$|,\s(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\b)|\s(?:at|in|on|met|held|today|respectively)\b/g,
    ),
  ];
  for (const { index } of ends.slice(0, 12)) {
    const pair = readPair(clause.slice(0, index));
    if (pair?.officials.every(({ name }) => name !== null)) return pair;
  }
  return readPair(clause.replace(/[.;]$/, ''));
}

function takeHeads(paragraph: Paragraph, offset: number, pair: OfficialPair, findings: Findings): void {
  findings.meeting.headsOfDelegation = withPlaces(pair.officials, findings.meeting.sides);
  for (const [start, end] of pair.places)
    note(findings, 'head_of_delegation', rangeIn(paragraph, offset + start, offset + end));
}

/** "President A" and "Prime Minister B", each on a line of its own above or below a joint statement. */
function readLines(prose: Paragraph[], findings: Findings): void {
  for (let index = 0; index + 1 < prose.length; index++) {
    const two = prose.slice(index, index + 2);
    if (two.some(({ text }) => text.length > 80 || /[.:]$/.test(text))) continue;
    const officials = two.map(({ text }) => readOfficial(text));
    if (!officials.every((official) => official?.name)) continue;
    findings.meeting.headsOfDelegation = withPlaces(
      officials.filter((official) => official !== null),
      findings.meeting.sides,
    );
    for (const { range } of two) note(findings, 'head_of_delegation', range);
    return;
  }
}

const KEPT =
  /\b(?:kept|held|retained|deposited|preserved|custody|maintained)\b(?:\sin\s(?:safe\s)?(?:keeping|custody))?(?:\srespectively)?\s(?:by|with|of)\s/g;

/** The two offices that keep the originals. */
export function readEnglishCustodians(prose: Paragraph[], findings: Findings): void {
  for (const paragraph of prose) {
    const { text } = paragraph;
    for (const match of matchesOf(text, KEPT)) {
      const from = match.index + match[0].length;
      const clause = text.slice(from, sentenceAt(text, from, CLAUSE).end);
      const joint = /,?\sand\s(?=the\s[A-Z])/.exec(clause) ?? /,?\sand\s(?=[A-Z])/.exec(clause);
      if (!joint) continue;
      const left = nameAt(clause.slice(0, joint.index), 0);
      const right = nameAt(clause, joint.index + joint[0].length);
      if (!left || !right || left.end < joint.index - 1) continue;
      const [one, other] = [withoutArticle(left), withoutArticle(right)];
      findings.meeting.custodians = [one.text, other.text];
      note(findings, 'custodian', rangeIn(paragraph, from + one.start, from + one.end));
      note(findings, 'custodian', rangeIn(paragraph, from + other.start, from + other.end));
      return;
    }
  }
}
