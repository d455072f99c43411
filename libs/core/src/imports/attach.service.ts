import type { PieceDecision } from '#contracts/decisions';
import { ActivityService } from '#core/activity/activity.service';
import { LineageService } from '#core/lineage/lineage.service';
import { MeasureText } from '#core/measures/measure-text.entity';
import { Measure } from '#core/measures/measure.entity';
import { Track } from '#core/measures/track.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { takeTurns } from '#core/mechanisms/take-turns';
import { Area } from '#core/meetings/area.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { Source } from '#core/meetings/source.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { matchTitles } from '#memorandum/matching/match';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Import } from './import.entity.js';
import { canChange, canImportInto } from './import.policy.js';
import { importStates } from './import.states.js';
import { dueFor, inParts, measureRow, recorded, trackRows } from './measure-rows.js';
import { scriptOfText } from './script-of-text.js';
import { recordedSource, sourceRow } from './source-row.js';

export interface Attached {
  meetingId: string;
  /** What is not named stays in the source alone. */
  pieces: PieceDecision[];
  /** Ordinals of the draft's signed documents that the meeting does not have yet. */
  documents: number[];
}

interface Place {
  tx: Tx;
  row: Import;
  mechanism: Mechanism;
  meeting: Meeting;
  sourceId: string;
}

