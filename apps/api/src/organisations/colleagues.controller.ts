import type { Actor } from '#core/people/actor';
import { PeopleReads } from '#core/people/people.reads';
import { Controller, Get, Query } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor } from '../http/request.js';
import { ColleagueQueryDto } from './colleague-query.dto.js';
import { ColleaguesDto } from './organisation.dto.js';

/** The people of the reader's own side: whom to name in a note. */
@Controller('colleagues')
export class ColleaguesController {
  constructor(private readonly reads: PeopleReads) {}

  @Get()
  @Json(ColleaguesDto)
  list(@CurrentActor() actor: Actor, @Query() { q }: ColleagueQueryDto): Promise<string> {
    return this.reads.colleagues(actor, q ?? '');
  }
}
