import { matchesIn } from '../matches.js';
import { rangeIn } from '../normalise.js';
import type { Paragraph } from '../paragraphs.js';
import { OFFICE } from '../words.js';
import { type Findings, note } from './findings.js';
import { bothOrganisations, readOffice, sideOf, splitPair, withSides } from './offices.js';
import type { SignatureBlock } from './signatures.js';

const GOVERNMENTS =
  /(\p{Script=Han}{2,24}政府)(?:[（(][^（）()]{1,40}[）)])?\s?[與与和及同、]\s?(\p{Script=Han}{2,20}?政府)/gu;
/** Words that may run into the first government's name from before; the name begins after the last of them. */
const RUN_IN =
  /.*(?:由|[經经為为在]|以及|根[據据]|[會会]上|日|推[動动]|深化|加[強强]|率[領领]|代表|邀[請请])/su;

/** The two governments: as they sign, else as "甲方：" names them, else as the preamble pairs them. */
export function readSides(prose: Paragraph[], signatures: SignatureBlock | null, findings: Findings): void {
  const { meeting } = findings;
  if (signatures) {
    meeting.sides = signatures.sides.map((side) => side.name);
    signatures.sides.forEach((side) => note(findings, 'side', side.range));
    if (meeting.sides.length === 2) return;
  }
  for (const paragraph of prose) {
    if (!paragraph.text.includes('政府')) continue;
    for (const match of matchesIn(paragraph.text, GOVERNMENTS)) {
      const first = ownLine(paragraph, match.index, match[1]!).replace(RUN_IN, '');
      const second = match[2]!;
      if (first.length < 4 || first === second) continue;
      meeting.sides = [first, second];
      const start = match.index + match[1]!.length - first.length;
      const end = match.index + match[0].length;
      note(findings, 'side', rangeIn(paragraph, start, start + first.length));
      note(findings, 'side', rangeIn(paragraph, end - second.length, end));
      return;
    }
  }
}

/** As much of a name as stands on its own line, where a title runs into it from the line above. */
function ownLine({ at }: Paragraph, start: number, name: string): string {
  for (let i = name.length - SHORTEST_GOVERNMENT; i >= LONGEST_PLACE; i--)
    if (at[start + i]! - at[start + i - 1]! > 1) return name.slice(i);
  return name;
}

const SHORTEST_GOVERNMENT = 6;
const LONGEST_PLACE = 8;

/** The place that an office is of, where nothing else names the two sides: "甲省省長". */
const OF_PLACE = new RegExp(
  `^(\\p{Script=Han}{2,12}?(?:特[別别]行政[區区]|特[區区]|自治[區区]|[省市州縣县]))(?=[長长]|\\p{Script=Han}{0,6}${OFFICE})|^(\\p{Script=Han}{2,4})(?=行政[長长]官)`,
  'u',
);

/** Who only attended led nobody, unless nobody else did. */
const LED = [/率[領领]|主持/g, /出席(?![的人者])/g];
/** What stands before 率領: a pair of leaders after 在 or 由, or one leader. Read in so many characters, no more. */
const BOTH = /[在由]([^。；在由]{6,80}?)(?:共同|分[別别])?$/u;
/** And before 主持: who it was begins the sentence. */
const BOTH_CHAIRED = /(?:^|[。，])([^。，]{6,80}?)$/u;
const WHERE_AND_HOW = /(?:[在於于][^。，；在於于]{2,10})?(?:共同|[聯联]合)?$/u;
const ONE = new RegExp(`([^，。；：由與与和代\\s]{0,40}${OFFICE})(\\p{Script=Han}{2,4}?)$`, 'u');
/** Spares all else the search for where a post begins. */
const ENDS_AS_OFFICIAL = new RegExp(`${OFFICE}\\p{Script=Han}{2,4}$`, 'u');
const LONGEST_LEADERS = 90;
/** "…某某昨日上午率領" */
const TIME_OF_DAY =
  /(?:[昨今當当][日天]?|日前)?(?:[（(][^（）()]{2,12}[）)])?(?:早上|上午|中午|下午|傍晚|晚上|晚)?$/u;

/** Who led the delegations: "在甲和乙率領下", "由甲與乙分別率領", or "甲率領…與乙率領…". */
export function readHeads(prose: Paragraph[], findings: Findings): void {
  for (const led of LED) if (readLeaders(prose, led, findings)) return;
}

