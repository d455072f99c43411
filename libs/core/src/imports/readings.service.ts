import type { Draft, TableColumn } from '#contracts/draft';
import { limits } from '#contracts/limits';
import type { ImportState } from '#contracts/status';
import { JobsService } from '#core/jobs/jobs.service';
import { textDigest } from '#core/meetings/text-digest';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { type Download, downloadOf, STORAGE, storing } from '#core/storage';
import type { KnownOfText } from '#memorandum/known';
import { Db, SYSTEM } from '#platform/db';
import type { Storage, StoredFile } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Import, type ImportProblem } from './import.entity.js';
import { canChange, canDiscard, canImport } from './import.policy.js';
import { importStates } from './import.states.js';
import { ImportsService } from './imports.service.js';
import { mechanismOf } from './mechanism-of.js';
import { draftOf, NotAMemorandum } from './read-memorandum.js';
import { readInThread } from './reader.js';
import { redated } from './redated.js';
import { sourceKindOf } from './source-kind.js';

/** What an import holds before its file is read. */
const unread: Draft = {
  meeting: {
    ...{ title: null, mechanism: null, ordinal: null, date: null, place: null },
    ...{ sides: [], headsOfDelegation: [], signatories: [], custodians: [] },
    declared: { areas: null, measures: null, documents: null },
  },
  ...{ areas: [], signedDocuments: [], examples: [], metadata: [], leftOut: [], warnings: [] },
};

const knownOf = ({ publishedOn }: Import): KnownOfText => ({ publishedOn: publishedOn ?? undefined });

/** How often progress is written down, at most. */
const progressEveryMs = 500;

