import type { Actor } from '#core/people/actor';
import { PeopleReads } from '#core/people/people.reads';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Json } from '../http/json.js';
import { PartyQueryDto } from '../http/page-query.dto.js';
import { CurrentActor, Id } from '../http/request.js';
import { OfficersDto, OrganisationsDto } from './organisation.dto.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly reads: PeopleReads) {}

  @Get()
  @Json(OrganisationsDto)
  list(@CurrentActor() actor: Actor, @Query() { party }: PartyQueryDto): Promise<string> {
    return this.reads.organisations(actor, party ?? null);
  }

  @Get(':id/officers')
  @Json(OfficersDto)
  officers(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.officers(actor, id);
  }
}
