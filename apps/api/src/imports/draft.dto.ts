import type {
  Draft,
  DraftArea,
  DraftExample,
  DraftLeftOut,
  DraftMeasure,
  DraftMeeting,
  DraftMetadata,
  DraftOffice,
  DraftPart,
  DraftSignedDocument,
  DraftTable,
  DraftWarning,
  DraftWords,
  Range,
  TableColumn,
} from '#contracts/draft';
import { tableColumns } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { type SourceKind, sourceKinds } from '#contracts/status';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';
import { ApiRange, IsRange } from '../http/range.js';

const most = { areas: 100, measures: 500, pieces: 20_000, offices: 50 };

const ApiRangeOrNull = () =>
  ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 2,
    maxItems: 2,
    nullable: true,
  });

function Columns(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({
      type: 'array',
      items: { type: 'string', enum: [...tableColumns], nullable: true },
      maxItems: limits.importColumns,
    })(target, property);
    IsArray()(target, property);
    ArrayMaxSize(limits.importColumns)(target, property);
    IsIn([...tableColumns, null], { each: true })(target, property);
  };
}

function Text(maxLength: number): PropertyDecorator {
  return (target, property) => {
    IsString()(target, property);
    MaxLength(maxLength)(target, property);
  };
}

/** What only some texts have. */
function Optional(type: () => new () => object): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    ValidateNested()(target, property);
    Type(type)(target, property);
    ApiProperty({ type: () => type(), required: false })(target, property);
  };
}

function ListOf(type: () => new () => object, maxSize: number, required = true): PropertyDecorator {
  return (target, property) => {
    IsArray()(target, property);
    ArrayMaxSize(maxSize)(target, property);
    ValidateNested({ each: true })(target, property);
    Type(type)(target, property);
    ApiProperty({ type: () => type(), isArray: true, required })(target, property);
  };
}

function OptionalListOf(type: () => new () => object, maxSize: number): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    ListOf(type, maxSize, false)(target, property);
  };
}

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

export class DraftWordsDto implements DraftWords {
  @ApiProperty()
  @Text(limits.importCharacters)
  text: string;

  @ApiRange()
  @IsRange()
  range: Range;

  @ApiRangeOrNull()
  @IsOptional()
  @IsRange()
  marker: Range | null;
}

export class DraftPartDto extends DraftWordsDto implements DraftPart {
  @Optional(() => DraftWordsDto)
  agency?: DraftWordsDto;

  @Optional(() => DraftWordsDto)
  status?: DraftWordsDto;
}

export class DraftMeasureDto extends DraftPartDto implements DraftMeasure {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(9_999)
  ordinal: number;

  @OptionalListOf(() => DraftPartDto, most.measures)
  parts?: DraftPartDto[];
}

export class DraftAreaDto implements DraftArea {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(999)
  ordinal: number;

  @ApiProperty()
  @Text(limits.title)
  title: string;

  @ApiRange()
  @IsRange()
  range: Range;

  @ApiRangeOrNull()
  @IsOptional()
  @IsRange()
  marker: Range | null;

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
export class DraftDto implements Draft {
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

/** What the columns of the table hold, as a person decides. */
export class ColumnsDto {
  @Columns()
  columns: (TableColumn | null)[];
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
}

/** What a person knows of a text that the text itself may not say. */
export class PublishedDto {
  /** The day on which the text was published, by which "yesterday" is reckoned. */
  @ApiProperty({ type: String, format: 'date', required: false })
  @IsOptional()
  @IsCalendarDate()
  publishedOn?: string;
}

/** A text that was pasted instead of a file. */
export class PasteDto extends PublishedDto {
  @ApiProperty({ maxLength: limits.importCharacters })
  @Text(limits.importCharacters)
  text: string;
}
