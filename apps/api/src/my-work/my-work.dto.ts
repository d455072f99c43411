import { type Light, type LightReason, lightReasons, lights } from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { OrganisationDto, PersonNameDto, TrilingualDto } from '../http/names.dto.js';
import { ApiProperty } from '@nestjs/swagger';

export const workKinds = [
  ...(['due', 'draft', 'returned', 'action', 'clear', 'endorse'] as const),
  ...([
    'answer_due_date',
    'answer_confirmation',
    'answer_drop',
    'answer_request',
    'mention',
    'infected',
  ] as const),
] as const;
export type WorkKind = (typeof workKinds)[number];

export class WorkMeetingDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String, format: 'uuid' })
  mechanismId: string;

  @ApiProperty({ type: () => TrilingualDto })
  mechanismName: TrilingualDto;
}

/** `days` to the action's own date, or to the nearer of the internal and the agreed one; negative when it has passed. */
export class WorkItemDto {
  @ApiProperty({ enum: workKinds, enumName: 'WorkKind' })
  kind: WorkKind;

  @ApiProperty({ type: String, format: 'uuid' })
  measureId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  updateId: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the update.' })
  version: number | null;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({
    type: () => PersonNameDto,
    nullable: true,
    description: 'The officer on leave whose item it is.',
  })
  inPlaceOf: PersonNameDto | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  internalDueOn: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  days: number | null;

  @ApiProperty({ enum: lights, enumName: 'Light' })
  light: Light;

  @ApiProperty({ enum: lightReasons, enumName: 'LightReason' })
  lightReason: LightReason;

  @ApiProperty({ type: 'integer', nullable: true })
  lightDays: number | null;

  @ApiProperty({ type: () => WorkMeetingDto })
  meeting: WorkMeetingDto;
}

export class InfectedDocumentDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: () => WorkMeetingDto })
  meeting: WorkMeetingDto;
}

export class RecentDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  measureId: string;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: String })
  text: string;
}

export class MyWorkDto {
  @ApiProperty({ type: String, format: 'date' })
  today: string;

  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: () => WorkItemDto, isArray: true })
  items: WorkItemDto[];

  @ApiProperty({
    type: () => InfectedDocumentDto,
    isArray: true,
    description: 'Signed documents with a file of the own side in which a virus was found.',
  })
  infectedDocuments: InfectedDocumentDto[];

  @ApiProperty({ type: () => RecentDto, isArray: true })
  recent: RecentDto[];
}
