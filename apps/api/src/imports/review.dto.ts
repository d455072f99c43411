import type { Decisions, PieceDecision } from '#contracts/decisions';
import type { TableColumn } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { type SourceKind, sourceKinds } from '#contracts/status';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';
import { DraftDto } from './draft.dto.js';
import { Columns, most, Text } from './fields.js';

/** What the columns of the table hold, as a person decides. */
export class ColumnsDto {
  @Columns()
  columns: (TableColumn | null)[];
}

export class PieceDecisionDto implements PieceDecision {
  @ApiProperty({ type: 'integer', description: 'The place of the text where the piece begins.' })
  @IsInt()
  @Min(0)
  @Max(limits.importCharacters)
  start: number;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The measure that it says in other words.',
  })
  @IsOptional()
  @IsUUID()
  measureId: string | null;

  @ApiProperty({
    type: Boolean,
    description: 'Becomes a measure of its own: new, or split off from measureId.',
  })
  @IsBoolean()
  add: boolean;
}

/** What a coordinator decides of an import beside the draft itself. */
export class ImportDecisionsDto implements Decisions {
  @ApiProperty({
    type: 'integer',
    isArray: true,
    description: 'Where measures begin whose words are no deadline, whatever they suggest.',
  })
  @IsArray()
  @ArrayMaxSize(most.pieces)
  @IsInt({ each: true })
  noDue: number[];

  @ApiProperty({ type: () => PieceDecisionDto, isArray: true, maxItems: limits.attachedPieces })
  @IsArray()
  @ArrayMaxSize(limits.attachedPieces)
  @ValidateNested({ each: true })
  @Type(() => PieceDecisionDto)
  pieces: PieceDecisionDto[];
}

/** What the coordinator made of an import so far. */
export class ReviewDto {
  @ApiProperty({ type: () => DraftDto })
  @ValidateNested()
  @Type(() => DraftDto)
  draft: DraftDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  mechanismId: string | null;

  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind' })
  @IsIn(sourceKinds)
  kind: SourceKind;

  /** Left out, what was decided before stands. */
  @ApiPropertyOptional({ type: () => ImportDecisionsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ImportDecisionsDto)
  decisions?: ImportDecisionsDto;
}

/** What a person knows of a text that the text itself may not say. */
export class PublishedDto {
  /** The day on which the text was published, by which "yesterday" is reckoned. */
  @ApiProperty({ type: String, format: 'date', required: false })
  @IsOptional()
  @IsCalendarDate()
  publishedOn?: string;
}

/** The day of publication, said once the text is read. */
export class PublishDto {
  @ApiProperty({ type: String, format: 'date' })
  @IsCalendarDate()
  publishedOn: string;
}

/** A text that was pasted instead of a file. */
export class PasteDto extends PublishedDto {
  @ApiProperty({ maxLength: limits.importCharacters })
  @Text(limits.importCharacters)
  text: string;
}
