import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { isAlive } from './processes.js';

const asRoot = process.getuid?.() === 0;

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = ({ data }: EmbeddedPostgres) =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let running: EmbeddedPostgres | undefined;

  const start = async () => {
    running = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
    return running;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'luoshi-embedded-'));
    if (asRoot) chmodSync(folder, 0o711);
  });

  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes two logins that row-level security binds, and a database that knows Chinese', async () => {
    const server = await start();
    const roles = await query<Record<string, unknown>>(
      server.superUrl(),
      `select rolname, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls
         from pg_roles where rolname like 'luoshi%' order by 1`,
    );
    const bound = {
      rolcanlogin: true,
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
    };
    expect(roles).toEqual([
      { rolname: 'luoshi_app', ...bound },
      { rolname: 'luoshi_owner', ...bound },
    ]);
    expect(await query(server.ownerUrl(), `select cardinality(show_trgm('落實合作')) as trigrams`)).toEqual([
      { trigrams: 5 },
    ]);
    await query(server.ownerUrl(), 'create table kept (id int); insert into kept values (1)');
  });

  it('keeps its passwords to itself and lets nobody in without', async () => {
    const server = running as EmbeddedPostgres;
    expect(statSync(join(folder, 'postgres', 'credentials.json')).mode & 0o077).toBe(0);
    expect(statSync(server.data).mode & 0o077).toBe(0);
    const url = new URL(server.superUrl());
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('loses nothing when launcher and server are left behind, and stops the one that was', async () => {
    const first = running as EmbeddedPostgres;
    const stale = pidOf(first);
    await query(first.ownerUrl(), 'insert into kept values (2)');
    const second = await start();
    expect(isAlive(stale)).toBe(false);
    expect(second.port).toBe(first.port);
    expect(await query(second.ownerUrl(), 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('loses nothing when the server itself is killed', async () => {
    const server = running as EmbeddedPostgres;
    await query(server.ownerUrl(), 'insert into kept values (3)');
    process.kill(pidOf(server), 'SIGKILL');
    await server.ended;
    const again = await start();
    expect(await query(again.ownerUrl(), 'select count(*)::int as n from kept')).toEqual([{ n: 3 }]);
  });

  it('leaves a stranger alone who has the process id of an earlier server', async () => {
    const server = running as EmbeddedPostgres;
    const file = join(server.data, 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    await server.stop();
    const stranger = spawn('sleep', ['60']);
    try {
      writeFileSync(file, [String(stranger.pid), ...lines.slice(1)].join('\n'));
      if (asRoot) execFileSync('chown', ['nobody', file]);
      await start();
      expect(stranger.exitCode).toBeNull();
      expect(isAlive(stranger.pid as number)).toBe(true);
    } finally {
      stranger.kill();
    }
  });

  it('takes another port when its own was taken meanwhile', async () => {
    const { port, stop } = running as EmbeddedPostgres;
    await stop();
    const taker: Server = createServer().listen(port, '127.0.0.1');
    await once(taker, 'listening');
    try {
      const again = await start();
      expect(again.port).not.toBe(port);
      expect(await query(again.appUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      taker.close();
    }
  });

  // Who is not root runs the server under his own name and has no such trouble.
  const caseOfRoot = asRoot ? it : () => undefined;

  caseOfRoot(
    'puts the data where the user nobody can reach it, when root keeps the clone private',
    async () => {
      const hidden = mkdtempSync(join(tmpdir(), 'luoshi-hidden-'));
      chmodSync(hidden, 0o700);
      const server = await startEmbeddedPostgres({
        dataDir: join(hidden, 'postgres'),
        settings: { fsync: 'off' },
      });
      try {
        expect(server.data).toMatch(/^\/var\/lib\/luoshi\/data-/);
        expect(existsSync(server.data)).toBe(true);
        expect(await query(server.appUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
      } finally {
        await server.stop();
        rmSync(server.data, { recursive: true, force: true });
        rmSync(hidden, { recursive: true, force: true });
      }
    },
  );
});
