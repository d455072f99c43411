import type { Decisions } from '#contracts/decisions';
import type { PlacedDraft } from '#contracts/draft';
import type { SourceKind } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { Measure } from '#core/measures/measure.entity';
import { Track } from '#core/measures/track.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Area } from '#core/meetings/area.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { Source } from '#core/meetings/source.entity';
import { textDigest } from '#core/meetings/text-digest';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import type { KnownOfText } from '#memorandum/known';
import { Db, type Tx } from '#platform/db';
import type { StoredFile } from '#platform/storage';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { obstacles, soundDraft } from './draft-check.js';
import { Import } from './import.entity.js';
import { canChange, canImport, canImportInto } from './import.policy.js';
import { importStates } from './import.states.js';
import { dueFor, inParts, measureRow, recorded, trackRows } from './measure-rows.js';
import { mechanismOf } from './mechanism-of.js';
import { readMemorandum } from './read-memorandum.js';
import { scriptOfText } from './script-of-text.js';
import { sourceKindOf } from './source-kind.js';
import { recordedSource, sourceRow } from './source-row.js';
import { type Standing, standing } from './standing.js';

export interface Reviewed {
  draft: PlacedDraft;
  mechanismId: string | null;
  kind: SourceKind;
  /** Left out, those that were kept before stand. */
  decisions?: Decisions | undefined;
}

