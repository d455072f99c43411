import { PartyDto, TrilingualDto } from '../http/names.dto.js';
import { ApiProperty } from '@nestjs/swagger';

export class MechanismMeetingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String, format: 'date' })
  heldOn: string;

  @ApiProperty({ type: String })
  place: string;

  @ApiProperty({ type: 'integer' })
  measures: number;
}

export class MechanismAbilitiesDto {
  @ApiProperty({ type: Boolean })
  import: boolean;
}

export class MechanismDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => TrilingualDto })
  name: TrilingualDto;

  @ApiProperty({ type: () => PartyDto, isArray: true })
  sides: PartyDto[];

  @ApiProperty({ type: 'integer' })
  warningDays: number;

  @ApiProperty({ type: 'integer' })
  freshnessDays: number;

  @ApiProperty({ type: () => MechanismMeetingDto, isArray: true })
  meetings: MechanismMeetingDto[];

  @ApiProperty({ type: () => MechanismAbilitiesDto })
  abilities: MechanismAbilitiesDto;
}

export class MechanismsDto {
  @ApiProperty({ type: () => MechanismDto, isArray: true })
  items: MechanismDto[];
}
