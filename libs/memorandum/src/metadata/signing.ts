import type { Range } from '#contracts/draft';
import { matchesIn } from '../matches.js';
import { readMarker } from '../markers.js';
import { rangeIn } from '../normalise.js';
import { readNumber } from '../numerals.js';
import type { Paragraph } from '../paragraphs.js';
import type { Sheet } from '../sheet.js';
import { announcesSigned, DOCUMENT_WORD, MEETING_WORD, OFFICE } from '../words.js';
import { type Findings, note } from './findings.js';
import { endsAsSigner, partiesIn, partyPairsIn } from './document-parties.js';
import { readOffice, splitPair, withSides } from './offices.js';

const SIGN = /[簽签][署訂订]了?/g;
/** What has not been signed yet, or was at another time, is not what this meeting signed. */
const NOT_NOW = /(?:[將将擬拟]|[計计][劃划]|[準准][備备]|有望|早前|[過过]去|[曾已]經?经?)[^，。；]{0,8}$/u;
const CONNECTED = /^(?:[及和與与、，,：:\s]|以及|包括|分[別别][是為为])+/u;
const COUNTED = new RegExp(
  `^([0-9〇零一二三四五六七八九十百兩两]{1,4})\\s?(?:份|[項项])(?:合作)?${DOCUMENT_WORD}[:：]?`,
  'u',
);
const WINDOW = 90;
/** How far before the verb a word may stand that says it is not now. */
const NEAR = 12;
const LONGEST_TITLE = 200;
/** How much is read back of a sentence that says who signed with whom. */
const LONGEST_STORY = 300;

/** What the text says was signed, and by whom: "甲長官某某與乙長官某某簽署《…》", and the lists that follow. */
export function readSigning(sheet: Sheet, paragraphs: Paragraph[], findings: Findings): void {
  const prose = joinBroken(sheet, paragraphs);
  let pairs: string[][] = [];
  /** Up to where the lists have been read: an item that announces a list does not have the others read again. */
  let read = 0;
  prose.forEach((paragraph, index) => {
    let listed = false;
    for (const match of matchesIn(paragraph.text, SIGN)) {
      const before = paragraph.text.slice(Math.max(0, match.index - WINDOW), match.index);
      if (NOT_NOW.test(before.slice(-NEAR))) continue;
      const after = match.index + match[0].length;
      const titles = titlesFrom(paragraph, after);
      const ofMeeting = titles.found.length === 0 || titles.found.some(({ title }) => MEETS.test(title));
      const signers = signersOf(before);
      const signed = signers !== null && ofMeeting;
      if (signed) takeSignatories(paragraph, match.index, signers, findings);
      const offices = ofMeeting ? [] : officesOf(before, signers);
      for (const { title, range } of titles.found) {
        const parties = titles.counted ? partiesIn(title) : officesOr(offices, findings.meeting.sides);
        add(findings, title, parties, range);
        if (titles.counted) findings.listed++;
      }
      if (signed || titles.found.length > 0) continue;
      if (announcesSigned(paragraph.text.slice(match.index))) listed = true;
      if (!titles.counted) continue;
      if (!listed) readListAbove(prose, index, findings);
      const clause = paragraph.text.slice(Math.max(0, match.index - LONGEST_STORY), match.index);
      const found = partyPairsIn(clause.slice(clause.lastIndexOf('。') + 1));
      if (found.length === titles.counted) pairs = found;
    }
    if (listed && index >= read) read = readList(prose, index + 1, findings);
  });
  nameParties(pairs, findings);
}

/** Display type is broken where it looks well: "甲與乙 / 於會上簽署 / 《…》 / 《…》" is one sentence. */
function joinBroken(sheet: Sheet, prose: Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of prose) {
    const before = joined.at(-1);
    const between = before && sheet.source.slice(before.range[1], paragraph.range[0]);
    if (!before || between!.length > WINDOW || between!.trim() !== '' || !isBroken(before, paragraph)) {
      joined.push(paragraph);
      continue;
    }
    joined[joined.length - 1] = {
      text: before.text + paragraph.text,
      at: [...before.at, ...paragraph.at],
      range: [before.range[0], paragraph.range[1]],
      lines: [...before.lines, ...paragraph.lines],
      ended: paragraph.ended,
    };
  }
  return joined;
}

const GOES_ON = /^(?:[於于在]?[會会]上)?[簽签][署訂订]|^[於于在][會会]上/u;
const LEFT_OPEN = /(?:[簽签][署訂订]了?|[與与和及、，])$/u;

function isBroken({ text: before, ended, lines }: Paragraph, { text: after }: Paragraph): boolean {
  if (before.length > LONGEST_STORY || ended || lines[0]!.number) return false;
  if (GOES_ON.test(after)) return true;
  return (
    after.startsWith('《') &&
    (LEFT_OPEN.test(before) || (before.endsWith('》') && /[簽签][署訂订]/.test(before)))
  );
}

/** Who signed the documents of a list, told in another sentence in the same order. */
function nameParties(pairs: string[][], { documents, listed, meeting }: Findings): void {
  const nameless = documents.slice(-listed).filter(({ parties }) => parties.length === 0);
  if (listed === 0 || pairs.length !== listed || nameless.length !== listed) return;
  nameless.forEach((document, index) => {
    document.parties = pairs[index]!.map((party) => withoutSide(party, meeting.sides));
  });
}

/** What names a meeting or its mechanism is signed for the two sides; the rest by whoever signs it. */
const MEETS = new RegExp(`${MEETING_WORD}|[機机]制`, 'u');

interface Signers {
  clause: string;
  names: string;
  pair: { left: string; right: string; at: number };
}

