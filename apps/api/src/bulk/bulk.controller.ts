import type { BulkResult } from '#core/bulk';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { MeasuresService } from '#core/measures/measures.service';
import type { Actor } from '#core/people/actor';
import { AsksService } from '#core/reminders/asks.service';
import { UpdatesService } from '#core/updates/updates.service';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { detailOf } from '../http/problem.filter.js';
import { CurrentActor } from '../http/request.js';
import {
  AssignManyDto,
  BulkResultDto,
  ClearManyDto,
  ManyMeasuresDto,
  ProposeDueDatesDto,
  ReturnManyDto,
  SetInternalDatesDto,
} from './bulk.dto.js';

const report = async ({ language }: Actor, work: Promise<BulkResult>): Promise<BulkResultDto> => {
  const { done, failed } = await work;
  return {
    done,
    failed: failed.map(({ id, problem }) => ({
      ...{ id, code: problem.code, detail: detailOf(problem, language) },
    })),
  };
};

/** The same for many: each stands for itself, and the answer says of each that failed why. */
@Controller()
export class BulkController {
  constructor(
    private readonly measures: MeasuresService,
    private readonly dueDates: DueDatesService,
    private readonly updates: UpdatesService,
    private readonly asks: AsksService,
  ) {}

  @Post('assignments')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkResultDto })
  assign(
    @CurrentActor() actor: Actor,
    @Body() { measures, leadId, publish }: AssignManyDto,
  ): Promise<BulkResultDto> {
    return report(actor, this.measures.assignMany(actor, measures, leadId, publish));
  }

  @Post('internal-dates')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkResultDto })
  setInternalDates(
    @CurrentActor() actor: Actor,
    @Body() { measures, internalDueOn }: SetInternalDatesDto,
  ): Promise<BulkResultDto> {
    return report(actor, this.measures.setInternalDates(actor, measures, internalDueOn ?? null));
  }

  @Post('due-date-changes')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkResultDto })
  proposeDueDates(
    @CurrentActor() actor: Actor,
    @Body() { measureIds, dueOn, reason }: ProposeDueDatesDto,
  ): Promise<BulkResultDto> {
    return report(actor, this.dueDates.proposeMany(actor, measureIds, dueOn, reason));
  }

  /** Lets those who are charged be told by mail that an update is wanted. */
  @Post('asks')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkResultDto })
  ask(@CurrentActor() actor: Actor, @Body() { measureIds }: ManyMeasuresDto): Promise<BulkResultDto> {
    return report(actor, this.asks.askMany(actor, measureIds));
  }

  @Post('clearings')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkResultDto })
  clear(
    @CurrentActor() actor: Actor,
    @Body() { updates, withEvidence }: ClearManyDto,
  ): Promise<BulkResultDto> {
    return report(actor, this.updates.clearMany(actor, updates, withEvidence));
  }

  @Post('returns')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkResultDto })
  return(@CurrentActor() actor: Actor, @Body() { updates, reason }: ReturnManyDto): Promise<BulkResultDto> {
    return report(actor, this.updates.returnMany(actor, updates, reason));
  }
}
