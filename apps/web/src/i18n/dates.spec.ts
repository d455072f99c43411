import {
  addDays,
  dayOf,
  daysBetween,
  formatDate,
  formatDay,
  formatInstant,
  formatMonth,
  formatShort,
  formatWeekday,
  mondayOf,
} from './dates';

describe('dates as the reader writes them', () => {
  it('writes a date without spaces in Chinese and in full in English', () => {
    expect(formatDate('2025-04-24', 'zh-Hant-HK')).toBe('2025年4月24日');
    expect(formatDate('2025-04-24', 'zh-Hans-CN')).toBe('2025年4月24日');
    expect(formatDate('2025-04-24', 'en')).toBe('24 April 2025');
  });

  it('leaves the year out only where it is the reader’s', () => {
    expect(formatDay('2025-10-08', 'zh-Hant-HK', '2025-10-20')).toBe('10月8日');
    expect(formatDay('2024-10-08', 'en', '2025-10-20')).toBe('8 October 2024');
    expect(formatShort('2025-10-08', 'en')).toBe('8 Oct');
    expect(formatMonth('2026-01-01', 'zh-Hans-CN', true)).toBe('2026年1月');
    expect(formatMonth('2026-02-01', 'en', false)).toBe('Feb');
  });

  it('takes an instant at UTC+8', () => {
    expect(dayOf('2025-10-19T16:30:00.000Z')).toBe('2025-10-20');
    expect(formatInstant('2025-10-19T16:30:00.000Z', 'zh-Hant-HK')).toBe('2025年10月20日 00:30');
  });

  it('counts days and weeks', () => {
    expect(daysBetween('2025-10-20', '2025-11-12')).toBe(23);
    expect(daysBetween('2025-10-20', '2025-10-08')).toBe(-12);
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(mondayOf('2025-10-26')).toBe('2025-10-20');
    expect(formatWeekday('2025-10-31', 'zh-Hant-HK')).toBe('星期五');
    expect(formatWeekday('2025-10-31', 'en')).toBe('Friday');
  });
});
