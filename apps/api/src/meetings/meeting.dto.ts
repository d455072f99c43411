import type { Refusal } from '#contracts/abilities';
import { ApiRefusals } from '../http/refusals.js';
import {
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
} from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { OrganisationDto, PartyDto, TrilingualDto } from '../http/names.dto.js';
import { ApiProperty } from '@nestjs/swagger';
import { DecidedDto } from '../lineage/lineage.dto.js';
import { SignedDocumentDto } from '../signed-documents/signed-document.dto.js';

export class OfficeDto {
  @ApiProperty({ type: String })
  side: string;

  @ApiProperty({ type: String })
  post: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

export class DeclaredDto {
  @ApiProperty({ type: 'integer', nullable: true })
  areas: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  measures: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  documents: number | null;
}

export class CapturedDto {
  @ApiProperty({ type: 'integer' })
  areas: number;

  @ApiProperty({ type: 'integer' })
  measures: number;

  @ApiProperty({ type: 'integer' })
  documents: number;
}

export class LeftOutDto {
  @ApiProperty({ type: 'integer' })
  ongoing: number;

  @ApiProperty({ type: 'integer' })
  suspended: number;

  @ApiProperty({ type: 'integer' })
  dropped: number;
}

export class CompletionDto {
  @ApiProperty({ type: 'integer' })
  completed: number;

  @ApiProperty({ type: 'integer' })
  countable: number;

  @ApiProperty({ type: () => LeftOutDto })
  leftOut: LeftOutDto;
}

export class AttentionDto {
  @ApiProperty({ type: 'integer' })
  red: number;

  @ApiProperty({ type: 'integer' })
  overdue: number;

  @ApiProperty({ type: 'integer' })
  behind: number;

  @ApiProperty({ type: 'integer' })
  yellow: number;

  @ApiProperty({ type: 'integer' })
  dueSoon: number;

  @ApiProperty({ type: 'integer' })
  stale: number;
}

export class PlacedMeasureDto {
  @ApiProperty({ type: String, format: 'uuid' })
  measureId: string;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;
}

export class OldestDto extends PlacedMeasureDto {
  @ApiProperty({ type: 'integer' })
  days: number;
}

/** How many measures had a cleared update within `days`, and within `recentDays`. */
export class FreshnessDto {
  @ApiProperty({ type: 'integer' })
  days: number;

  @ApiProperty({ type: 'integer' })
  recentDays: number;

  @ApiProperty({ type: 'integer' })
  of: number;

  @ApiProperty({ type: 'integer' })
  updated: number;

  @ApiProperty({ type: 'integer' })
  recent: number;

  @ApiProperty({ type: () => OldestDto, nullable: true })
  oldest: OldestDto | null;
}

export class StatusCountDto {
  @ApiProperty({ enum: measureStatuses, enumName: 'MeasureStatus' })
  status: MeasureStatus;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  awaitingPartyId: string | null;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class LightsDto {
  @ApiProperty({ type: 'integer' })
  red: number;

  @ApiProperty({ type: 'integer' })
  yellow: number;

  @ApiProperty({ type: 'integer' })
  green: number;

  @ApiProperty({ type: 'integer' })
  grey: number;
}

export class AreaMeasureDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ enum: lights, enumName: 'Light' })
  light: Light;

  @ApiProperty({ enum: lightReasons, enumName: 'LightReason' })
  lightReason: LightReason;
}

export class AreaDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: () => LightsDto })
  lights: LightsDto;

  @ApiProperty({ type: () => AreaMeasureDto, isArray: true })
  measures: AreaMeasureDto[];
}

export class LeadDto extends LightsDto {
  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  overdue: number;
}

export class DeadlineDto extends PlacedMeasureDto {
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;

  @ApiProperty({ enum: lights, enumName: 'Light' })
  light: Light;

  @ApiProperty({ enum: lightReasons, enumName: 'LightReason' })
  lightReason: LightReason;
}

