import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export const previewStates = ['waiting', 'none', 'drawn'] as const;

export class PreviewPageDto {
  @ApiProperty({ type: 'integer', description: 'Pixels; 0 of a text.' })
  width: number;

  @ApiProperty({ type: 'integer' })
  height: number;
}

/** What there is to look at of a file; the pages themselves are at …/preview/file?page=1. */
export class PreviewDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: previewStates,
    enumName: 'PreviewState',
    description: '`none`: files of this kind are shown as a plain card.',
  })
  state: (typeof previewStates)[number];

  @ApiProperty({ type: String, nullable: true, description: 'Of each page: image/webp or text/plain.' })
  mediaType: string | null;

  @ApiProperty({ type: 'integer', description: 'Of the file; more than were drawn, perhaps.' })
  pageCount: number;

  @ApiProperty({ type: () => PreviewPageDto, isArray: true })
  pages: PreviewPageDto[];
}

export class PreviewPageQueryDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: limits.previewPages })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.previewPages)
  page: number;
}
