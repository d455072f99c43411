import {
  type ConfirmationKind,
  confirmationKinds,
  type ConfirmationState,
  confirmationStates,
  type DueDateChangeState,
  dueDateChangeStates,
  type DueKind,
  dueKinds,
  type EvidenceState,
  evidenceStates,
  type Light,
  type LightReason,
  lightReasons,
  lights,
  type MeasureStatus,
  measureStatuses,
  type SourceKind,
  sourceKinds,
  type TrackStatus,
  trackStatuses,
  type UpdateState,
  updateStates,
} from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';
import { LightsDto, MeetingMechanismDto } from '../meetings/meeting.dto.js';
import { ApiProperty, OmitType } from '@nestjs/swagger';

export const timelineKinds = ['update', 'due_date', 'confirmation'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

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

export class SourcePlaceDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind' })
  kind: SourceKind;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  adoptedAt: string;

  @ApiProperty({ type: 'integer' })
  start: number;

  @ApiProperty({ type: 'integer' })
  end: number;
}

export class NeighbourDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: 'integer' })
  ordinal: number;
}

export class MeasureMeetingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String, format: 'date' })
  heldOn: string;
}

export class MeasureAreaDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;
}

export class TrackDto extends RowTrackDto {
  @ApiProperty({ type: String, nullable: true })
  nextStep: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastClearedAt: string | null;

  @ApiProperty({ type: () => OrganisationDto, isArray: true })
  supporting: OrganisationDto[];
}

export class FileDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: String })
  mediaType: string;

  @ApiProperty({ type: 'integer' })
  bytes: number;
}

/** A cleared update, a working date that both sides agreed, or how a proposal of completion or dropping ended; newest first. */
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

  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  correctsId?: string | null;

  @ApiProperty({ type: () => FileDto, isArray: true, required: false })
  evidence?: FileDto[];

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
}

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
}

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

export class EvidenceDto extends FileDto {
  @ApiProperty({ type: String })
  sha256: string;

  @ApiProperty({ enum: evidenceStates, enumName: 'EvidenceState' })
  state: EvidenceState;

  @ApiProperty({ type: Boolean })
  scanned: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
}

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
}

export class OwnWorkDto {
  @ApiProperty({ type: () => AssignmentDto, nullable: true })
  assignment: AssignmentDto | null;

  @ApiProperty({ type: () => UpdateDto, isArray: true })
  updates: UpdateDto[];
}

export class OneMeasureAbilitiesDto extends MeasureAbilitiesDto {
  @ApiProperty({ type: Boolean })
  publishAssignment: boolean;

  @ApiProperty({ type: Boolean })
  proposeDueDate: boolean;

  @ApiProperty({ type: Boolean })
  proposeCompletion: boolean;

  @ApiProperty({ type: Boolean })
  proposeDrop: boolean;
}

class MeasureBaseDto extends OmitType(MeasureRowDto, ['tracks', 'own', 'abilities'] as const) {}

export class MeasureDto extends MeasureBaseDto {
  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ enum: dueKinds, enumName: 'DueKind' })
  dueKind: DueKind;

  @ApiProperty({ type: String, nullable: true })
  dueWording: string | null;

  @ApiProperty({ type: () => MeetingMechanismDto })
  mechanism: MeetingMechanismDto;

  @ApiProperty({ type: () => MeasureMeetingDto })
  meeting: MeasureMeetingDto;

  @ApiProperty({ type: () => MeasureAreaDto })
  area: MeasureAreaDto;

  @ApiProperty({ type: () => SourcePlaceDto })
  source: SourcePlaceDto;

  @ApiProperty({ type: () => NeighbourDto, nullable: true })
  previous: NeighbourDto | null;

  @ApiProperty({ type: () => NeighbourDto, nullable: true })
  next: NeighbourDto | null;

  @ApiProperty({ type: () => TrackDto, isArray: true })
  tracks: TrackDto[];

  @ApiProperty({ type: () => TimelineEntryDto, isArray: true })
  timeline: TimelineEntryDto[];

  @ApiProperty({ type: () => DueDateChangeDto, isArray: true })
  dueDateChanges: DueDateChangeDto[];

  @ApiProperty({ type: () => ConfirmationDto, isArray: true })
  confirmations: ConfirmationDto[];

  @ApiProperty({ type: () => OwnWorkDto, nullable: true })
  own: OwnWorkDto | null;

  @ApiProperty({ type: () => OneMeasureAbilitiesDto })
  abilities: OneMeasureAbilitiesDto;
}

export class FailureDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  code: string;

  @ApiProperty({ type: String })
  detail: string;
}

export class BulkResultDto {
  @ApiProperty({ type: String, isArray: true })
  done: string[];

  @ApiProperty({ type: () => FailureDto, isArray: true })
  failed: FailureDto[];
}
