import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';

export class AssignmentDto {
  @ApiProperty({ type: () => OrganisationDto })
  lead: OrganisationDto;

  @ApiProperty({ type: () => OrganisationDto, isArray: true })
  supporting: OrganisationDto[];

  @ApiProperty({ type: () => PersonNameDto, isArray: true })
  officers: PersonNameDto[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  internalDueOn: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt: string | null;

  @ApiProperty({ type: Boolean })
  changedSincePublished: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}
