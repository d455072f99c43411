import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import {
  type ConfirmationKind,
  confirmationKinds,
  type ConfirmationState,
  confirmationStates,
} from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto } from '../http/names.dto.js';

export class ConfirmationAbilitiesDto {
  @ApiProperty({ type: Boolean })
  confirm: boolean;

  @ApiProperty({ type: Boolean })
  decline: boolean;

  @ApiProperty({ type: Boolean })
  withdraw: boolean;
}

/** What one side proposes of the measure as a whole: that it is complete, or that both drop it. */
export class ConfirmationDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: confirmationKinds, enumName: 'ConfirmationKind' })
  kind: ConfirmationKind;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: String })
  reason: string;

  @ApiProperty({ enum: confirmationStates, enumName: 'ConfirmationState' })
  state: ConfirmationState;

  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  answerReason: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  voidedAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => ConfirmationAbilitiesDto })
  abilities: ConfirmationAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}
