import type { Range } from '#contracts/draft';
import { readMarker } from '../markers.js';
import { rangeIn } from '../normalise.js';
import type { Paragraph } from '../paragraphs.js';
import { type Findings, note } from './findings.js';
import { partiesIn } from './document-parties.js';
import { readOffice, splitPair, withSides } from './offices.js';

const SIGN = /[簽签][署訂订]了?/g;
/** What has not been signed yet, or was at another time, is not what this meeting signed. */
const NOT_NOW = /(?:[將将擬拟]|[計计][劃划]|[準准][備备]|有望|早前|[過过]去|[曾已]經?经?)[^，。；]{0,8}$/u;
const CONNECTED = /^(?:[及和與与、，,\s]|以及)+/u;
const COUNTED =
  /^[0-9〇零一二三四五六七八九十百兩两]{1,4}\s?(?:份|[項项])(?:合作)?(?:文件|[協协][議议])[:：]?/u;
const WINDOW = 90;
/** How far before the verb a word may stand that says it is not now. */
const NEAR = 12;
const LONGEST_TITLE = 200;

/** What the text says was signed, and by whom: "甲長官某某與乙長官某某簽署《…》", and the lists that follow. */
export function readSigning(prose: Paragraph[], findings: Findings): void {
  prose.forEach((paragraph, index) => {
    let listed = false;
    for (const match of paragraph.text.matchAll(SIGN)) {
      const before = paragraph.text.slice(Math.max(0, match.index - WINDOW), match.index);
      if (NOT_NOW.test(before.slice(-NEAR))) continue;
      const after = match.index + match[0].length;
      const signed = readSignatories(paragraph, match.index, before, findings);
      const titles = titlesFrom(paragraph, after);
      for (const { title, range } of titles.found) {
        const parties = titles.counted ? partiesIn(title) : [...findings.meeting.sides];
        add(findings, title, parties, range);
      }
      listed ||= !signed && titles.found.length === 0 && titles.counted && /[:：]$/.test(paragraph.text);
    }
    if (listed) readList(prose, index + 1, findings);
  });
}

/** Notes two officials who sign; those who look on ("共同見證") are none. */
function readSignatories(paragraph: Paragraph, at: number, before: string, findings: Findings): boolean {
  const { meeting } = findings;
  const clause = before.slice(1 + Math.max(...CLAUSE_ENDS.map((end) => before.lastIndexOf(end))));
  const names = clause.replace(
    /(?:(?:代表[^與与和]{1,20}|[於于在][^與与和於于在]{0,8}上|[會会]上|共同|分[別别]|亦|正式))*$/u,
    '',
  );
  const pair = splitPair(names, (left, right) => Boolean(readOffice(left)?.name && readOffice(right)?.name));
  if (!pair || /[見见][證证]/u.test(clause)) return false;
  const offices = [readOffice(pair.left)!, readOffice(pair.right)!];
  if (meeting.signatories.length === 0) {
    meeting.signatories = withSides(offices, meeting.sides);
    const start = at - clause.length;
    note(findings, 'signatory', rangeIn(paragraph, start, start + pair.at));
    note(findings, 'signatory', rangeIn(paragraph, start + pair.at + 1, start + names.length));
  }
  return true;
}

const CLAUSE_ENDS = [...'，。；：:,《》'];

interface FoundTitle {
  title: string;
  range: Range;
}

/** 《…》及《…》 from a place on; `counted` where their number comes first, as departments' documents are told. */
function titlesFrom(paragraph: Paragraph, from: number): { found: FoundTitle[]; counted: boolean } {
  const found: FoundTitle[] = [];
  const { text } = paragraph;
  const count = COUNTED.exec(text.slice(from, from + WINDOW));
  let at = from + (count?.[0].length ?? 0);
  for (;;) {
    at += CONNECTED.exec(text.slice(at, at + 8))?.[0].length ?? 0;
    const end = closingOf(text, at);
    if (end === null) return { found, counted: count !== null };
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

/** （一）《…》；… up to the last of them. */
function readList(prose: Paragraph[], from: number, findings: Findings): void {
  for (let index = from; index < prose.length; index++) {
    const item = prose[index]!;
    const marker = readMarker(item.text);
    if (!marker) return;
    const end = closingOf(item.text, marker.length);
    const title =
      end === null
        ? item.text
            .slice(marker.length)
            .replace(/(?:[；;，,]\s?[及和與与]?|。)$/u, '')
            .trim()
        : item.text.slice(marker.length + 1, end);
    const start = end === null ? marker.length : marker.length + 1;
    if (title === '' || title.length > LONGEST_TITLE) return;
    add(findings, title, partiesIn(title), rangeIn(item, start, start + title.length));
    findings.listed++;
  }
}

const compact = (title: string): string => title.replace(/[\s「」“”]/g, '');

function add(findings: Findings, title: string, parties: string[], range: Range): void {
  const key = compact(title);
  if (findings.titles.has(key)) return;
  findings.titles.add(key);
  findings.documents.push({ ordinal: findings.documents.length + 1, title, parties, range });
}
