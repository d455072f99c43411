import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { useDatabase } from '#testing/database';
import { startRedis, type TestRedis } from '#testing/redis';
import { describeWith } from '#testing/requires';
import { freePort } from './ports.js';
import { type Job, type JobQueue, type JobRunner, openQueue, openWorker, type QueueConfig } from './queue.js';

const nobodyListens = { onError: () => undefined, onFailed: () => undefined };

async function until(holds: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await sleep(20);
  }
}

/** What both backends have to do alike. */
function contract(configOf: () => QueueConfig): void {
  let queue: JobQueue;
  const open: JobRunner[] = [];

  beforeAll(() => {
    queue = openQueue(configOf(), () => undefined);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((runner) => runner.close()));
  });
  afterAll(() => queue.close());

  function work(
    handle: (job: Job) => Promise<unknown>,
    listeners: Partial<Parameters<typeof openWorker>[2]> = {},
    options: Parameters<typeof openWorker>[3] = {},
  ): JobRunner {
    const runner = openWorker(configOf(), handle, { ...nobodyListens, ...listeners }, options);
    open.push(runner);
    return runner;
  }

  it('answers', async () => {
    await queue.ping();
  });

  it('does a job once, however often it is added under its id', async () => {
    const done: unknown[] = [];
    const job = { name: 'once', payload: { at: 1 }, id: 'once-1' };
    await Promise.all([queue.add([job]), queue.add([job]), queue.add([job, job])]);
    await queue.add([{ name: 'once', payload: { at: 2 }, id: 'once-2' }, job]);
    work(async ({ id, name, data }) => void done.push([id, name, data]));
    await until(() => done.length >= 2);
    await queue.add([job, job]); // it is done and still known
    await sleep(300);
    expect(done.sort()).toEqual([
      ['once-1', 'once', { at: 1 }],
      ['once-2', 'once', { at: 2 }],
    ]);
  });

  it('takes many in one go', async () => {
    const ids = new Set<string | undefined>();
    const jobs = Array.from({ length: 1000 }, (_, at) => ({ name: 'many', payload: {}, id: `many-${at}` }));
    await queue.add(jobs);
    work(async ({ id }) => void ids.add(id), {}, { concurrency: 50 });
    await until(() => ids.size === 1000);
  });

  it('tries again after growing pauses, and says of each attempt whether it was the last', async () => {
    const at: number[] = [];
    const heard: [string, boolean][] = [];
    work(
      () => {
        at.push(Date.now());
        return at.length < 3 ? Promise.reject(new Error(`attempt ${at.length}`)) : Promise.resolve();
      },
      { onFailed: (_, { message }, final) => heard.push([message, final]) },
    );
    await queue.add([{ name: 'failing', payload: {}, id: 'failing-1' }]);
    await until(() => at.length === 3);
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(950);
    expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(1_950);
    expect(heard).toEqual([
      ['attempt 1', false],
      ['attempt 2', false],
    ]);
  });

  it('keeps one schedule a name and replaces it', async () => {
    await queue.schedule('daily', '0 9 * * *');
    await queue.schedule('daily', '0 9 * * *');
    await queue.schedule('other', '0 10 * * *');
    expect((await queue.scheduled()).sort()).toEqual(['daily', 'other']);
    const ran: string[] = [];
    work(async ({ name }) => void ran.push(name));
    await queue.schedule('daily', '* * * * * *');
    await until(() => ran.length >= 2);
    await queue.schedule('daily', '0 9 * * *');
    await sleep(1_100); // the one that was due already may still run
    const before = ran.length;
    await sleep(2_200);
    expect(ran.length).toBe(before);
    expect(new Set(ran)).toEqual(new Set(['daily']));
  });

  it('waits for the jobs under way when it is closed, and takes no other', async () => {
    const log: string[] = [];
    const runner = work(
      async ({ id }) => {
        log.push(`begun ${id}`);
        await sleep(400);
        log.push(`ended ${id}`);
      },
      {},
      { concurrency: 1 },
    );
    await queue.add([1, 2].map((at) => ({ name: 'slow', payload: {}, id: `slow-${at}` })));
    await until(() => log.length === 1);
    await runner.close();
    expect(log).toEqual(['begun slow-1', 'ended slow-1']);
    work(async ({ id }) => void log.push(`ended ${id}`));
    await until(() => log.length === 3);
  });

  it('gives the job of a worker that was killed to another', async () => {
    const { redisUrl, databaseUrl } = configOf();
    await queue.add([{ name: 'taken', payload: {}, id: 'taken-1' }]);
    const program = `
      const { openWorker } = await import('#platform/queue');
      const listeners = { onError: () => undefined, onFailed: () => undefined };
      const config = { redisUrl: ${JSON.stringify(redisUrl)}, databaseUrl: ${JSON.stringify(databaseUrl)} };
      openWorker(config, () => new Promise(() => console.log('taken')), listeners, { lockDuration: 1000, stalledInterval: 500 });`;
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', './bin/source.js', '--input-type=module', '--eval', program],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const done: unknown[] = [];
    work(async ({ id }) => void done.push(id), {}, { stalledInterval: 500 });
    await until(() => done.length > 0);
    expect(done).toEqual(['taken-1']);
  });
}

