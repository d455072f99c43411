import { MailsReads } from '#core/mails/mails.reads';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Json } from '../http/json.js';
import { PageQueryDto } from '../http/page-query.dto.js';
import { CurrentActor, Id } from '../http/request.js';
import { MailDto, MailsDto } from './mail.dto.js';

@Controller('mails')
export class MailsController {
  constructor(private readonly reads: MailsReads) {}

  @Get()
  @Json(MailsDto)
  list(@CurrentActor() actor: Actor, @Query() { after }: PageQueryDto): Promise<string> {
    return this.reads.list(actor, after ?? null);
  }

  @Get(':id')
  @Json(MailDto)
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.one(actor, id);
  }
}
