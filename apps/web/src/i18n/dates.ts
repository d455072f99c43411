import { formatDate as writeDate } from '#i18n/dates';
import type { Language } from '#i18n/language';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdays: Record<Language, readonly string[]> = {
  'zh-Hant-HK': ['日', '一', '二', '三', '四', '五', '六'],
  'zh-Hans-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** Hong Kong and the mainland share one offset and no summer time. */
const offset = 8 * 3_600_000;
const day = 86_400_000;

interface Parts {
  year: number;
  month: number;
  date: number;
}

function parts(iso: string): Parts {
  const [year = 0, month = 1, date = 1] = iso.slice(0, 10).split('-').map(Number);
  return { year, month, date };
}

const utc = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);

/** The calendar date at UTC+8 of an instant; a calendar date stays itself. */
export function dayOf(instant: string): string {
  return instant.length === 10 ? instant : new Date(Date.parse(instant) + offset).toISOString().slice(0, 10);
}

/** Days from one calendar date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / day);
}

export function addDays(iso: string, days: number): string {
  return new Date(utc(iso) + days * day).toISOString().slice(0, 10);
}

/** 2025年4月24日, 24 April 2025. Takes a calendar date or an instant. */
export function formatDate(value: string, language: Language): string {
  return writeDate(dayOf(value), language);
}

/** 4月24日, 24 April; with the year when it is not the reader's. */
export function formatDay(value: string, language: Language, today?: string): string {
  const iso = dayOf(value);
  const { year, month, date } = parts(iso);
  if (today !== undefined && parts(today).year !== year) return formatDate(iso, language);
  return language === 'en' ? `${date} ${months[month - 1]}` : `${month}月${date}日`;
}

/** As on the line of deadlines, where there is no room: 4月24日, 24 Apr. */
export function formatShort(value: string, language: Language): string {
  const { month, date } = parts(dayOf(value));
  return language === 'en' ? `${date} ${months[month - 1]?.slice(0, 3)}` : `${month}月${date}日`;
}

/** 2026年1月, Jan 2026; the year where it begins or where asked for. */
export function formatMonth(value: string, language: Language, withYear: boolean): string {
  const { year, month } = parts(value);
  if (language === 'en') return `${months[month - 1]?.slice(0, 3)}${withYear ? ` ${year}` : ''}`;
  return `${withYear ? `${year}年` : ''}${month}月`;
}

/** 星期三, Wednesday. */
export function formatWeekday(value: string, language: Language): string {
  const name = weekdays[language][new Date(utc(dayOf(value))).getUTCDay()] ?? '';
  return language === 'en' ? name : `星期${name}`;
}

/** 14:05 at UTC+8. */
export function formatTime(instant: string): string {
  return new Date(Date.parse(instant) + offset).toISOString().slice(11, 16);
}

export function formatInstant(instant: string, language: Language): string {
  return `${formatDate(instant, language)} ${formatTime(instant)}`;
}

/** Monday of the week a date stands in. */
export function mondayOf(iso: string): string {
  const weekday = new Date(utc(iso)).getUTCDay();
  return addDays(iso, weekday === 0 ? -6 : 1 - weekday);
}
