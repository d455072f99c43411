import type {
  DraftExample,
  DraftLeftOut,
  DraftMeeting,
  DraftMetadata,
  DraftOffice,
  DraftSignedDocument,
  DraftTable,
  DraftWarning,
  PlacedArea,
  PlacedDraft,
  PlacedMeasure,
  PlacedPart,
  PlacedWords,
  Range,
  TableColumn,
} from '#contracts/draft';
import { limits } from '#contracts/limits';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ApiRange, IsRange } from '../http/range.js';
import { ApiRangeOrNull, Columns, ListOf, most, Optional, OptionalListOf, Text } from './fields.js';

export class DraftOfficeDto implements DraftOffice {
  @ApiProperty()
  @Text(limits.title)
  side: string;

  @ApiProperty()
  @Text(limits.title)
  post: string;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Text(limits.title)
  name: string | null;
}

export class DraftDeclaredDto {
  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  areas: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  measures: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  documents: number | null;
}

export class DraftMeetingDto implements DraftMeeting {
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Text(limits.title)
  title: string | null;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Text(limits.title)
  mechanism: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  ordinal: number | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @Text(10)
  date: string | null;

  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @Text(limits.title)
  place: string | null;

  @ApiProperty({ type: String, isArray: true })
  @IsArray()
  @ArrayMaxSize(most.offices)
  @IsString({ each: true })
  @MaxLength(limits.title, { each: true })
  sides: string[];

  @ListOf(() => DraftOfficeDto, most.offices)
  headsOfDelegation: DraftOfficeDto[];

  @ListOf(() => DraftOfficeDto, most.offices)
  signatories: DraftOfficeDto[];

  @ApiProperty({ type: String, isArray: true })
  @IsArray()
  @ArrayMaxSize(most.offices)
  @IsString({ each: true })
  @MaxLength(limits.title, { each: true })
  custodians: string[];

  @ApiProperty({ type: () => DraftDeclaredDto })
  @ValidateNested()
  @Type(() => DraftDeclaredDto)
  declared: DraftDeclaredDto;
}

/** Its words stand in the text of the import at its place. */
export class DraftWordsDto implements PlacedWords {
  @ApiRange()
  @IsRange()
  range: Range;

  @ApiRangeOrNull()
  @IsOptional()
  @IsRange()
  marker: Range | null;
}

export class DraftPartDto extends DraftWordsDto implements PlacedPart {
  @Optional(() => DraftWordsDto)
  agency?: DraftWordsDto;

  @Optional(() => DraftWordsDto)
  status?: DraftWordsDto;
}

export class DraftMeasureDto extends DraftPartDto implements PlacedMeasure {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(9_999)
  ordinal: number;

  @OptionalListOf(() => DraftPartDto, most.measures)
  parts?: DraftPartDto[];
}

export class DraftAreaDto extends DraftWordsDto implements PlacedArea {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(999)
  ordinal: number;

  @ListOf(() => DraftMeasureDto, most.measures)
  measures: DraftMeasureDto[];

  @OptionalListOf(() => DraftWordsDto, most.measures)
  headings?: DraftWordsDto[];
}

export class DraftSignedDocumentDto implements DraftSignedDocument {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(9_999)
  ordinal: number;

  @ApiProperty()
  @Text(limits.title * 2)
  title: string;

  @ApiProperty({ type: String, isArray: true })
  @IsArray()
  @ArrayMaxSize(most.offices)
  @IsString({ each: true })
  @MaxLength(limits.title, { each: true })
  parties: string[];

  @ApiRange()
  @IsRange()
  range: Range;
}

export class DraftExampleDto implements DraftExample {
  @ApiProperty()
  @Text(limits.importCharacters)
  text: string;

  @ApiRange()
  @IsRange()
  range: Range;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  area: number | null;
}

export class DraftMetadataDto implements DraftMetadata {
  @ApiProperty({ type: String })
  @Text(40)
  field: DraftMetadata['field'];

  @ApiRange()
  @IsRange()
  range: Range;
}

export class DraftLeftOutDto implements DraftLeftOut {
  @ApiRange()
  @IsRange()
  range: Range;

  @ApiProperty({ type: String })
  @Text(40)
  reason: DraftLeftOut['reason'];
}

export class DraftWarningDto implements DraftWarning {
  @ApiProperty({ type: String })
  @Text(40)
  code: DraftWarning['code'];

  @ApiProperty()
  @Text(limits.reason)
  message: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  params: DraftWarning['params'];

  @ApiRange()
  @IsRange()
  range: Range;
}

export class DraftTableDto implements DraftTable {
  @ApiProperty({ type: String, isArray: true, maxItems: limits.importColumns })
  @IsArray()
  @ArrayMaxSize(limits.importColumns)
  @IsString({ each: true })
  @MaxLength(limits.importCell, { each: true })
  header: string[];

  @Columns()
  columns: (TableColumn | null)[];
}

/** The importer's draft: what was found in a text, each piece with its place in it. */
export class DraftDto implements PlacedDraft {
  @ApiProperty({ type: () => DraftMeetingDto })
  @ValidateNested()
  @Type(() => DraftMeetingDto)
  meeting: DraftMeetingDto;

  @ListOf(() => DraftAreaDto, most.areas)
  areas: DraftAreaDto[];

  @ListOf(() => DraftSignedDocumentDto, most.measures)
  signedDocuments: DraftSignedDocumentDto[];

  /** Absent from drafts that were saved before there were examples. */
  @ListOf(() => DraftExampleDto, most.measures)
  examples: DraftExampleDto[] = [];

  @ListOf(() => DraftMetadataDto, most.pieces)
  metadata: DraftMetadataDto[];

  @ListOf(() => DraftLeftOutDto, most.pieces)
  leftOut: DraftLeftOutDto[];

  @ListOf(() => DraftWarningDto, most.pieces)
  warnings: DraftWarningDto[];

  @ApiPropertyOptional({ type: () => DraftTableDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => DraftTableDto)
  table?: DraftTableDto;
}
