import { type Script, scripts } from '#i18n/language';
import { ApiProperty } from '@nestjs/swagger';

/** A name in Traditional Chinese, Simplified Chinese and English. */
export class TrilingualDto {
  @ApiProperty({ type: String })
  hant: string;

  @ApiProperty({ type: String })
  hans: string;

  @ApiProperty({ type: String })
  en: string;
}

/** A government; `mark` is the character that stands for its side. */
export class PartyDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  code: string;

  @ApiProperty({ type: () => TrilingualDto })
  name: TrilingualDto;

  @ApiProperty({ type: () => TrilingualDto })
  mark: TrilingualDto;
}

export class OrganisationDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: () => TrilingualDto })
  name: TrilingualDto;

  @ApiProperty({ type: () => TrilingualDto })
  short: TrilingualDto;
}

export class PersonNameDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  name: string;
}

export class MeasureNameDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  areaOrdinal: number;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: scripts, enumName: 'Script' })
  script: Script;
}

export class MeetingNameDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;
}
