import fc from 'fast-check';
import { addDays, daysBetween } from './calendar-date.js';
import { type CalendarDayRow, holidaysOf } from './holidays.js';
import {
  calendarOf,
  isProvisional,
  isWorkingDay,
  onOrAfter,
  onOrBefore,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from './working-calendar.js';

describe('a working calendar', () => {
  let rows: CalendarDayRow[];
  beforeAll(async () => {
    rows = await holidaysOf([2024, 2025, 2026, 2027]);
  });
  const hongKong = () => calendarOf('HK', rows);
  const mainland = () => calendarOf('CN', rows);

  it('knows the make-up days of 2025: people work on a Sunday and rest on a Tuesday', () => {
    expect(isWorkingDay('2025-01-26', mainland())).toBe(true);
    expect(isWorkingDay('2025-02-08', mainland())).toBe(true);
    expect(isWorkingDay('2025-02-04', mainland())).toBe(false);
    expect(isWorkingDay('2025-10-08', mainland())).toBe(false);
    expect(isWorkingDay('2025-10-11', mainland())).toBe(true);
    expect(isWorkingDay('2025-01-26', hongKong())).toBe(false);
    expect(isWorkingDay('2025-10-08', hongKong())).toBe(true);
  });

  it('knows Hong Kong’s general holidays', () => {
    expect(isWorkingDay('2025-04-18', hongKong())).toBe(false);
    expect(isWorkingDay('2025-10-29', hongKong())).toBe(false);
    expect(isWorkingDay('2026-04-07', hongKong())).toBe(false);
    expect(isWorkingDay('2025-04-18', mainland())).toBe(true);
  });

  it('counts over the golden week', () => {
    // 30 September is a Tuesday; the mainland comes back on Thursday 9 October.
    expect(workingDaysAfter('2025-09-30', 1, mainland())).toBe('2025-10-09');
    expect(workingDaysAfter('2025-09-30', 3, mainland())).toBe('2025-10-11');
    expect(workingDaysBefore('2025-10-09', 1, mainland())).toBe('2025-09-30');
    expect(workingDaysBefore('2025-09-30', 2, mainland())).toBe('2025-09-28');
    expect(workingDaysAfter('2025-09-30', 1, hongKong())).toBe('2025-10-02');
    expect(workingDaysBefore('2025-12-29', 1, hongKong())).toBe('2025-12-24');
  });

  it('sends a reminder on the working day before', () => {
    expect(onOrBefore('2025-10-05', mainland())).toBe('2025-09-30');
    expect(onOrBefore('2025-10-09', mainland())).toBe('2025-10-09');
    expect(onOrBefore('2025-12-27', hongKong())).toBe('2025-12-24');
    expect(onOrAfter('2025-10-05', mainland())).toBe('2025-10-09');
  });

  it('says how far a due date is', () => {
    expect(workingDaysBetween('2025-09-30', '2025-10-09', mainland())).toBe(1);
    expect(workingDaysBetween('2025-10-09', '2025-09-30', mainland())).toBe(-1);
    expect(workingDaysBetween('2025-10-09', '2025-10-09', mainland())).toBe(0);
    expect(workingDaysBetween('2025-10-01', '2025-10-08', mainland())).toBe(0);
  });

  it('says that a year nobody has announced is provisional, and still has weekends and statutory days', () => {
    expect(isProvisional('2026-10-01', mainland())).toBe(false);
    expect(isProvisional('2027-10-01', mainland())).toBe(true);
    expect(isProvisional('2027-10-01', hongKong())).toBe(true);
    expect(isWorkingDay('2027-10-01', mainland())).toBe(false);
    expect(isWorkingDay('2027-10-04', mainland())).toBe(true);
    const empty = calendarOf('CN', []);
    expect(isProvisional('2026-10-01', empty)).toBe(true);
    expect(isWorkingDay('2026-10-01', empty)).toBe(true);
    expect(isWorkingDay('2026-10-03', empty)).toBe(false);
  });

  it('refuses a number of days that is none', () => {
    expect(() => workingDaysBefore('2025-10-09', -1, mainland())).toThrow(RangeError);
    expect(() => workingDaysAfter('2025-10-09', 1.5, mainland())).toThrow(RangeError);
    expect(() => onOrBefore('2025-02-30', mainland())).toThrow(RangeError);
  });

  const date = fc.integer({ min: 0, max: 4 * 365 }).map((n) => addDays('2024-01-01', n));
  const calendar = fc
    .constantFrom('HK' as const, 'CN' as const)
    .map((jurisdiction) => () => calendarOf(jurisdiction, rows));

  it('goes there and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), calendar, (from, n, of) => {
        const days = of();
        const after = workingDaysAfter(from, n, days);
        const before = workingDaysBefore(from, n, days);
        expect(isWorkingDay(after, days) && isWorkingDay(before, days)).toBe(true);
        expect(after > from && before < from).toBe(true);
        expect(workingDaysBetween(from, after, days)).toBe(n);
        expect(daysBetween(before, after)).toBeGreaterThanOrEqual(2 * n);
        if (isWorkingDay(from, days)) {
          expect(workingDaysBefore(after, n, days)).toBe(from);
          expect(workingDaysAfter(before, n, days)).toBe(from);
          expect(workingDaysBetween(from, before, days)).toBe(-n);
        }
      }),
    );
  });

  it('finds the nearest working day and skips none', () => {
    fc.assert(
      fc.property(date, calendar, (day, of) => {
        const days = of();
        const sent = onOrBefore(day, days);
        expect(isWorkingDay(sent, days) && sent <= day).toBe(true);
        for (let next = addDays(sent, 1); next <= day; next = addDays(next, 1)) {
          expect(isWorkingDay(next, days)).toBe(false);
        }
        expect(onOrBefore(sent, days)).toBe(sent);
        expect(onOrBefore(addDays(onOrAfter(day, days), 0), days)).toBe(onOrAfter(day, days));
      }),
    );
  });
});
