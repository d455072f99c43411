import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import type { Actor } from '#core/people/actor';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeetingDto } from '../meetings/meeting.dto.js';
import { ChangeDocumentDto, NewDocumentDto } from './signed-document.dto.js';

@Controller()
export class SignedDocumentsController {
  constructor(
    private readonly documents: SignedDocumentsService,
    private readonly dashboards: DashboardsReads,
  ) {}

  /** A document signed after the meeting. */
  @Post('meetings/:id/documents')
  @Json(MeetingDto)
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', Id) meetingId: string,
    @Body() { title, parties, signedOn }: NewDocumentDto,
  ): Promise<string> {
    await this.documents.add(actor, meetingId, { title, parties, signedOn });
    return this.dashboards.meeting(actor, meetingId);
  }

  /** What has become of it, and which measures it carries out. */
  @Patch('documents/:id')
  @Json(MeetingDto)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { state, fulfils }: ChangeDocumentDto,
  ): Promise<string> {
    const change = { ...(state && { state }), ...(fulfils && { fulfils }) };
    return this.dashboards.meeting(actor, await this.documents.change(actor, id, change, version));
  }
}
