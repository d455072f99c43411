import { jointVerbs, ownVerbs, type Verb } from '#contracts/verbs';
import {
  MeasureNameDto,
  MeetingNameDto,
  OrganisationDto,
  PartyDto,
  PersonNameDto,
} from '../http/names.dto.js';
import { ApiProperty } from '@nestjs/swagger';

const verbs = [...jointVerbs, ...ownVerbs];

/** `joint`: in the ledger that both sides read; else in the reader's side's own. */
export class ActivityDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: Boolean })
  joint: boolean;

  @ApiProperty({ enum: verbs, enumName: 'Verb' })
  verb: Verb;

  @ApiProperty({ type: () => PartyDto, nullable: true })
  party: PartyDto | null;

  @ApiProperty({ type: () => OrganisationDto, nullable: true })
  organisation: OrganisationDto | null;

  @ApiProperty({ type: () => PersonNameDto, nullable: true })
  person: PersonNameDto | null;

  @ApiProperty({
    type: () => PersonNameDto,
    nullable: true,
    description: 'The officer on leave for whom it was done.',
  })
  inPlaceOf: PersonNameDto | null;

  @ApiProperty({ type: () => MeasureNameDto, nullable: true })
  measure: MeasureNameDto | null;

  @ApiProperty({ type: () => MeetingNameDto, nullable: true })
  meeting: MeetingNameDto | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  changes: Record<string, unknown>;
}

export class ActivitiesDto {
  @ApiProperty({ type: () => ActivityDto, isArray: true })
  items: ActivityDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
