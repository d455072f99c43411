import { SuggestionsReads } from '#core/imports/suggestions.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentActor, Id } from '../http/request.js';
import { SuggestionsDto, SuggestionsQueryDto } from './suggestions.dto.js';

@Controller('imports')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsReads) {}

  /** What the words of each measure of a draft suggest, and the words themselves. */
  @Get(':id/suggestions')
  @ApiOkResponse({ type: SuggestionsDto })
  of(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Query() { areaAt }: SuggestionsQueryDto,
  ): Promise<SuggestionsDto> {
    return this.suggestions.of(actor, id, areaAt);
  }
}
