import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsUUID } from 'class-validator';

export class ArchiveQueryDto {
  @ApiProperty({
    type: String,
    description: `Revisions with a file, separated by commas; at most ${limits.archiveFiles}.`,
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayMaxSize(limits.archiveFiles)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  ids: string[];
}
