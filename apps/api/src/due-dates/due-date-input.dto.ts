import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';

export class ProposeDueDateDto {
  @ApiProperty({ format: 'date' })
  @IsCalendarDate()
  dueOn: string;

  @ApiProperty({ maxLength: limits.reason })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.reason)
  reason: string;
}
