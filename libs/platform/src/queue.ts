import {
  createPostgresBackend,
  type ConnectionOptions,
  Queue,
  setDefaultBackendFactory,
  Worker,
} from 'bullmq';
import type { Job, Processor, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Client } from 'pg';

const queueName = 'luoshi';
const schema = 'bullmq';

export interface QueueConfig {
  /** Redis when there is one, else the queue lives in PostgreSQL. */
  redisUrl: string | null;
  databaseUrl: string;
}

interface Opened {
  connection: ConnectionOptions;
  close: () => Promise<void>;
}

/**
 * BullMQ takes its backend process-wide; it is set here, before any queue exists. A worker's blocking connection
 * must wait for ever, the queue's must not: a request fails when Redis is away instead of hanging.
 */
function open({ redisUrl, databaseUrl }: QueueConfig, blocking: boolean): Opened {
  if (redisUrl) {
    setDefaultBackendFactory();
    const redis = new Redis(
      redisUrl,
      blocking ? { maxRetriesPerRequest: null } : { enableOfflineQueue: false },
    );
    redis.on('error', () => undefined); // said by the queue's own 'error' event
    return {
      connection: redis as unknown as ConnectionOptions,
      close: async () => void (await redis.quit().catch(() => redis.disconnect())),
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const connection = { connectionString: databaseUrl, schema, max: blocking ? 4 : 2, options: runtimeRole };
  return { connection: connection as unknown as ConnectionOptions, close: () => Promise.resolve() };
}

/** Whoever logs in, statements run as the runtime role, which row-level security binds. */
export const runtimeRole = '-c role=luoshi_app';

const keep = {
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: { age: 14 * 86_400, count: 10_000 },
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000 },
};

export type { Job };

export interface JobQueue {
  /** Adding the same id twice is adding it once. */
  add(name: string, payload: object, id: string): Promise<void>;
  /** Keeps one schedule a name: calling it again replaces it. */
  schedule(name: string, cron: string): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function openQueue(config: QueueConfig, onError: (error: Error) => void): JobQueue {
  const { connection, close } = open(config, false);
  const queue = new Queue(queueName, { connection, defaultJobOptions: keep });
  queue.on('error', onError);
  return {
    add: async (name, payload, id) => void (await queue.add(name, payload, { jobId: id })),
    schedule: async (name, cron) =>
      void (await queue.upsertJobScheduler(
        name,
        { pattern: cron, tz: 'Asia/Hong_Kong' },
        { name, data: {}, opts: { ...keep, attempts: 1 } },
      )),
    ping: async () => void (await queue.getJobCounts('waiting')),
    close: async () => {
      await queue.close();
      await close();
    },
  };
}

export interface JobRunner {
  close(): Promise<void>;
}

export function openWorker(
  config: QueueConfig,
  process: Processor,
  onError: (error: Error) => void,
  options: Partial<Pick<WorkerOptions, 'concurrency' | 'lockDuration'>> = {},
): JobRunner {
  const { connection, close } = open(config, true);
  const worker = new Worker(queueName, process, { connection, concurrency: 4, ...options });
  worker.on('error', onError);
  return {
    close: async () => {
      await worker.close();
      await close();
    },
  };
}

/** Creates or upgrades the queue's own schema as the owner, and lets the runtime role use it. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  setDefaultBackendFactory(createPostgresBackend);
  const queue = new Queue(queueName, {
    connection: { connectionString: ownerUrl, schema, migrate: true, max: 1 } as unknown as ConnectionOptions,
  });
  await queue.waitUntilReady();
  await queue.close();
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema ${schema} to luoshi_app;
      grant select, insert, update, delete on all tables in schema ${schema} to luoshi_app;
      grant usage, select, update on all sequences in schema ${schema} to luoshi_app;
      grant execute on all functions in schema ${schema} to luoshi_app`);
  } finally {
    await client.end();
  }
}
