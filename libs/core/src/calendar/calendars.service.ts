import { Clock } from '#platform/clock';
import { Db, SYSTEM } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { yearOf } from './calendar-date.js';
import { CalendarDay, type Jurisdiction } from './calendar-day.entity.js';
import { holidaysOf } from './holidays.js';
import { calendarOf, type WorkingCalendar } from './working-calendar.js';

@Injectable()
export class CalendarsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Fills the years around today from the two governments' published lists. A day that was only reckoned gives way
   * once its year is announced; what was entered by hand stays.
   */
  async refresh(): Promise<void> {
    const year = yearOf(this.clock.today());
    const years = [year - 1, year, year + 1, year + 2];
    const rows = await holidaysOf(years);
    await this.db.withActor(SYSTEM, async (tx) => {
      await tx.query(
        `delete from calendar_day where not announced and extract(year from "on") = any($1::int[])`,
        [years],
      );
      await tx.manager.createQueryBuilder().insert().into(CalendarDay).values(rows).orIgnore().execute();
    });
  }

  async calendars(): Promise<Record<Jurisdiction, WorkingCalendar>> {
    const rows = await this.db.withActor(SYSTEM, (tx) => tx.manager.find(CalendarDay));
    return { HK: calendarOf('HK', rows), CN: calendarOf('CN', rows) };
  }
}
