import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id } from '../http/request.js';
import { MeetingDto } from './meeting.dto.js';

@Controller('meetings')
export class MeetingsController {
  constructor(private readonly dashboards: DashboardsReads) {}

  @Get(':id')
  @Json(MeetingDto)
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.dashboards.meeting(actor, id);
  }
}
