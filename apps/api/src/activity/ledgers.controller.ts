import { limits } from '#contracts/limits';
import { LedgersReads } from '#core/dashboards/ledgers.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Json } from '../http/json.js';
import { CurrentActor, Id } from '../http/request.js';
import { LedgersDto, LedgersQueryDto, VerificationDto, VerificationQueryDto } from './ledger.dto.js';
import { Turns } from './turns.js';

@Controller('ledgers')
export class LedgersController {
  private readonly turns = new Turns(2, 4);

  constructor(private readonly ledgers: LedgersReads) {}

  @Get()
  @Json(LedgersDto)
  list(@CurrentActor() actor: Actor, @Query() { mechanism }: LedgersQueryDto): Promise<string> {
    return this.ledgers.list(actor, mechanism);
  }

  @Get(':id/verification')
  @ApiOkResponse({ type: VerificationDto })
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Query() { from = 1 }: VerificationQueryDto,
  ): Promise<VerificationDto> {
    return this.turns.take(actor.personId, () => this.ledgers.verify(actor, id, from, limits.verifyRows));
  }
}
