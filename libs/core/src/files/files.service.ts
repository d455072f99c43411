import { JobsService } from '#core/jobs/jobs.service';
import { MailsService } from '#core/mails/mails.service';
import { Mail } from '#core/mails/mail.entity';
import type { Actor } from '#core/people/actor';
import { STORAGE } from '#core/storage';
import { Clock } from '#platform/clock';
import { Db, SYSTEM } from '#platform/db';
import { FileChangedError, FileMissingError, type Storage } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import { v5, v7 as uuid } from 'uuid';
import { FileCheck, type FileDifference } from './file-check.entity.js';

/** A file is left alone for so long: the transaction that names it may not be committed yet. */
const strayHours = 24;
/** One of them a night: the whole storage in sixteen. */
const slices = '0123456789abcdef';

interface Named {
  key: string;
  settled: boolean;
  partyIds: string[];
}

/** The files of the storage and the rows that name them: each has to have the other. */
@Injectable()
export class FilesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly jobs: JobsService,
    private readonly mails: MailsService,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** Tonight's slice. */
  compareSlice(): Promise<FileCheck> {
    const night = Math.floor(this.clock.now().getTime() / 86_400_000);
    return this.compare(slices[night % slices.length]!);
  }

  /**
   * Reads every file whose key begins so, and hashes it again; removes those that no row names. Differences are told to
   * the administrators of the sides whose files they are.
   */
  async compare(slice: string): Promise<FileCheck> {
    const before = new Date(Date.now() - strayHours * 3_600_000);
    const named = await this.named(slice);
    const differences: FileDifference[] = [];
    let [files, bytes, removed] = [0, 0, 0];
    for (const { key, settled, partyIds } of named.values()) {
      if (!settled) continue;
      try {
        for await (const chunk of (await this.storage.get(key)) as AsyncIterable<Buffer>)
          bytes += chunk.length;
        files += 1;
      } catch (error) {
        const changed = error instanceof FileChangedError;
        if (!changed && !(error instanceof FileMissingError)) throw error;
        differences.push({ key, what: changed ? 'changed' : 'missing', partyIds });
      }
    }
    for await (const { key, at } of this.storage.list(slice)) {
      if (at >= before || named.has(key)) continue;
      await this.storage.remove(key);
      removed += 1;
    }
    return this.record(slice, {
      files,
      bytes,
      removed,
      differences: await this.confirmed(slice, differences),
    });
  }

  /** Writes to an administrator how many files of his side were found to differ; once, however often it is asked. */
  async tell(actor: Actor, id: string): Promise<void> {
    const check = await this.one(id);
    const own = check?.differences.filter(({ partyIds }) => partyIds.includes(actor.partyId)) ?? [];
    const mailId = v5(`${id} ${actor.personId}`, v5.URL);
    if (!check || own.length === 0) return;
    // Loaded when a mail is written: the api, which writes none, does not carry React.
    const { renderFilesNotice } = await import('#emails/files-notice');
    await this.db.withActor(actor, async (tx) => {
      if (await tx.manager.existsBy(Mail, { id: mailId })) return;
      const [person] = await tx.query<{ name: string; email: string }>(
        'select name, email from person where id = $1',
        [actor.personId],
      );
      if (!person) return;
      const { partyId, personId, language } = actor;
      const on = new Date(check.checkedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      const mail = await renderFilesNotice(
        { recipient: person.name, count: own.length, on, link: this.mails.link('/') },
        language,
      );
      await this.mails.write(tx, {
        ...{ id: mailId, kind: 'files', partyId, personId, language },
        ...{ toName: person.name, toAddress: person.email, ...mail },
      });
    });
  }

  private async one(id: string): Promise<FileCheck | null> {
    return this.db.withActor(SYSTEM, (tx) => tx.manager.findOneBy(FileCheck, { id }));
  }

  private async named(slice: string): Promise<Map<string, Named>> {
    const rows = await this.db.read<Named>(
      SYSTEM,
      `select file_key as key, settled, parties as "partyIds" from stored_keys($1)`,
      [slice],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** What was taken off while it was looked for is no difference. */
  private async confirmed(slice: string, differences: FileDifference[]): Promise<FileDifference[]> {
    if (differences.length === 0) return [];
    const still = await this.named(slice);
    return differences.filter(({ key }) => still.has(key));
  }

  private async record(
    slice: string,
    found: Pick<FileCheck, 'files' | 'bytes' | 'removed' | 'differences'>,
  ): Promise<FileCheck> {
    return this.db.withActor(SYSTEM, async (tx) => {
      const check = { id: uuid(), slice, checkedAt: tx.at, ...found };
      await tx.manager.insert(FileCheck, check);
      const parties = [...new Set(found.differences.flatMap(({ partyIds }) => partyIds))];
      if (parties.length === 0) return check;
      const people = await tx.query<{ id: string }>(
        `select id from person where party_id = any($1) and 'administrator' = any(roles) and disabled_at is null`,
        [parties],
      );
      const told = people.map(({ id: personId }) => ({ id: check.id, personId }));
      if (told.length > 0) await this.jobs.request(tx, 'tell-files', ...told);
      return check;
    });
  }
}
