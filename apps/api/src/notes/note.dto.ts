import type { Refusal } from '#contracts/abilities';
import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';
import { ApiRefusals } from '../http/refusals.js';

export class NoteAbilitiesDto {
  @ApiProperty({ type: Boolean })
  edit: boolean;

  @ApiProperty({ type: Boolean })
  delete: boolean;
}

/** Read by the reader's side, or by the reader's office alone; by nobody else, ever. */
export class NoteDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: Boolean })
  officeOnly: boolean;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: () => PersonNameDto })
  author: PersonNameDto;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  editedAt: string | null;

  @ApiProperty({ type: () => PersonNameDto, isArray: true })
  mentions: PersonNameDto[];

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Where it names the reader, who has not seen it yet.',
  })
  unseenId: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => NoteAbilitiesDto })
  abilities: NoteAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}
