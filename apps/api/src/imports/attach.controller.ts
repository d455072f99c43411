import { AttachService } from '#core/imports/attach.service';
import { type Comparison, ComparisonReads } from '#core/imports/comparison.reads';
import type { Actor } from '#core/people/actor';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { AttachDto, ComparisonDto } from './comparison.dto.js';
import { AdoptedDto } from './import.dto.js';

@Controller('imports/:id')
export class AttachController {
  constructor(
    private readonly attaching: AttachService,
    private readonly comparisons: ComparisonReads,
  ) {}

  /** What of the import is on record already. */
  @Get('comparison')
  @ApiOkResponse({ type: ComparisonDto })
  compare(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<Comparison> {
    return this.comparisons.of(actor, id);
  }

  /** Adds the text to a meeting on record as a further source. */
  @Post('attach')
  @HttpCode(200)
  @ApiOkResponse({ type: AdoptedDto })
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { meetingId, pieces, documents }: AttachDto,
  ): Promise<AdoptedDto> {
    const said = pieces.map(({ start, measureId, add }) => ({
      ...{ start, measureId: measureId ?? null, add },
    }));
    return {
      meetingId: await this.attaching.attach(actor, id, { meetingId, pieces: said, documents }, version),
    };
  }
}
