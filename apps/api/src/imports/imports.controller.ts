import { placed } from '#contracts/draft-places';
import { limits } from '#contracts/limits';
import { isCalendarDate } from '#core/calendar/calendar-date';
import { cleanFileName } from '#core/evidence/file-name';
import { ImportsReads } from '#core/imports/imports.reads';
import { ImportsService } from '#core/imports/imports.service';
import { ReadingsService } from '#core/imports/readings.service';
import type { Actor } from '#core/people/actor';
import { Problem } from '#core/problem';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, type StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
} from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { download } from '../http/download.js';
import { Json } from '../http/json.js';
import { withOneFile } from '../http/one-file.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { AdoptedDto, ImportDto, ImportStandingDto, OpenImportsDto } from './import.dto.js';
import { ColumnsDto, PasteDto, PublishDto, ReviewDto } from './review.dto.js';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly readings: ReadingsService,
    private readonly reads: ImportsReads,
  ) {}

  /** Takes a file in; a job reads one that takes time, and its state says when it is a draft. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        publishedOn: { type: 'string', format: 'date' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiCreatedResponse({ type: ImportDto })
  async parse(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<object> {
    const id = await withOneFile(request, limits.importBytes, ({ fileName, content, field }) => {
      const publishedOn = field('publishedOn') || undefined;
      if (publishedOn !== undefined && !isCalendarDate(publishedOn)) throw new Problem('invalid');
      return this.readings.upload(actor, cleanFileName(fileName), content, { publishedOn });
    });
    return this.view(actor, id);
  }

  /** Reads pasted text into a draft. */
  @Post('text')
  @ApiCreatedResponse({ type: ImportDto })
  async paste(@CurrentActor() actor: Actor, @Body() { text, publishedOn }: PasteDto): Promise<object> {
    const id = await this.imports.parse(actor, 'text.txt', Buffer.from(text, 'utf8'), null, { publishedOn });
    return this.view(actor, id);
  }

  @Get()
  @Json(OpenImportsDto)
  open(@CurrentActor() actor: Actor): Promise<string> {
    return this.reads.open(actor);
  }

  @Get(':id')
  @ApiOkResponse({ type: ImportDto })
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<object> {
    return this.view(actor, id);
  }

  /** The file as it was given. */
  @Get(':id/file')
  @ApiProduces('application/octet-stream')
  async file(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<StreamableFile> {
    return download(await this.readings.download(actor, id));
  }

  /** Says what the columns of a table hold; the draft is read anew. */
  @Put(':id/columns')
  @ApiOkResponse({ type: ImportDto })
  async columns(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { columns }: ColumnsDto,
  ): Promise<object> {
    await this.readings.chooseColumns(actor, id, columns, version);
    return this.view(actor, id);
  }

  /** Says when the text was published; the date of the meeting follows, and what was mended stays. */
  @Put(':id/published')
  @ApiOkResponse({ type: ImportDto })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { publishedOn }: PublishDto,
  ): Promise<object> {
    await this.readings.publish(actor, id, publishedOn, version);
    return this.view(actor, id);
  }

  /** Keeps what was made of the draft, whose words are the text's own; answers how the import stands then. */
  @Put(':id')
  @RouteConfig({ bodyLimit: limits.draftBytes })
  @ApiOkResponse({ type: ImportStandingDto })
  review(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { draft, mechanismId, kind, decisions }: ReviewDto,
  ): Promise<ImportStandingDto> {
    const reviewed = { draft, mechanismId: mechanismId ?? null, kind, decisions };
    return this.imports.review(actor, id, reviewed, version);
  }

  @Post(':id/adopt')
  @HttpCode(200)
  @ApiOkResponse({ type: AdoptedDto })
  async adopt(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<AdoptedDto> {
    return { meetingId: await this.imports.adopt(actor, id, version) };
  }

  @Post(':id/discard')
  @HttpCode(204)
  @ApiNoContentResponse()
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.readings.discard(actor, id, version);
  }

  /** The text goes once: the draft says where in it the words of its pieces are. */
  private async view(actor: Actor, id: string): Promise<object> {
    const found = await this.reads.one(actor, id);
    return { ...found, draft: placed(found.draft) };
  }
}
