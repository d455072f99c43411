import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CalendarsService } from '#core/calendar/calendars.service';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import pg from 'pg';

import type { Check } from './doctor/check.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Finding {
  ok: boolean;
  checks: Check[];
}

/** In a process of its own: its exit code counts, and that it ends. */
function doctor(environment: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=source', '--import', './bin/source.js', 'apps/cli/src/main.ts', 'doctor', '--json'],
      { cwd: root, env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...environment } },
      (error, stdout) => resolve({ code: error ? Number(error.code) : 0, output: stdout }),
    );
  });
}

async function examine(environment: Record<string, string>) {
  const { code, output } = await doctor(environment);
  const { ok, checks } = JSON.parse(output) as Finding;
  return { code, ok, output, of: (name: string) => checks.find((check) => check.name === name) };
}

describe('luoshi doctor', () => {
  const database = useDatabase();
  const core = useCore(database);
  const home = mkdtempSync(join(tmpdir(), 'luoshi-doctor-'));
  const owner = async (sql: string) => {
    const client = new pg.Client(database.superUrl);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const healthy = () => ({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    LUOSHI_HOME: home,
  });

  beforeAll(() => core.app.get(CalendarsService).refresh());
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('finds nothing wrong with a healthy installation, and shows no secret', async () => {
    const { code, ok, output, of } = await examine(healthy());
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    expect(of('runtime login')?.state).toBe('ok');
    expect(of('row-level security')?.detail).toContain('forced on all');
    for (const url of [database.appUrl, database.ownerUrl])
      expect(output).not.toContain(new URL(url).password);
  });

  it('says of each service that does not answer what to do', async () => {
    writeFileSync(join(home, 'file'), '');
    const { code, output, of } = await examine({
      ...healthy(),
      SMTP_URL: 'smtp://user:swordfish@127.0.0.1:1',
      CLAMD_URL: 'tcp://127.0.0.1:1',
      REDIS_URL: 'redis://:swordfish@127.0.0.1:1',
      STORAGE_URL: `file://${home}/file/below`,
    });
    expect(code).toBe(1);
    for (const name of ['mail', 'virus scanner', 'queue', 'storage']) {
      expect(of(name)).toMatchObject({ state: 'wrong', mend: expect.stringMatching(/./) });
    }
    expect(output).not.toContain('swordfish');
  });

  it('knows clamd by its answer', async () => {
    const server = createServer((socket) =>
      socket.once('data', (said) => socket.end(String(said) === 'zPING\0' ? 'PONG\0' : 'HELLO\0')),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { of } = await examine({ ...healthy(), CLAMD_URL: `tcp://127.0.0.1:${port}` });
    server.close();
    expect(of('virus scanner')?.state).toBe('ok');
  });

  it('refuses a login that row-level security does not bind, or that is the owner', async () => {
    const asSuper = await examine({ ...healthy(), DATABASE_URL: database.superUrl });
    expect(asSuper.code).toBe(1);
    expect(asSuper.of('runtime login')).toMatchObject({
      state: 'wrong',
      detail: expect.stringContaining('bound by no'),
    });
    const asOwner = await examine({ ...healthy(), DATABASE_URL: database.ownerUrl });
    expect(asOwner.of('runtime login')?.state).not.toBe('ok');
  });

  it('sees a table that somebody let loose, and a migration that is missing', async () => {
    await owner('alter table measure no force row level security');
    const loose = await examine(healthy());
    expect(loose.code).toBe(1);
    expect(loose.of('row-level security')).toMatchObject({
      state: 'wrong',
      detail: 'measure is not bound by it',
      mend: expect.stringContaining('alter table "measure"'),
    });
    await owner('alter table measure force row level security');

    await owner(`create table kept as select * from migrations; delete from migrations where id = 7`);
    const pending = await examine(healthy());
    expect(pending.of('migrations')).toMatchObject({
      state: 'wrong',
      detail: expect.stringContaining('1 pending'),
    });
    await owner('truncate migrations; insert into migrations select * from kept; drop table kept');
  });

  it('sees a database that is not there, and a variable that is no value', async () => {
    const { pathname } = new URL(database.appUrl);
    const gone = await examine({ ...healthy(), DATABASE_URL: database.appUrl.replace(pathname, '/absent') });
    expect(gone.code).toBe(1);
    expect(gone.of('database')).toMatchObject({
      state: 'wrong',
      mend: expect.stringContaining('DATABASE_URL'),
    });
    const unread = await examine({ ...healthy(), PORT: 'seven' });
    expect(unread.code).toBe(1);
    expect(unread.of('configuration')?.detail).toContain('PORT is "seven"');
  });
});
