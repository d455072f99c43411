import { limits } from '#contracts/limits';
import type { Audience, ReportState } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import { JobsService } from '#core/jobs/jobs.service';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import type { Actor } from '#core/people/actor';
import { demand, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { type Download, STORAGE, storing } from '#core/storage';
import type { Language } from '#i18n/language';
import { documents } from '#i18n/messages/documents';
import { translate } from '#i18n/translate';
import { Db, SYSTEM } from '#platform/db';
import type { Storage, StoredFile } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Report } from './report.entity.js';
import { canReport } from './report.policy.js';
import { reportStates } from './report.states.js';
import { ReportsReads } from './reports.reads.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly jobs: JobsService,
    private readonly reads: ReportsReads,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** Asks for a progress report of a meeting; a job builds it. */
  async request(actor: Actor, meetingId: string, audience: Audience, language: Language): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const meeting = found(await tx.manager.findOneBy(Meeting, { id: meetingId }));
      const { mechanismId } = meeting;
      demand(canReport(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      const id = uuid();
      await tx.manager.insert(Report, {
        ...{ id, mechanismId, meetingId, partyId: actor.partyId, requestedById: actor.personId },
        ...{ audience, language, state: 'queued', createdAt: tx.at },
      });
      const happening = { verb: 'report.requested', mechanismId, meetingId, subjectId: id } as const;
      await this.activity.recordOwn(tx, actor, { ...happening, changes: { audience, language } });
      await this.jobs.request(tx, 'build-report', { id, personId: actor.personId });
      return id;
    });
  }

  /**
   * Builds the report as the person who asked for it, so that it holds what that person may read. Idempotent. Null
   * where this person sees no such report.
   */
  async build(actor: Actor, id: string): Promise<ReportState | null> {
    const report = await this.begin(actor, id);
    if (report?.state !== 'building') return report?.state ?? null;
    try {
      const data = await this.reads.data(actor, report);
      // Loaded when a report is built: the api, which builds none, does not carry a word processor.
      const { progressReport } = await import('#documents/progress-report');
      const bytes = await progressReport(data, (progress) => this.progressed(actor, id, progress));
      await this.keep(actor, id, await storing(this.storage, Readable.from([bytes]), limits.reportBytes));
      return 'ready';
    } catch (error) {
      const errorCode = error instanceof Problem ? error.code : 'internal';
      await this.db.withActor(actor, (tx) =>
        tx.manager.update(Report, { id, state: 'building' }, { state: 'failed', errorCode }),
      );
      throw error;
    }
  }

  /** A report outlives the permissions it was made under: who may read it is asked again here. */
  async download(actor: Actor, id: string): Promise<Download> {
    return this.db.withActor(actor, async (tx) => {
      const report = found(await tx.manager.findOneBy(Report, { id }));
      const { mechanismId, meetingId, fileKey, bytes } = report;
      demand(canReport(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      if (report.state !== 'ready' || !fileKey || !bytes) throw new Problem('report_not_ready');
      const meeting = found(await tx.manager.findOneBy(Meeting, { id: meetingId }));
      const happening = { verb: 'report.downloaded', mechanismId, meetingId, subjectId: id } as const;
      await this.activity.recordOwn(tx, actor, { ...happening, changes: {} });
      return {
        fileName: reportFileName(meeting, report),
        mediaType: docx,
        bytes,
        open: () => this.storage.get(fileKey),
      };
    });
  }

  /** For somebody who may no longer sign in, or is of no side any more: nobody may read it, so it is not built. */
  async abandon(id: string): Promise<void> {
    await this.db.withActor(SYSTEM, (tx) =>
      tx.manager.update(Report, { id, state: Not('ready') }, { state: 'failed', errorCode: 'forbidden' }),
    );
  }

  /** Of two workers that built it at once the first one's file is the report's; the other's is removed. */
  private async keep(actor: Actor, id: string, file: StoredFile): Promise<void> {
    const kept = await this.db.withActor(actor, async (tx) => {
      const row = found(await tx.lock(Report, id));
      if (row.state === 'ready') return false;
      walk(reportStates, row, 'ready');
      const done = { progress: 100, bytes: file.bytes, fileKey: file.key, errorCode: null, readyAt: tx.at };
      await tx.manager.update(Report, id, { state: row.state, ...done });
      return true;
    });
    // Not when the transaction failed: it may have been committed all the same, and the file is then the report's.
    if (!kept) await this.storage.remove(file.key);
  }

  private async begin(actor: Actor, id: string): Promise<Report | null> {
    return this.db.withActor(actor, async (tx) => {
      const report = await tx.lock(Report, id);
      if (!report || report.state === 'ready') return report;
      walk(reportStates, report, 'building');
      await tx.manager.update(Report, id, { state: report.state, progress: 0 });
      return report;
    });
  }

  private async progressed(actor: Actor, id: string, progress: number): Promise<void> {
    await this.db.withActor(actor, (tx) =>
      tx.manager.update(Report, { id, state: 'building' }, { progress: Math.round(progress) }),
    );
  }
}

/** 渝港…第一次會議 進展報告 2026-11-21.docx */
function reportFileName(meeting: Meeting, { language, createdAt }: Report): string {
  return `${meeting.title} ${translate(documents, language, 'report.kind')} ${createdAt.toISOString().slice(0, 10)}.docx`;
}
