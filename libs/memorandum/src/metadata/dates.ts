import { matchesIn } from '../matches.js';
import { readNumber } from '../numerals.js';

const HAN_OR_FIGURE = '[0-9０-９〇○零Ｏ一二三四五六七八九十廿卅]';

/** "3日至5日", "3-5日": the day on which it began. */
const TO = `(?:\\s?[日號号]?\\s?[-–—－~～至到、]\\s?${HAN_OR_FIGURE}{1,3})?`;

const SHAPES = [
  new RegExp(
    `(${HAN_OR_FIGURE}{4})\\s{0,2}年\\s{0,2}(${HAN_OR_FIGURE}{1,3})\\s{0,2}月\\s{0,2}(${HAN_OR_FIGURE}{1,3})${TO}\\s{0,2}[日號号]`,
    'g',
  ),
  /(?<!\d)((?:19|20)\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?![\d-])/g,
];

/** 2025.1.1 */
const SHORTEST = 8;

export interface DateFound {
  date: string;
  start: number;
  end: number;
}

/** The full dates in a text, in order; one that no calendar has is passed over. */
export function datesIn(text: string): DateFound[] {
  const found: DateFound[] = [];
  if (text.length < SHORTEST || !/年|\d{4}/.test(text)) return found;
  for (const shape of SHAPES) {
    for (const match of matchesIn(text, shape)) {
      const date = toIso(readNumber(match[1]!), readNumber(match[2]!), readNumber(match[3]!));
      if (date) found.push({ date, start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** An ISO date, or null where no calendar has that day. */
export function toIso(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || year < 1900 || year > 2199) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
