import { type DueKind, dueKinds, type SourceKind, sourceKinds } from '#contracts/status';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';
import { MeetingMechanismDto } from '../meetings/meeting.dto.js';
import { ConfirmationDto } from '../confirmations/confirmation.dto.js';
import { DueDateChangeDto } from '../due-dates/due-date-change.dto.js';
import { MeasureLineageDto, MeasureTextDto } from '../lineage/beside.dto.js';
import { SignedDocumentDto } from '../signed-documents/signed-document.dto.js';
import { OwnActionDto, SharedActionDto } from '../actions/action.dto.js';
import { AssignmentDto } from './assignment.dto.js';
import { RowTrackDto, MeasureAbilitiesDto, MeasureRowDto } from './register.dto.js';
import { TimelineEntryDto } from './timeline.dto.js';
import { NoteDto } from '../notes/note.dto.js';
import { RequestDto } from '../requests/request.dto.js';
import { UpdateDto } from '../updates/update.dto.js';

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

/** `to` is null while it lasts; `by`, who handed it over, is known of the reader's own side alone. */
export class LeadPeriodDto {
  @ApiProperty({ type: () => OrganisationDto })
  lead: OrganisationDto;

  @ApiProperty({ type: String, format: 'date-time' })
  from: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  to: string | null;

  @ApiProperty({ type: () => PersonNameDto, nullable: true })
  by: PersonNameDto | null;
}

export class TrackDto extends RowTrackDto {
  @ApiProperty({ type: String, nullable: true })
  nextStep: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastClearedAt: string | null;

  @ApiProperty({ type: () => OrganisationDto, isArray: true })
  supporting: OrganisationDto[];

  @ApiProperty({ type: () => LeadPeriodDto, isArray: true, description: 'As published, newest first.' })
  leads: LeadPeriodDto[];
}

export class OwnWorkDto {
  @ApiProperty({ type: () => AssignmentDto, nullable: true })
  assignment: AssignmentDto | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'For which the reader would write an update: his own, or that of an officer on leave.',
  })
  office: string | null;

  @ApiProperty({ type: () => LeadPeriodDto, isArray: true, description: 'Newest first.' })
  leads: LeadPeriodDto[];

  @ApiProperty({ type: () => UpdateDto, isArray: true })
  updates: UpdateDto[];

  @ApiProperty({ type: () => OwnActionDto, isArray: true })
  actions: OwnActionDto[];

  @ApiProperty({ type: () => NoteDto, isArray: true })
  notes: NoteDto[];
}

export class OneMeasureAbilitiesDto extends MeasureAbilitiesDto {
  @ApiProperty({ type: Boolean })
  planAction: boolean;

  @ApiProperty({ type: Boolean })
  writeNote: boolean;

  @ApiProperty({ type: Boolean })
  publishAssignment: boolean;

  @ApiProperty({ type: Boolean })
  unpublishAssignment: boolean;

  @ApiProperty({ type: Boolean })
  setApplicable: boolean;

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

  @ApiProperty({ type: () => RequestDto, isArray: true })
  requests: RequestDto[];

  @ApiProperty({ type: () => SharedActionDto, isArray: true, description: "Both sides', as shared." })
  actions: SharedActionDto[];

  @ApiProperty({ type: () => OwnWorkDto, nullable: true })
  own: OwnWorkDto | null;

  @ApiProperty({ type: () => MeasureTextDto, isArray: true })
  texts: MeasureTextDto[];

  @ApiProperty({ type: () => MeasureLineageDto, isArray: true })
  lineage: MeasureLineageDto[];

  @ApiProperty({ type: () => SignedDocumentDto, isArray: true, description: 'That carry it out.' })
  documents: SignedDocumentDto[];

  @ApiProperty({ type: () => OneMeasureAbilitiesDto })
  abilities: OneMeasureAbilitiesDto;
}
