import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import { type ProblemCode, problems } from '#contracts/problems';
import { type ImportState, importStates, type SourceKind, sourceKinds } from '#contracts/status';
import { DraftDto } from './draft.dto.js';
import { ImportDecisionsDto } from './review.dto.js';
import { ApiProperty } from '@nestjs/swagger';

export class ObstacleDto {
  @ApiProperty({ type: String })
  code: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, unknown>;
}

export class RefusalDto {
  @ApiProperty({ type: String })
  what: string;

  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'integer' }] })
  found: boolean | number;
}

export class ImportProblemDto {
  @ApiProperty({ enum: Object.keys(problems), enumName: 'ProblemCode' })
  code: ProblemCode;

  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, string | number>;

  @ApiProperty({ type: () => RefusalDto, isArray: true })
  lookedFor: RefusalDto[];
}

/** Where the same text is already: a meeting of the record, or an import under way. */
export class SameTextDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  importId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  meetingId: string | null;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;
}

export class ImportAbilitiesDto {
  @ApiProperty({ type: Boolean })
  edit: boolean;

  @ApiProperty({ type: Boolean })
  adopt: boolean;

  @ApiProperty({ type: Boolean })
  discard: boolean;
}

/** How an import stands. */
export class ImportStandingDto {
  @ApiProperty({ enum: importStates, enumName: 'ImportState' })
  state: ImportState;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => ObstacleDto, isArray: true })
  obstacles: ObstacleDto[];

  @ApiProperty({ type: () => ImportAbilitiesDto })
  abilities: ImportAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}

export class ImportDto extends ImportStandingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind' })
  kind: SourceKind;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: () => DraftDto })
  draft: DraftDto;

  @ApiProperty({ type: () => ImportDecisionsDto })
  decisions: ImportDecisionsDto;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  mechanismId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  meetingId: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'integer', nullable: true })
  bytes: number | null;

  @ApiProperty({ type: 'integer' })
  progress: number;

  @ApiProperty({ type: () => ImportProblemDto, nullable: true })
  problem: ImportProblemDto | null;

  @ApiProperty({ type: () => SameTextDto, nullable: true })
  same: SameTextDto | null;
}

export class OpenImportDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: importStates, enumName: 'ImportState' })
  state: ImportState;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: 'integer' })
  progress: number;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
}

export class OpenImportsDto {
  @ApiProperty({ type: () => OpenImportDto, isArray: true })
  items: OpenImportDto[];
}

export class AdoptedDto {
  @ApiProperty({ type: String, format: 'uuid' })
  meetingId: string;
}
