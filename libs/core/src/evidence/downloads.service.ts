import { ActivityService } from '#core/activity/activity.service';
import type { Actor } from '#core/people/actor';
import { type RangedDownload, STORAGE } from '#core/storage';
import { documents } from '#i18n/messages/documents';
import { translate } from '#i18n/translate';
import { type Archive, archive } from '#platform/archive';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import type { Storage } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import {
  DownloadsReads,
  type EvidenceFile,
  latelySince,
  latelySql,
  type Reading,
} from './downloads.reads.js';
import { manifestOf, namesInArchive } from './manifest.js';

/**
 * Files, to whoever may read them at this moment, and who read what. That stands in the reader's own side's ledger,
 * whichever side's the file is: what the other side reads of what was disclosed to it is its own affair.
 */
@Injectable()
export class DownloadsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly activity: ActivityService,
    private readonly reads: DownloadsReads,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** The file, for its own side while it is private and for both once it is disclosed. */
  async one(actor: Actor, id: string): Promise<RangedDownload> {
    const [file] = await this.reads.files(actor, [id]);
    await this.note(actor, [file!], 'evidence.downloaded');
    return { ...file!, open: (range) => this.storage.get(file!.fileKey, range) };
  }

  /** Several in a ZIP, beside a list of what they are. Whether each may be read is asked again when its turn comes. */
  async several(actor: Actor, ids: string[]): Promise<Archive & { fileName: string }> {
    const files = await this.reads.files(actor, ids);
    await this.note(actor, files, 'evidence.downloaded');
    const listName = `${translate(documents, actor.language, 'manifest.list')}.csv`;
    const given = files.map(({ fileName }) => fileName);
    const names = namesInArchive(given, listName);
    const manifest = manifestOf(files, names, actor.language);
    const entries = files.map(({ id, bytes }, at) => ({
      name: names[at]!,
      bytes,
      open: async () => {
        const [file] = await this.reads.files(actor, [id]);
        return this.storage.get(file!.fileKey);
      },
    }));
    const list = {
      name: listName,
      bytes: manifest.length,
      open: () => Promise.resolve(Readable.from([manifest])),
    };
    const fileName = `${translate(documents, actor.language, 'manifest.archive')}-${this.clock.today()}.zip`;
    return { ...archive([list, ...entries], this.clock.now()), fileName };
  }

  /** Writes down who read what; a file that was downloaded needs no other note that it was looked at. */
  async note(actor: Actor, files: EvidenceFile[], verb: Reading): Promise<void> {
    const unnoted = files.filter(({ noted }) => noted && !covers(noted, verb));
    if (unnoted.length === 0) return;
    await this.db.withActor(actor, async (tx) => {
      // The ranges of one video are asked for at once: who comes second sees what the first has written.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [actor.personId]);
      const noted = await tx.query<{ id: string; verb: Reading }>(
        `select a.subject_id as id, a.verb from activity a where a.subject_id = any($1) and ${latelySql('$2', '$3')}`,
        [unnoted.map(({ id }) => id), actor.personId, latelySince(tx.at)],
      );
      const done = new Set(noted.filter((each) => covers([each.verb], verb)).map(({ id }) => id));
      // In one order, so that two people whose files are of several mechanisms can't wait for each other.
      for (const file of unnoted.sort((one, other) => (one.mechanismId < other.mechanismId ? -1 : 1))) {
        if (done.has(file.id)) continue;
        const { id: subjectId, mechanismId, meetingId, measureId, title, fileName, sha256, disclosed } = file;
        await this.activity.recordOwn(tx, actor, {
          ...{ verb, mechanismId, meetingId, subjectId },
          ...(measureId && { measureId }),
          changes: { title, fileName, sha256, disclosed },
        });
      }
    });
  }
}

const covers = (noted: Reading[], verb: Reading) =>
  noted.includes(verb) || noted.includes('evidence.downloaded');
