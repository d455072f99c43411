import { type EvidenceKind, evidenceKinds, type EvidenceState, evidenceStates } from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';

class EvidenceWordsDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ enum: evidenceKinds, enumName: 'EvidenceKind' })
  kind: EvidenceKind;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  documentOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  expiresOn: string | null;
}

export class TombstoneDto {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: () => OrganisationDto })
  by: OrganisationDto;

  @ApiProperty({ type: String })
  reason: string;
}

export class DisclosedAbilitiesDto {
  @ApiProperty({ type: Boolean })
  takeBack: boolean;
}

/** A revision in the joint record. What was taken back keeps its name and hash, and has neither file nor address. */
export class DisclosedEvidenceDto extends EvidenceWordsDto {
  @ApiProperty({ type: String, format: 'uuid' })
  evidenceId: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  actionId: string | null;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty({ type: String, nullable: true })
  mediaType: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  bytes: number | null;

  @ApiProperty({ type: String, nullable: true })
  sha256: string | null;

  @ApiProperty({ type: Boolean })
  scanned: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: () => TombstoneDto, nullable: true })
  takenBack: TombstoneDto | null;

  @ApiProperty({ type: () => DisclosedAbilitiesDto })
  abilities: DisclosedAbilitiesDto;
}

export class SameFileDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  measureId: string | null;
}

export class RevisionAbilitiesDto extends DisclosedAbilitiesDto {
  @ApiProperty({ type: Boolean })
  remove: boolean;

  @ApiProperty({ type: Boolean })
  disclose: boolean;
}

/** A file or a link. A file's bytes come up to /api/uploads/{id} by the tus protocol. */
export class RevisionDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  ordinal: number;

  @ApiProperty({ enum: evidenceStates, enumName: 'EvidenceState' })
  state: EvidenceState;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it was rejected, or what the virus scanner found in it.',
  })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty({ type: String, nullable: true })
  givenName: string | null;

  @ApiProperty({ type: String, nullable: true })
  mediaType: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  bytes: number | null;

  @ApiProperty({ type: String, nullable: true })
  sha256: string | null;

  @ApiProperty({ type: Boolean })
  scanned: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: () => PersonNameDto })
  uploadedBy: PersonNameDto;

  @ApiProperty({
    type: () => SameFileDto,
    nullable: true,
    description: 'Earlier evidence of this side with the same content.',
  })
  sameAs: SameFileDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disclosedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  takenBackAt: string | null;

  @ApiProperty({ type: () => RevisionAbilitiesDto })
  abilities: RevisionAbilitiesDto;
}

export class EvidenceAbilitiesDto {
  @ApiProperty({ type: Boolean })
  change: boolean;

  @ApiProperty({ type: Boolean })
  revise: boolean;

  @ApiProperty({ type: Boolean })
  remove: boolean;
}

/** Evidence as its own side reads it; the newest revision first. */
export class EvidenceDto extends EvidenceWordsDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  measureId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  updateId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  actionId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  signedDocumentId: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => RevisionDto, isArray: true })
  revisions: RevisionDto[];

  @ApiProperty({ type: () => EvidenceAbilitiesDto })
  abilities: EvidenceAbilitiesDto;
}

export class PlaceAbilitiesDto {
  @ApiProperty({ type: Boolean })
  attach: boolean;
}

/** What hangs on a measure or a signed document: the reader's side's own, and what either side disclosed. */
export class EvidenceOfPlaceDto {
  @ApiProperty({ type: () => EvidenceDto, isArray: true })
  own: EvidenceDto[];

  @ApiProperty({ type: () => DisclosedEvidenceDto, isArray: true })
  disclosed: DisclosedEvidenceDto[];

  @ApiProperty({ type: () => PlaceAbilitiesDto })
  abilities: PlaceAbilitiesDto;
}
