import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';

export class EditNoteDto {
  @ApiProperty({ maxLength: limits.note })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(limits.note)
  text: string;

  @ApiProperty({
    type: String,
    isArray: true,
    maxItems: limits.mentions,
    description: 'People who can read the note and are told of it.',
  })
  @IsArray()
  @ArrayMaxSize(limits.mentions)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  mentionIds: string[];
}

export class WriteNoteDto extends EditNoteDto {
  @ApiProperty({ description: "Read by the author's office alone; else by the whole side." })
  @IsBoolean()
  officeOnly: boolean;
}
