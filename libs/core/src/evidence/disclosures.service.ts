import { ActivityService } from '#core/activity/activity.service';
import { Measure } from '#core/measures/measure.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import type { Update } from '#core/updates/update.entity';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DisclosedEvidence } from './disclosed-evidence.entity.js';
import { EvidenceRevision } from './evidence-revision.entity.js';
import { Evidence } from './evidence.entity.js';
import { canDisclose, canTakeBack } from './evidence.policy.js';
import { placeOfEvidence } from './places.js';

/** Revisions of an update's evidence, or all of it that is ready. */
export type Disclosed = string[] | 'ready';

/** What moves revisions into the joint record, each for itself, and what takes them back. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /** With an update that is being cleared. @returns what the joint ledger says of them */
  async withUpdate(tx: Tx, { id: updateId }: Update, named: Disclosed): Promise<object[]> {
    const revisionIds = named === 'ready' ? await this.ready(tx, updateId) : named;
    if (revisionIds.length === 0) return [];
    const revisions = await tx.manager.findBy(EvidenceRevision, { id: In(revisionIds) });
    const pieces = await tx.manager.findBy(Evidence, {
      id: In(revisions.map(({ evidenceId }) => evidenceId)),
      updateId,
    });
    const of = new Map(pieces.map((each) => [each.id, each]));
    const said: object[] = [];
    for (const id of new Set(revisionIds)) {
      const revision = found(revisions.find((each) => each.id === id));
      const evidence = found(of.get(revision.evidenceId));
      if (revision.state !== 'available')
        throw new Problem('wrong_state', { state: revision.state, next: 'disclosed' });
      said.push(await this.insert(tx, evidence, revision, updateId));
    }
    return said;
  }

  private async ready(tx: Tx, updateId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select r.id from evidence_revision r join evidence e on e.id = r.evidence_id
       where e.update_id = $1 and r.state = 'available' order by r.uploaded_at, r.id`,
      [updateId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * For itself, by the side's coordinator, with the words that stand beside it.
   * @param version of the evidence that the coordinator read
   * @returns its evidence's id
   */
  async disclose(actor: Actor, revisionId: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const { evidenceId } = found(await tx.manager.findOneBy(EvidenceRevision, { id: revisionId }));
      const evidence = found(await tx.lock(Evidence, evidenceId));
      demandVersion(evidence, version);
      const revision = found(await tx.lock(EvidenceRevision, revisionId));
      const disclosed = await tx.manager.existsBy(DisclosedEvidence, { id: revisionId });
      demand(canDisclose(actor, revision, await placeOfEvidence(tx, evidence), disclosed));
      const said = await this.insert(tx, evidence, revision, evidence.updateId);
      await this.record(tx, actor, 'evidence.disclosed', evidence, revisionId, said);
      return evidence.id;
    });
  }

  /** Leaves a tombstone: what it was, who took it back and why. The other side can read it no more. */
  async takeBack(actor: Actor, revisionId: string, reason: string): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const disclosed = found(await tx.manager.findOneBy(DisclosedEvidence, { id: revisionId }));
      demand(canTakeBack(actor, disclosed));
      const tombstone = { takenBackAt: tx.at, takenBackById: actor.organisationId, takenBackReason: reason };
      const gone = { url: null, fileKey: null };
      const { affected } = await tx.manager.update(DisclosedEvidence, revisionId, { ...gone, ...tombstone });
      if (!affected) throw new Problem('forbidden');
      const { evidenceId, title, sha256 } = disclosed;
      const changes = { evidenceId, title, sha256, organisationId: actor.organisationId, reason };
      await this.record(tx, actor, 'evidence.taken_back', disclosed, revisionId, changes);
      return evidenceId;
    });
  }

  private async insert(
    tx: Tx,
    { id: evidenceId, mechanismId, measureId, actionId, signedDocumentId, ...evidence }: Evidence,
    { id, url, fileName, mediaType, bytes, sha256, scanned, fileKey, partyId }: EvidenceRevision,
    clearedUpdateId: string | null,
  ): Promise<object> {
    const { title, kind, documentOn, expiresOn } = evidence;
    const content = { title, kind, documentOn, expiresOn, url, fileName, mediaType, bytes, sha256, scanned };
    const row = { id, evidenceId, measureId, actionId, signedDocumentId, clearedUpdateId, ...content };
    await tx.manager.insert(DisclosedEvidence, { ...row, mechanismId, partyId, fileKey, disclosedAt: tx.at });
    return row;
  }

  private async record(
    tx: Tx,
    actor: Actor,
    verb: 'evidence.disclosed' | 'evidence.taken_back',
    {
      mechanismId,
      measureId,
      signedDocumentId,
    }: Pick<Evidence, 'mechanismId' | 'measureId' | 'signedDocumentId'>,
    subjectId: string,
    changes: object,
  ): Promise<void> {
    const { meetingId } = measureId
      ? await tx.manager.findOneByOrFail(Measure, { id: measureId })
      : await tx.manager.findOneByOrFail(SignedDocument, { id: signedDocumentId! });
    await this.activity.recordJoint(tx, actor, {
      ...{ verb, mechanismId, meetingId, subjectId, changes: { ...changes } },
      ...(measureId && { measureId }),
    });
  }
}
