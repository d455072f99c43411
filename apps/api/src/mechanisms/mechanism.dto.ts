import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import { PartyDto, TrilingualDto } from '../http/names.dto.js';
import { limits } from '#contracts/limits';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

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

  @ApiProperty({ type: Boolean })
  setThresholds: boolean;
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

  /** Of the thresholds. */
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => MechanismMeetingDto, isArray: true })
  meetings: MechanismMeetingDto[];

  @ApiProperty({ type: () => MechanismAbilitiesDto })
  abilities: MechanismAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}

export class ThresholdsDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: limits.warningDays })
  @IsInt()
  @Min(1)
  @Max(limits.warningDays)
  warningDays: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: limits.freshnessDays })
  @IsInt()
  @Min(1)
  @Max(limits.freshnessDays)
  freshnessDays: number;
}

export class MechanismsDto {
  @ApiProperty({ type: () => MechanismDto, isArray: true })
  items: MechanismDto[];
}
