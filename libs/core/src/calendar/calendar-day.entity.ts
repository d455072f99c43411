import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Trilingual } from '#i18n/language';
import type { CalendarDate } from './calendar-date.js';

/** Whose working calendar: Hong Kong's general holidays, or the mainland's public holidays with make-up days. */
export const jurisdictions = ['HK', 'CN'] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

/** A weekday off, or a weekend day on which people work (調休). Weekends themselves have no row. */
export const dayKinds = ['holiday', 'workday'] as const;
export type DayKind = (typeof dayKinds)[number];

/** A day that is not what its weekday says. Belongs to no side: everybody may read it. */
@Entity()
@Check('ck_calendar_day_jurisdiction', `jurisdiction in ('HK', 'CN')`)
@Check('ck_calendar_day_kind', `kind in ('holiday', 'workday')`)
export class CalendarDay {
  @PrimaryColumn('text')
  jurisdiction: Jurisdiction;

  @PrimaryColumn('date')
  on: CalendarDate;

  @Column('text')
  kind: DayKind;

  /** As the two governments print it; null where an administrator entered a bare date. */
  @Column('jsonb', { nullable: true })
  name: Trilingual | null;

  /** Where the row comes from: a package and its version of the law, or an import. */
  @Column('text')
  source: string;

  /** False for a day reckoned from the law before the government has published its list of that year. */
  @Column('boolean')
  announced: boolean;
}