/** A further text of a meeting that is on record: a better source, another official version, a newspaper's excerpts. */
@Injectable()
export class AttachService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly lineage: LineageService,
  ) {}

  /**
   * Adds the import's text to its meeting as a source, whole or not at all: its words beside the measures that they say
   * again, and what the meeting lacked. What is on record keeps its words, its progress and its ids.
   */
  async attach(
    actor: Actor,
    id: string,
    { meetingId, pieces, documents }: Attached,
    version: number,
  ): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Import, id));
      if (row.state === 'adopted') throw new Problem('already_adopted');
      demand(canChange(actor, row));
      demandVersion(row, version);
      const meeting = found(
        await tx.manager.findOneBy(Meeting, { id: meetingId, mechanismId: found(row.mechanismId) }),
      );
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: meeting.mechanismId }));
      demand(canImportInto(actor, mechanism));
      await takeTurns(tx, mechanism.id);
      walk(importStates, row, 'adopted');
      const source = await this.source(tx, row, meeting);
      const place: Place = { tx, row, mechanism, meeting, sourceId: source.id };
      const known = await tx.manager.findBy(Measure, { meetingId });
      const said = pieces.map((piece) => ({ ...piece, found: pieceOf(row, piece) }));
      if (
        said.some(({ measureId }) => measureId !== null && !known.some((measure) => measure.id === measureId))
      ) {
        throw new Problem('wrong_measure');
      }
      const script = scriptOfText(row.text);
      const texts = said
        .filter(({ add, measureId }) => !add && measureId !== null)
        .map(({ measureId, found: { text, range } }) => ({
          ...{ id: uuid(), mechanismId: mechanism.id, measureId: measureId!, sourceId: source.id },
          ...{ script, text, sourceStart: range[0], sourceEnd: range[1] },
        }));
      await inParts(texts, (part) => tx.manager.insert(MeasureText, part));
      const added = await this.add(
        place,
        said.filter(({ add }) => add),
      );
      const signed = await this.documents(place, documents);
      await tx.manager.update(Import, id, { state: row.state, meetingId, version: version + 1 });
      const split = await this.lineage.split(tx, actor, meeting, added.parts);
      const { areas, measures, tracks } = added;
      await this.activity.recordJoint(tx, actor, {
        verb: 'source.attached',
        mechanismId: mechanism.id,
        meetingId,
        subjectId: source.id,
        changes: {
          source: recordedSource(source),
          texts: texts.map(({ mechanismId: _, sourceId: __, ...text }) => text),
          areas: areas.map(({ id: areaId, ordinal, title }) => ({ id: areaId, ordinal, title })),
          measures: recorded(measures),
          tracks: tracks.map(({ id: trackId, measureId, partyId }) => ({ id: trackId, measureId, partyId })),
          documents: signed,
          lineage: split.map(({ id: lineageId, earlierId, laterId, relation }) => ({
            ...{ id: lineageId, earlierId, laterId, relation },
          })),
        },
      });
      return meetingId;
    });
  }

  private async source(tx: Tx, row: Import, meeting: Meeting): Promise<Source> {
    if (await tx.manager.existsBy(Source, { meetingId: meeting.id, sha256: row.sha256 })) {
      throw new Problem('already_adopted');
    }
    const source = sourceRow(row, meeting, tx.at);
    await tx.manager.insert(Source, source);
    return source;
  }

  /** New measures, at the end of the area that has their heading's name in either script, or of one of its own. */
  private async add(
    { tx, row, mechanism, meeting, sourceId }: Place,
    pieces: (PieceDecision & { found: ReturnType<typeof pieceOf> })[],
  ) {
    const { id: meetingId, mechanismId } = meeting;
    const areas = await tx.manager.find(Area, { where: { meetingId }, order: { ordinal: 'asc' } });
    const last = await tx.query<{ id: string; ordinal: number }>(
      'select area_id as id, max(ordinal) as ordinal from measure where meeting_id = $1 group by area_id',
      [meetingId],
    );
    const used = new Map(last.map(({ id, ordinal }) => [id, ordinal]));
    const headings = row.draft.areas.map(({ title }) => title);
    const alike = matchTitles(
      headings,
      areas.map(({ title }) => title),
    );
    const newAreas: Area[] = [];
    const areaOf = (heading: number): Area => {
      const pair = alike.find(({ left }) => left === heading);
      const title = headings[heading]!;
      const there = pair ? areas[pair.right]! : newAreas.find((area) => area.title === title);
      if (there) return there;
      const ordinal = Math.max(0, ...[...areas, ...newAreas].map((area) => area.ordinal)) + 1;
      const area = { id: uuid(), mechanismId, meetingId, ordinal, title };
      newAreas.push(area);
      return area;
    };
    const script = scriptOfText(row.text);
    const rows = pieces.map(({ measureId, found: piece }) => {
      const area = areaOf(piece.heading);
      const ordinal = (used.get(area.id) ?? 0) + 1;
      used.set(area.id, ordinal);
      const measure = measureRow(piece, { mechanismId, meetingId, area, ordinal, sourceId, script });
      return { measure, part: measureId === null ? null : { earlierId: measureId, laterId: measure.id } };
    });
    const measures = rows.map(({ measure }) => measure);
    const tracks = trackRows(mechanism, measures);
    if (newAreas.length > 0) await tx.manager.insert(Area, newAreas);
    await inParts(measures, (part) => tx.manager.insert(Measure, part));
    await inParts(tracks, (part) => tx.manager.insert(Track, part));
    return { areas: newAreas, measures, tracks, parts: rows.flatMap(({ part }) => part ?? []) };
  }

  private async documents({ tx, row, meeting }: Place, ordinals: readonly number[]) {
    const { id: meetingId, mechanismId } = meeting;
    const last = (await tx.manager.maximum(SignedDocument, 'ordinal', { meetingId })) ?? 0;
    const documents = row.draft.signedDocuments
      .filter(({ ordinal }) => ordinals.includes(ordinal))
      .map(({ title, parties }, at) => ({
        id: uuid(),
        mechanismId,
        meetingId,
        ordinal: last + at + 1,
        title,
        parties,
      }));
    if (documents.length > 0) {
      await tx.manager.insert(
        SignedDocument,
        documents.map((each) => ({ ...each, state: 'signed' as const })),
      );
    }
    return documents;
  }
}

/** A measure of the draft, or an example, which becomes no measure. That its words are the source's was seen to when it was kept. */
function pieceOf(row: Import, { start, add }: PieceDecision) {
  const { areas, examples = [] } = row.draft;
  for (const [heading, { measures }] of areas.entries()) {
    const measure = measures.find(({ range }) => range[0] === start);
    if (measure) return { ...measure, due: dueFor(row, measure), heading };
  }
  const example = examples.find(({ range }) => range[0] === start);
  if (!example || add) throw new Problem('wrong_measure');
  return { ...example, due: null, heading: -1 };
}