@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /**
   * Reads a text into a draft that only the coordinator's side sees.
   * @throws empty_file, too_large, unreadable_file; not_a_memorandum, which says what was looked for and not found
   */
  async parse(
    actor: Actor,
    fileName: string,
    content: Buffer,
    file: StoredFile | null = null,
    known: KnownOfText = {},
  ): Promise<string> {
    demand(canImport(actor));
    const { text, draft } = await readMemorandum(content, { fileName, known });
    return this.db.withActor(actor, async (tx) => {
      const id = uuid();
      const mechanismId = await mechanismOf(tx, draft.meeting);
      await tx.manager.insert(Import, {
        ...{ id, partyId: actor.partyId, text, draft, fileName, state: 'parsed' },
        kind: sourceKindOf(draft),
        ...{
          mechanismId,
          publishedOn: known.publishedOn ?? null,
          textSha256: textDigest(text),
          fileKey: file?.key ?? null,
          bytes: file?.bytes ?? null,
        },
        sha256: createHash('sha256').update(content).digest('hex'),
        ...{ createdById: actor.personId, createdAt: tx.at },
      });
      await this.recordOwn(tx, actor, 'import.parsed', { id, mechanismId, fileName });
      return id;
    });
  }

  /**
   * Keeps what the coordinator made of the draft so far; it may still be incomplete. Says how the import stands then.
   * @throws words_differ where a word of the source is lost or doubled
   */
  async review(
    actor: Actor,
    id: string,
    { draft: places, mechanismId, kind, decisions }: Reviewed,
    version: number,
  ): Promise<Standing> {
    return this.change(actor, id, version, async (tx, row) => {
      walk(importStates, row, 'reviewed');
      const draft = soundDraft(row.text, places);
      if (mechanismId) {
        demand(canImportInto(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      }
      await tx.manager.update(Import, id, {
        draft,
        mechanismId,
        kind,
        ...(decisions && { decisions }),
        state: row.state,
        version: version + 1,
      });
      return standing(actor, { ...row, draft, mechanismId, version: version + 1 });
    });
  }

  /**
   * Makes the draft a meeting of the joint record, whole or not at all; from here its texts are immutable.
   * @throws import_incomplete with what is missing, meeting_exists
   */
  async adopt(actor: Actor, id: string, version: number): Promise<string> {
    return this.change(actor, id, version, async (tx, row) => {
      const [obstacle] = obstacles(row.draft, row.mechanismId);
      if (obstacle) throw new Problem('import_incomplete', { ...obstacle.params, missing: obstacle.code });
      const mechanism = found(await tx.manager.findOneBy(Mechanism, { id: found(row.mechanismId) }));
      walk(importStates, row, 'adopted');
      const meetingId = await this.write(tx, actor, mechanism, row);
      await tx.manager.update(Import, id, { state: row.state, meetingId, version: version + 1 });
      return meetingId;
    });
  }

  private async write(tx: Tx, actor: Actor, mechanism: Mechanism, row: Import): Promise<string> {
    const { draft } = row;
    const { meeting: said } = draft;
    const mechanismId = mechanism.id;
    const script = scriptOfText(row.text);
    const meeting: Meeting = {
      ...{ id: uuid(), mechanismId, script, adoptedAt: tx.at },
      ...{
        title: found(said.title),
        ordinal: found(said.ordinal),
        heldOn: found(said.date),
        place: found(said.place),
      },
      ...{
        heads: said.headsOfDelegation,
        signatories: said.signatories,
        custodians: said.custodians.map((name) => name.trim()).filter(Boolean),
      },
      declaredAreas: said.declared.areas,
      declaredMeasures: said.declared.measures,
      declaredDocuments: said.declared.documents,
    };
    const meetingId = meeting.id;
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Meeting)
      .values(meeting)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0)
      throw new Problem('meeting_exists', { ordinal: meeting.ordinal });

    const source = sourceRow(row, meeting, tx.at);
    await tx.manager.insert(Source, source);

    const documents = draft.signedDocuments.map(({ ordinal, title, parties }) => ({
      ...{ id: uuid(), mechanismId, meetingId, ordinal, title, parties },
    }));
    if (documents.length > 0) await tx.manager.insert(SignedDocument, documents);

    const areas = draft.areas
      .filter(({ measures }) => measures.length > 0)
      .map((area) => ({ ...area, id: uuid() }));
    await tx.manager.insert(
      Area,
      areas.map(({ id, ordinal, title }) => ({ id, mechanismId, meetingId, ordinal, title })),
    );
    const measures = areas.flatMap((area) =>
      area.measures.map((measure) => {
        const { ordinal } = measure;
        const due = dueFor(row, measure);
        return measureRow(
          { ...measure, due },
          { mechanismId, meetingId, area, ordinal, sourceId: source.id, script },
        );
      }),
    );
    await inParts(measures, (part) => tx.manager.insert(Measure, part));
    const tracks = trackRows(mechanism, measures);
    await inParts(tracks, (part) => tx.manager.insert(Track, part));

    await this.activity.recordJoint(tx, actor, {
      verb: 'meeting.adopted',
      mechanismId,
      meetingId,
      subjectId: meetingId,
      changes: {
        meeting,
        source: recordedSource(source),
        documents,
        areas: areas.map(({ id, ordinal, title }) => ({ id, ordinal, title })),
        measures: recorded(measures),
        tracks: tracks.map(({ id, measureId, partyId }) => ({ id, measureId, partyId })),
      },
    });
    return meetingId;
  }

  /** Ledgers belong to mechanisms: an import that has none yet stands in no ledger until it is adopted. */
  async recordOwn(
    tx: Tx,
    actor: Actor,
    verb: 'import.parsed' | 'import.discarded',
    { id, mechanismId, fileName }: Pick<Import, 'id' | 'mechanismId' | 'fileName'>,
  ): Promise<void> {
    if (!mechanismId) return;
    await this.activity.recordOwn(tx, actor, { verb, mechanismId, subjectId: id, changes: { fileName } });
  }

  private async change<T>(
    actor: Actor,
    id: string,
    version: number,
    work: (tx: Tx, row: Import) => Promise<T>,
  ): Promise<T> {
    return this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Import, id));
      if (row.state === 'adopted') throw new Problem('already_adopted');
      demand(canChange(actor, row));
      demandVersion(row, version);
      return work(tx, row);
    });
  }
}
