import { SourcesService } from '#core/meetings/sources.service';
import type { Actor } from '#core/people/actor';
import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { download } from '../http/download.js';
import { CurrentActor, Id } from '../http/request.js';

@Controller('sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  /** The file that an adopted text came in. */
  @Get(':id/file')
  @ApiProduces('application/octet-stream')
  async file(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<StreamableFile> {
    return download(await this.sources.download(actor, id));
  }
}
