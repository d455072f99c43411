import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { RequestsService } from '#core/requests/requests.service';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeasureDto } from '../measures/measure.dto.js';
import { DraftAnswerDto } from './request.dto.js';

@Controller('requests/:id')
export class RequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly measures: MeasuresReads,
  ) {}

  @Put('draft')
  @Json(MeasureDto)
  async draft(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { text }: DraftAnswerDto,
  ): Promise<string> {
    return this.measures.one(actor, await this.requests.draft(actor, id, text, version));
  }

  /** `If-Match` names the draft's version: what is cleared is what was read. */
  @Post('answer')
  @HttpCode(200)
  @Json(MeasureDto)
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.requests.clearAnswer(actor, id, version));
  }

  @Post('withdraw')
  @HttpCode(200)
  @Json(MeasureDto)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.requests.withdraw(actor, id, version));
  }
}
