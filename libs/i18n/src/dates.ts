import type { Language } from './language.js';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const weekdays: Record<'zh' | 'en', readonly string[]> = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** 'YYYY-MM-DD' as the reader writes it: 2025年4月24日, without spaces; 24 April 2025. */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  return language === 'en' ? `${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** With its weekday: 2025年4月24日（星期四）; Thursday, 24 April 2025. */
export function formatDateWithWeekday(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const written = formatDate(date, language);
  return language === 'en'
    ? `${weekdays.en[weekday]}, ${written}`
    : `${written}（星期${weekdays.zh[weekday]}）`;
}

function parts(date: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`not a calendar date: ${JSON.stringify(date)}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
