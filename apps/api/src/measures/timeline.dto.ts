import {
  type ConfirmationKind,
  confirmationKinds,
  type ConfirmationState,
  confirmationStates,
  type TrackStatus,
  trackStatuses,
} from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto } from '../http/names.dto.js';
import { DisclosedEvidenceDto } from '../evidence/evidence.dto.js';

export const timelineKinds = ['update', 'due_date', 'confirmation', 'answer'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** A cleared update, an agreed working date, how a proposal of completion or dropping ended, or the answer to a request; newest first. */
export class TimelineEntryDto {
  @ApiProperty({ enum: timelineKinds, enumName: 'TimelineKind' })
  kind: TimelineKind;

  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: () => OrganisationDto, required: false })
  organisation?: OrganisationDto;

  @ApiProperty({ enum: trackStatuses, enumName: 'TrackStatus', required: false })
  status?: TrackStatus;

  @ApiProperty({ type: String, required: false })
  text?: string;

  @ApiProperty({ type: String, nullable: true, required: false })
  nextStep?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  difficulties?: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  periodFrom?: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  periodTo?: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  correctsId?: string | null;

  @ApiProperty({ type: () => DisclosedEvidenceDto, isArray: true, required: false })
  evidence?: DisclosedEvidenceDto[];

  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  from?: string | null;

  @ApiProperty({ type: String, format: 'date', required: false })
  to?: string;

  @ApiProperty({ type: String, required: false })
  reason?: string;

  @ApiProperty({ enum: confirmationKinds, enumName: 'ConfirmationKind', required: false })
  of?: ConfirmationKind;

  @ApiProperty({ enum: confirmationStates, enumName: 'ConfirmationState', required: false })
  event?: ConfirmationState;

  @ApiProperty({ type: String, nullable: true, required: false })
  answerReason?: string | null;
}
