import type { Actor } from '#core/people/actor';
import { ReportsReads } from '#core/reports/reports.reads';
import { ReportsService } from '#core/reports/reports.service';
import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiProduces } from '@nestjs/swagger';
import { download } from '../http/download.js';
import { Json } from '../http/json.js';
import { MeetingPageQueryDto } from '../http/page-query.dto.js';
import { CurrentActor, Id } from '../http/request.js';
import { ReportDto, ReportsDto, RequestReportDto } from './report.dto.js';

@Controller()
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly reads: ReportsReads,
  ) {}

  /** Asks for a progress report; a job builds it. */
  @Post('meetings/:id/reports')
  @HttpCode(202)
  @Json(ReportDto)
  @ApiAcceptedResponse({ type: ReportDto })
  async request(
    @CurrentActor() actor: Actor,
    @Param('id', Id) meetingId: string,
    @Body() { audience, language }: RequestReportDto,
  ): Promise<string> {
    return this.reads.one(actor, await this.reports.request(actor, meetingId, audience, language));
  }

  @Get('reports')
  @Json(ReportsDto)
  list(@CurrentActor() actor: Actor, @Query() { meeting, after }: MeetingPageQueryDto): Promise<string> {
    return this.reads.list(actor, meeting ?? null, after ?? null);
  }

  @Get('reports/:id')
  @Json(ReportDto)
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.one(actor, id);
  }

  @Get('reports/:id/file')
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async file(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<StreamableFile> {
    return download(await this.reports.download(actor, id));
  }
}
