import { Action } from '#core/actions/action.entity';
import { SharedAction } from '#core/actions/shared-action.entity';
import { Activity } from '#core/activity/activity.entity';
import { Ledger } from '#core/activity/ledger.entity';
import { CalendarDay } from '#core/calendar/calendar-day.entity';
import { Confirmation } from '#core/confirmations/confirmation.entity';
import { DueDateChange } from '#core/due-dates/due-date-change.entity';
import { DisclosedEvidence } from '#core/evidence/disclosed-evidence.entity';
import { EvidencePreview } from '#core/evidence/evidence-preview.entity';
import { EvidenceRevision } from '#core/evidence/evidence-revision.entity';
import { Evidence } from '#core/evidence/evidence.entity';
import { FileCheck } from '#core/files/file-check.entity';
import { Import } from '#core/imports/import.entity';
import { PendingJob } from '#core/jobs/pending-job.entity';
import { Mail } from '#core/mails/mail.entity';
import { Assignment } from '#core/measures/assignment.entity';
import { Lineage } from '#core/lineage/lineage.entity';
import { Measure } from '#core/measures/measure.entity';
import { MeasureText } from '#core/measures/measure-text.entity';
import { Track } from '#core/measures/track.entity';
import { Mechanism, MechanismObserver } from '#core/mechanisms/mechanism.entity';
import { Area } from '#core/meetings/area.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { Source } from '#core/meetings/source.entity';
import { Mention } from '#core/notes/mention.entity';
import { Note } from '#core/notes/note.entity';
import { IdempotencyKey } from '#core/people/idempotency-key.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Leave } from '#core/people/leave.entity';
import { Person } from '#core/people/person.entity';
import { Session } from '#core/people/session.entity';
import { Reminder } from '#core/reminders/reminder.entity';
import { Report } from '#core/reports/report.entity';
import { RequestAnswer } from '#core/requests/request-answer.entity';
import { Request } from '#core/requests/request.entity';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import { Update } from '#core/updates/update.entity';
import { People1795190400001 } from '#migrations/0001-people';
import { Meetings1795190400002 } from '#migrations/0002-meetings';
import { Work1795190400003 } from '#migrations/0003-work';
import { Deliveries1795190400004 } from '#migrations/0004-deliveries';
import { ActivityLedgers1795190400005 } from '#migrations/0005-activity';
import { JobsAndCalendar1795190400006 } from '#migrations/0006-jobs';
import { RowLevelSecurity1795190400007 } from '#migrations/0007-row-level-security';
import { Confirmations1795190400008 } from '#migrations/0008-confirmations';
import { Notes1795190400010 } from '#migrations/0010-notes';
import { Requests1795190400011 } from '#migrations/0011-requests';
import { Evidence1795190400020 } from '#migrations/0020-evidence';
import { ImportFiles1795190400040 } from '#migrations/0040-import-files';
import { Thresholds1795190400050 } from '#migrations/0050-thresholds';
import { Idempotency1795190400051 } from '#migrations/0051-idempotency';
import { MeasureTexts1795190400030 } from '#migrations/0030-measure-texts';
import { Lineage1795190400031 } from '#migrations/0031-lineage';
import { Backup1795190400060 } from '#migrations/0060-backup';
import { ImportDecisions1795190400065 } from '#migrations/0065-import-decisions';
import { Actions1795190400070 } from '#migrations/0070-actions';
import { Leaves1795190400075 } from '#migrations/0075-leaves';
import { FileChecks1795190400081 } from '#migrations/0081-file-checks';
import { Infected1795190400082 } from '#migrations/0082-infected';
import { Previews1795190400080 } from '#migrations/0080-previews';
import { SnakeCaseNaming } from '#platform/naming';
import { migrateQueue, runtimeRole } from '#platform/queue';
import { DataSource, type DataSourceOptions } from 'typeorm';

export const entities = [
  Party,
  Organisation,
  Person,
  Leave,
  Session,
  IdempotencyKey,
  Mechanism,
  MechanismObserver,
  Meeting,
  Source,
  Area,
  SignedDocument,
  Measure,
  Track,
  Assignment,
  Update,
  ClearedUpdate,
  Action,
  SharedAction,
  Evidence,
  EvidenceRevision,
  EvidencePreview,
  DisclosedEvidence,
  DueDateChange,
  Confirmation,
  Request,
  RequestAnswer,
  Note,
  Mention,
  MeasureText,
  Lineage,
  Import,
  Mail,
  Reminder,
  Report,
  Ledger,
  Activity,
  PendingJob,
  FileCheck,
  CalendarDay,
];

export function dataSourceOptions(url: string): DataSourceOptions {
  return { type: 'postgres', url, entities, namingStrategy: new SnakeCaseNaming() };
}

/** What the programs connect with: as the runtime role, and with a transaction's statements sent in one go. */
export function runtimeOptions(url: string, poolSize: number): DataSourceOptions {
  const extra = { pipeline: true, options: runtimeRole };
  return { ...dataSourceOptions(url), poolSize, extra, logging: false } as DataSourceOptions;
}

export const migrations = [
  People1795190400001,
  Meetings1795190400002,
  Work1795190400003,
  Deliveries1795190400004,
  ActivityLedgers1795190400005,
  JobsAndCalendar1795190400006,
  RowLevelSecurity1795190400007,
  Confirmations1795190400008,
  Notes1795190400010,
  Requests1795190400011,
  Evidence1795190400020,
  MeasureTexts1795190400030,
  Lineage1795190400031,
  ImportFiles1795190400040,
  Thresholds1795190400050,
  Idempotency1795190400051,
  // It covers the tables that are there by then; a later one brings its own policy.
  Backup1795190400060,
  ImportDecisions1795190400065,
  Actions1795190400070,
  Leaves1795190400075,
  Previews1795190400080,
  FileChecks1795190400081,
  Infected1795190400082,
];

/** Any number: it keeps two programs that start at once from migrating at once. */
const migrationLock = 4_715_001;

/**
 * Brings a database to this version's schema and the queue's beside it. Idempotent; a second caller waits.
 * @param ownerUrl the database as its owner, which is not the runtime login
 */
export async function migrate({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const dataSource = new DataSource({
    ...dataSourceOptions(ownerUrl),
    migrations,
    migrationsTransactionMode: 'all',
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations();
    await migrateQueue(ownerUrl);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}
