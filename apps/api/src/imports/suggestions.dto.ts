import type { Range } from '#contracts/draft';
import {
  type Confidence,
  confidences,
  type Term,
  terms,
  type Theme,
  themes,
  type Undertaking,
  undertakings,
} from '#contracts/suggestions';
import { limits } from '#contracts/limits';
import { type DueKind, dueKinds } from '#contracts/status';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ApiRange } from '../http/range.js';

class WordsDto {
  @ApiProperty({ type: String })
  words: string;

  @ApiRange('Where the words stand in the text of the measure.')
  range: Range;
}

class SuggestedDueDto {
  @ApiProperty({ type: String })
  words: string;

  @ApiProperty({ enum: dueKinds, enumName: 'DueKind' })
  kind: DueKind;
}

class SuggestedTermDto {
  @ApiProperty({ enum: terms, enumName: 'Term' })
  value: Term;

  @ApiProperty({ type: () => WordsDto, nullable: true })
  words: WordsDto | null;
}

class SuggestedThemeDto {
  @ApiProperty({ enum: themes, enumName: 'Theme' })
  value: Theme;

  @ApiProperty({ type: () => WordsDto, nullable: true, description: 'Null where the heading tells.' })
  words: WordsDto | null;
}

class SuggestedVerbDto extends WordsDto {
  @ApiProperty({ enum: undertakings, enumName: 'Undertaking' })
  value: Undertaking;
}

class CandidateDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  partyId: string;
}

class NamedOrganisationDto extends WordsDto {
  @ApiProperty({ type: () => CandidateDto, isArray: true })
  candidates: CandidateDto[];
}

class SuggestedLeadDto {
  @ApiProperty({ type: String })
  words: string;

  @ApiProperty({ type: () => CandidateDto, isArray: true })
  candidates: CandidateDto[];
}

class MeasureSuggestionsDto {
  @ApiRange('The range of the measure in the draft.')
  of: Range;

  @ApiProperty({ enum: confidences, enumName: 'Confidence' })
  confidence: Confidence;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({
    type: () => SuggestedDueDto,
    nullable: true,
    description: 'As the cell of its row has it, or its own words.',
  })
  due: SuggestedDueDto | null;

  @ApiProperty({ type: () => SuggestedTermDto })
  term: SuggestedTermDto;

  @ApiProperty({ type: () => SuggestedThemeDto, nullable: true })
  theme: SuggestedThemeDto | null;

  @ApiProperty({ type: () => SuggestedVerbDto, nullable: true })
  verb: SuggestedVerbDto | null;

  @ApiProperty({ type: () => NamedOrganisationDto, isArray: true })
  organisations: NamedOrganisationDto[];

  @ApiProperty({ type: () => SuggestedLeadDto, isArray: true, description: 'As it says beside the measure.' })
  leads: SuggestedLeadDto[];

  @ApiProperty({ type: String, nullable: true, description: 'How far it is, as it says beside the measure.' })
  status: string | null;

  @ApiProperty({ type: () => WordsDto, isArray: true })
  actions: WordsDto[];
}

export class SuggestionsDto {
  @ApiProperty({ type: () => MeasureSuggestionsDto, isArray: true })
  items: MeasureSuggestionsDto[];
}

export class SuggestionsQueryDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: limits.importCharacters,
    description: 'Where the area of the measures begins; left out, those of all areas.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(limits.importCharacters)
  areaAt?: number;
}
