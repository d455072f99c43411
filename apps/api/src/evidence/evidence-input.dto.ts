import { limits } from '#contracts/limits';
import { type EvidenceKind, evidenceKinds } from '#contracts/status';
import type { Content, EvidenceInput } from '#core/evidence/evidence.service';
import { Problem } from '#core/problem';
import { ApiProperty, IntersectionType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate } from '../http/calendar-date.js';

export class AnnouncedFileDto {
  @ApiProperty({ maxLength: limits.givenFileName })
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.givenFileName)
  name: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  bytes: number;
}

/** One of the two. */
export class ContentDto {
  @ApiProperty({ type: String, nullable: true, required: false, maxLength: limits.link })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(limits.link)
  url?: string | null;

  @ApiProperty({
    type: () => AnnouncedFileDto,
    nullable: true,
    required: false,
    description: 'Its bytes come up to /api/uploads/{id of the revision} by the tus protocol.',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AnnouncedFileDto)
  file?: AnnouncedFileDto | null;
}

export function contentOf({ url, file }: ContentDto): Content {
  if (url && !file) return { url };
  if (file && !url) return file;
  throw new Problem('invalid', { field: 'file' }, [{ path: 'file', code: 'isObject' }]);
}

class WordsDto {
  @ApiProperty({ type: String, nullable: true, required: false, maxLength: limits.title })
  @IsOptional()
  @IsString()
  @MaxLength(limits.title)
  title?: string | null;

  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind' })
  @IsIn(evidenceKinds)
  kind: EvidenceKind;

  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  @IsOptional()
  @IsCalendarDate()
  documentOn?: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  @IsOptional()
  @IsCalendarDate()
  expiresOn?: string | null;
}

export class EvidenceInputDto extends IntersectionType(WordsDto, ContentDto) {}

/** What is left out stays as it is. */
export class ChangeEvidenceDto extends PartialType(WordsDto, { skipNullProperties: false }) {}

export const inputOf = ({ title, kind, documentOn, expiresOn }: EvidenceInputDto): EvidenceInput => ({
  ...{ title: title ?? null, kind, documentOn: documentOn ?? null, expiresOn: expiresOn ?? null },
});
