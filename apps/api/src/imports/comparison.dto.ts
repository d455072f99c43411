import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import { type TextRelation, textRelations } from '#contracts/status';
import { limits } from '#contracts/limits';
import type { Script } from '#i18n/language';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, ValidateNested } from 'class-validator';
import { MeasureNameDto } from '../http/names.dto.js';
import { PieceDecisionDto } from './review.dto.js';
import { LineageMeetingDto } from '../lineage/lineage.dto.js';

export const recognisedBy = ['ordinal', 'date', 'title', 'measures'] as const;
export const matchedBy = ['words', 'place'] as const;

export class KnownMeasureDto extends MeasureNameDto {
  @ApiProperty({ type: String })
  areaTitle: string;

  @ApiProperty({ type: String })
  text: string;
}

export class PieceMatchDto extends PieceDecisionDto {
  @ApiProperty({
    type: Boolean,
    description: 'One of many that the text does not list: it becomes no measure of its own.',
  })
  example: boolean;

  @ApiProperty({ type: Number, minimum: 0, maximum: 1, nullable: true })
  confidence: number | null;

  @ApiProperty({ enum: matchedBy, enumName: 'MatchedBy', nullable: true })
  by: (typeof matchedBy)[number] | null;

  @ApiProperty({ type: String, isArray: true })
  words: string[];
}

export class DocumentMatchDto {
  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  documentId: string | null;
}

export class ComparedDto {
  @ApiProperty({ type: () => LineageMeetingDto })
  meeting: { id: string; ordinal: number; title: string; script: Script; heldOn: string };

  @ApiProperty({ enum: recognisedBy, enumName: 'RecognisedBy', isArray: true })
  by: (typeof recognisedBy)[number][];

  @ApiProperty({ enum: textRelations, enumName: 'TextRelation' })
  relation: TextRelation;

  @ApiProperty({ type: () => KnownMeasureDto, isArray: true })
  measures: KnownMeasureDto[];

  @ApiProperty({ type: () => PieceMatchDto, isArray: true })
  pieces: PieceMatchDto[];

  @ApiProperty({ type: () => DocumentMatchDto, isArray: true })
  documents: DocumentMatchDto[];
}

export class ComparisonAbilitiesDto {
  @ApiProperty({ type: Boolean })
  attach: boolean;
}

/** An import beside what its mechanism has on record; `found` is null where no meeting there is its. */
export class ComparisonDto {
  @ApiProperty({ type: () => ComparedDto, nullable: true })
  found: ComparedDto | null;

  @ApiProperty({ type: () => ComparisonAbilitiesDto })
  abilities: ComparisonAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}

export class AttachDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  meetingId: string;

  @ApiProperty({ type: () => PieceDecisionDto, isArray: true, maxItems: limits.attachedPieces })
  @IsArray()
  @ArrayMaxSize(limits.attachedPieces)
  @ValidateNested({ each: true })
  @Type(() => PieceDecisionDto)
  pieces: PieceDecisionDto[];

  @ApiProperty({ type: 'integer', isArray: true, description: 'Numbers of the signed documents to add.' })
  @IsArray()
  @ArrayMaxSize(limits.bulk)
  @IsInt({ each: true })
  documents: number[];
}
