import type { Refusal } from '#contracts/abilities';
import type { Range } from '#contracts/draft';
import { ApiProperty } from '@nestjs/swagger';
import { DisclosedEvidenceDto, EvidenceDto } from '../evidence/evidence.dto.js';
import { OrganisationDto } from '../http/names.dto.js';
import { ApiRange } from '../http/range.js';
import { ApiRefusals } from '../http/refusals.js';

class ActionWordsDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String, description: 'The words of the measure it comes from.' })
  words: string;

  @ApiRange('Where they stand in the text of the measure.')
  range: Range;

  @ApiProperty({ type: () => OrganisationDto, nullable: true })
  lead: OrganisationDto | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  doneOn: string | null;
}

/** As its side shared it last; read by both sides. */
export class SharedActionDto extends ActionWordsDto {
  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: String, format: 'date-time' })
  sharedAt: string;

  @ApiProperty({ type: () => DisclosedEvidenceDto, isArray: true })
  evidence: DisclosedEvidenceDto[];
}

export class ActionAbilitiesDto {
  @ApiProperty({ type: Boolean })
  change: boolean;

  @ApiProperty({ type: Boolean })
  remove: boolean;

  @ApiProperty({ type: Boolean })
  share: boolean;

  @ApiProperty({ type: Boolean })
  withdraw: boolean;
}

/** As the reader's side plans it; read by that side alone. */
export class OwnActionDto extends ActionWordsDto {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  internalDueOn: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: ours alone.' })
  sharedAt: string | null;

  @ApiProperty({ type: Boolean })
  changedSinceShared: boolean;

  @ApiProperty({ type: () => EvidenceDto, isArray: true })
  evidence: EvidenceDto[];

  @ApiProperty({ type: () => ActionAbilitiesDto })
  abilities: ActionAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}

export class SuggestedActionDto {
  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: String })
  words: string;

  @ApiRange()
  range: Range;
}

export class SuggestedActionsDto {
  @ApiProperty({ type: () => SuggestedActionDto, isArray: true })
  items: SuggestedActionDto[];
}
