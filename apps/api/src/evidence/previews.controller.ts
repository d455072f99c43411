import { PreviewsService } from '#core/evidence/previews.service';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { shownInline } from '../http/download.js';
import { Json } from '../http/json.js';
import { CurrentActor, Id } from '../http/request.js';
import { PreviewDto, PreviewPageQueryDto } from './preview.dto.js';

/** What can be looked at, by whoever may read the file. */
@Controller()
export class PreviewsController {
  constructor(private readonly previews: PreviewsService) {}

  @Get('revisions/:id/preview')
  @Json(PreviewDto)
  shown(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.previews.shown(actor, id);
  }

  @Get('revisions/:id/preview/file')
  @ApiProduces('image/webp', 'text/plain')
  async page(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Query() { page }: PreviewPageQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return shownInline(await this.previews.page(actor, id, page), request, reply);
  }
}
