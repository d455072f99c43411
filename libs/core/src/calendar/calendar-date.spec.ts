import fc from 'fast-check';
import {
  addDays,
  calendarDate,
  dateOf,
  daysBetween,
  isCalendarDate,
  startOf,
  weekdayOf,
} from './calendar-date.js';

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('calendar dates', () => {
  it.each(['2024-02-29', '2026-11-21', '1997-07-01'])('takes %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
    expect(calendarDate(text)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-2-1',
    ' 2025-02-01',
    '2025-02-01T00:00:00Z',
    '0000-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  it('refuses what is no text', () => {
    expect(isCalendarDate(null)).toBe(false);
    expect(isCalendarDate(new Date())).toBe(false);
  });

  it('knows the day in Hong Kong, which begins while London still has the day before', () => {
    expect(dateOf(new Date('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
    expect(dateOf(new Date('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21');
    expect(startOf('2026-11-21').toISOString()).toBe('2026-11-20T16:00:00.000Z');
  });

  it('counts over month ends, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2023-05-11', '2026-11-21')).toBe(1290);
    expect(weekdayOf('2026-11-21')).toBe(6);
  });

  it('adds and subtracts as one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isCalendarDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(Math.sign(days)).toBe(to < from ? -1 : to > from ? 1 : 0);
        expect(dateOf(startOf(to))).toBe(to);
      }),
    );
  });
});
