import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import type { Actor } from '#core/people/actor';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { AssignDto, MeasureQueryDto } from './measure-input.dto.js';
import { MeasureDto } from './measure.dto.js';
import { MeasuresDto } from './register.dto.js';

@Controller()
export class MeasuresController {
  constructor(
    private readonly measures: MeasuresService,
    private readonly reads: MeasuresReads,
  ) {}

  @Get('measures')
  @Json(MeasuresDto)
  list(@CurrentActor() actor: Actor, @Query() query: MeasureQueryDto): Promise<string> {
    return this.reads.list(actor, query);
  }

  @Get('measures/:id')
  @Json(MeasureDto)
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.one(actor, id);
  }

  @Put('measures/:id/assignment')
  @Json(MeasureDto)
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { leadId, supportingIds, officerIds, internalDueOn }: AssignDto,
  ): Promise<string> {
    const input = { leadId, supportingIds, officerIds, internalDueOn: internalDueOn ?? null };
    await this.measures.assign(actor, id, input, version);
    return this.reads.one(actor, id);
  }

  @Post('measures/:id/assignment/publish')
  @HttpCode(200)
  @Json(MeasureDto)
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    await this.measures.publishAssignment(actor, id, version);
    return this.reads.one(actor, id);
  }

  @Post('measures/:id/assignment/unpublish')
  @HttpCode(200)
  @Json(MeasureDto)
  async unpublish(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    await this.measures.unpublishAssignment(actor, id, version);
    return this.reads.one(actor, id);
  }
}
