import { DueDatesService } from '#core/due-dates/due-dates.service';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeasureDto } from '../measures/measure.dto.js';
import { ReasonDto } from '../updates/update-input.dto.js';
import { ProposeDueDateDto } from './due-date-input.dto.js';

@Controller()
export class DueDatesController {
  constructor(
    private readonly dueDates: DueDatesService,
    private readonly measures: MeasuresReads,
  ) {}

  @Post('measures/:id/due-date-changes')
  @Json(MeasureDto)
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', Id) measureId: string,
    @Body() { dueOn, reason }: ProposeDueDateDto,
  ): Promise<string> {
    await this.dueDates.propose(actor, measureId, dueOn, reason);
    return this.measures.one(actor, measureId);
  }

  @Post('due-date-changes/:id/agree')
  @HttpCode(200)
  @Json(MeasureDto)
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.dueDates.answer(actor, id, 'agree', null, version));
  }

  @Post('due-date-changes/:id/decline')
  @HttpCode(200)
  @Json(MeasureDto)
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<string> {
    return this.measures.one(actor, await this.dueDates.answer(actor, id, 'decline', reason, version));
  }

  @Post('due-date-changes/:id/withdraw')
  @HttpCode(200)
  @Json(MeasureDto)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.dueDates.answer(actor, id, 'withdraw', null, version));
  }
}
