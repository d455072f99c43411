import type { Range } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';
import { ApiRange, IsRange } from '../http/range.js';

const OrNull = () => ValidateIf((_, value: unknown) => value !== null);

/** Whole: what is null is cleared. */
export class ActionInputDto {
  @ApiProperty({ maxLength: limits.title })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.title)
  title: string;

  @ApiRange('In the text of the measure: the words it comes from.')
  @IsRange()
  range: Range;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: "One of the side's own units; null for whoever leads the measure.",
  })
  @OrNull()
  @IsUUID()
  leadId: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Never shared.' })
  @OrNull()
  @IsCalendarDate()
  internalDueOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null while it is not done.' })
  @OrNull()
  @IsCalendarDate()
  doneOn: string | null;
}
