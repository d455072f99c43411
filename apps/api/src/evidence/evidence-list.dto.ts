import {
  type EvidenceFilter,
  evidenceFilters,
  type EvidenceKind,
  evidenceKinds,
  evidenceStates,
} from '#contracts/status';
import { limits } from '#contracts/limits';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

export class EvidenceListQueryDto {
  @ApiPropertyOptional({ enum: evidenceFilters, enumName: 'EvidenceFilter' })
  @IsOptional()
  @IsIn(evidenceFilters)
  state?: EvidenceFilter;

  @ApiPropertyOptional({ type: String, description: 'The `next` of the page before.' })
  @IsOptional()
  @Matches(/^\d{1,9}\.\d{1,9}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: limits.pageMax })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.pageMax)
  limit?: number;
}

/** What a piece of evidence hangs on: a measure or a signed document. */
export class EvidencePlaceDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  measureId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  signedDocumentId: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  areaOrdinal: number | null;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: ['hant', 'hans', 'en'], nullable: true })
  script: 'hant' | 'hans' | 'en' | null;
}

const rowStates = [...evidenceStates, 'missing'] as const;

/** A revision; or, where the state is `missing`, a measure of which something is said and nothing shown. */
export class EvidenceRowDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: rowStates, enumName: 'EvidenceRowState' })
  state: (typeof rowStates)[number];

  @ApiProperty({ type: () => EvidencePlaceDto })
  place: EvidencePlaceDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  partyId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  evidenceId: string | null;

  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind', nullable: true })
  kind: EvidenceKind | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  documentOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  expiresOn: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'It has expired, or will before long.' })
  expiring: boolean | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of one’s own side’s, its place among the others.',
  })
  revision: number | null;

  @ApiProperty({ type: Boolean })
  newest: boolean;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty({ type: String, nullable: true })
  mediaType: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  bytes: number | null;

  @ApiProperty({ type: String, nullable: true })
  sha256: string | null;

  @ApiProperty({ type: Boolean })
  scanned: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disclosedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  takenBackAt: string | null;

  @ApiProperty({ type: Boolean, description: 'Whether there is a file that this reader may download.' })
  readable: boolean;
}

export class EvidenceCountsDto {
  @ApiProperty({ type: 'integer' })
  all: number;

  @ApiProperty({ type: 'integer' })
  missing: number;

  @ApiProperty({ type: 'integer' })
  expiring: number;

  @ApiProperty({ type: 'integer' })
  scanning: number;

  @ApiProperty({ type: 'integer' })
  undisclosed: number;

  @ApiProperty({ type: 'integer' })
  refused: number;
}

export class EvidenceListDto {
  @ApiProperty({ type: String, format: 'date' })
  today: string;

  @ApiProperty({ type: () => EvidenceCountsDto })
  counts: EvidenceCountsDto;

  @ApiProperty({ type: () => EvidenceRowDto, isArray: true })
  items: EvidenceRowDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
