import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import { type TrackStatus, trackStatuses, type UpdateState, updateStates } from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';
import { EvidenceDto } from '../evidence/evidence.dto.js';

export class UpdateAbilitiesDto {
  @ApiProperty({ type: Boolean })
  edit: boolean;

  @ApiProperty({ type: Boolean })
  submit: boolean;

  @ApiProperty({ type: Boolean })
  endorse: boolean;

  @ApiProperty({ type: Boolean })
  return: boolean;

  @ApiProperty({ type: Boolean })
  clear: boolean;

  @ApiProperty({ type: Boolean })
  withdraw: boolean;
}

/** An update under way; only its own side sees it. */
export class UpdateDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  measureId: string;

  @ApiProperty({ enum: updateStates, enumName: 'UpdateState' })
  state: UpdateState;

  @ApiProperty({ enum: trackStatuses, enumName: 'TrackStatus' })
  status: TrackStatus;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: String, nullable: true })
  nextStep: string | null;

  @ApiProperty({ type: String, nullable: true })
  difficulties: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What it asks of the other side once cleared.' })
  request: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  periodFrom: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  periodTo: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  correctsId: string | null;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: () => PersonNameDto })
  author: PersonNameDto;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  returnedReason: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => EvidenceDto, isArray: true })
  evidence: EvidenceDto[];

  @ApiProperty({ type: () => UpdateAbilitiesDto })
  abilities: UpdateAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}
