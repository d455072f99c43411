import { limits } from '#contracts/limits';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ColleagueQueryDto {
  @ApiPropertyOptional({ maxLength: limits.search, description: "Part of a person's or an office's name." })
  @IsOptional()
  @IsString()
  @MaxLength(limits.search)
  q?: string;
}
