import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import {
  type Light,
  type LightReason,
  lightReasons,
  lights,
  type MeasureStatus,
  measureStatuses,
  type TrackStatus,
  trackStatuses,
  type UpdateState,
  updateStates,
} from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto } from '../http/names.dto.js';
import { LightsDto } from '../meetings/meeting.dto.js';

/** As the joint record has it: the lead once it is published. */
export class RowTrackDto {
  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ enum: trackStatuses, enumName: 'TrackStatus' })
  status: TrackStatus;

  @ApiProperty({ type: () => OrganisationDto, nullable: true })
  lead: OrganisationDto | null;
}

export class LastClearedDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;
}

/** An update that waits for the coordinator. */
export class WaitingUpdateDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** The reader's side's own view of the measure. */
export class RowOwnDto {
  @ApiProperty({ type: () => OrganisationDto, nullable: true })
  lead: OrganisationDto | null;

  @ApiProperty({ type: Boolean })
  published: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  internalDueOn: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: updateStates, enumName: 'UpdateState', nullable: true })
  pending: UpdateState | null;

  @ApiProperty({ type: () => WaitingUpdateDto, isArray: true, description: 'Submitted or endorsed.' })
  waiting: WaitingUpdateDto[];
}

export class MeasureAbilitiesDto {
  @ApiProperty({ type: Boolean })
  assign: boolean;

  @ApiProperty({ type: Boolean })
  writeUpdate: boolean;
}

export class MeasureRowDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  meetingId: string;

  @ApiProperty({ type: String, format: 'uuid' })
  areaId: string;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: String })
  areaTitle: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;

  @ApiProperty({ enum: measureStatuses, enumName: 'MeasureStatus' })
  status: MeasureStatus;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  awaitingPartyId: string | null;

  @ApiProperty({ enum: lights, enumName: 'Light' })
  light: Light;

  @ApiProperty({ enum: lightReasons, enumName: 'LightReason' })
  lightReason: LightReason;

  @ApiProperty({ type: 'integer', nullable: true })
  lightDays: number | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;

  @ApiProperty({ type: () => RowTrackDto, isArray: true })
  tracks: RowTrackDto[];

  @ApiProperty({ type: () => LastClearedDto, nullable: true })
  lastCleared: LastClearedDto | null;

  @ApiProperty({ type: () => RowOwnDto, nullable: true })
  own: RowOwnDto | null;

  @ApiProperty({ type: () => MeasureAbilitiesDto })
  abilities: MeasureAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}

/** `complete`: false where there are more than were counted. */
export class RegisterTotalsDto extends LightsDto {
  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: Boolean })
  complete: boolean;
}

/** `totals` stands on the first page only. */
export class MeasuresDto {
  @ApiProperty({ type: () => MeasureRowDto, isArray: true })
  items: MeasureRowDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  @ApiProperty({ type: () => RegisterTotalsDto, required: false })
  totals?: RegisterTotalsDto;
}
