import type { Range } from '#contracts/draft';
import { endsSentence, type Line } from '../lines.js';
import { rangeIn } from '../normalise.js';
import type { Paragraph } from '../paragraphs.js';
import { HELD } from '../words.js';
import { datesIn } from './dates.js';
import type { KnownOfText } from '../known.js';
import { type Findings, note } from './findings.js';
import { publicationIn, type RelativeDate, relativeIn, resolve } from './relative-dates.js';
import { warning } from '../warnings.js';

/** A date that stands on a line of its own, as under a signature. */
export interface DateLine {
  date: string;
  range: Range;
}

const AT_PLACE = new RegExp(
  `[在於于]([^，。；：、\\s（）()“”「」]{2,20}?)(?:成功|共同|[聯联]合|正式)?${HELD}`,
  'g',
);
const HELD_ALONE = new RegExp(HELD, 'g');

/** How far before the verb its date may stand. */
const LONGEST_CLAUSE = 100;
/** A report names the leaders of both delegations between the day and the verb. */
const LONGEST_STORY = 200;

/** When and where the meeting was: the sentence that says it was held, else the date under the signatures. */
export function readOccasion(prose: Paragraph[], dateLines: DateLine[], findings: Findings): void {
  readPlace(prose, findings);
  const held = heldDate(prose) ?? dateLines[0] ?? null;
  if (!held) return;
  findings.meeting.date = held.date;
  note(findings, 'date', held.range);
  for (const line of dateLines) if (line !== held) note(findings, 'date', line.range);
}

/**
 * When a meeting was of which a report tells: its date in full, else the day as the report names it, reckoned from the
 * day of publication that a person gives or the text itself. Without one the day is asked for.
 */
export function readReportedOccasion(
  prose: Paragraph[],
  lines: Line[],
  { publishedOn }: KnownOfText,
  findings: Findings,
): void {
  readPlace(
    [...prose].sort((a, b) => Number(endsSentence(b.text)) - Number(endsSentence(a.text))),
    findings,
  );
  const held = heldDate(prose);
  if (held) {
    findings.meeting.date = held.date;
    note(findings, 'date', held.range);
    return;
  }
  const told = toldDay(prose);
  if (!told) return;
  const { day, range } = told;
  note(findings, 'date', range);
  if (publishedOn) {
    findings.meeting.date = resolve(day, publishedOn);
    return;
  }
  const published = publicationIn(lines);
  if (!published) {
    findings.warnings.push(warning('date_relative', range, { words: day.words }));
    return;
  }
  findings.meeting.date = resolve(day, published.date);
  const from = published.line.range[0];
  note(findings, 'date', [from + published.start, from + published.end]);
}

function toldDay(prose: Paragraph[]): { day: RelativeDate; range: Range } | null {
  for (const paragraph of prose) {
    for (const verb of paragraph.text.matchAll(HELD_ALONE)) {
      const from = Math.max(0, verb.index - LONGEST_STORY);
      const before = paragraph.text.slice(from, verb.index);
      const start = from + before.lastIndexOf('。') + 1;
      const day = relativeIn(paragraph.text.slice(start, verb.index));
      if (day) return { day, range: rangeIn(paragraph, start + day.start, start + day.end) };
    }
  }
  return null;
}

function heldDate(prose: Paragraph[]): DateLine | null {
  for (const paragraph of prose) {
    for (const verb of paragraph.text.matchAll(HELD_ALONE)) {
      const from = Math.max(0, verb.index - LONGEST_CLAUSE);
      const before = paragraph.text.slice(from, verb.index);
      const start = from + before.lastIndexOf('。') + 1;
      const last = datesIn(paragraph.text.slice(start, verb.index)).at(-1);
      if (last) return { date: last.date, range: rangeIn(paragraph, start + last.start, start + last.end) };
    }
  }
  return null;
}

function readPlace(prose: Paragraph[], findings: Findings): void {
  for (const paragraph of prose) {
    for (const match of paragraph.text.matchAll(AT_PLACE)) {
      // "在…於甲地舉行": the last preposition is the one that governs the place.
      const inner = Math.max(...['在', '於'].map((word) => match[1]!.lastIndexOf(word)));
      const place = match[1]!.slice(inner + 1).replace(/^.*[日號号](?=.)/, '');
      if (!/^\p{Script=Han}{2,12}$/u.test(place)) continue;
      const start = match.index + 1 + match[1]!.length - place.length;
      findings.meeting.place = place;
      note(findings, 'place', rangeIn(paragraph, start, start + place.length));
      return;
    }
  }
}
