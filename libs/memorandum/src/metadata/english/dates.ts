import { matchesIn } from '../../matches.js';
import { type DateFound, datesIn, toIso } from '../dates.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** "3-5 September", "3 to 5 September": the day on which it began. */
const TO = '(?:\\s?(?:[–—-]|to|and|&)\\s?\\d{1,2}(?:st|nd|rd|th)?)?';
const YEAR = '((?:19|20|21)\\d{2})(?!\\d)';
const SPACE = '[\\s,]{1,3}';

const DAY_FIRST = new RegExp(
  `(?<![\\d.–—-])${DAY}${TO}\\s(?:day\\s)?(?:of\\s)?${MONTH}${SPACE}${YEAR}`,
  'gi',
);
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s${DAY}${TO}${SPACE}${YEAR}`, 'gi');
const MONTH_ONLY = new RegExp(`\\b${MONTH}${SPACE}${YEAR}`, 'g');
const DAY_OF_MONTH = new RegExp(
  `(?<![\\d.])${DAY}\\s(?:of\\s)?${MONTH}(?![a-z])|\\b${MONTH}\\s${DAY}(?!\\d)`,
  'g',
);
const SAID = /\b(today|yesterday)\b/gi;

const monthOf = (written: string): number => MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1;

/** The full dates in an English text, in order: 9 October 2031, Oct. 9th, 2031, 2031-10-09. */
export function datesInEnglish(text: string): DateFound[] {
  if (!/\d{4}/.test(text)) return [];
  const found = datesIn(text);
  const add = (match: RegExpExecArray, day: string, month: string, year: string): void => {
    const date = toIso(Number(year), monthOf(month), Number(day));
    if (date) found.push({ date, start: match.index, end: match.index + match[0].length });
  };
  for (const match of matchesIn(text, DAY_FIRST)) add(match, match[1]!, match[2]!, match[3]!);
  for (const match of matchesIn(text, MONTH_FIRST)) add(match, match[2]!, match[1]!, match[3]!);
  return found.sort((a, b) => a.start - b.start);
}

/** "December 2022", of which no day is known. */
export function monthsInEnglish(text: string): { words: string; start: number; end: number }[] {
  return [...matchesIn(text, MONTH_ONLY)].map((match) => ({
    words: match[0].replace(/\s+/g, ' '),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A day that a sentence names without its year: "today (October 9)", "on October 9", "yesterday". */
export interface DayTold {
  words: string;
  start: number;
  end: number;
  month: number | null;
  day: number | null;
  daysBefore: number | null;
}

export function dayTold(clause: string): DayTold | null {
  const said = [...matchesIn(clause, SAID)].at(-1);
  const printed = [...matchesIn(clause, DAY_OF_MONTH)].at(-1);
  if (!said && !printed) return null;
  const near = said && printed && Math.abs(printed.index - said.index) <= 24;
  const used = [...(said ? [said] : []), ...(printed && (!said || near) ? [printed] : [])];
  const start = Math.min(...used.map(({ index }) => index));
  const end = Math.max(...used.map((match) => match.index + match[0].length));
  const closed = clause[end] === ')' && clause.slice(start, end).includes('(') ? end + 1 : end;
  const [month, day] = printed && used.includes(printed) ? monthAndDay(printed) : [null, null];
  const daysBefore = said ? (said[1]!.toLowerCase() === 'today' ? 0 : 1) : null;
  return { words: clause.slice(start, closed), start, end: closed, month, day, daysBefore };
}

function monthAndDay([, dayFirst, monthFirst, month, day]: RegExpExecArray): [number, number] {
  return dayFirst === undefined ? [monthOf(month!), Number(day)] : [monthOf(monthFirst!), Number(dayFirst)];
}
