import { ActionsReads } from '#core/actions/actions.reads';
import { ActionsService } from '#core/actions/actions.service';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeasureDto } from '../measures/measure.dto.js';
import { ActionInputDto } from './action-input.dto.js';
import { SuggestedActionsDto } from './action.dto.js';

@Controller()
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly reads: ActionsReads,
    private readonly measures: MeasuresReads,
  ) {}

  /** What the measure's own sentences offer to be broken into. */
  @Get('measures/:id/suggested-actions')
  @ApiOkResponse({ type: SuggestedActionsDto })
  suggested(@CurrentActor() actor: Actor, @Param('id', Id) measureId: string): Promise<SuggestedActionsDto> {
    return this.reads.suggested(actor, measureId);
  }

  @Post('measures/:id/actions')
  @Json(MeasureDto)
  async plan(
    @CurrentActor() actor: Actor,
    @Param('id', Id) measureId: string,
    @Body() input: ActionInputDto,
  ): Promise<string> {
    await this.actions.plan(actor, measureId, input);
    return this.measures.one(actor, measureId);
  }

  @Put('actions/:id')
  @Json(MeasureDto)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() input: ActionInputDto,
  ): Promise<string> {
    return this.measures.one(actor, await this.actions.change(actor, id, input, version));
  }

  @Delete('actions/:id')
  @Json(MeasureDto)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.actions.remove(actor, id, version));
  }

  /** Moves it as it is into the joint record, or anew where it was changed since. */
  @Post('actions/:id/share')
  @HttpCode(200)
  @Json(MeasureDto)
  async share(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.actions.share(actor, id, version));
  }

  /** Takes it out of the joint record; the side keeps it. */
  @Post('actions/:id/withdraw')
  @HttpCode(200)
  @Json(MeasureDto)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.actions.withdraw(actor, id, version));
  }
}
