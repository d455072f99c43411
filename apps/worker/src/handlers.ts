import { ChecksService } from '#core/evidence/checks.service';
import { InfectionsService } from '#core/evidence/infections.service';
import { PreviewsService } from '#core/evidence/previews.service';
import { UploadsService } from '#core/evidence/uploads.service';
import { FilesService } from '#core/files/files.service';
import type { JobMap, JobName } from '#core/jobs/jobs.service';
import { JobsService } from '#core/jobs/jobs.service';
import { MailsService } from '#core/mails/mails.service';
import { NotesService } from '#core/notes/notes.service';
import { ReadingsService } from '#core/imports/readings.service';
import { SignInService } from '#core/people/sign-in.service';
import { AsksService } from '#core/reminders/asks.service';
import { RemindersService } from '#core/reminders/reminders.service';
import { ReportsService } from '#core/reports/reports.service';
import { RequestsService } from '#core/requests/requests.service';
import { STORAGE } from '#core/storage';
import type { Storage } from '#platform/storage';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { PeopleService } from '#core/people/people.service';

/** Exactly one handler a job: a missing one does not compile, and a name that is not in the map stops the start. */
export type Handlers = { [N in JobName]: (payload: JobMap[N]) => Promise<unknown> };

const log = new Logger('worker');

/** How long a half-written file may lie before it counts as left behind. */
const halfWrittenHours = 24;

export function handlersOf(app: INestApplicationContext): Handlers {
  const asks = app.get(AsksService);
  const checks = app.get(ChecksService);
  const files = app.get(FilesService);
  const infections = app.get(InfectionsService);
  const jobs = app.get(JobsService);
  const mails = app.get(MailsService);
  const notes = app.get(NotesService);
  const people = app.get(PeopleService);
  const previews = app.get(PreviewsService);
  const readings = app.get(ReadingsService);
  const reminders = app.get(RemindersService);
  const reports = app.get(ReportsService);
  const requests = app.get(RequestsService);
  const signIn = app.get(SignInService);
  const storage = app.get<Storage>(STORAGE);
  const uploads = app.get(UploadsService);
  return {
    'sweep-reminders': () => reminders.sweep(),
    'sweep-pending-jobs': () => jobs.sweepPending(),
    'sweep-mails': () => mails.sweep(),
    'sweep-sessions': () => signIn.sweepExpired(),
    'sweep-keys': () => people.sweepKeys(),
    'sweep-files': () => storage.sweepTemporary(new Date(Date.now() - halfWrittenHours * 3_600_000)),
    'sweep-uploads': async () => {
      const waiting = await uploads.sweep();
      if (waiting > 0) log.warn(`${waiting} files wait for the virus scanner, which does not answer`);
    },
    'compare-files': () => files.compareSlice(),
    'tell-files': ({ id, personId }) => people.as(personId, (actor) => files.tell(actor, id)),
    'scan-evidence': ({ id }) => checks.check(id),
    'tell-infected': ({ id, personId }) => people.as(personId, (actor) => infections.tell(actor, id)),
    'make-preview': (wanted) => previews.make(wanted),
    // Jobs for a person are done as that person; somebody who may no longer sign in gets nothing.
    'send-reminder': async ({ id, personId }) =>
      (await people.as(personId, (actor) => reminders.send(actor, id))) ?? reminders.skip(id),
    'send-mention': ({ id, personId }) => people.as(personId, (actor) => notes.tell(actor, id)),
    'tell-request': (asked) => requests.spread(asked),
    'send-request': ({ id, personId }) => people.as(personId, (actor) => requests.tell(actor, id)),
    'build-report': async ({ id, personId }) =>
      (await people.as(personId, (actor) => reports.build(actor, id))) ?? reports.abandon(id),
    'parse-import': async ({ id, personId }) =>
      (await people.as(personId, (actor) => readings.read(actor, id))) ?? readings.abandon(id),
    'send-ask': ({ id, measureId, organisationId, personId }) =>
      people.as(personId, (actor) => asks.tell(actor, id, measureId, organisationId)),
    'deliver-mail': ({ id }) => mails.deliver(id),
  };
}

/** @throws where something would be queued that nobody handles */
export function demandHandlers(handlers: object, names: Iterable<string>): void {
  const missing = [...new Set(names)].filter((name) => !Object.hasOwn(handlers, name));
  if (missing.length > 0) throw new Error(`There is no handler for ${missing.join(', ')}`);
}
