import type { Range } from '#contracts/draft';
import { rangeIn } from '../normalise.js';
import type { Paragraph } from '../paragraphs.js';
import { HELD } from '../words.js';
import { datesIn } from './dates.js';
import { type Findings, note } from './findings.js';

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

/** When and where the meeting was: the sentence that says it was held, else the date under the signatures. */
export function readOccasion(prose: Paragraph[], dateLines: DateLine[], findings: Findings): void {
  readPlace(prose, findings);
  const held = heldDate(prose) ?? dateLines[0] ?? null;
  if (!held) return;
  findings.meeting.date = held.date;
  note(findings, 'date', held.range);
  for (const line of dateLines) if (line !== held) note(findings, 'date', line.range);
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
