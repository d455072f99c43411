import { limits } from '#contracts/limits';
import { EvidenceService } from '#core/evidence/evidence.service';
import type { Actor } from '#core/people/actor';
import { UpdatesReads } from '#core/updates/updates.reads';
import { Controller, Delete, Get, HttpCode, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { download } from '../http/download.js';
import { Json } from '../http/json.js';
import { fieldOf, oneFile } from '../http/one-file.js';
import { CurrentActor, Id } from '../http/request.js';
import { UpdateDto } from '../measures/measure.dto.js';

/** A media type as it may be sent back; anything else is just bytes. */
const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/;

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
    const file = await oneFile(request, limits.evidenceBytes);
    await this.evidence.add(actor, updateId, {
      content: file.file,
      fileName: file.filename,
      mediaType: mediaType.test(file.mimetype) ? file.mimetype : 'application/octet-stream',
      title: fieldOf(file, 'title')?.slice(0, limits.title) ?? null,
    });
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
