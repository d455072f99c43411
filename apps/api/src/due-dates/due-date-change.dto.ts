import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import { type DueDateChangeState, dueDateChangeStates } from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';

export class DueDateChangeAbilitiesDto {
  @ApiProperty({ type: Boolean })
  agree: boolean;

  @ApiProperty({ type: Boolean })
  decline: boolean;

  @ApiProperty({ type: Boolean })
  withdraw: boolean;
}

export class DueDateChangeDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  from: string | null;

  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String })
  reason: string;

  @ApiProperty({ enum: dueDateChangeStates, enumName: 'DueDateChangeState' })
  state: DueDateChangeState;

  @ApiProperty({ type: String, format: 'date-time' })
  proposedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  answerReason: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => DueDateChangeAbilitiesDto })
  abilities: DueDateChangeAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}
