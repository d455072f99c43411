import { CalendarsService } from '#core/calendar/calendars.service';
import { CoreModule } from '#core/core.module';
import { type JobName, JobsService, QUEUE } from '#core/jobs/jobs.service';
import type { Config } from '#platform/config';
import { isUuid } from '#platform/db';
import { type Job, type JobQueue, type JobRunner, openWorker } from '#platform/queue';
import { type INestApplicationContext, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger as PinoLogger, LoggerModule } from 'nestjs-pino';
import { demandHandlers, handlersOf } from './handlers.js';
import { atStart, schedule } from './schedule.js';

@Module({})
class WorkerModule {
  static with(config: Config) {
    return {
      module: WorkerModule,
      imports: [CoreModule.with(config), LoggerModule.forRoot({ pinoHttp: { level: config.LOG_LEVEL } })],
    };
  }
}

export interface RunningWorker {
  app: INestApplicationContext;
  stop: () => Promise<void>;
}

/** How often a worker looks whether the queue still has its schedule: a Redis that lost its memory has not. */
const lookAfterScheduleMs = 60_000;

const described = ({ name, code }: { name?: string; code?: string }) => `${name ?? 'error'} ${code ?? ''}`;

/** The worker: handles jobs, keeps the schedule, and catches up with what an interruption left. */
export async function startWorker(config: Config): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(PinoLogger));
  const log = new Logger('worker');
  const handlers = handlersOf(app);
  demandHandlers(handlers, [...Object.keys(schedule), ...atStart]);
  const jobs = app.get(JobsService);
  const queue = app.get<JobQueue>(QUEUE);
  await app.get(CalendarsService).refresh();

  const handle = async ({ name, data, id }: Job): Promise<void> => {
    if (!Object.hasOwn(handlers, name)) throw new Error(`There is no handler for the job ${name}`);
    const started = Date.now();
    await handlers[name as JobName](data as never);
    if (isUuid(id)) await jobs.done(id);
    log.debug(`${name} ${id} ${Date.now() - started} ms`);
  };
  const runner: JobRunner = openWorker(
    { redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL ?? '' },
    handle,
    {
      onError: (error) => log.error(`queue: ${described(error)}`),
      // An error's message may quote what people wrote: only its name and code are logged.
      onFailed: ({ name, id, attemptsMade }, error, final) =>
        log[final ? 'error' : 'warn'](
          `${name} ${id} failed at attempt ${attemptsMade}${final ? ', its last' : ''}: ${described(error)}`,
        ),
    },
  );

  const keepSchedule = async () => {
    const kept = new Set(await queue.scheduled());
    for (const [name, cron] of Object.entries(schedule))
      if (!kept.has(name)) await queue.schedule(name, cron);
  };
  // All of them now, for this version may have changed one.
  for (const [name, cron] of Object.entries(schedule)) await queue.schedule(name, cron);
  const looking = setInterval(() => {
    keepSchedule().catch((error: Error) => log.error(`schedule: ${described(error)}`));
  }, lookAfterScheduleMs);
  await queue.add(atStart.map((name) => ({ name, payload: {}, id: `${name}-at-start-${Date.now()}` })));
  log.log('ready');

  return {
    app,
    stop: async () => {
      clearInterval(looking);
      await runner.close();
      await app.close();
    },
  };
}
