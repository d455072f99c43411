import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';
import { ApiProperty } from '@nestjs/swagger';

export class ListedOrganisationDto extends OrganisationDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId: string | null;

  @ApiProperty({ type: Boolean })
  custodian: boolean;
}

export class OrganisationsDto {
  @ApiProperty({ type: () => ListedOrganisationDto, isArray: true })
  items: ListedOrganisationDto[];
}

export class OfficersDto {
  @ApiProperty({ type: () => PersonNameDto, isArray: true })
  items: PersonNameDto[];
}

export class ColleagueDto extends PersonNameDto {
  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;
}

export class ColleaguesDto {
  @ApiProperty({ type: () => ColleagueDto, isArray: true })
  items: ColleagueDto[];
}
