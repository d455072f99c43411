import { CoreModule } from '#core/core.module';
import type { Config } from '#platform/config';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { ActionsController } from './actions/actions.controller.js';
import { ActivityController } from './activity/activity.controller.js';
import { LedgersController } from './activity/ledgers.controller.js';
import { BulkController } from './bulk/bulk.controller.js';
import { ConfirmationsController } from './confirmations/confirmations.controller.js';
import { DueDatesController } from './due-dates/due-dates.controller.js';
import { DownloadsController } from './evidence/downloads.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { PreviewsController } from './evidence/previews.controller.js';
import { UploadsController } from './evidence/uploads.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SessionGuard } from './http/session.guard.js';
import { AttachController } from './imports/attach.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { SuggestionsController } from './imports/suggestions.controller.js';
import { LeavesController } from './leaves/leaves.controller.js';
import { LineageController } from './lineage/lineage.controller.js';
import { MailsController } from './mails/mails.controller.js';
import { MeasuresController } from './measures/measures.controller.js';
import { MechanismsController } from './mechanisms/mechanisms.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { SourcesController } from './meetings/sources.controller.js';
import { MyWorkController } from './my-work/my-work.controller.js';
import { NotesController } from './notes/notes.controller.js';
import { ColleaguesController } from './organisations/colleagues.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { RequestsController } from './requests/requests.controller.js';
import { DemoController } from './sessions/demo.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SignedDocumentsController } from './signed-documents/signed-documents.controller.js';
import { UpdatesController } from './updates/updates.controller.js';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config), LoggerModule.forRoot({ pinoHttp: pinoOptions(config) })],
      controllers: [
        ActionsController,
        ActivityController,
        AttachController,
        BulkController,
        DemoController,
        ColleaguesController,
        ConfirmationsController,
        DueDatesController,
        DownloadsController,
        EvidenceController,
        HealthController,
        ImportsController,
        LeavesController,
        LedgersController,
        LineageController,
        MailsController,
        MeasuresController,
        MechanismsController,
        MeetingsController,
        SourcesController,
        MyWorkController,
        NotesController,
        OrganisationsController,
        PreviewsController,
        ReportsController,
        RequestsController,
        SessionsController,
        SuggestionsController,
        SignedDocumentsController,
        UpdatesController,
        UploadsController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

/** A request is logged by its route, status and time: no query, no header, no body, for they may hold content. */
const pinoOptions = (config: Config) => ({
  level: config.LOG_LEVEL,
  serializers: {
    req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
      id,
      method,
      path: url.split('?')[0],
    }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    err: ({ type, code }: { type?: string; code?: string }) => ({ type, code }),
  },
  autoLogging: { ignore: ({ url }: { url?: string }) => url === '/healthz' || url === '/readyz' },
  customLogLevel: (_: unknown, { statusCode }: { statusCode: number }, error?: Error) =>
    error || statusCode >= 500 ? ('error' as const) : ('debug' as const),
});
