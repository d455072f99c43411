import { MechanismsReads } from '#core/mechanisms/mechanisms.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor } from '../http/request.js';
import { MechanismsDto } from './mechanism.dto.js';

@Controller('mechanisms')
export class MechanismsController {
  constructor(private readonly reads: MechanismsReads) {}

  @Get()
  @Json(MechanismsDto)
  list(@CurrentActor() actor: Actor): Promise<string> {
    return this.reads.list(actor);
  }
}