/** From a file to a draft: kept whole, read at once where that is quick and by a job where it is not. */
@Injectable()
export class ReadingsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly imports: ImportsService,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /**
   * Takes a file in. A small text is a draft when this returns, or refused; for any other a job is asked for.
   * @throws as ImportsService.parse does
   */
  async upload(actor: Actor, fileName: string, content: Readable, known: KnownOfText = {}): Promise<string> {
    demand(canImport(actor));
    const file = await storing(this.storage, content, limits.importBytes);
    try {
      const quick = await this.quickly(file);
      return quick
        ? await this.imports.parse(actor, fileName, quick, file, known)
        : await this.queue(actor, fileName, file, known);
    } catch (error) {
      await this.storage.remove(file.key);
      throw error;
    }
  }

  /** Reads the file, as the person who brought it. Idempotent. Null where this person sees no such import. */
  async read(actor: Actor, id: string): Promise<ImportState | null> {
    const row = await this.begin(actor, id);
    if (row?.state !== 'parsing') return row?.state ?? null;
    try {
      const content = await buffer(await this.storage.get(found(row.fileKey)));
      const task = { content, fileName: row.fileName, known: knownOf(row) };
      const read = await readInThread(task, this.progress(actor, id));
      return await this.keep(actor, id, read.text, read.draft);
    } catch (error) {
      const problem: ImportProblem = {
        code: error instanceof Problem ? error.code : 'internal',
        params: error instanceof Problem ? error.params : {},
        lookedFor: error instanceof NotAMemorandum ? error.lookedFor : [],
      };
      await this.db.withActor(actor, (tx) =>
        tx.manager.update(Import, { id, state: 'parsing' }, { state: 'failed', problem }),
      );
      // A file that cannot be read will not be readable later; anything else is tried again.
      if (!(error instanceof Problem)) throw error;
      return 'failed';
    }
  }

  /** For somebody who may no longer sign in: nobody waits for it. */
  async abandon(id: string): Promise<void> {
    const problem: ImportProblem = { code: 'forbidden', params: {}, lookedFor: [] };
    await this.db.withActor(SYSTEM, (tx) =>
      tx.manager.update(Import, { id, state: In(['parsing', 'failed']) }, { state: 'failed', problem }),
    );
  }

  /** Reads a table anew, its columns holding what the person says; what was changed by hand in the draft is gone. */
  async chooseColumns(
    actor: Actor,
    id: string,
    columns: (TableColumn | null)[],
    version: number,
  ): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Import, id));
      if (row.state === 'adopted') throw new Problem('already_adopted');
      demand(canChange(actor, row));
      demandVersion(row, version);
      const draft = draftOf(row.text, columns, knownOf(row));
      walk(importStates, row, 'reviewed');
      await tx.manager.update(Import, id, { draft, state: row.state, version: version + 1 });
    });
  }

  /**
   * Reads a text anew by the day on which it was published, which tells what "yesterday" is. Of the draft the meeting's
   * date alone follows; whatever was mended stays.
   */
  async publish(actor: Actor, id: string, publishedOn: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Import, id));
      if (row.state === 'adopted') throw new Problem('already_adopted');
      demand(canChange(actor, row));
      demandVersion(row, version);
      const fresh = draftOf(row.text, row.draft.table?.columns ?? null, { publishedOn });
      walk(importStates, row, 'reviewed');
      await tx.manager.update(Import, id, {
        ...{ draft: redated(row.draft, fresh), publishedOn, state: row.state, version: version + 1 },
      });
    });
  }

  async discard(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Import, id));
      if (row.state === 'adopted') throw new Problem('already_adopted');
      demand(canDiscard(actor, row));
      demandVersion(row, version);
      walk(importStates, row, 'discarded');
      await tx.manager.update(Import, id, { state: row.state, fileKey: null, version: version + 1 });
      await this.imports.recordOwn(tx, actor, 'import.discarded', row);
      if (row.fileKey) tx.afterCommit(() => this.storage.remove(row.fileKey!));
    });
  }

  /** The file as it was given. */
  async download(actor: Actor, id: string): Promise<Download> {
    const row = found(await this.db.withActor(actor, (tx) => tx.manager.findOneBy(Import, { id })));
    return downloadOf(this.storage, row);
  }

  /** The content of a file that is quick to read: a short text, of whatever kind. Null for one that is not. */
  private async quickly({ key, bytes }: StoredFile): Promise<Buffer | null> {
    if (bytes > limits.importAtOnceBytes) return null;
    const content = await buffer(await this.storage.get(key));
    const start = content.toString('latin1', 0, 1_024);
    return start.startsWith('PK') || start.includes('%PDF-') ? null : content;
  }

  private async queue(
    actor: Actor,
    fileName: string,
    { key, sha256, bytes }: StoredFile,
    { publishedOn }: KnownOfText,
  ): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const id = uuid();
      await tx.manager.insert(Import, {
        ...{ id, partyId: actor.partyId, mechanismId: null, state: 'parsing', kind: 'annex', progress: 0 },
        ...{ fileName, sha256, bytes, fileKey: key, text: '', draft: unread },
        ...{ publishedOn: publishedOn ?? null, createdById: actor.personId, createdAt: tx.at },
      });
      await this.jobs.request(tx, 'parse-import', { id, personId: actor.personId });
      return id;
    });
  }

  private async begin(actor: Actor, id: string): Promise<Import | null> {
    return this.db.withActor(actor, async (tx) => {
      const row = await tx.lock(Import, id);
      if (!row || (row.state !== 'parsing' && row.state !== 'failed')) return row;
      walk(importStates, row, 'parsing');
      await tx.manager.update(Import, id, { state: row.state, progress: 0, problem: null });
      return row;
    });
  }

  /** Of two workers that read it at once the first one's draft stays; so does what was put aside meanwhile. */
  private async keep(actor: Actor, id: string, text: string, draft: Draft): Promise<ImportState> {
    return this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Import, id));
      if (row.state !== 'parsing') return row.state;
      walk(importStates, row, 'parsed');
      const mechanismId = await mechanismOf(tx, draft.meeting);
      await tx.manager.update(Import, id, {
        ...{ state: row.state, text, draft, mechanismId, progress: 100, version: row.version + 1 },
        kind: sourceKindOf(draft),
        textSha256: textDigest(text),
      });
      await this.imports.recordOwn(tx, actor, 'import.parsed', { ...row, mechanismId });
      return row.state;
    });
  }

  private progress(actor: Actor, id: string): (percent: number) => void {
    let last = Date.now();
    return (progress) => {
      if (Date.now() - last < progressEveryMs) return;
      last = Date.now();
      // A figure that is lost is followed by the next.
      void this.db
        .withActor(actor, (tx) => tx.manager.update(Import, { id, state: 'parsing' }, { progress }))
        .catch(() => undefined);
    };
  }
}
