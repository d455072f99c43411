import type { KnownOfText } from '../../known.js';
import type { Line } from '../../lines.js';
import { rangeIn } from '../../normalise.js';
import type { Paragraph } from '../../paragraphs.js';
import { warning } from '../../warnings.js';
import { type Findings, note } from '../findings.js';
import { resolve } from '../relative-dates.js';
import { datesInEnglish, dayTold, monthsInEnglish } from './dates.js';
import { matchesOf, nameAt, type Phrase, sentenceAt } from './phrases.js';

const HELD =
  /\b(?:held|convened|took place|hosted|co-chaired|gathered|met|concluded)\b|^(?:Done|DONE|Signed|SIGNED|Held|Convened)\b|\b(?:is|was) signed (?:in|at|on)\b/g;
const PLACE = /\b(?:in|at)\s(?:the\scity\sof\s)?(?=[A-Z])/g;
const IN_PLACE = new Set(['of', 'de', 'la']);
/** Words that begin a name and no place's. */
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q[1-4]|\d|Mr|Ms|Government|English|Chinese|Witness|Article)/;

/** When and where the meeting was: the sentence that says it was held, else where it was signed or dated. */
export function readEnglishOccasion(
  prose: Paragraph[],
  lines: Line[],
  named: string | null,
  { publishedOn }: KnownOfText,
  findings: Findings,
): void {
  const sentences = heldIn(prose, named);
  readPlace(sentences, findings);
  if (findings.meeting.place === null) readDateline(lines, findings);
  for (const { paragraph, sentence } of sentences) {
    const [found] = datesInEnglish(sentence.text);
    if (!found) continue;
    findings.meeting.date = found.date;
    note(findings, 'date', rangeIn(paragraph, sentence.start + found.start, sentence.start + found.end));
    return;
  }
  const published = publishedIn(lines);
  for (const { paragraph, sentence } of sentences) {
    const day = dayTold(sentence.text);
    if (!day) continue;
    const range = rangeIn(paragraph, sentence.start + day.start, sentence.start + day.end);
    note(findings, 'date', range);
    if (published) {
      findings.meeting.date = resolve(day, published.date);
      note(findings, 'date', published.range);
    } else if (publishedOn) {
      findings.meeting.date = resolve(day, publishedOn);
    } else {
      findings.warnings.push(warning('date_relative', range, { words: day.words }));
    }
    return;
  }
  if (published) {
    findings.meeting.date = published.date;
    note(findings, 'date', published.range);
  } else {
    readMonth(lines, findings);
  }
}

interface Held {
  paragraph: Paragraph;
  sentence: Phrase;
}

/** The sentences that say that something was held; first those that name the meeting itself. */
function heldIn(prose: Paragraph[], named: string | null): Held[] {
  const all = prose.flatMap((paragraph) =>
    [...matchesOf(paragraph.text, HELD)].map(({ index }) => ({
      paragraph,
      sentence: sentenceAt(paragraph.text, index),
    })),
  );
  const names = ({ sentence }: Held): number => Number(named !== null && sentence.text.includes(named));
  return all.sort((a, b) => names(b) - names(a));
}

function readPlace(sentences: Held[], findings: Findings): void {
  for (const { paragraph, sentence } of sentences) {
    for (const match of sentence.text.matchAll(PLACE)) {
      const name = nameAt(sentence.text, match.index + match[0].length, IN_PLACE);
      if (!name || NO_PLACE.test(name.text)) continue;
      const comma = /^,\s(?=[A-Z])/.exec(sentence.text.slice(name.end, name.end + 3));
      const country = comma && nameAt(sentence.text, name.end + comma[0].length, IN_PLACE);
      const end = country && !NO_PLACE.test(country.text) ? country.end : name.end;
      findings.meeting.place = sentence.text.slice(name.start, end);
      note(findings, 'place', rangeIn(paragraph, sentence.start + name.start, sentence.start + end));
      return;
    }
  }
}

/** "Port Lane, 3 May 2031": where a text was given, above or below it. */
function readDateline(lines: Line[], findings: Findings): void {
  for (const { text, width, range } of lines) {
    if (width > WIDEST) continue;
    const [date] = datesInEnglish(text);
    const place = date && /^(\p{Lu}[\p{L}' -]{2,40}),\s$/u.exec(text.slice(0, date.start))?.[1];
    if (!place || NO_PLACE.test(place) || date.end < text.length) continue;
    findings.meeting.place = place;
    note(findings, 'place', [range[0], range[0] + place.length]);
    return;
  }
}

const WIDEST = 80;

/** The day that stands on a line of its own: "Ends/Thursday, October 9, 2031". */
function publishedIn(lines: Line[]): { date: string; range: [number, number] } | null {
  for (const { text, width, range } of lines) {
    if (width > WIDEST || /[a-z]{3}\.$/.test(text)) continue;
    const [found, other] = datesInEnglish(text);
    if (!found || other) continue;
    const rest = text.length - (found.end - found.start);
    if (rest > 36) continue;
    return { date: found.date, range: [range[0] + found.start, range[0] + found.end] };
  }
  return null;
}

/** A month on a line of its own dates a text, but not to the day. */
function readMonth(lines: Line[], findings: Findings): void {
  for (const { text, width, range } of lines) {
    if (width > WIDEST) continue;
    const [month] = monthsInEnglish(text);
    if (!month || text.length - (month.end - month.start) > 24) continue;
    const place: [number, number] = [range[0] + month.start, range[0] + month.end];
    note(findings, 'date', place);
    findings.warnings.push(warning('date_partial', place, { words: month.words }));
    return;
  }
}
