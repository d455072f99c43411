import { CalendarsService } from '#core/calendar/calendars.service';
import { CoreModule } from '#core/core.module';
import { type JobName, JobsService, QUEUE } from '#core/jobs/jobs.service';
import type { Config } from '#platform/config';
import { isUuid } from '#platform/db';
import { type Job, type JobQueue, type JobRunner, openWorker } from '#platform/queue';
import { type INestApplicationContext, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger as PinoLogger, LoggerModule } from 'nestjs-pino';
import { handlersOf } from './handlers.js';
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

/** The worker: handles jobs, keeps the schedule, and catches up with what an interruption left. */
export async function startWorker(config: Config): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(PinoLogger));
  const log = new Logger('worker');
  const handlers = handlersOf(app);
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
  const failed = ({ name, code }: Error & { code?: string }) => log.error(`queue: ${name} ${code ?? ''}`);
  const runner: JobRunner = openWorker(
    { redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL ?? '' },
    handle,
    failed,
  );
  for (const [name, cron] of Object.entries(schedule)) await queue.schedule(name, cron);
  for (const name of atStart) await queue.add(name, {}, `${name}-at-start-${Date.now()}`);
  log.log('ready');

  return {
    app,
    stop: async () => {
      await runner.close();
      await app.close();
    },
  };
}
