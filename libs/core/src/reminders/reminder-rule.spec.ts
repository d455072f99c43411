import { reminderOffsets } from '#contracts/status';
import { addDays } from '#core/calendar/calendar-date';
import { calendarOf, isWorkingDay } from '#core/calendar/working-calendar';
import fc from 'fast-check';
import { ruleFor, sendOn } from './reminder-rule.js';

const plain = calendarOf('HK', []);
const goldenWeek = calendarOf('CN', [
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((on) => ({
    jurisdiction: 'CN' as const,
    on,
    kind: 'holiday' as const,
    announced: true,
  })),
  { jurisdiction: 'CN', on: '2026-10-10', kind: 'workday', announced: true },
]);

describe('the day of a reminder', () => {
  it.each([
    // Due on Friday 2026-11-20, no holidays.
    ['2026-11-20', 14, '2026-11-02'],
    ['2026-11-20', 7, '2026-11-11'],
    ['2026-11-20', 1, '2026-11-19'],
    ['2026-11-20', -1, '2026-11-23'],
    // Due on a Sunday: counted from the Friday before.
    ['2026-11-22', 1, '2026-11-19'],
    ['2026-11-22', -1, '2026-11-23'],
  ] as const)('due on %s, rule %i: %s', (dueOn, offset, expected) => {
    expect(sendOn(dueOn, offset, plain)).toBe(expected);
  });

  it('passes over the golden week and counts its make-up day', () => {
    expect(sendOn('2026-10-08', 1, goldenWeek)).toBe('2026-09-30');
    expect(sendOn('2026-10-12', 1, goldenWeek)).toBe('2026-10-10');
  });

  it('is always a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.constantFrom(...reminderOffsets), (days, offset) =>
        isWorkingDay(sendOn(addDays('2026-01-01', days), offset, goldenWeek), goldenWeek),
      ),
    );
  });
});

describe('whose turn it is', () => {
  it.each([
    ['2026-10-30', null],
    ['2026-11-02', 14],
    ['2026-11-10', 14],
    ['2026-11-11', 7],
    ['2026-11-18', 7],
    ['2026-11-19', 1],
    ['2026-11-20', 1],
    ['2026-11-21', null],
    ['2026-11-23', -1],
    ['2026-11-27', -1],
    ['2026-12-20', null],
  ] as const)('due on 2026-11-20, today %s: rule %s', (today, expected) => {
    expect(ruleFor('2026-11-20', today, plain)).toBe(expected);
  });
});
