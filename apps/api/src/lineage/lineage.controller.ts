import { LineageReads, type LineageView } from '#core/lineage/lineage.reads';
import { LineageService } from '#core/lineage/lineage.service';
import type { Actor } from '#core/people/actor';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentActor, Id } from '../http/request.js';
import { DecisionsDto, LineageDto } from './lineage.dto.js';

@Controller('meetings/:id/lineage')
export class LineageController {
  constructor(
    private readonly lineage: LineageService,
    private readonly reads: LineageReads,
  ) {}

  @Get()
  @ApiOkResponse({ type: LineageDto })
  of(@CurrentActor() actor: Actor, @Param('id', Id) meetingId: string): Promise<LineageView> {
    return this.reads.of(actor, meetingId);
  }

  /** Many decisions at once, each on the version that was seen: all or none. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: LineageDto })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', Id) meetingId: string,
    @Body() { decisions }: DecisionsDto,
  ): Promise<LineageView> {
    const said = decisions.map(({ earlierId, laterId, ...rest }) => ({
      ...{ earlierId: earlierId ?? null, laterId: laterId ?? null, ...rest },
    }));
    await this.lineage.decide(actor, meetingId, said);
    return this.reads.of(actor, meetingId);
  }
}
