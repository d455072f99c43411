import type { EvidenceRejection } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { JobsService } from '#core/jobs/jobs.service';
import { walk } from '#core/states';
import { CONFIG } from '#core/config';
import { SCANNER, STORAGE, UPLOADS } from '#core/storage';
import type { Config } from '#platform/config';
import type { Scanner } from '#platform/scan';
import { Db, SYSTEM, type Tx } from '#platform/db';
import { newKey, type Storage } from '#platform/storage';
import type { Uploads } from '#platform/uploads';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { EvidenceRevision } from './evidence-revision.entity.js';
import { Evidence } from './evidence.entity.js';
import { evidenceStates } from './evidence.states.js';
import { typeOf } from './content/type-of.js';
import { type Pending, sideOf } from './uploads.service.js';

interface Waiting extends Pending {
  fileName: string;
  fileKey: string | null;
}

/** What was found of a file: what it is, or why it is not taken. */
type Finding =
  | { state: 'available'; mediaType: string; scanned: boolean }
  | { state: 'rejected'; reason: EvidenceRejection }
  | { state: 'infected'; reason: string };

/** Looks at a file that has come up whole, and moves it into the storage if it is good. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly jobs: JobsService,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(UPLOADS) private readonly uploads: Uploads,
    @Inject(SCANNER) private readonly scanner: Scanner | null,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * May run any number of times, also at once, and be cut off anywhere: the key is written before the file is moved to
   * it, so that a file is either still where it came up, or where its row says.
   */
  async check(id: string): Promise<void> {
    const waiting = await this.waiting(id);
    if (!waiting) return;
    if (waiting.fileKey === null) {
      if ((await this.uploads.arrived(id)) === null)
        return this.conclude(waiting, { state: 'rejected', reason: 'lost' });
      const sha256 = await digest(this.uploads.path(id));
      const finding = await this.examine(waiting);
      if (finding.state !== 'available') return this.conclude(waiting, finding, sha256);
      await this.promise(waiting, sha256, finding);
    }
    const { fileKey } = (await this.waiting(id)) ?? waiting;
    if (fileKey === null) return;
    await this.move(id, fileKey);
    if (await this.storage.has(fileKey)) await this.admit(waiting, fileKey);
    else await this.conclude(waiting, { state: 'rejected', reason: 'lost' });
  }

  private async waiting(id: string): Promise<Waiting | null> {
    const [row] = await this.db.withActor(SYSTEM, (tx) =>
      tx.query<Waiting>(
        `select id, evidence_id as "evidenceId", mechanism_id as "mechanismId", party_id as "partyId", state,
         organisation_id as "organisationId", uploaded_by_id as "uploadedById", file_name as "fileName",
         file_key as "fileKey"
       from evidence_revision where id = $1 and state = 'scanning'`,
        [id],
      ),
    );
    return row ?? null;
  }

  /** First what it is, which costs little, then whether it holds a virus. @throws ScannerAwayError: it has to wait */
  private async examine({ id, fileName }: Waiting): Promise<Finding> {
    const path = this.uploads.path(id);
    const type = await typeOf(path, fileName, this.config.EVIDENCE_ZIP === 'on');
    if ('reason' in type) return { state: 'rejected', reason: type.reason };
    if (!this.scanner) return { state: 'available', mediaType: type.mediaType, scanned: false };
    const verdict = await this.scanner.scan(path);
    switch (verdict.found) {
      case 'nothing':
        return { state: 'available', mediaType: type.mediaType, scanned: true };
      case 'virus':
        return { state: 'infected', reason: verdict.name };
      case 'too_large':
        return { state: 'rejected', reason: 'too_large_to_scan' };
    }
  }

  /** Says where the file will be. Of two that do so at once, the first one's word holds. */
  private async promise(
    row: Waiting,
    sha256: string,
    { mediaType, scanned }: Finding & { state: 'available' },
  ): Promise<void> {
    await this.db.withActor(sideOf(row), (tx) =>
      tx.query(
        `update evidence_revision set file_key = $2, sha256 = $3, media_type = $4, scanned = $5
         where id = $1 and state = 'scanning' and file_key is null`,
        [row.id, newKey(sha256), sha256, mediaType, scanned],
      ),
    );
  }

  private async move(id: string, fileKey: string): Promise<void> {
    if ((await this.uploads.arrived(id)) === null) return;
    try {
      await this.storage.keep(this.uploads.path(id), fileKey);
    } catch (error) {
      // Somebody else was faster.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !(await this.storage.has(fileKey)))
        throw error;
    }
  }

  private async admit(row: Waiting, fileKey: string): Promise<void> {
    const admitted = await this.db.withActor(sideOf(row), async (tx) => {
      const revision = await tx.lock(EvidenceRevision, row.id);
      if (!revision) return false;
      if (revision.state !== 'scanning') return true;
      walk(evidenceStates, revision, 'available');
      await tx.manager.update(EvidenceRevision, row.id, { state: revision.state });
      const { partyId, organisationId, uploadedById: personId } = row;
      await this.jobs.request(tx, 'make-preview', { id: row.id, partyId, organisationId, personId });
      const { id: revisionId, ordinal, fileName, bytes, sha256, mediaType, scanned } = revision;
      const changes = { revisionId, ordinal, fileName, bytes, sha256, mediaType, scanned };
      const evidence = await tx.manager.findOneByOrFail(Evidence, { id: row.evidenceId });
      // In the name of the person who uploaded it: until now there was nothing to speak of.
      await this.activity.recordOwn(tx, sideOf(row), {
        ...{ verb: 'evidence.added', mechanismId: row.mechanismId, subjectId: row.evidenceId, changes },
        ...(evidence.measureId && { measureId: evidence.measureId }),
      });
      return true;
    });
    await this.uploads.remove(row.id);
    // Taken off while it was looked at.
    if (!admitted) await this.storage.remove(fileKey);
  }

  private async tellCoordinators(tx: Tx, { id, partyId }: Waiting): Promise<void> {
    const people = await tx.query<{ id: string }>(
      `select id from person where party_id = $1 and 'coordinator' = any(roles) and disabled_at is null`,
      [partyId],
    );
    const told = people.map(({ id: personId }) => ({ id, personId }));
    if (told.length > 0) await this.jobs.request(tx, 'tell-infected', ...told);
  }

  /** The file is not taken, and is not kept; its row says why. */
  private async conclude(
    row: Waiting,
    { state, reason }: Exclude<Finding, { state: 'available' }>,
    sha256: string | null = null,
  ): Promise<void> {
    await this.db.withActor(sideOf(row), async (tx) => {
      const revision = await tx.lock(EvidenceRevision, row.id);
      if (revision?.state !== 'scanning') return;
      walk(evidenceStates, revision, state);
      await tx.manager.update(EvidenceRevision, row.id, { state, reason, sha256, fileKey: null });
      const evidence = await tx.manager.findOneByOrFail(Evidence, { id: row.evidenceId });
      const { id: revisionId, fileName } = revision;
      await this.activity.recordAutomatic(tx, sideOf(row), {
        ...{ verb: `evidence.${state}`, mechanismId: row.mechanismId, subjectId: row.evidenceId },
        ...(evidence.measureId && { measureId: evidence.measureId }),
        changes: { revisionId, fileName, sha256, reason },
      });
      if (state === 'infected') await this.tellCoordinators(tx, row);
    });
    await this.uploads.remove(row.id);
  }
}

/** With one buffer for all of it: a file of gigabytes leaves nothing to be collected. */
async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(256 * 1024);
  const file = await open(path, 'r');
  try {
    for (let read = 1; read > 0;) {
      read = (await file.read(buffer, 0, buffer.length)).bytesRead;
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