function readLeaders(prose: Paragraph[], led: RegExp, findings: Findings): boolean {
  for (const paragraph of prose) {
    const leaders: Leader[] = [];
    for (const { index, 0: verb } of matchesIn(paragraph.text, led)) {
      const from = Math.max(0, index - LONGEST_LEADERS);
      const chaired = verb === '主持' || verb === '出席';
      const told = paragraph.text.slice(from, index).replace(chaired ? WHERE_AND_HOW : '', '');
      const before = told.replace(TIME_OF_DAY, '');
      const both = leadersOfBoth(chaired ? BOTH_CHAIRED : BOTH, before);
      if (both) {
        takeHeads(paragraph, from, both, findings);
        return true;
      }
      const abreast = chaired ? null : leadersOfBoth(BOTH_CHAIRED, before);
      if (abreast) {
        takeHeads(paragraph, from, abreast, findings);
        return true;
      }
      if (chaired) continue;
      const one = ENDS_AS_OFFICIAL.test(before.slice(-12)) ? ONE.exec(before) : null;
      if (!one) continue;
      leaders.push({ post: one[1]!, name: one[2]!, start: from + one.index, end: from + before.length });
      if (leaders.length < 2) continue;
      takeHeads(paragraph, 0, leaders, findings);
      return true;
    }
  }
  return false;
}

interface Leader {
  post: string;
  name: string | null;
  start: number;
  end: number;
}

function leadersOfBoth(shape: RegExp, before: string): Leader[] | null {
  const match = shape.exec(before);
  // "會議由甲與乙主持"
  const written = (match?.[1] ?? '').replace(/^[^由]{0,16}由/u, '');
  const pair = splitPair(written, (left, right) =>
    Boolean(readOffice(left)?.name && readOffice(right)?.name),
  );
  if (!match || !pair) return null;
  const start = match.index + match[0].indexOf(written);
  return [
    { ...readOffice(pair.left)!, start, end: start + pair.at },
    { ...readOffice(pair.right)!, start: start + pair.at + 1, end: start + written.length },
  ];
}

function takeHeads(paragraph: Paragraph, offset: number, leaders: Leader[], findings: Findings): void {
  const offices = leaders.map(({ post, name }) => ({ post, name }));
  const places = offices.map(({ post }) => OF_PLACE.exec(post)?.slice(1).find(Boolean));
  const [one, other] = places;
  if (findings.meeting.sides.length !== 2 && one && other && one !== other) {
    findings.meeting.sides = [one, other];
    leaders.forEach(({ start }, i) =>
      note(findings, 'side', rangeIn(paragraph, offset + start, offset + start + places[i]!.length)),
    );
  }
  findings.meeting.headsOfDelegation = withSides(offices, findings.meeting.sides);
  for (const { start, end } of leaders) {
    note(findings, 'head_of_delegation', rangeIn(paragraph, offset + start, offset + end));
  }
}

const KEPT =
  /由([^。；由]{6,100}?)(?:分[別别]|各自|共同|[負负][責责])?(?:保存|[儲储]存|保管|留存|備存|备存|存[檔档]|[執执]存)/gu;

/** The two offices that keep the originals. */
export function readCustodians(prose: Paragraph[], findings: Findings): void {
  const { meeting } = findings;
  for (const paragraph of prose) {
    for (const match of matchesIn(paragraph.text, KEPT)) {
      const written = match[1]!;
      const ofSides = (left: string, right: string): boolean => {
        const [one, other] = [sideOf(left, meeting.sides), sideOf(right, meeting.sides)];
        return one !== null && other !== null && one !== other;
      };
      const pair = splitPair(written, ofSides) ?? splitPair(written, bothOrganisations);
      if (!pair) continue;
      meeting.custodians = [pair.left, pair.right];
      const start = match.index + 1;
      note(findings, 'custodian', rangeIn(paragraph, start, start + pair.at));
      note(findings, 'custodian', rangeIn(paragraph, start + pair.at + 1, start + written.length));
      return;
    }
  }
}

export function readSignatories(signatures: SignatureBlock | null, findings: Findings): void {
  if (!signatures) return;
  findings.meeting.signatories = signatures.sides.flatMap(({ name: side, posts, names }) => {
    if (posts.length === 0 && names.length === 0) return [];
    const office = posts[0] ?? { post: '', name: null };
    return [{ side, post: office.post, name: office.name ?? names[0] ?? null }];
  });
  signatures.signed.forEach((range) => note(findings, 'signatory', range));
}
