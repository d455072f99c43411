import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';

export class ManyMeasuresDto {
  @ApiProperty({ type: String, isArray: true, maxItems: limits.bulk })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.bulk)
  @IsUUID(undefined, { each: true })
  measureIds: string[];
}

export class AssignManyDto extends ManyMeasuresDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  leadId: string;

  @ApiProperty({ description: 'Whether the lead is shared with the other side at once.' })
  @IsBoolean()
  publish: boolean;
}

export class SetInternalDatesDto extends ManyMeasuresDto {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsCalendarDate()
  internalDueOn: string | null;
}

export class ProposeDueDatesDto extends ManyMeasuresDto {
  @ApiProperty({ type: String, format: 'date' })
  @IsCalendarDate()
  dueOn: string;

  @ApiProperty({ maxLength: limits.reason })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.reason)
  reason: string;
}

/** An update as the person saw it. */
export class SeenUpdateDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  version: number;
}

export class ManyUpdatesDto {
  @ApiProperty({ type: () => SeenUpdateDto, isArray: true, maxItems: limits.bulk })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.bulk)
  @ValidateNested({ each: true })
  @Type(() => SeenUpdateDto)
  updates: SeenUpdateDto[];
}

export class ClearManyDto extends ManyUpdatesDto {
  @ApiProperty({ description: 'Whether the evidence that is ready goes along; else all of it stays.' })
  @IsBoolean()
  withEvidence: boolean;
}

export class ReturnManyDto extends ManyUpdatesDto {
  @ApiProperty({ maxLength: limits.reason })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.reason)
  reason: string;
}

export class FailureDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  code: string;

  @ApiProperty({ type: String, description: 'Why, in the language of the reader.' })
  detail: string;
}

/** What went through and what did not; each stands for itself. */
export class BulkResultDto {
  @ApiProperty({ type: String, isArray: true })
  done: string[];

  @ApiProperty({ type: () => FailureDto, isArray: true })
  failed: FailureDto[];
}
