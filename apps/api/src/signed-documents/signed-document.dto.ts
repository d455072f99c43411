import { limits } from '#contracts/limits';
import { type DocumentState, documentStates } from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';

export class FulfilledMeasureDto {
  @ApiProperty({ type: String, format: 'uuid' })
  measureId: string;

  @ApiProperty({ type: String, format: 'uuid' })
  meetingId: string;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;
}

export class SignedDocumentDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  meetingId: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String, isArray: true })
  parties: string[];

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: at the meeting itself.' })
  signedOn: string | null;

  @ApiProperty({ enum: documentStates, enumName: 'DocumentState' })
  state: DocumentState;

  @ApiProperty({ enum: documentStates, enumName: 'DocumentState', isArray: true })
  next: DocumentState[];

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: 'integer', description: 'Pieces of it that the reader may know of.' })
  evidence: number;

  @ApiProperty({ type: () => FulfilledMeasureDto, isArray: true })
  fulfils: FulfilledMeasureDto[];
}

export class NewDocumentDto {
  @ApiProperty({ type: String, maxLength: limits.documentTitle })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.documentTitle)
  title: string;

  @ApiProperty({ type: String, isArray: true, maxItems: limits.documentParties })
  @IsArray()
  @ArrayMaxSize(limits.documentParties)
  @IsString({ each: true })
  @MaxLength(limits.title, { each: true })
  parties: string[];

  @ApiProperty({ type: String, format: 'date' })
  @IsCalendarDate()
  signedOn: string;
}

export class ChangeDocumentDto {
  @ApiPropertyOptional({ enum: documentStates, enumName: 'DocumentState' })
  @IsOptional()
  @IsIn(documentStates)
  state?: DocumentState;

  @ApiPropertyOptional({ type: String, format: 'uuid', isArray: true, maxItems: limits.bulk })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(limits.bulk)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  fulfils?: string[];
}
