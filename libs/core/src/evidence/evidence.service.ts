import { limits } from '#contracts/limits';
import type { EvidenceKind } from '#contracts/status';
import type { OwnVerb } from '#contracts/verbs';
import { ActivityService } from '#core/activity/activity.service';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { STORAGE } from '#core/storage';
import { Db, type Tx } from '#platform/db';
import type { Storage } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v4 } from 'uuid';
import { DisclosedEvidence } from './disclosed-evidence.entity.js';
import { EvidencePreview } from './evidence-preview.entity.js';
import { EvidenceRevision } from './evidence-revision.entity.js';
import { Evidence } from './evidence.entity.js';
import { actingAt, canAttach, canTend } from './evidence.policy.js';
import { cleanFileName } from './file-name.js';
import { placeOf, placeOfEvidence, type PlaceOf } from './places.js';
import { UploadsService } from './uploads.service.js';

/** What a person says of a piece of evidence. */
export interface EvidenceInput {
  title: string | null;
  kind: EvidenceKind;
  documentOn: string | null;
  expiresOn: string | null;
}

/** A link, or the announcement of a file whose bytes come up next. */
export type Content = { url: string } | { name: string; bytes: number };

@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly uploads: UploadsService,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** Hangs a link or a file to come on an update, a measure or a signed document. @returns its id */
  async attach(actor: Actor, where: PlaceOf, input: EvidenceInput, content: Content): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const { place, columns } = await placeOf(tx, where);
      demand(canAttach(actor, place));
      const acting = actingAt(actor, place);
      const most = where.of === 'update' ? limits.evidencePerUpdate : limits.evidencePerPlace;
      const { mechanismId, ...hanging } = columns;
      if ((await tx.manager.countBy(Evidence, { ...known(hanging), partyId: actor.partyId })) >= most)
        throw new Problem('too_many_files', { max: most });
      // The id goes into the joint record with a revision that is disclosed: a v7 would tell when this was begun.
      const id = v4();
      const { partyId, organisationId, personId } = acting;
      const title = input.title?.trim() || ('url' in content ? content.url : cleanFileName(content.name));
      const evidence = {
        ...{ id, ...columns, partyId, organisationId, createdById: personId, createdAt: tx.at, version: 1 },
        ...{ ...input, title: Array.from(title).slice(0, limits.title).join('') },
      };
      await tx.manager.insert(Evidence, evidence);
      await this.addRevision(tx, acting, evidence, 1, content);
      return id;
    });
  }

  /** Adds a revision: the same thing anew, or a later state of it. */
  async revise(actor: Actor, id: string, content: Content): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const evidence = found(await tx.lock(Evidence, id));
      const place = await placeOfEvidence(tx, evidence);
      demand(canTend(actor, place));
      const [last] = await tx.query<{ ordinal: number }>(
        'select ordinal from evidence_revision where evidence_id = $1 order by ordinal desc limit 1',
        [id],
      );
      const ordinal = (last?.ordinal ?? 0) + 1;
      if (ordinal > limits.evidencePerPlace)
        throw new Problem('too_many_files', { max: limits.evidencePerPlace });
      await this.addRevision(tx, actingAt(actor, place), evidence, ordinal, content);
      await tx.manager.update(Evidence, id, { version: evidence.version + 1 });
    });
  }

  /** Says something else of it. What was disclosed keeps the words it was disclosed with. */
  async change(actor: Actor, id: string, input: Partial<EvidenceInput>, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const evidence = found(await tx.lock(Evidence, id));
      demandVersion(evidence, version);
      const place = await placeOfEvidence(tx, evidence);
      demand(canTend(actor, place));
      const changes = { ...input, title: input.title?.trim() || evidence.title };
      await tx.manager.update(Evidence, id, { ...changes, version: version + 1 });
      await this.record(tx, actingAt(actor, place), evidence, 'evidence.changed', changes);
    });
  }

  /** Takes it off with all its revisions. What was disclosed cannot be taken off, only taken back. */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const evidence = found(await tx.lock(Evidence, id));
      demandVersion(evidence, version);
      await this.drop(tx, actor, evidence, await tx.manager.findBy(EvidenceRevision, { evidenceId: id }));
      await tx.manager.delete(Evidence, id);
    });
  }

  /**
   * Takes off one revision, and with the last one the whole. An upload that is under way ends here too.
   * @param version of the evidence that the person saw
   */
  async removeRevision(actor: Actor, revisionId: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { evidenceId } = found(await tx.manager.findOneBy(EvidenceRevision, { id: revisionId }));
      const evidence = found(await tx.lock(Evidence, evidenceId));
      demandVersion(evidence, version);
      const revision = found(await tx.lock(EvidenceRevision, revisionId));
      await this.drop(tx, actor, evidence, [revision]);
      if (await tx.manager.existsBy(EvidenceRevision, { evidenceId }))
        await tx.manager.update(Evidence, evidenceId, { version: version + 1 });
      else await tx.manager.delete(Evidence, evidenceId);
    });
  }

  private async addRevision(
    tx: Tx,
    actor: Actor,
    evidence: Pick<Evidence, 'id' | 'mechanismId' | 'measureId'>,
    ordinal: number,
    content: Content,
  ): Promise<void> {
    const revision = {
      ...{
        id: v4(),
        mechanismId: evidence.mechanismId,
        partyId: actor.partyId,
        evidenceId: evidence.id,
        ordinal,
      },
      ...{ organisationId: actor.organisationId, uploadedById: actor.personId, uploadedAt: tx.at },
    };
    if ('url' in content) {
      await tx.manager.insert(EvidenceRevision, { ...revision, state: 'available', url: content.url });
      const { id: revisionId } = revision;
      await this.record(tx, actor, evidence, 'evidence.added', { revisionId, ordinal, url: content.url });
    } else {
      await this.uploads.begin(tx, actor, revision, content);
    }
  }

  /** The rows first, and the files once they are gone for good: what a crash leaves of them, a sweep removes. */
  private async drop(tx: Tx, actor: Actor, evidence: Evidence, revisions: EvidenceRevision[]): Promise<void> {
    const ids = revisions.map(({ id }) => id);
    const disclosed = await tx.manager.existsBy(DisclosedEvidence, { id: In(ids) });
    const place = await placeOfEvidence(tx, evidence);
    demand(canAttach(actor, place));
    const acting = actingAt(actor, place);
    if (disclosed) throw new Problem('evidence_disclosed');
    const previews = await tx.manager.findBy(EvidencePreview, { revisionId: In(ids) });
    await tx.manager.delete(EvidenceRevision, ids);
    for (const { id: revisionId, fileName, url, sha256, state } of revisions)
      if (state !== 'uploading')
        await this.record(tx, acting, evidence, 'evidence.removed', { revisionId, fileName, url, sha256 });
    tx.afterCommit(async () => {
      for (const { id } of revisions) await this.uploads.discard(id);
      for (const { fileKey } of [...revisions, ...previews]) if (fileKey) await this.storage.remove(fileKey);
    });
  }

  private record(
    tx: Tx,
    actor: Actor,
    { id: subjectId, mechanismId, measureId }: Pick<Evidence, 'id' | 'mechanismId' | 'measureId'>,
    verb: OwnVerb,
    changes: Record<string, unknown>,
  ): Promise<void> {
    const happening = { verb, mechanismId, subjectId, changes, ...(measureId && { measureId }) };
    return this.activity.recordOwn(tx, actor, happening);
  }
}

/** Without the columns that are null, which a condition would take for "is whatever". */
function known(columns: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
