import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import { limits } from '#contracts/limits';
import {
  type LineageRelation,
  lineageRelations,
  type MeasureStatus,
  measureStatuses,
} from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { MeasureNameDto, OrganisationDto } from '../http/names.dto.js';

export class DecisionDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null where it is new.' })
  @IsOptional()
  @IsUUID()
  earlierId: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null where it was not followed up.',
  })
  @IsOptional()
  @IsUUID()
  laterId: string | null;

  @ApiProperty({ enum: lineageRelations, enumName: 'LineageRelation' })
  @IsIn(lineageRelations)
  relation: LineageRelation;

  @ApiProperty({
    type: Boolean,
    description: 'False refuses what was proposed, or takes back what was decided.',
  })
  @IsBoolean()
  stands: boolean;

  @ApiProperty({ type: 'integer', description: 'Of the decision that was seen; 0 where there was none.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  version: number;
}

export class DecisionsDto {
  @ApiProperty({ type: () => DecisionDto, isArray: true, minItems: 1, maxItems: limits.bulk })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.bulk)
  @ValidateNested({ each: true })
  @Type(() => DecisionDto)
  decisions: DecisionDto[];
}

export class LineageMeetingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String, format: 'date' })
  heldOn: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;
}

export class LineageMeasureDto extends MeasureNameDto {
  @ApiProperty({ type: String })
  areaTitle: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ enum: measureStatuses, enumName: 'MeasureStatus' })
  status: MeasureStatus;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  awaitingPartyId: string | null;
}

export class LineageLinkDto extends DecisionDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: String, format: 'date-time' })
  decidedAt: string;
}

export class LineageProposalDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  earlierId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  laterId: string | null;

  @ApiProperty({ enum: lineageRelations, enumName: 'LineageRelation' })
  relation: LineageRelation;

  @ApiProperty({ type: Number, minimum: 0, maximum: 1, nullable: true })
  confidence: number | null;

  @ApiProperty({ type: String, isArray: true, description: 'What both say, the weightiest words first.' })
  words: string[];
}

export class DecidedDto {
  @ApiProperty({ type: 'integer' })
  decided: number;

  @ApiProperty({ type: 'integer' })
  of: number;
}

/** `earlier`: of the earlier meeting's unfinished measures; `later`: of this meeting's. */
export class LineageCoverageDto {
  @ApiProperty({ type: () => DecidedDto })
  earlier: DecidedDto;

  @ApiProperty({ type: () => DecidedDto })
  later: DecidedDto;
}

export class LineageAbilitiesDto {
  @ApiProperty({ type: Boolean })
  decide: boolean;
}

/** How a meeting's measures go on from those of the meeting before. */
export class LineageDto {
  @ApiProperty({ type: String, format: 'uuid' })
  mechanismId: string;

  @ApiProperty({ type: () => LineageMeetingDto })
  meeting: LineageMeetingDto;

  @ApiProperty({ type: () => LineageMeetingDto, nullable: true })
  previous: LineageMeetingDto | null;

  @ApiProperty({ type: () => LineageMeasureDto, isArray: true })
  earlier: LineageMeasureDto[];

  @ApiProperty({ type: () => LineageMeasureDto, isArray: true })
  later: LineageMeasureDto[];

  @ApiProperty({ type: () => LineageLinkDto, isArray: true })
  links: LineageLinkDto[];

  @ApiProperty({ type: () => LineageProposalDto, isArray: true })
  proposals: LineageProposalDto[];

  @ApiProperty({ type: () => LineageCoverageDto })
  coverage: LineageCoverageDto;

  @ApiProperty({ type: () => LineageAbilitiesDto })
  abilities: LineageAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}
