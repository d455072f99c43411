import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

/** A keyset page: what comes after the last row of the page before. */
export class PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'The `next` of the page before.' })
  @IsOptional()
  @IsUUID()
  after?: string;
}

export class MeetingPageQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  meeting?: string;
}

export class ActivityQueryDto extends MeetingPageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  mechanism?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  measure?: string;
}

export class PartyQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  party?: string;
}
