import { MyWorkReads } from '#core/dashboards/my-work.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor } from '../http/request.js';
import { MyWorkDto } from './my-work.dto.js';

@Controller('my-work')
export class MyWorkController {
  constructor(private readonly reads: MyWorkReads) {}

  @Get()
  @Json(MyWorkDto)
  list(@CurrentActor() actor: Actor): Promise<string> {
    return this.reads.list(actor);
  }
}