export class OverdueDto extends PlacedMeasureDto {
  @ApiProperty({ type: String, format: 'date' })
  dueOn: string;

  @ApiProperty({ type: 'integer' })
  days: number;

  @ApiProperty({ type: () => OrganisationDto, isArray: true })
  leads: OrganisationDto[];
}

export class TrackStatusDto {
  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ enum: trackStatuses, enumName: 'TrackStatus' })
  status: TrackStatus;
}

export class DivergenceDto extends PlacedMeasureDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since: string | null;

  @ApiProperty({ type: () => TrackStatusDto, isArray: true })
  tracks: TrackStatusDto[];
}

export class SourceDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind' })
  kind: SourceKind;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: String })
  sha256: string;

  @ApiProperty({ type: String, format: 'date-time' })
  adoptedAt: string;
}

/** `sides`: left and right, an order for screens and no rank. */
export class MeetingMechanismDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => TrilingualDto })
  name: TrilingualDto;

  @ApiProperty({ type: () => PartyDto, isArray: true })
  sides: PartyDto[];
}

/** Of the unfinished measures of the meeting before, how many were taken up or set down here. */
export class MeetingLineageDto extends DecidedDto {
  @ApiProperty({ type: String, format: 'uuid' })
  previousId: string;
}

export class MeetingAbilitiesDto {
  @ApiProperty({ type: Boolean })
  followUpDocuments: boolean;

  @ApiProperty({ type: Boolean })
  decideLineage: boolean;

  @ApiProperty({ type: Boolean })
  requestReport: boolean;
}

/** The meeting page whole. */
export class MeetingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: () => MeetingMechanismDto })
  mechanism: MeetingMechanismDto;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;

  @ApiProperty({ type: String, format: 'date' })
  heldOn: string;

  @ApiProperty({ type: String })
  place: string;

  @ApiProperty({ type: () => OfficeDto, isArray: true })
  heads: OfficeDto[];

  @ApiProperty({ type: () => OfficeDto, isArray: true })
  signatories: OfficeDto[];

  @ApiProperty({ type: String, isArray: true })
  custodians: string[];

  @ApiProperty({ type: String, format: 'date' })
  today: string;

  @ApiProperty({ type: 'integer' })
  warningDays: number;

  @ApiProperty({ type: () => DeclaredDto })
  declared: DeclaredDto;

  @ApiProperty({ type: () => CapturedDto })
  captured: CapturedDto;

  @ApiProperty({ type: () => CompletionDto })
  completion: CompletionDto;

  @ApiProperty({ type: () => AttentionDto })
  attention: AttentionDto;

  @ApiProperty({ type: () => FreshnessDto })
  freshness: FreshnessDto;

  @ApiProperty({ type: () => StatusCountDto, isArray: true })
  statuses: StatusCountDto[];

  @ApiProperty({ type: () => AreaDto, isArray: true })
  areas: AreaDto[];

  @ApiProperty({ type: () => LeadDto, isArray: true })
  leads: LeadDto[];

  @ApiProperty({ type: () => DeadlineDto, isArray: true })
  deadlines: DeadlineDto[];

  @ApiProperty({ type: 'integer' })
  withoutDate: number;

  @ApiProperty({ type: () => OverdueDto, isArray: true })
  overdue: OverdueDto[];

  @ApiProperty({ type: () => DivergenceDto, isArray: true })
  divergences: DivergenceDto[];

  @ApiProperty({ type: () => SignedDocumentDto, isArray: true })
  documents: SignedDocumentDto[];

  @ApiProperty({
    type: () => MeetingLineageDto,
    nullable: true,
    description: 'Null: no earlier meeting is on record.',
  })
  lineage: MeetingLineageDto | null;

  @ApiProperty({ type: () => SourceDto, isArray: true })
  sources: SourceDto[];

  @ApiProperty({ type: () => MeetingAbilitiesDto })
  abilities: MeetingAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}
