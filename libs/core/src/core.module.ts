import { ActionsReads } from '#core/actions/actions.reads';
import { ActionsService } from '#core/actions/actions.service';
import { ActivityReads } from '#core/dashboards/activity.reads';
import { ActivityService } from '#core/activity/activity.service';
import { CalendarsService } from '#core/calendar/calendars.service';
import { CONFIG } from '#core/config';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { LedgersReads } from '#core/dashboards/ledgers.reads';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { runtimeOptions } from '#core/database';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { ChecksService } from '#core/evidence/checks.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { DownloadsReads } from '#core/evidence/downloads.reads';
import { DownloadsService } from '#core/evidence/downloads.service';
import { EvidenceListReads } from '#core/evidence/evidence-list.reads';
import { EvidenceReads } from '#core/evidence/evidence.reads';
import { EvidenceService } from '#core/evidence/evidence.service';
import { InfectionsService } from '#core/evidence/infections.service';
import { PreviewsService } from '#core/evidence/previews.service';
import { AttachService } from '#core/imports/attach.service';
import { ComparisonReads } from '#core/imports/comparison.reads';
import { UploadsService } from '#core/evidence/uploads.service';
import { ImportsReads } from '#core/imports/imports.reads';
import { ImportsService } from '#core/imports/imports.service';
import { SuggestionsReads } from '#core/imports/suggestions.reads';
import { ReadingsService } from '#core/imports/readings.service';
import { FilesService } from '#core/files/files.service';
import { JobsService, QUEUE } from '#core/jobs/jobs.service';
import { MAILER, MailsService } from '#core/mails/mails.service';
import { LineageReads } from '#core/lineage/lineage.reads';
import { LineageService } from '#core/lineage/lineage.service';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { MailsReads } from '#core/mails/mails.reads';
import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import { MechanismsService } from '#core/mechanisms/mechanisms.service';
import { MechanismsReads } from '#core/mechanisms/mechanisms.reads';
import { NotesService } from '#core/notes/notes.service';
import { NoticesService } from '#core/notices/notices.service';
import { LeavesReads } from '#core/people/leaves.reads';
import { LeavesService } from '#core/people/leaves.service';
import { PeopleReads } from '#core/people/people.reads';
import { PeopleService } from '#core/people/people.service';
import { SourcesService } from '#core/meetings/sources.service';
import { SignInService } from '#core/people/sign-in.service';
import { AsksService } from '#core/reminders/asks.service';
import { RemindersService } from '#core/reminders/reminders.service';
import { ReportsReads } from '#core/reports/reports.reads';
import { ReportsService } from '#core/reports/reports.service';
import { RequestsService } from '#core/requests/requests.service';
import { SCANNER, STORAGE, UPLOADS } from '#core/storage';
import { UpdatesReads } from '#core/updates/updates.reads';
import { UpdatesService } from '#core/updates/updates.service';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Db } from '#platform/db';
import { createMailer } from '#platform/mail';
import { type JobQueue, openQueue } from '#platform/queue';
import { createScanner } from '#platform/scan';
import { isBucket, openStorage, rootOf, type Storage } from '#platform/storage';
import { createUploads } from '#platform/uploads';
import { type DynamicModule, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';

const services = [
  ActionsService,
  ActionsReads,
  ActivityService,
  ActivityReads,
  AsksService,
  AttachService,
  CalendarsService,
  ComparisonReads,
  DashboardsReads,
  ConfirmationsService,
  DueDatesService,
  EvidenceService,
  EvidenceReads,
  EvidenceListReads,
  ChecksService,
  DisclosuresService,
  DownloadsService,
  InfectionsService,
  DownloadsReads,
  PreviewsService,
  UploadsService,
  ImportsService,
  ImportsReads,
  ReadingsService,
  SourcesService,
  FilesService,
  JobsService,
  LedgersReads,
  LineageReads,
  LineageService,
  MailsService,
  MailsReads,
  MeasuresService,
  MeasuresReads,
  MechanismsReads,
  MechanismsService,
  MyWorkReads,
  NotesService,
  NoticesService,
  LeavesReads,
  LeavesService,
  PeopleReads,
  PeopleService,
  RemindersService,
  ReportsService,
  ReportsReads,
  RequestsService,
  SignInService,
  SuggestionsReads,
  SignedDocumentsService,
  UpdatesService,
  UpdatesReads,
];

const log = new Logger('core');

/** An error's message may quote what people wrote: only its name and code are logged. */
const failed = (what: string) => (error: unknown) => {
  const { name, code } = error as { name?: string; code?: string };
  log.error(`${what}: ${name ?? 'error'} ${code ?? ''}`);
};

/** All business truth as one plain list of providers: the api, the worker and the command line take it whole. */
@Module({})
export class CoreModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUE) private readonly queue: JobQueue) {}

  static with(config: Config): DynamicModule {
    const databaseUrl = config.DATABASE_URL ?? '';
    const platform = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useFactory: () => new Clock(config.CLOCK) },
      {
        provide: Db,
        inject: [DataSource, Clock],
        useFactory: (source: DataSource, clock: Clock) =>
          new Db(source, () => clock.now(), failed('after commit')),
      },
      {
        provide: QUEUE,
        useFactory: () => openQueue({ redisUrl: config.REDIS_URL, databaseUrl }, failed('queue')),
      },
      { provide: STORAGE, useFactory: () => storageOf(config) },
      { provide: UPLOADS, useFactory: () => createUploads(uploadsFolder(config)) },
      { provide: SCANNER, useFactory: () => createScanner(config.CLAMD_URL) },
      { provide: MAILER, useFactory: () => createMailer(config.SMTP_URL) },
    ];
    return {
      module: CoreModule,
      global: true,
      imports: [TypeOrmModule.forRoot(runtimeOptions(databaseUrl, config.DATABASE_POOL))],
      providers: [...platform, ...services],
      exports: [...platform, ...services],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

export const storageUrl = (config: Config): string =>
  config.STORAGE_URL ?? pathToFileURL(resolve(config.LUOSHI_HOME, 'files')).href;

/** On the disk of the storage, so that a file which has come up is moved there in one step; before a bucket, at home. */
const folderOf = (config: Config): string => {
  const url = storageUrl(config);
  return isBucket(url) ? resolve(config.LUOSHI_HOME, 'files') : rootOf(url);
};

export const uploadsFolder = (config: Config): string => join(folderOf(config), '.uploads');

export const storageOf = (config: Config): Promise<Storage> =>
  openStorage(storageUrl(config), folderOf(config));
