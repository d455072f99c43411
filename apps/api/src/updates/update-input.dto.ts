import { limits } from '#contracts/limits';
import { type TrackStatus, trackStatuses } from '#contracts/status';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';

export class WriteUpdateDto {
  @ApiProperty({ enum: trackStatuses, enumName: 'TrackStatus' })
  @IsIn(trackStatuses)
  status: TrackStatus;

  @ApiProperty({ maxLength: limits.updateText })
  @IsString()
  @MaxLength(limits.updateText)
  text: string;

  @ApiProperty({ type: String, nullable: true, maxLength: limits.nextStep })
  @IsOptional()
  @IsString()
  @MaxLength(limits.nextStep)
  nextStep: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: limits.difficulties })
  @IsOptional()
  @IsString()
  @MaxLength(limits.difficulties)
  difficulties?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: limits.request,
    description: 'Asked of the other side when the update is cleared.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(limits.request)
  request?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsCalendarDate()
  periodFrom?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsCalendarDate()
  periodTo?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The cleared update of the own side that this one corrects.',
  })
  @IsOptional()
  @IsUUID()
  correctsId?: string | null;
}

/** What is left out stays as it is; what must be there cannot be set to nothing. */
export class EditUpdateDto extends PartialType(WriteUpdateDto, { skipNullProperties: false }) {}

export class ReasonDto {
  @ApiProperty({ maxLength: limits.reason })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.reason)
  reason: string;
}

export class ApplicabilityDto extends ReasonDto {
  @ApiProperty({ description: 'Whether the own side has something to do.' })
  @IsBoolean()
  applicable: boolean;
}

export class ClearDto {
  @ApiProperty({
    type: String,
    isArray: true,
    description: 'Revisions of its evidence that the other side will see; the rest stays.',
  })
  @IsArray()
  @ArrayMaxSize(limits.evidencePerPlace)
  @IsUUID(undefined, { each: true })
  disclose: string[];
}