/** Two officials who sign; those who look on ("共同見證") are none. */
function signersOf(before: string): Signers | null {
  const { clause, names } = signingClause(before);
  const pair = splitPair(names, (left, right) => Boolean(readOffice(left)?.name && readOffice(right)?.name));
  return !pair || /[见見][證证]/u.test(clause) ? null : { clause, names, pair };
}

function signingClause(before: string): { clause: string; names: string } {
  const clause = before.slice(1 + Math.max(...CLAUSE_ENDS.map((end) => before.lastIndexOf(end))));
  const names = clause.replace(
    /(?:(?:代表[^與与和]{1,20}|[於于在][^與与和於于在]{0,8}上|[會会]上|共同|分[別别]|亦|正式))*$/u,
    '',
  );
  return { clause, names };
}

/** Those for whom a document is signed that is not the meeting's: "甲廳廳長某某與乙局局長某某", "甲廳與乙局". */
function officesOf(before: string, signers: Signers | null): string[] {
  if (!signers) return partyPairsIn(signingClause(before).names)[0] ?? [];
  const { left, right } = signers.pair;
  return [left, right].map((official) => readOffice(official)!.post.replace(ENDS_AS_POST, ''));
}

const ENDS_AS_POST = new RegExp(`(?:常務|常务)?副?${OFFICE}$`, 'u');

/** An office without one ("甲省副省長") signs for its side. */
const officesOr = (offices: string[], sides: readonly string[]): string[] =>
  offices.length === 2 && offices.every((office) => endsAsSigner(office)) ? offices : [...sides];

function takeSignatories(
  paragraph: Paragraph,
  at: number,
  { clause, names, pair }: Signers,
  findings: Findings,
): void {
  const { meeting } = findings;
  if (meeting.signatories.length > 0) return;
  const offices = [readOffice(pair.left)!, readOffice(pair.right)!];
  meeting.signatories = withSides(offices, meeting.sides).map((office) => ({
    ...office,
    post: withoutSide(office.post, meeting.sides),
  }));
  const start = at - clause.length;
  note(findings, 'signatory', rangeIn(paragraph, start, start + pair.at));
  note(findings, 'signatory', rangeIn(paragraph, start + pair.at + 1, start + names.length));
}

/** "甲政府乙署" is the side's own 乙署; 乙省副省長 keeps its province. */
function withoutSide(name: string, sides: readonly string[]): string {
  const side = sides.find((each) => /政府$/u.test(each) && name.startsWith(each) && name !== each);
  return side ? name.slice(side.length) : name;
}

const CLAUSE_ENDS = [...'，。；：:,《》'];

interface FoundTitle {
  title: string;
  range: Range;
}

/** 《…》及《…》 from a place on; `counted` is their number where it comes first, as departments' documents are told. */
function titlesFrom(paragraph: Paragraph, from: number): { found: FoundTitle[]; counted: number | null } {
  const found: FoundTitle[] = [];
  const { text } = paragraph;
  const count = COUNTED.exec(text.slice(from, from + WINDOW));
  let at = from + (count?.[0].length ?? 0);
  for (;;) {
    at += CONNECTED.exec(text.slice(at, at + 10))?.[0].length ?? 0;
    const end = closingOf(text, at);
    if (end === null) return { found, counted: count && readNumber(count[1]!) };
    found.push({ title: text.slice(at + 1, end), range: rangeIn(paragraph, at + 1, end) });
    at = end + 1;
  }
}

/** Where the title that opens here closes, titles within it counted. */
function closingOf(text: string, at: number): number | null {
  if (text[at] !== '《') return null;
  let depth = 0;
  for (let i = at; i < text.length && i < at + LONGEST_TITLE; i++) {
    if (text[i] === '《') depth++;
    else if (text[i] === '》' && --depth === 0) return i > at + 1 ? i : null;
  }
  return null;
}

/** （一）《…》；… up to the last of them; where the list ends. */
function readList(prose: Paragraph[], from: number, findings: Findings): number {
  let last = 0;
  for (let index = from; index < prose.length; index++) {
    const item = readItem(prose[index]!);
    if (!item || item.value <= last) return index;
    last = item.value;
    add(findings, item.title, partiesIn(item.title), item.range);
    findings.listed++;
  }
  return prose.length;
}

/** 1.《…》 2.《…》 with the words that they were signed below, as under a picture. */
function readListAbove(prose: Paragraph[], caption: number, findings: Findings): void {
  let first = caption;
  while (first > 0 && prose[first]?.text !== '') {
    const marker = readMarker(prose[first - 1]!.text);
    if (!marker || !/^《/u.test(prose[first - 1]!.text.slice(marker.length))) return;
    first--;
    if (marker.value === 1) break;
  }
  if (first < caption) readList(prose.slice(0, caption), first, findings);
}

function readItem(item: Paragraph): (FoundTitle & { value: number }) | null {
  const marker = readMarker(item.text);
  if (!marker) return null;
  const end = closingOf(item.text, marker.length);
  const title =
    end === null
      ? item.text
          .slice(marker.length)
          .replace(/(?:[；;，,]\s?[及和與与]?|。)$/u, '')
          .trim()
      : item.text.slice(marker.length + 1, end);
  const start = end === null ? marker.length : marker.length + 1;
  if (title === '' || title.length > LONGEST_TITLE) return null;
  return { value: marker.value, title, range: rangeIn(item, start, start + title.length) };
}

const compact = (title: string): string => title.replace(/[\s「」“”]/g, '');

function add(findings: Findings, title: string, parties: string[], range: Range): void {
  const key = compact(title);
  if (findings.titles.has(key)) return;
  findings.titles.add(key);
  findings.documents.push({ ordinal: findings.documents.length + 1, title, parties, range });
}
