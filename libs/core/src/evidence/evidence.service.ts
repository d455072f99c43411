import { limits } from '#contracts/limits';
import { ActivityService } from '#core/activity/activity.service';
import type { Actor } from '#core/people/actor';
import { demand, found, Problem } from '#core/problem';
import { type Download, STORAGE, storing } from '#core/storage';
import { Update } from '#core/updates/update.entity';
import { can } from '#core/updates/update.policy';
import { Db } from '#platform/db';
import type { Storage } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { v4 } from 'uuid';
import { Evidence } from './evidence.entity.js';
import { cleanFileName } from './file-name.js';

export interface Upload {
  content: Readable;
  fileName: string;
  mediaType: string;
  title: string | null;
}

@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** Hangs a file on an update that its office may still edit. The file is written whole before its row, or not at all. */
  async add(
    actor: Actor,
    updateId: string,
    { content, fileName, mediaType, title }: Upload,
  ): Promise<string> {
    await this.db.withActor(actor, async (tx) => {
      demand(can(actor, 'edit', found(await tx.manager.findOneBy(Update, { id: updateId }))));
    });
    const stored = await storing(this.storage, content, limits.evidenceBytes);
    try {
      return await this.db.withActor(actor, async (tx) => {
        // Asked again under the lock: it may have been submitted while the file was on its way.
        const update = found(await tx.lock(Update, updateId));
        demand(can(actor, 'edit', update));
        const count = await tx.manager.countBy(Evidence, { updateId });
        if (count >= limits.evidencePerUpdate)
          throw new Problem('too_many_files', { max: limits.evidencePerUpdate });
        const { mechanismId, measureId, partyId } = update;
        const name = cleanFileName(fileName);
        // The id goes into the joint record when it is disclosed: a v7 would tell when it was uploaded.
        const id = v4();
        await tx.manager.insert(Evidence, {
          ...{ id, mechanismId, measureId, partyId, updateId, mediaType },
          ...{ title: title?.trim() || name, fileName: name, bytes: stored.bytes, sha256: stored.sha256 },
          ...{ fileKey: stored.key, state: 'available', uploadedById: actor.personId, uploadedAt: tx.at },
        });
        const changes = { updateId, fileName: name, bytes: stored.bytes, sha256: stored.sha256 };
        await this.activity.recordOwn(tx, actor, {
          verb: 'evidence.added',
          mechanismId,
          measureId,
          subjectId: id,
          changes,
        });
        return id;
      });
    } catch (error) {
      await this.storage.remove(stored.key);
      throw error;
    }
  }

  /** Takes a file off an update that is not submitted yet; what is disclosed stays. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const evidence = found(await tx.lock(Evidence, id));
      demand(can(actor, 'edit', found(await tx.lock(Update, evidence.updateId))));
      await tx.manager.delete(Evidence, id);
      const { mechanismId, measureId, fileName, sha256 } = evidence;
      const happening = { verb: 'evidence.removed', mechanismId, measureId, subjectId: id } as const;
      await this.activity.recordOwn(tx, actor, { ...happening, changes: { fileName, sha256 } });
      tx.afterCommit(() => this.storage.remove(evidence.fileKey));
    });
  }

  /** The file, for its own side while it is private and for both once it is disclosed. */
  async download(actor: Actor, id: string): Promise<Download> {
    const row = found(
      await this.db.readOne<{ fileName: string; mediaType: string; bytes: number; fileKey: string }>(
        actor,
        `select file_name as "fileName", media_type as "mediaType", bytes, file_key as "fileKey" from disclosed_evidence
           where id = $1
         union all
         select file_name, media_type, bytes, file_key from evidence where id = $1 and state = 'available'
         limit 1`,
        [id],
      ),
    );
    return { ...row, open: () => this.storage.get(row.fileKey) };
  }
}
