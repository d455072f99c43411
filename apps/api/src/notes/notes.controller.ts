import { MeasuresReads } from '#core/measures/measures.reads';
import { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { Json } from '../http/json.js';
import { CurrentActor, Id, IfMatch } from '../http/request.js';
import { MeasureDto } from '../measures/measure.dto.js';
import { EditNoteDto, WriteNoteDto } from './note-input.dto.js';

@Controller()
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly measures: MeasuresReads,
  ) {}

  @Post('measures/:id/notes')
  @Json(MeasureDto)
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', Id) measureId: string,
    @Body() { officeOnly, text, mentionIds }: WriteNoteDto,
  ): Promise<string> {
    await this.notes.write(actor, measureId, officeOnly, { text, mentionIds });
    return this.measures.one(actor, measureId);
  }

  @Patch('notes/:id')
  @Json(MeasureDto)
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
    @Body() { text, mentionIds }: EditNoteDto,
  ): Promise<string> {
    return this.measures.one(actor, await this.notes.edit(actor, id, { text, mentionIds }, version));
  }

  @Delete('notes/:id')
  @Json(MeasureDto)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', Id) id: string,
    @IfMatch() version: number,
  ): Promise<string> {
    return this.measures.one(actor, await this.notes.remove(actor, id, version));
  }

  /** The reader has seen that a note names him. */
  @Post('mentions/:id/see')
  @HttpCode(200)
  @Json(MeasureDto)
  async see(@CurrentActor() actor: Actor, @Param('id', Id) id: string): Promise<string> {
    return this.measures.one(actor, await this.notes.see(actor, id));
  }
}
