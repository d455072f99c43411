import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';
import { ColleagueDto } from '../organisations/organisation.dto.js';

export class SetLeaveDto {
  @ApiProperty({
    format: 'uuid',
    description: 'An officer: the asker, or for administrators anybody of their party.',
  })
  @IsUUID()
  personId: string;

  @ApiProperty({ format: 'uuid', description: 'Somebody who works for the same side.' })
  @IsUUID()
  substituteId: string;

  @ApiProperty({ type: String, format: 'date' })
  @IsCalendarDate()
  fromOn: string;

  @ApiProperty({ type: String, format: 'date', description: 'The last day.' })
  @IsCalendarDate()
  toOn: string;
}

export class LeaveAbilitiesDto {
  @ApiProperty({ type: Boolean })
  end: boolean;
}

export class LeaveDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => ColleagueDto })
  person: ColleagueDto;

  @ApiProperty({ type: () => ColleagueDto })
  substitute: ColleagueDto;

  @ApiProperty({ type: String, format: 'date' })
  fromOn: string;

  @ApiProperty({ type: String, format: 'date' })
  toOn: string;

  @ApiProperty({ type: Boolean, description: 'Whether it holds today.' })
  holds: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => LeaveAbilitiesDto })
  abilities: LeaveAbilitiesDto;
}

export class LeavesDto {
  @ApiProperty({ type: () => LeaveDto, isArray: true })
  items: LeaveDto[];
}
