import type { Refusal } from '#contracts/abilities';
import { limits } from '#contracts/limits';
import { type RequestState, requestStates } from '#contracts/status';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { OrganisationDto, PersonNameDto } from '../http/names.dto.js';
import { ApiRefusals } from '../http/refusals.js';

/** What the reader's side means to answer; the other side sees nothing of it before it is cleared. */
export class AnswerDraftDto {
  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ type: String, format: 'date-time' })
  savedAt: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => PersonNameDto })
  author: PersonNameDto;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;
}

export class RequestAbilitiesDto {
  @ApiProperty({ type: Boolean })
  draft: boolean;

  @ApiProperty({ type: Boolean })
  clear: boolean;

  @ApiProperty({ type: Boolean })
  withdraw: boolean;
}

/** What a cleared update asks of the other side. */
export class RequestDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;

  @ApiProperty({ type: String, format: 'uuid' })
  updateId: string;

  @ApiProperty({ type: () => OrganisationDto })
  organisation: OrganisationDto;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ enum: requestStates, enumName: 'RequestState' })
  state: RequestState;

  @ApiProperty({ type: String, format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: () => AnswerDraftDto, nullable: true })
  draft: AnswerDraftDto | null;

  @ApiProperty({ type: () => RequestAbilitiesDto })
  abilities: RequestAbilitiesDto;

  @ApiRefusals()
  refusals: Partial<Record<string, Refusal>>;
}

export class DraftAnswerDto {
  @ApiProperty({ maxLength: limits.request })
  @IsString()
  @MaxLength(limits.request)
  text: string;
}
