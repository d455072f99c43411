import { limits } from '#contracts/limits';
import { EvidenceService } from '#core/evidence/evidence.service';
import type { Actor } from '#core/people/actor';
import { UpdatesReads } from '#core/updates/updates.reads';
import { Controller, Delete, Get, HttpCode, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { download } from '../http/download.js';
import { Json } from '../http/json.js';
import { withOneFile } from '../http/one-file.js';
import { CurrentActor, Id } from '../http/request.js';
import { UpdateDto } from '../updates/update.dto.js';

/** A media type as it may be sent back; anything else is just bytes. */
const safeMediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/;

@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly updates: UpdatesReads,
  ) {}

  @Post('updates/:id/evidence')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { title: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @Json(UpdateDto)
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', Id) updateId: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await withOneFile(request, limits.evidenceBytes, ({ content, fileName, mediaType, field }) =>
      this.evidence.add(actor, updateId, {
        content,
        fileName,
        mediaType: safeMediaType.test(mediaType) ? mediaType : 'application/octet-stream',
        title: field('title')?.slice(0, limits.title) ?? null,
      }),
    );
    return this.updates.one(actor, updateId);
  }

  @Delete('evidence/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<void> {
    await this.evidence.remove(actor, id);
  }

  @Get('evidence/:id/file')
  @ApiProduces('application/octet-stream')
  async file(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<StreamableFile> {
    return download(await this.evidence.download(actor, id));
  }
}
