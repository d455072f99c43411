import { MechanismsReads } from '#core/mechanisms/mechanisms.reads';
import { MechanismsService } from '#core/mechanisms/mechanisms.service';
import type { Actor } from '#core/people/actor';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MechanismsDto, ThresholdsDto } from './mechanism.dto.js';

@Controller('mechanisms')
export class MechanismsController {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly reads: MechanismsReads,
  ) {}

  @Get()
  @Json(MechanismsDto)
  list(@CurrentActor() actor: Actor): Promise<string> {
    return this.reads.list(actor);
  }

  /** What the lights are measured by, for both sides. */
  @Put(':id/thresholds')
  @Json(MechanismsDto)
  async setThresholds(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() thresholds: ThresholdsDto,
  ): Promise<string> {
    await this.mechanisms.setThresholds(actor, id, thresholds, version);
    return this.reads.list(actor);
  }
}
