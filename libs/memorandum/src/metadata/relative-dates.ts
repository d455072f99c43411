import type { Line } from '../lines.js';
import { NUMBER, readNumber } from '../numerals.js';
import { datesIn, toIso } from './dates.js';

/** "昨日", "今日（四月二十四日）", or a day of a year that is not named. */
const RELATIVE = new RegExp(
  `(今[日天]|昨[日天]?|前[日天])?\\s?[（(]?(?:([${NUMBER}]{1,3})月)?([${NUMBER}]{1,3})[日號号][）)]?|今[日天]|昨[日天]?|前[日天]`,
  'gu',
);

export interface RelativeDate {
  words: string;
  start: number;
  end: number;
  month: number | null;
  day: number | null;
  daysBefore: number | null;
}

/** The last day that a clause names without its year. */
export function relativeIn(clause: string): RelativeDate | null {
  const match = [...clause.matchAll(RELATIVE)].at(-1);
  // A day with its year that is no date has no other year.
  if (!match || /年\s{0,2}$/.test(clause.slice(0, match.index))) return null;
  const [words, , month, day] = match;
  const back = words.startsWith('今') ? 0 : words.startsWith('昨') ? 1 : words.startsWith('前') ? 2 : null;
  return {
    words: words.trim(),
    start: match.index + (words.length - words.trimStart().length),
    end: match.index + words.length,
    month: month === undefined ? null : readNumber(month),
    day: day === undefined ? null : readNumber(day),
    daysBefore: back,
  };
}

const DAY = 86_400_000;

/** The day meant, in a text published on a day that the text itself gives; the printed figures go before the word. */
export function resolve(relative: RelativeDate, publishedOn: string): string | null {
  const published = Date.parse(`${publishedOn}T00:00:00Z`);
  if (relative.day === null)
    return new Date(published - (relative.daysBefore ?? 0) * DAY).toISOString().slice(0, 10);
  const [year, month] = publishedOn.split('-').map(Number) as [number, number];
  for (let back = 0; back < 12; back++) {
    const at = new Date(Date.UTC(year, month - 1 - back, 1));
    if (relative.month !== null && at.getUTCMonth() + 1 !== relative.month) continue;
    const date = toIso(at.getUTCFullYear(), at.getUTCMonth() + 1, relative.day);
    if (date !== null && date <= publishedOn) return date;
  }
  return null;
}

/** When a text was published, as a line of its own says ("2031年10月9日(星期四)", "責任編輯 … 2031-10-09 18:40"). */
export function publicationIn(
  lines: Line[],
): { date: string; line: Line; start: number; end: number } | null {
  for (const line of lines) {
    if (line.width > 80) continue;
    const [date, other] = datesIn(line.text);
    if (date && !other && !/[。，]/.test(line.text)) return { ...date, line };
  }
  return null;
}
