import { deadlinesLine } from './lanes';

const on = (...dates: string[]) => dates.map((dueOn) => ({ dueOn }));

describe('the line of deadlines', () => {
  it('runs over whole months and holds today', () => {
    const line = deadlinesLine(on('2025-10-08', '2026-06-05'), '2025-10-20');
    expect(line.months[0]).toMatchObject({ at: 0, iso: '2025-10-01', withYear: true });
    expect(line.months.find(({ iso }) => iso === '2026-01-01')?.withYear).toBe(true);
    expect(line.today).toBeGreaterThan(line.points[0]?.at ?? 100);
    expect(line.points.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
  });

  it('puts a label that would touch its neighbour one row higher', () => {
    const line = deadlinesLine(on('2025-11-12', '2025-11-15', '2026-08-01'), '2025-10-20');
    expect(line.points.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  it('puts together what four rows cannot hold', () => {
    const dates = Array.from(
      { length: 40 },
      (_, index) => `2025-11-${String((index % 28) + 1).padStart(2, '0')}`,
    );
    const line = deadlinesLine(on(...dates, '2026-10-01'), '2025-10-20');
    expect(line.lanes).toBeLessThanOrEqual(4);
    expect(line.points.reduce((sum, { items }) => sum + items.length, 0)).toBe(41);
  });

  it('stands with today alone where nothing is due', () => {
    const line = deadlinesLine([], '2025-10-20');
    expect(line.points).toEqual([]);
    expect(line.months).toHaveLength(1);
  });
});
