import type { Range } from '#contracts/draft';
import { matchesIn } from '../matches.js';
import type { Line } from '../lines.js';
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
  place?: { name: string; range: Range };
}

/** What the day and the place may stand before, the surest first: that it was held, who chaired it, that this was signed. */
const VERBS = [HELD, '主持', '(?:簽署|签署|簽訂|签订)了?(?=本|《)'];
const TOLD = VERBS.map((verb) => new RegExp(verb, 'g'));
const AT_PLACE = VERBS.map(
  (verb) =>
    new RegExp(`[在於于]([^，。；：、\\s（）()“”「」]{2,20}?)(?:成功|共同|[聯联]合|正式)?${verb}`, 'g'),
);

/** "於某日以視像方式舉行" */
const NO_PLACE = /方式$|形式$|^[線线網网]上$/u;

/** How far before the verb its date may stand. */
const LONGEST_CLAUSE = 100;
/** A report names the leaders of both delegations between the day and the verb. */
const LONGEST_STORY = 200;

/**
 * When and where the meeting was: the date in full of the sentence that says so, else the day as a report names it,
 * reckoned from the day of publication that a person gives or the text itself, else the date on a line of its own.
 * Where a day is named and nothing says when that was written, it is asked for.
 */
export function readOccasion(
  prose: Paragraph[],
  lines: Line[],
  dateLines: DateLine[],
  { publishedOn }: KnownOfText,
  findings: Findings,
): void {
  readPlace([...prose.filter(({ ended }) => ended), ...prose.filter(({ ended }) => !ended)], findings);
  const signedAt = dateLines.find(({ place }) => place)?.place;
  if (signedAt && findings.meeting.place === null) {
    findings.meeting.place = signedAt.name;
    note(findings, 'place', signedAt.range);
  }
  const held = fullDate(prose);
  const told = held ? null : toldDay(prose);
  const day = held ?? (told ? null : dateLines[0]);
  if (day) {
    findings.meeting.date = day.date;
    note(findings, 'date', day.range);
    for (const line of dateLines) if (line !== day) note(findings, 'date', line.range);
  }
  if (!told) return;
  note(findings, 'date', told.range);
  if (publishedOn) {
    findings.meeting.date = resolve(told.day, publishedOn);
    return;
  }
  const published = publicationIn(lines);
  if (!published) {
    findings.warnings.push(warning('date_relative', told.range, { words: told.day.words }));
    return;
  }
  findings.meeting.date = resolve(told.day, published.date);
  const from = published.line.range[0];
  note(findings, 'date', [from + published.start, from + published.end]);
}

/** Every verb that a day may stand before, the surest first in the whole text. */
function* verbsIn(prose: Paragraph[]): Generator<{ paragraph: Paragraph; at: number }> {
  for (const verb of TOLD)
    for (const paragraph of prose)
      for (const { index } of matchesIn(paragraph.text, verb)) yield { paragraph, at: index };
}

function toldDay(prose: Paragraph[]): { day: RelativeDate; range: Range } | null {
  for (const { paragraph, at } of verbsIn(prose)) {
    const start = clauseStart(paragraph, at, LONGEST_STORY);
    const day = relativeIn(paragraph.text.slice(start, at));
    if (day) return { day, range: rangeIn(paragraph, start + day.start, start + day.end) };
  }
  return null;
}

function fullDate(prose: Paragraph[]): DateLine | null {
  for (const { paragraph, at } of verbsIn(prose)) {
    const start = clauseStart(paragraph, at, LONGEST_CLAUSE);
    const last = datesIn(paragraph.text.slice(start, at)).at(-1);
    if (last) return { date: last.date, range: rangeIn(paragraph, start + last.start, start + last.end) };
  }
  return null;
}

function clauseStart({ text }: Paragraph, at: number, longest: number): number {
  const from = Math.max(0, at - longest);
  return from + text.slice(from, at).lastIndexOf('。') + 1;
}

function readPlace(prose: Paragraph[], findings: Findings): void {
  for (const at of AT_PLACE)
    for (const paragraph of prose)
      for (const match of matchesIn(paragraph.text, at)) {
        // "在…於甲地舉行": the last preposition is the one that governs the place.
        const inner = Math.max(...['在', '於'].map((word) => match[1]!.lastIndexOf(word)));
        const place = match[1]!.slice(inner + 1).replace(/^.*[日號号](?=.)/, '');
        if (!/^\p{Script=Han}{2,12}$/u.test(place) || NO_PLACE.test(place)) continue;
        const start = match.index + 1 + match[1]!.length - place.length;
        findings.meeting.place = place;
        note(findings, 'place', rangeIn(paragraph, start, start + place.length));
        return;
      }
}
