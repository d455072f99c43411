import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Activity } from '#core/activity/activity.entity';
import { type JobName, QUEUE } from '#core/jobs/jobs.service';
import { PendingJob } from '#core/jobs/pending-job.entity';
import { Mail } from '#core/mails/mail.entity';
import { Measure } from '#core/measures/measure.entity';
import { Person } from '#core/people/person.entity';
import { Session } from '#core/people/session.entity';
import { Reminder } from '#core/reminders/reminder.entity';
import { RemindersService } from '#core/reminders/reminders.service';
import { Report } from '#core/reports/report.entity';
import { ReportsService } from '#core/reports/reports.service';
import type { JobQueue } from '#platform/queue';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { startRedis, type TestRedis } from '#testing/redis';
import { describeWith } from '#testing/requires';
import { In } from 'typeorm';
import { demandHandlers, handlersOf } from './handlers.js';
import { schedule } from './schedule.js';
import { type RunningWorker, startWorker } from './worker.js';

async function until(holds: () => Promise<boolean>, patience = 30_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await sleep(50);
  }
}

describe('the check of the job map', () => {
  it('stops a start that would queue what nobody handles', () => {
    const handlers = { 'sweep-mails': () => undefined };
    expect(() => demandHandlers(handlers, ['sweep-mails', 'sweep-mails'])).not.toThrow();
    expect(() => demandHandlers(handlers, ['sweep-mails', 'sweep-moths', 'toString'])).toThrow(
      'There is no handler for sweep-moths, toString',
    );
  });
});

