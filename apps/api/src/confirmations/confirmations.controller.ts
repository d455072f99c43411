import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeasureDto } from '../measures/measure.dto.js';
import { ReasonDto } from '../updates/update-input.dto.js';
import { ProposeConfirmationDto } from './confirmation-input.dto.js';

@Controller()
export class ConfirmationsController {
  constructor(
    private readonly confirmations: ConfirmationsService,
    private readonly measures: MeasuresReads,
  ) {}

  @Post('measures/:id/confirmations')
  @Json(MeasureDto)
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', Id) measureId: string,
    @Body() { kind, reason }: ProposeConfirmationDto,
  ): Promise<string> {
    await this.confirmations.propose(actor, measureId, kind, reason);
    return this.measures.one(actor, measureId);
  }

  @Post('confirmations/:id/confirm')
  @HttpCode(200)
  @Json(MeasureDto)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.confirmations.answer(actor, id, 'confirm', null, version));
  }

  @Post('confirmations/:id/decline')
  @HttpCode(200)
  @Json(MeasureDto)
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<string> {
    return this.measures.one(actor, await this.confirmations.answer(actor, id, 'decline', reason, version));
  }

  @Post('confirmations/:id/withdraw')
  @HttpCode(200)
  @Json(MeasureDto)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.confirmations.answer(actor, id, 'withdraw', null, version));
  }
}
