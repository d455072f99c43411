import { DisclosuresService } from '#core/evidence/disclosures.service';
import { EvidenceListReads } from '#core/evidence/evidence-list.reads';
import { EvidenceReads } from '#core/evidence/evidence.reads';
import { EvidenceService } from '#core/evidence/evidence.service';
import type { Actor } from '#core/people/actor';
import type { PlaceOf } from '#core/evidence/places';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { ReasonDto } from '../updates/update-input.dto.js';
import { EvidenceInputDto, ChangeEvidenceDto, ContentDto, contentOf, inputOf } from './evidence-input.dto.js';
import { EvidenceListDto, EvidenceListQueryDto } from './evidence-list.dto.js';
import { EvidenceDto, EvidenceOfPlaceDto } from './evidence.dto.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly disclosures: DisclosuresService,
    private readonly reads: EvidenceReads,
    private readonly lists: EvidenceListReads,
  ) {}

  @Post('updates/:id/evidence')
  @Json(EvidenceDto)
  onUpdate(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body() input: EvidenceInputDto,
  ): Promise<string> {
    return this.attach(actor, { of: 'update', id }, input);
  }

  @Post('actions/:id/evidence')
  @Json(EvidenceDto)
  onAction(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body() input: EvidenceInputDto,
  ): Promise<string> {
    return this.attach(actor, { of: 'action', id }, input);
  }

  @Post('measures/:id/evidence')
  @Json(EvidenceDto)
  onMeasure(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body() input: EvidenceInputDto,
  ): Promise<string> {
    return this.attach(actor, { of: 'measure', id }, input);
  }

  @Post('signed-documents/:id/evidence')
  @Json(EvidenceDto)
  onSignedDocument(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body() input: EvidenceInputDto,
  ): Promise<string> {
    return this.attach(actor, { of: 'signed_document', id }, input);
  }

  @Get('measures/:id/evidence')
  @Json(EvidenceOfPlaceDto)
  ofMeasure(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.of(actor, 'measure', id);
  }

  @Get('meetings/:id/evidence')
  @Json(EvidenceListDto)
  ofMeeting(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Query() query: EvidenceListQueryDto,
  ): Promise<string> {
    return this.lists.list(actor, id, query);
  }

  @Get('signed-documents/:id/evidence')
  @Json(EvidenceOfPlaceDto)
  ofSignedDocument(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.of(actor, 'signed_document', id);
  }

  @Get('evidence/:id')
  @Json(EvidenceDto)
  one(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.reads.one(actor, id);
  }

  @Patch('evidence/:id')
  @Json(EvidenceDto)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeEvidenceDto,
  ): Promise<string> {
    await this.evidence.change(actor, id, { ...input }, version);
    return this.reads.one(actor, id);
  }

  @Delete('evidence/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.evidence.remove(actor, id, version);
  }

  @Post('evidence/:id/revisions')
  @Json(EvidenceDto)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body() content: ContentDto,
  ): Promise<string> {
    await this.evidence.revise(actor, id, contentOf(content));
    return this.reads.one(actor, id);
  }

  @Delete('revisions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeRevision(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.evidence.removeRevision(actor, id, version);
  }

  @Post('revisions/:id/disclose')
  @HttpCode(200)
  @Json(EvidenceDto)
  async disclose(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.reads.one(actor, await this.disclosures.disclose(actor, id, version));
  }

  @Post('revisions/:id/take-back')
  @HttpCode(200)
  @Json(EvidenceDto)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<string> {
    return this.reads.one(actor, await this.disclosures.takeBack(actor, id, reason));
  }

  private async attach(actor: Actor, where: PlaceOf, input: EvidenceInputDto): Promise<string> {
    return this.reads.one(actor, await this.evidence.attach(actor, where, inputOf(input), contentOf(input)));
  }
}
