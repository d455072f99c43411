import { CONFIG } from '#core/config';
import { JobsService } from '#core/jobs/jobs.service';
import type { Actor } from '#core/people/actor';
import { found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { SCANNER, UPLOADS } from '#core/storage';
import type { Config } from '#platform/config';
import { Db, type Identity, SYSTEM, type Tx } from '#platform/db';
import type { Scanner } from '#platform/scan';
import { StorageFullError } from '#platform/storage';
import type { Uploads } from '#platform/uploads';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { EvidenceRevision } from './evidence-revision.entity.js';
import { Evidence } from './evidence.entity.js';
import { evidenceStates } from './evidence.states.js';
import { cleanFileName } from './file-name.js';

/** A revision as the programs see it while it is on its way. */
export type Pending = Pick<
  EvidenceRevision,
  'id' | 'evidenceId' | 'mechanismId' | 'partyId' | 'organisationId' | 'uploadedById' | 'state'
>;

type NewRevision = Omit<
  EvidenceRevision,
  | 'state'
  | 'reason'
  | 'url'
  | 'givenName'
  | 'fileName'
  | 'mediaType'
  | 'bytes'
  | 'sha256'
  | 'fileKey'
  | 'scanned'
>;

/** What the programs do for a file, they do for its side, whoever it was that uploaded it and may do so no longer. */
export const sideOf = ({ uploadedById, organisationId, partyId }: Pending): Identity => ({
  ...{ personId: uploadedById, organisationId, partyId, side: partyId, administers: false },
});

/** Stray files are left alone for as long again: the transaction that makes their row may not be committed yet. */
const strayHours = 24;

/** How files come up: announced, piece by piece, whole. The bytes themselves go past here, by the tus protocol. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(UPLOADS) private readonly uploads: Uploads,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
  ) {}

  /** Makes room for a file that is announced, where the quotas and the disk have it. */
  async begin(
    tx: Tx,
    { partyId, personId }: Actor,
    revision: NewRevision,
    { name, bytes }: { name: string; bytes: number },
  ): Promise<void> {
    const { EVIDENCE_FILE_MB, EVIDENCE_PERSON_GB, EVIDENCE_SIDE_GB } = this.config;
    if (bytes === 0) throw new Problem('empty_file');
    if (bytes > EVIDENCE_FILE_MB * 1e6) throw new Problem('too_large', { megabytes: EVIDENCE_FILE_MB });
    // What is announced counts already, and a side's announcements take turns: no upload can end over its quota.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [partyId]);
    const [kept] = await tx.query<{ side: string; person: string }>(
      `select coalesce(sum(bytes), 0) as side, coalesce(sum(bytes) filter (where uploaded_by_id = $2), 0) as person
       from evidence_revision where party_id = $1 and state in ('uploading', 'scanning', 'available')`,
      [partyId, personId],
    );
    if (Number(kept!.person) + bytes > EVIDENCE_PERSON_GB * 1e9)
      throw new Problem('person_quota', { gigabytes: EVIDENCE_PERSON_GB });
    if (Number(kept!.side) + bytes > EVIDENCE_SIDE_GB * 1e9)
      throw new Problem('side_quota', { gigabytes: EVIDENCE_SIDE_GB });
    await tx.manager.insert(EvidenceRevision, {
      ...{ ...revision, state: 'uploading', givenName: name, fileName: cleanFileName(name), bytes },
    });
    try {
      await this.uploads.begin(revision.id, bytes);
    } catch (error) {
      throw error instanceof StorageFullError ? new Problem('storage_full') : error;
    }
  }

  /** An upload of the person who began it; everybody else is told that there is none. */
  async own(actor: Actor, id: string): Promise<{ state: EvidenceRevision['state']; bytes: number }> {
    return found(
      await this.db.readOne<{ state: EvidenceRevision['state']; bytes: number }>(
        actor,
        `select state, bytes::float8 as bytes from evidence_revision
         where id = $1 and uploaded_by_id = $2 and url is null`,
        [id, actor.personId],
      ),
    );
  }

  /** Hands an upload over to be checked, if it has come up whole. It may be asked any number of times. */
  async finish(actor: Identity, id: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const revision = await tx.lock(EvidenceRevision, id);
      if (revision?.state !== 'uploading' || (await this.uploads.arrived(id)) !== revision.bytes) return;
      walk(evidenceStates, revision, 'scanning');
      await tx.manager.update(EvidenceRevision, id, { state: revision.state });
      await this.jobs.request(tx, 'scan-evidence', { id });
    });
  }

  /** Ends an upload that is not finished: nothing remains of it. */
  async cancel(actor: Identity, id: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { evidenceId } = found(await tx.manager.findOneBy(EvidenceRevision, { id }));
      await tx.lock(Evidence, evidenceId);
      const { affected } = await tx.manager.delete(EvidenceRevision, { id, state: 'uploading' });
      if (!affected) return;
      if ((await tx.manager.countBy(EvidenceRevision, { evidenceId })) === 0)
        await tx.manager.delete(Evidence, evidenceId);
      tx.afterCommit(() => this.uploads.remove(id));
    });
  }

  /** Takes a file whole that is here already: for the sample, and for tests. */
  async receive(actor: Identity, id: string, content: Readable): Promise<void> {
    await this.uploads.store.write(content, id, 0);
    await this.finish(actor, id);
  }

  async discard(id: string): Promise<void> {
    await this.uploads.remove(id);
  }

  /**
   * Finishes what came up whole when nobody could take note of it, ends what was not finished in time, and removes what
   * lies there without a row.
   * @returns how many files wait for a scanner that does not answer
   */
  async sweep(): Promise<number> {
    const now = Date.now();
    const late = now - this.config.UPLOAD_HOURS * 3_600_000;
    const pending = await this.pending();
    for (const row of pending.filter(({ state }) => state === 'uploading')) {
      await this.finish(sideOf(row), row.id);
      if (row.uploadedAt.getTime() < late) await this.cancel(sideOf(row), row.id);
    }
    const waiting = pending.filter(({ state }) => state === 'scanning').length;
    const away = waiting > 0 && !(await this.scannerAnswers());
    if (waiting > 0 && !away) await this.jobs.hasten('scan-evidence');
    const known = new Set(pending.map(({ id }) => id));
    const strays = await this.uploads.olderThan(new Date(Math.min(late, now - strayHours * 3_600_000)));
    for (const id of strays) if (!known.has(id)) await this.uploads.remove(id);
    return away ? waiting : 0;
  }

  private async scannerAnswers(): Promise<boolean> {
    return (
      this.scanner?.ping().then(
        () => true,
        () => false,
      ) ?? true
    );
  }

  private pending(): Promise<(Pending & { uploadedAt: Date })[]> {
    return this.db.read(
      SYSTEM,
      `select id, evidence_id as "evidenceId", mechanism_id as "mechanismId", party_id as "partyId",
         organisation_id as "organisationId", uploaded_by_id as "uploadedById", uploaded_at as "uploadedAt", state
       from evidence_revision where state in ('uploading', 'scanning')`,
    );
  }
}
