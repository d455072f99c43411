import { type LineageRelation, lineageRelations, type SourceKind, sourceKinds } from '#contracts/status';
import { type MeasureStatus, measureStatuses } from '#contracts/status';
import { type Script, scripts } from '#i18n/language';
import { ApiProperty } from '@nestjs/swagger';
import { MeasureNameDto, MeetingNameDto, OrganisationDto } from '../http/names.dto.js';

export class TextSourceDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: sourceKinds, enumName: 'SourceKind' })
  kind: SourceKind;

  @ApiProperty({ type: String })
  fileName: string;

  @ApiProperty({ type: String, format: 'date-time' })
  adoptedAt: string;
}

/** A measure in the words of another of its meeting's texts. */
export class MeasureTextDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: () => TextSourceDto })
  source: TextSourceDto;

  @ApiProperty({
    type: Boolean,
    description: 'Of a source with more authority than the measure was adopted from.',
  })
  better: boolean;
}

export class LinkedMeetingDto extends MeetingNameDto {
  @ApiProperty({ type: 'integer' })
  ordinal: number;
}

export class LinkedMeasureDto extends MeasureNameDto {
  @ApiProperty({ enum: measureStatuses, enumName: 'MeasureStatus' })
  status: MeasureStatus;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  awaitingPartyId: string | null;

  @ApiProperty({ type: () => LinkedMeetingDto })
  meeting: LinkedMeetingDto;
}

export const directions = ['earlier', 'later'] as const;

/** One step of a measure's lineage, from where it stands. */
export class MeasureLineageDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ enum: lineageRelations, enumName: 'LineageRelation' })
  relation: LineageRelation;

  @ApiProperty({
    enum: directions,
    enumName: 'LineageDirection',
    description: 'Where the other measure stands.',
  })
  direction: (typeof directions)[number];

  @ApiProperty({
    type: () => LinkedMeasureDto,
    nullable: true,
    description: 'Null: new, or not followed up.',
  })
  measure: LinkedMeasureDto | null;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: String, format: 'date-time' })
  decidedAt: string;
}
