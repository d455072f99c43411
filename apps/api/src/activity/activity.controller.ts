import { ActivityReads } from '#core/dashboards/activity.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Query } from '@nestjs/common';
import { Json } from '../http/json.js';
import { ActivityQueryDto } from '../http/page-query.dto.js';
import { CurrentActor } from '../http/request.js';
import { ActivitiesDto } from './activity.dto.js';

@Controller('activity')
export class ActivityController {
  constructor(private readonly reads: ActivityReads) {}

  @Get()
  @Json(ActivitiesDto)
  list(@CurrentActor() actor: Actor, @Query() query: ActivityQueryDto): Promise<string> {
    return this.reads.list(actor, query);
  }
}
