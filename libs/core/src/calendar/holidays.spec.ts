import { type CalendarDayRow, holidaysOf } from './holidays.js';

const dates = (
  rows: CalendarDayRow[],
  jurisdiction: 'HK' | 'CN',
  kind: 'holiday' | 'workday',
  year: number,
) =>
  rows
    .filter((row) => row.jurisdiction === jurisdiction && row.kind === kind && row.on.startsWith(`${year}-`))
    .map((row) => row.on);

describe('holidays from the packages', () => {
  it('gives Hong Kong’s seventeen general holidays of 2025', async () => {
    const rows = await holidaysOf([2025]);
    // https://www.gov.hk/en/about/abouthk/holiday/2025.htm
    expect(dates(rows, 'HK', 'holiday', 2025)).toEqual([
      ...['2025-01-01', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04', '2025-04-18', '2025-04-19'],
      ...['2025-04-21', '2025-05-01', '2025-05-05', '2025-05-31', '2025-07-01', '2025-10-01', '2025-10-07'],
      ...['2025-10-29', '2025-12-25', '2025-12-26'],
    ]);
  });

  it('gives the mainland’s arrangement of 2025 with its make-up days', async () => {
    const rows = await holidaysOf([2025]);
    // State Council notice of 2024-11-12
    expect(dates(rows, 'CN', 'workday', 2025)).toEqual([
      ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ]);
    const holidays = dates(rows, 'CN', 'holiday', 2025);
    expect(holidays).toHaveLength(28);
    expect(holidays).toContain('2025-01-28');
    expect(holidays).toContain('2025-10-08');
  });

  it('names every day in three languages', async () => {
    const rows = await holidaysOf([2015, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2033]);
    for (const { jurisdiction, name } of rows) {
      expect(name?.en).toMatch(/^(?:70th|[A-Z])[\x20-\x7E’]+$/);
      expect(name?.hant).toMatch(/^[\p{Script=Han}\d]+$/u);
      // Written in Simplified, not left in Traditional.
      expect(name?.hans).not.toMatch(/[節農曆國慶陽聖誕復區紀勞個後]/);
      if (jurisdiction === 'HK') expect(name?.hant).not.toMatch(/[节农历国庆阳圣诞复区纪劳个]/);
    }
    expect(rows.find((row) => row.jurisdiction === 'HK' && row.on === '2026-07-01')?.name).toEqual({
      hant: '香港特別行政區成立紀念日',
      hans: '香港特别行政区成立纪念日',
      en: 'Hong Kong Special Administrative Region Establishment Day',
    });
  });

  it('keeps two holidays that meet on one day on two days', async () => {
    // Easter Monday and the day following Ching Ming met on 6 April 2015; Tuesday was kept as well.
    const rows = await holidaysOf([2015]);
    expect(dates(rows, 'HK', 'holiday', 2015)).toEqual(expect.arrayContaining(['2015-04-06', '2015-04-07']));
    expect(dates(rows, 'HK', 'holiday', 2015)).toHaveLength(17);
  });

  it('reckons a year that nobody has announced and says so', async () => {
    const rows = (await holidaysOf([2027])).filter((row) => row.jurisdiction === 'CN');
    expect(rows.every((row) => !row.announced && row.kind === 'holiday')).toBe(true);
    expect(rows.map((row) => row.on)).toEqual([
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01'],
      ...['2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
    ]);
  });

  it('has one row a day, in order, whatever years are asked for', async () => {
    const rows = await holidaysOf([2050, 2026, 2026, 2033]);
    const keys = rows.map((row) => `${row.jurisdiction === 'HK' ? 0 : 1} ${row.on}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...keys].sort()).toEqual(keys);
    expect(rows.filter((row) => row.announced).every((row) => row.on.startsWith('2026-'))).toBe(true);
    expect(await holidaysOf([])).toEqual([]);
  });
});
