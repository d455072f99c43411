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

/** Something as the person saw it. */
export class SeenDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  version: number;
}

/** Measures with the version of the own side's assignment of each; 0 where nobody is charged with it yet. */
export class ManyAssignmentsDto {
  @ApiProperty({ type: () => SeenDto, isArray: true, maxItems: limits.bulk })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.bulk)
  @ValidateNested({ each: true })
  @Type(() => SeenDto)
  measures: SeenDto[];
}

export class AssignManyDto extends ManyAssignmentsDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  leadId: string;

  @ApiProperty({ description: 'Whether the lead is shared with the other side at once.' })
  @IsBoolean()
  publish: boolean;
}

export class SetInternalDatesDto extends ManyAssignmentsDto {
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

export class ManyUpdatesDto {
  @ApiProperty({ type: () => SeenDto, isArray: true, maxItems: limits.bulk })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.bulk)
  @ValidateNested({ each: true })
  @Type(() => SeenDto)
  updates: SeenDto[];
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