/** The worker over either queue. */
function contract(redisUrl: () => string): void {
  const database = useDatabase();
  const environment = { CLOCK: '2026-11-23T09:30+08:00', REDIS_URL: '' };
  beforeAll(() => {
    environment.REDIS_URL = redisUrl();
  });
  /** Another program on the same installation, as the api is. */
  const api = useCore(database, environment);
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  let worker: RunningWorker;
  const start = () => startWorker(api.config);
  const rows = () => builder.source.manager;
  const request = (actor = world.left.coordinator) =>
    api.app.get(ReportsService).request(actor, world.meeting.id, 'joint', 'en');

  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
    worker = await start();
  });
  afterAll(async () => {
    await worker?.stop();
    await builder.close();
  });

  const nothingPends = () => until(async () => (await rows().count(PendingJob)) === 0);
  const queue = () => api.app.get<JobQueue>(QUEUE);

  it('takes a reminder and a report all the way', async () => {
    const measure = await builder.measure(world.meeting, { dueOn: '2026-11-24', dueKind: 'fixed' });
    await builder.assignment(measure, world.left.bureau);
    const id = await request();
    await queue().add([{ name: 'sweep-reminders', payload: {}, id: 'sweep-now' }]);
    await until(async () => (await rows().findOneByOrFail(Report, { id })).state === 'ready');
    await until(async () => (await rows().countBy(Reminder, { state: 'sent' })) === 1);
    expect(await rows().findBy(Mail, {})).toMatchObject([
      { personId: world.left.officer.personId, state: 'outbox' },
    ]);
    await nothingPends();
  });

  it('does once what a crash between commit and queue left behind', async () => {
    const ids = [await request(), await request()];
    await nothingPends();
    for (const [at, id] of ids.entries()) {
      await rows().update(Report, id, { state: 'queued', fileKey: null });
      // As the crash leaves it: in the table, in no queue, and its turn has come.
      const job = { name: 'build-report', payload: { id, personId: world.left.coordinator.personId } };
      const row = { ...job, id: `019b0000-0000-7000-8000-00000000000${at}`, createdAt: new Date() };
      await rows().insert(PendingJob, { ...row, lookAgainAt: new Date(Date.now() - 1_000) });
    }
    await queue().add([1, 2, 3].map((at) => ({ name: 'sweep-pending-jobs', payload: {}, id: `lost-${at}` })));
    await nothingPends();
    for (const id of ids) {
      expect(await rows().findOneByOrFail(Report, { id })).toMatchObject({ state: 'ready' });
      expect(await rows().countBy(Activity, { subjectId: id })).toBe(1);
    }
  });

  it('leaves alone what was asked for just now', async () => {
    const id = '019b0000-0000-7000-8000-000000000009';
    const payload = { id, personId: id };
    const soon = { createdAt: new Date(), lookAgainAt: new Date(Date.now() + 60_000) };
    await rows().insert(PendingJob, { id, name: 'send-reminder', payload, ...soon });
    await handlersOf(worker.app)['sweep-pending-jobs']({});
    await sleep(500);
    expect(await rows().countBy(PendingJob, { id })).toBe(1);
    await rows().delete(PendingJob, { id });
  });

  it('keeps each schedule once, however many workers start', async () => {
    const second = await start();
    expect((await queue().scheduled()).sort()).toEqual(Object.keys(schedule).sort());
    await second.stop();
    expect((await queue().scheduled()).sort()).toEqual(Object.keys(schedule).sort());
  });

  it('does nothing for somebody who was disabled, and says so', async () => {
    const gone = await builder.actor(world.left.bureau, ['officer', 'coordinator']);
    const measure = await builder.measure(world.meeting, { dueOn: '2026-11-24', dueKind: 'fixed' });
    await builder.assignment(measure, world.left.bureau, { officerIds: [gone.personId] });
    const report = await request(gone);
    await nothingPends();
    await rows().update(Report, report, { state: 'queued', fileKey: null });
    await worker.app.get(RemindersService).sweep();
    await nothingPends();
    await rows().update(Reminder, { personId: gone.personId }, { state: 'queued', mailId: null });
    await rows().update(Person, gone.personId, { disabledAt: new Date() });
    const { id } = await rows().findOneByOrFail(Reminder, { personId: gone.personId });
    const handlers = handlersOf(worker.app);
    await handlers['send-reminder']({ id, personId: gone.personId });
    await handlers['build-report']({ id: report, personId: gone.personId });
    expect(await rows().findOneByOrFail(Reminder, { id })).toMatchObject({ state: 'skipped' });
    expect(await rows().findOneByOrFail(Report, { id: report })).toMatchObject({
      state: 'failed',
      errorCode: 'forbidden',
    });
  });

  it('has handlers that may run twice at once', async () => {
    await rows().update(Measure, { meetingId: world.meeting.id }, { dueOn: null });
    const officer = await builder.actor(world.left.bureau, ['officer']);
    const { personId } = officer;
    const measure = await builder.measure(world.meeting, { dueOn: '2026-11-24', dueKind: 'fixed' });
    await builder.assignment(measure, world.left.bureau, { officerIds: [personId] });
    await rows().insert(Session, {
      ...{ id: 'old', personId, csrfToken: '' },
      ...{ createdAt: new Date(0), expiresAt: new Date(1) },
    });
    const handlers = handlersOf(worker.app);
    const twice = <N extends JobName>(name: N, payload: Parameters<(typeof handlers)[N]>[0]) =>
      Promise.all([1, 2].map(() => handlers[name](payload as never)));

    const sweeps = Object.keys(schedule) as (keyof typeof schedule)[];
    for (const name of sweeps) await twice(name, {});
    const reminder = await rows().findOneByOrFail(Reminder, { personId });
    const report = await request();
    await twice('send-reminder', { id: reminder.id, personId });
    await twice('build-report', { id: report, personId: world.left.coordinator.personId });
    const [mail, ...others] = await rows().findBy(Mail, { personId });
    await twice('deliver-mail', { id: mail!.id });
    expect(others).toEqual([]);
    expect(await rows().countBy(Session, { id: 'old' })).toBe(0);
    expect(await rows().findBy(Reminder, { personId })).toMatchObject([{ state: 'sent', mailId: mail!.id }]);
    expect(await rows().countBy(Activity, { subjectId: reminder.id })).toBe(1);
    expect(await rows().findOneByOrFail(Report, { id: report })).toMatchObject({ state: 'ready' });
    expect(Object.keys(handlers).sort()).toEqual(
      [
        ...sweeps,
        'send-reminder',
        'send-mention',
        'tell-request',
        'send-request',
        'send-ask',
        'build-report',
        'parse-import',
        'scan-evidence',
        'make-preview',
        'tell-files',
        'tell-infected',
        'deliver-mail',
      ].sort(),
    );
    await nothingPends();
  });

  it('finishes what is under way when it is told to end', async () => {
    await worker.stop();
    const ids: string[] = [];
    for (let count = 0; count < 24; count += 1) ids.push(await request());
    const states = async () => (await rows().findBy(Report, { id: In(ids) })).map(({ state }) => state);
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', './bin/source.js', 'apps/worker/src/main.ts'],
      {
        env: {
          ...{
            PATH: process.env['PATH'],
            DATABASE_URL: database.appUrl,
            LUOSHI_HOME: api.config.LUOSHI_HOME,
          },
          ...{ LOG_LEVEL: 'error', ...environment },
        },
        stdio: 'inherit',
      },
    );
    const exited = once(child, 'exit') as Promise<[number | null]>;
    await until(async () => (await states()).includes('building'));
    child.kill('SIGTERM');
    expect((await exited)[0]).toBe(0);
    const left = (await states()).filter((state) => state !== 'ready');
    expect(left).toEqual(left.map(() => 'queued'));
    expect(left.length).toBeLessThan(ids.length);
    expect(await rows().countBy(PendingJob, { name: 'build-report' })).toBe(left.length);
    worker = await start();
    await until(async () => (await states()).every((state) => state === 'ready'));
    await nothingPends();
  });
}

describe('the worker with its queue in PostgreSQL', () => {
  contract(() => '');
});

describeWith(['redis'], 'the worker with its queue in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  contract(() => redis.url);
  afterAll(() => redis.stop());
});
