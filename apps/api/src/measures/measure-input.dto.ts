import { limits } from '#contracts/limits';
import { type Light, lights, type MeasureStatus, measureStatuses } from '#contracts/status';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';

const dues = ['overdue', 'soon', 'none'] as const;

export class MeasureQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  meeting?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  mechanism?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  area?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'An organisation that leads, on either side.' })
  @IsOptional()
  @IsUUID()
  lead?: string;

  @ApiPropertyOptional({ enum: measureStatuses })
  @IsOptional()
  @IsIn(measureStatuses)
  status?: MeasureStatus;

  @ApiPropertyOptional({ enum: lights })
  @IsOptional()
  @IsIn(lights)
  light?: Light;

  @ApiPropertyOptional({ enum: dues })
  @IsOptional()
  @IsIn(dues)
  due?: (typeof dues)[number];

  @ApiPropertyOptional({ maxLength: limits.search, description: 'Words of the text, in either script.' })
  @IsOptional()
  @IsString()
  @MaxLength(limits.search)
  q?: string;

  @ApiPropertyOptional({ description: "Only what the reader's own office is charged with." })
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({ description: 'The `next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: limits.pageMax })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.pageMax)
  limit?: number;
}

export class AssignDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  leadId: string;

  @ApiProperty({ type: String, isArray: true })
  @IsArray()
  @ArrayMaxSize(limits.assignees)
  @IsUUID(undefined, { each: true })
  supportingIds: string[];

  @ApiProperty({ type: String, isArray: true })
  @IsArray()
  @ArrayMaxSize(limits.assignees)
  @IsUUID(undefined, { each: true })
  officerIds: string[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsCalendarDate()
  internalDueOn: string | null;
}
