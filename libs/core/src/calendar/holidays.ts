import type { Trilingual } from '#i18n/language';
import type { CalendarDay } from './calendar-day.entity.js';
import { addDays, type CalendarDate, weekdayOf, yearOf } from './calendar-date.js';

export type CalendarDayRow = Pick<
  CalendarDay,
  'jurisdiction' | 'on' | 'kind' | 'name' | 'source' | 'announced'
>;

/**
 * The years whose list in date-holidays 3.37 was taken from the Hong Kong government's own pages (gov.hk); it reckons
 * the other years from the General Holidays Ordinance, which stays a guess where two holidays meet on one day.
 */
const announcedInHongKong = { from: 2016, to: 2026 };

/** Rows for both jurisdictions, sorted; the packages are loaded here alone, as one of them takes a sixth of a second. */
export async function holidaysOf(years: readonly number[]): Promise<CalendarDayRow[]> {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  return [...(await hongKongHolidays(sorted)), ...(await mainlandHolidays(sorted))];
}

async function hongKongHolidays(years: readonly number[]): Promise<CalendarDayRow[]> {
  const { default: Holidays } = await import('date-holidays');
  const holidays = new Holidays('HK', { languages: 'zh', types: ['public'] });
  return years.flatMap((year) => {
    // The package keeps what it has reckoned of a year: the second language costs nothing.
    const chineseNames = holidays.getHolidays(year, 'zh');
    const englishNames = new Map(holidays.getHolidays(year, 'en').map((day) => [day.rule, day.name]));
    const announced = year >= announcedInHongKong.from && year <= announcedInHongKong.to;
    const names = new Map<CalendarDate, Trilingual>();
    for (const { date, name: hant, rule } of chineseNames) {
      const en = englishNames.get(rule) ?? hant;
      names.set(firstFree(date.slice(0, 10), names), { hant, hans: simplifiedNames[hant] ?? hant, en });
    }
    return [...names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, name]): CalendarDayRow => {
        const source = announced ? 'date-holidays: gov.hk' : 'date-holidays: General Holidays Ordinance';
        return { jurisdiction: 'HK', on, kind: 'holiday', name, source, announced };
      });
  });
}

/** Where two holidays fall on one day, the second is kept on the next day that is neither a Sunday nor a holiday. */
function firstFree(date: CalendarDate, taken: ReadonlyMap<CalendarDate, unknown>): CalendarDate {
  let day = date;
  while (taken.has(day) || (day !== date && weekdayOf(day) === 0)) day = addDays(day, 1);
  return day;
}

async function mainlandHolidays(years: readonly number[]): Promise<CalendarDayRow[]> {
  const { default: days } = await import('chinese-days');
  return years.flatMap((year) => {
    const announced = datesOf(year).flatMap((on): CalendarDayRow[] => {
      const { name, work } = days.getDayDetail(on);
      // On a day without an arrangement the package says only the weekday's name.
      const [en, hans] = name.split(',');
      if (!en || !hans) return [];
      const kind = work ? 'workday' : 'holiday';
      const source = 'chinese-days: State Council notice';
      return [{ jurisdiction: 'CN', on, kind, name: mainlandName(hans, en), source, announced: true }];
    });
    return announced.length > 0 ? announced : statutoryDays(year, days);
  });
}

/**
 * The thirteen days of 《全国年节及纪念日放假办法》 as in force since 2025, before the State Council has said in the autumn
 * how the weekends around them are moved.
 */
function statutoryDays(
  year: number,
  lunar: Pick<typeof import('chinese-days'), 'getSolarDateFromLunar' | 'getSolarTermDate'>,
): CalendarDayRow[] {
  const lunarDay = (monthAndDay: string) => lunar.getSolarDateFromLunar(`${year}-${monthAndDay}`).date;
  const newYear = lunarDay('01-01');
  const days: [CalendarDate, string, string][] = [
    [`${year}-01-01`, '元旦', "New Year's Day"],
    ...[-1, 0, 1, 2].map((n): [CalendarDate, string, string] => [
      addDays(newYear, n),
      '春节',
      'Spring Festival',
    ]),
    [lunar.getSolarTermDate(year, 4, 'pure_brightness'), '清明', 'Tomb-sweeping Day'],
    [`${year}-05-01`, '劳动节', 'Labour Day'],
    [`${year}-05-02`, '劳动节', 'Labour Day'],
    [lunarDay('05-05'), '端午', 'Dragon Boat Festival'],
    [lunarDay('08-15'), '中秋', 'Mid-autumn Festival'],
    ...[1, 2, 3].map((n): [CalendarDate, string, string] => [`${year}-10-0${n}`, '国庆节', 'National Day']),
  ];
  const rows = new Map(
    days.map(([on, hans, en]): [CalendarDate, CalendarDayRow] => [
      on,
      {
        jurisdiction: 'CN',
        on,
        kind: 'holiday',
        name: mainlandName(hans, en),
        source: 'chinese-days: statutory days',
        announced: false,
      },
    ]),
  );
  return [...rows.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function datesOf(year: number): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) dates.push(day);
  return dates;
}

/** The mainland's names as its government prints them; the package shortens some and has no Traditional ones. */
function mainlandName(hans: string, en: string): Trilingual {
  return mainlandNames[hans] ?? { hant: hans, hans, en };
}

const mainlandNames: Record<string, Trilingual> = {
  元旦: { hant: '元旦', hans: '元旦', en: 'New Year’s Day' },
  春节: { hant: '春節', hans: '春节', en: 'Spring Festival' },
  清明: { hant: '清明節', hans: '清明节', en: 'Qingming Festival' },
  劳动节: { hant: '勞動節', hans: '劳动节', en: 'Labour Day' },
  端午: { hant: '端午節', hans: '端午节', en: 'Dragon Boat Festival' },
  中秋: { hant: '中秋節', hans: '中秋节', en: 'Mid-Autumn Festival' },
  国庆节: { hant: '國慶節', hans: '国庆节', en: 'National Day' },
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: {
    hant: '中國人民抗日戰爭暨世界反法西斯戰爭勝利70周年紀念日',
    hans: '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    en: '70th Anniversary of the Victory in the War of Resistance Against Japanese Aggression',
  },
};

const simplifiedNames: Record<string, string> = {
  一月一日: '一月一日',
  一月一日翌日: '一月一日翌日',
  農曆年初一: '农历年初一',
  農曆年初二: '农历年初二',
  農曆年初三: '农历年初三',
  農曆年初四: '农历年初四',
  清明節: '清明节',
  清明節翌日: '清明节翌日',
  耶穌受難節: '耶稣受难节',
  耶穌受難節翌日: '耶稣受难节翌日',
  復活節星期一: '复活节星期一',
  復活節星期一翌日: '复活节星期一翌日',
  勞動節: '劳动节',
  勞動節翌日: '劳动节翌日',
  佛誕: '佛诞',
  佛誕翌日: '佛诞翌日',
  端午節: '端午节',
  端午節翌日: '端午节翌日',
  香港特別行政區成立紀念日: '香港特别行政区成立纪念日',
  香港特別行政區成立紀念日翌日: '香港特别行政区成立纪念日翌日',
  中秋節翌日: '中秋节翌日',
  中秋節後第二日: '中秋节后第二日',
  國慶日: '国庆日',
  國慶日翌日: '国庆日翌日',
  重陽節: '重阳节',
  重陽節翌日: '重阳节翌日',
  聖誕節: '圣诞节',
  聖誕節後第一個周日: '圣诞节后第一个周日',
  聖誕節後第二個周日: '圣诞节后第二个周日',
};
