import { formatDate, formatDateWithWeekday } from './dates.js';

describe('written dates', () => {
  it('are as the reader writes them', () => {
    expect(formatDate('2025-04-05', 'zh-Hant-HK')).toBe('2025年4月5日');
    expect(formatDate('2025-04-05', 'zh-Hans-CN')).toBe('2025年4月5日');
    expect(formatDate('2025-12-24', 'en')).toBe('24 December 2025');
  });

  it('carry their weekday', () => {
    expect(formatDateWithWeekday('2026-11-21', 'zh-Hant-HK')).toBe('2026年11月21日（星期六）');
    expect(formatDateWithWeekday('2026-11-22', 'zh-Hans-CN')).toBe('2026年11月22日（星期日）');
    expect(formatDateWithWeekday('2026-11-23', 'en')).toBe('Monday, 23 November 2026');
  });

  it('refuse what is no date', () => {
    expect(() => formatDate('24/4/2025', 'en')).toThrow(RangeError);
  });
});
