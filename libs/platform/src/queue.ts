import { setTimeout as sleep } from 'node:timers/promises';
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
  /** Closes what is on top of the connection, then the connection. */
  close: (user: { close: () => Promise<void>; abandon?: () => void }) => Promise<void>;
}

/**
 * BullMQ takes its backend process-wide; it is set here, before any queue exists. A worker's blocking connection
 * must wait for ever (`patienceMs` null), the queue's must not: a request fails when Redis is away instead of hanging.
 */
function open({ redisUrl, databaseUrl }: QueueConfig, patienceMs: number | null): Opened {
  if (redisUrl) {
    setDefaultBackendFactory();
    const redis = new Redis(
      redisUrl,
      patienceMs === null
        ? { maxRetriesPerRequest: null, disconnectTimeout: 500 }
        : {
            ...{ maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: patienceMs },
            disconnectTimeout: 500,
          },
    );
    redis.on('error', () => undefined); // said by the queue's own 'error' event
    // A worker makes itself a second connection of it, and would leave that one trying for ever.
    const connections = [redis];
    const duplicate = redis.duplicate.bind(redis);
    redis.duplicate = (override) => {
      const second = duplicate(override);
      connections.push(second);
      return second;
    };
    return {
      connection: redis,
      close: async (user) => {
        // BullMQ waits for a Redis that has gone until it is back; what was under way is then done by another.
        const waiting = new AbortController();
        await Promise.race([user.close(), allGone(connections, waiting.signal)]);
        waiting.abort();
        for (const each of connections) each.disconnect();
        user.abandon?.();
      },
    };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const connection = {
    ...{
      connectionString: databaseUrl,
      schema,
      max: patienceMs === null ? 4 : 2,
      options: runtimeRole,
      keepAlive: true,
    },
    ...(patienceMs !== null && { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs }),
  };
  return { connection, close: (user) => user.close() };
}

async function allGone(connections: Redis[], signal: AbortSignal): Promise<void> {
  do await sleep(200);
  while (!signal.aborted && connections.some(({ status }) => status === 'ready'));
}

/** Whoever logs in, statements run as the runtime role, which row-level security binds. */
export const runtimeRole = '-c role=luoshi_app';

/**
 * A job that was given up leaves the queue, so that whoever still needs it can add it again under its id; one that
 * is done stays a while, so that it cannot.
 */
const keep = {
  removeOnComplete: { age: 3_600, count: 1_000 },
  removeOnFail: true,
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000 },
};

export type { Job };

export interface QueuedJob {
  name: string;
  payload: object;
  /** Adding the same id twice is adding it once. */
  id: string;
}

/** Everything here rejects within seconds when the queue cannot be reached, and works again once it can. */
export interface JobQueue {
  /** All of them in one go. */
  add(jobs: QueuedJob[]): Promise<void>;
  /** Keeps one schedule a name: calling it again replaces it. */
  schedule(name: string, cron: string): Promise<void>;
  /** The names that have a schedule. */
  scheduled(): Promise<string[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** @param patienceMs how long the queue may take to answer before whoever asked is told that it does not */
export function openQueue(
  config: QueueConfig,
  onError: (error: Error) => void,
  patienceMs = 5_000,
): JobQueue {
  interface Current {
    queue: Queue;
    close: () => Promise<void>;
  }
  let current: Current | undefined;

  const begin = (): Current => {
    const { connection, close } = open(config, patienceMs);
    const queue = new Queue(queueName, { connection, defaultJobOptions: keep });
    queue.on('error', onError);
    return { queue, close: () => close(queue) };
  };

  const use = async <T>(work: (queue: Queue) => Promise<T>): Promise<T> => {
    const mine = (current ??= begin());
    const ready = mine.queue.waitUntilReady();
    // BullMQ remembers for ever that its first connection failed; the next one to ask begins anew.
    ready.catch(() => {
      if (current !== mine) return;
      current = undefined;
      mine.close().catch(onError);
    });
    await inTime(ready, patienceMs);
    return inTime(work(mine.queue), patienceMs);
  };

  return {
    add: async (jobs) => {
      if (jobs.length === 0) return;
      const entries = jobs.map(({ name, payload, id }) => ({ name, data: payload, opts: { jobId: id } }));
      const [{ name, data, opts }] = entries as [(typeof entries)[0]];
      // On PostgreSQL the way for many makes temporary tables, too much for one.
      await use(async (queue) => {
        if (entries.length > 1) await queue.addBulk(entries);
        else await queue.add(name, data, opts);
      });
    },
    schedule: async (name, cron) => {
      const template = { name, data: {}, opts: { ...keep, attempts: 1 } };
      const repeat = { pattern: cron, tz: 'Asia/Hong_Kong' };
      await use((queue) => queue.upsertJobScheduler(name, repeat, template));
    },
    scheduled: () => use(async (queue) => (await queue.getJobSchedulers()).map(({ key }) => key)),
    ping: async () => void (await use((queue) => queue.getJobCounts('waiting'))),
    close: async () => {
      const last = current;
      current = undefined;
      await last?.close();
    },
  };
}

async function inTime<T>(answer: Promise<T>, patienceMs: number): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: waiting.signal, ref: false }).then(() => {
    throw Object.assign(new Error('The queue does not answer'), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    waiting.abort();
  }
}

export interface JobRunner {
  /** Takes no new job and waits for those under way. */
  close(): Promise<void>;
}

interface Listeners {
  onError: (error: Error) => void;
  /** An attempt failed; `final` when there will be no other. */
  onFailed: (job: Job, error: Error, final: boolean) => void;
}

/**
 * A worker that dies is noticed after the lock's duration, and its job is done by another; so is the job of one
 * that computes for longer without a pause, twice then.
 */
const liveness = { lockDuration: 20_000, stalledInterval: 5_000, maxStalledCount: 5 };

/** BullMQ's worker renews its jobs' locks by a timer that runs for ever when closing waits for a server that has gone. */
class LeavingWorker extends Worker {
  abandon(): void {
    void this.lockManager.close();
  }
}

export function openWorker(
  config: QueueConfig,
  process: Processor,
  { onError, onFailed }: Listeners,
  options: Partial<Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval'>> = {},
): JobRunner {
  const { connection, close } = open(config, null);
  const worker = new LeavingWorker(queueName, process, {
    connection,
    concurrency: 4,
    ...liveness,
    ...options,
  });
  worker.on('error', onError);
  worker.on('failed', (job, error) => {
    if (job) onFailed(job, error, job.finishedOn !== undefined && job.finishedOn !== null);
  });
  return { close: () => close(worker) };
}

/** Creates or upgrades the queue's own schema as the owner, and lets the runtime role use it. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  setDefaultBackendFactory(createPostgresBackend);
  const queue = new Queue(queueName, {
    connection: { connectionString: ownerUrl, schema, migrate: true, max: 1 },
  });
  await queue.waitUntilReady();
  // Makes the sequence that adding many needs and that the runtime role may not make.
  await queue.addBulk([]);
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
