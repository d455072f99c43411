import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { freePort } from '#platform/ports';
import { isAlive } from '#platform/processes';

import type { Running } from './start/home.js';

/** The built programs, as `npm start` runs them. */
describe('luoshi start', () => {
  const home = mkdtempSync(join(tmpdir(), 'luoshi-start-'));
  chmodSync(home, 0o711);
  let port: number;
  let launcher: ChildProcess | undefined;

  const running = () => JSON.parse(readFileSync(join(home, 'running.json'), 'utf8')) as Running;
  const postmaster = () =>
    Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

  /** Starts, and answers what it printed up to the sign-ins. */
  async function start(environment: Record<string, string> = {}): Promise<string> {
    launcher = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'start'], {
      env: { PATH: process.env['PATH'], LUOSHI_HOME: home, PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const heard = new Promise<void>((resolve) => {
      const listen = (text: string) => {
        output += text;
        if (output.includes('Ctrl-C')) resolve();
      };
      launcher?.stdout?.setEncoding('utf8').on('data', listen);
      launcher?.stderr?.setEncoding('utf8').on('data', listen);
    });
    await Promise.race([heard, once(launcher, 'close')]);
    return output;
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (!launcher || launcher.exitCode !== null || launcher.signalCode !== null) return null;
    const exited = once(launcher, 'exit');
    launcher.kill(signal);
    return ((await exited) as [number | null])[0];
  }

  const owner = async (sql: string) => {
    const client = new pg.Client(running().environment['DATABASE_OWNER_URL']);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    port = await freePort();
  });

  afterAll(async () => {
    await end('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  });

  it('prints one address and a sign-in for each role on each side', async () => {
    const output = await start();
    expect(output.match(/http:\/\/\S+/g)).toEqual([`http://localhost:${port}`]);
    for (const role of ['coordinator', 'officer', 'manager', 'administrator']) {
      expect(output.match(new RegExp(`^ +${role} +\\S+@\\S+ +\\S+$`, 'gm'))?.length).toBeGreaterThanOrEqual(
        2,
      );
    }
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  });

  it('starts no second time from the same folder', async () => {
    const first = launcher;
    const output = await start();
    expect(output).toContain(`is running from ${home} already, at http://localhost:${port}`);
    expect(launcher?.exitCode).toBe(1);
    launcher = first;
  });

  it('starts a program again that was killed', async () => {
    const { api } = running().programs;
    process.kill(api as number, 'SIGKILL');
    const deadline = Date.now() + 20_000;
    while (running().programs.api === api && Date.now() < deadline)
      await new Promise((r) => setTimeout(r, 100));
    while (Date.now() < deadline) {
      if (await fetch(`http://localhost:${port}/healthz`).catch(() => undefined)) break;
      await new Promise((r) => setTimeout(r, 100));
    }
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  });

  const whereProcShows = existsSync('/proc/self/environ') ? it : () => undefined;

  whereProcShows('keeps the migrations’ login from the programs', () => {
    const environment = readFileSync(`/proc/${running().programs.api}/environ`, 'utf8');
    expect(environment).toContain('DATABASE_URL=postgres://luoshi_app:');
    expect(environment).not.toContain('luoshi_owner');
  });

  it('is made whole after kill -9 with nothing lost', async () => {
    await owner('create table written (id int)');
    await owner('insert into written values (1)');
    const before = running();
    await end('SIGKILL');
    await start();
    expect(await owner('select id from written')).toEqual([{ id: 1 }]);
    for (const pid of Object.values(before.programs)) expect(isAlive(pid)).toBe(false);
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  });

  it('stops everything on SIGTERM and calls that success', async () => {
    const pids = [...Object.values(running().programs), postmaster()];
    expect(await end('SIGTERM')).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('says which variable is wrong', async () => {
    const output = await start({ PORT: 'http' });
    expect(output).toContain('PORT is "http"; expected a whole number from 1 to 65535.');
  });
});
