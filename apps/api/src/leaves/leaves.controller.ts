import type { Actor } from '#core/people/actor';
import { LeavesReads } from '#core/people/leaves.reads';
import { LeavesService } from '#core/people/leaves.service';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { LeavesDto, SetLeaveDto } from './leave.dto.js';

/** When officers are away, and who does their work meanwhile. */
@Controller('leaves')
export class LeavesController {
  constructor(
    private readonly leaves: LeavesService,
    private readonly reads: LeavesReads,
  ) {}

  @Get()
  @Json(LeavesDto)
  list(@CurrentActor() actor: Actor): Promise<string> {
    return this.reads.list(actor);
  }

  @Post()
  @Json(LeavesDto)
  async set(
    @CurrentActor() actor: Actor,
    @Body() { personId, substituteId, fromOn, toOn }: SetLeaveDto,
  ): Promise<string> {
    await this.leaves.set(actor, { personId, substituteId, fromOn, toOn });
    return this.reads.list(actor);
  }

  /** Takes back a leave that has not begun; ends one that has. */
  @Delete(':id')
  @Json(LeavesDto)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    await this.leaves.end(actor, id, version);
    return this.reads.list(actor);
  }
}