/** A server that takes connections and never says a word. */
async function withSilence<T>(run: (port: number) => Promise<T>): Promise<T> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  const sockets = new Set<{ destroy: () => void }>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await once(server, 'listening');
  try {
    return await run((server.address() as AddressInfo).port);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }
}

/** Rejects soon, and what is left can be closed. */
async function expectRefusal(config: QueueConfig): Promise<void> {
  const queue = openQueue(config, () => undefined, 500);
  const began = Date.now();
  await expect(queue.add([{ name: 'lost', payload: {}, id: 'lost' }])).rejects.toThrow();
  await queue.close();
  expect(Date.now() - began).toBeLessThan(5_000);
}

const database = useDatabase();
const inPostgres = (): QueueConfig => ({ redisUrl: null, databaseUrl: database.appUrl });

describe('the queue in PostgreSQL', () => {
  contract(inPostgres);

  it('refuses soon when there is no server, and when there is one that is silent', async () => {
    const url = (port: number) => `postgres://luoshi_app@127.0.0.1:${port}/luoshi`;
    await expectRefusal({ redisUrl: null, databaseUrl: url(await freePort()) });
    await withSilence((port) => expectRefusal({ redisUrl: null, databaseUrl: url(port) }));
  });

  it('works once the server is there, although it was not at first', async () => {
    const target = new URL(database.appUrl);
    const port = await freePort();
    const queue = openQueue(
      { redisUrl: null, databaseUrl: database.appUrl.replace(target.port, String(port)) },
      () => undefined,
    );
    await expect(queue.ping()).rejects.toThrow();
    const { connect } = await import('node:net');
    const relay = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      near.on('error', () => far.destroy()).pipe(far);
      far.on('error', () => near.destroy()).pipe(near);
    }).listen(port, '127.0.0.1');
    await once(relay, 'listening');
    await queue.ping();
    await queue.close();
    relay.close();
  });
});

describeWith(['redis'], 'the queue in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  const inRedis = (): QueueConfig => ({ redisUrl: redis.url, databaseUrl: '' });

  contract(inRedis);

  it('refuses soon when there is no server, and when there is one that is silent', async () => {
    await expectRefusal({ redisUrl: `redis://127.0.0.1:${await freePort()}`, databaseUrl: '' });
    await withSilence((port) => expectRefusal({ redisUrl: `redis://127.0.0.1:${port}`, databaseUrl: '' }));
  });

  it.each(['kill', 'stop'] as const)('can be closed although its server has gone (%s)', async (way) => {
    const other = await startRedis();
    const config = { redisUrl: other.url, databaseUrl: '' };
    const queue = openQueue(config, () => undefined, 500);
    const runner = openWorker(config, () => Promise.resolve(), nobodyListens);
    await queue.ping();
    await sleep(300); // the worker waits for a job
    await other[way]();
    const began = Date.now();
    await expect(queue.ping()).rejects.toThrow();
    await Promise.all([queue.close(), runner.close()]);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
