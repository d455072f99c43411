import { DownloadsService } from '#core/evidence/downloads.service';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { downloadRanges, streamed } from '../http/download.js';
import { CurrentActor, Id } from '../http/request.js';
import { ApiProblem } from '../http/problem.dto.js';
import { ArchiveQueryDto } from './archive-query.dto.js';

@Controller()
export class DownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  /** Whole, or in ranges. */
  @Get('revisions/:id/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    description: 'The whole file.',
    headers: { ETag: { description: 'Its SHA-256, for If-Range.', schema: { type: 'string' } } },
  })
  @ApiResponse({ status: 206, description: 'The parts that Range asked for.' })
  @ApiProblem(416, 'No part of it is where Range asks for one.')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return downloadRanges(await this.downloads.one(actor, id), request, reply);
  }

  /** Several in one ZIP, which is made as it is sent. */
  @Get('evidence-archive')
  @ApiProduces('application/zip')
  async archive(
    @CurrentActor() actor: Actor,
    @Query() { ids }: ArchiveQueryDto,
    @Req() { method }: FastifyRequest,
  ): Promise<StreamableFile> {
    const { content, bytes, fileName } = await this.downloads.several(actor, ids);
    if (method === 'HEAD') content.destroy();
    return streamed(method === 'HEAD' ? Readable.from([]) : content, 'application/zip', bytes, fileName);
  }
}
