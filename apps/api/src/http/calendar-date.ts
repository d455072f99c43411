import { isCalendarDate } from '#core/calendar/calendar-date';
import { ValidateBy } from 'class-validator';

/** 'YYYY-MM-DD', a day that exists. */
export const IsCalendarDate = (): PropertyDecorator =>
  ValidateBy({ name: 'isCalendarDate', validator: { validate: (value: unknown) => isCalendarDate(value) } });
