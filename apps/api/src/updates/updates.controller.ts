import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { UpdatesReads } from '#core/updates/updates.reads';
import { UpdatesService } from '#core/updates/updates.service';
import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeasureDto } from '../measures/measure.dto.js';
import { ApplicabilityDto, ClearDto, EditUpdateDto, ReasonDto, WriteUpdateDto } from './update-input.dto.js';
import { UpdateDto } from './update.dto.js';

@Controller()
export class UpdatesController {
  constructor(
    private readonly updates: UpdatesService,
    private readonly reads: UpdatesReads,
    private readonly measures: MeasuresReads,
  ) {}

  @Post('measures/:id/updates')
  @Json(UpdateDto)
  async draft(
    @CurrentActor() actor: Actor,
    @Param('id', Id) measureId: string,
    @Body() input: WriteUpdateDto,
  ): Promise<string> {
    const id = await this.updates.draft(actor, measureId, { ...input, nextStep: input.nextStep ?? null });
    return this.reads.one(actor, id);
  }

  /** The coordinator's word that the own side has nothing to do with a measure, or has after all. */
  @Post('measures/:id/applicability')
  @HttpCode(200)
  @Json(MeasureDto)
  async setApplicable(
    @CurrentActor() actor: Actor,
    @Param('id', Id) measureId: string,
    @Body() { applicable, reason }: ApplicabilityDto,
  ): Promise<string> {
    await this.updates.setApplicable(actor, measureId, applicable, reason);
    return this.measures.one(actor, measureId);
  }

  @Get('updates/:id')
  @Json(UpdateDto)
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.one(actor, id);
  }

  @Patch('updates/:id')
  @Json(UpdateDto)
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() input: EditUpdateDto,
  ): Promise<string> {
    await this.updates.edit(actor, id, { ...input }, version);
    return this.reads.one(actor, id);
  }

  @Post('updates/:id/submit')
  @HttpCode(200)
  @Json(UpdateDto)
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    await this.updates.submit(actor, id, version);
    return this.reads.one(actor, id);
  }

  @Post('updates/:id/endorse')
  @HttpCode(200)
  @Json(UpdateDto)
  async endorse(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    await this.updates.endorse(actor, id, version);
    return this.reads.one(actor, id);
  }

  @Post('updates/:id/return')
  @HttpCode(200)
  @Json(UpdateDto)
  async return(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<string> {
    await this.updates.return(actor, id, reason, version);
    return this.reads.one(actor, id);
  }

  @Post('updates/:id/clear')
  @HttpCode(200)
  @Json(UpdateDto)
  async clear(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { disclose }: ClearDto,
  ): Promise<string> {
    await this.updates.clear(actor, id, disclose, version);
    return this.reads.one(actor, id);
  }

  @Post('updates/:id/withdraw')
  @HttpCode(200)
  @Json(UpdateDto)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    await this.updates.withdraw(actor, id, version);
    return this.reads.one(actor, id);
  }
}
