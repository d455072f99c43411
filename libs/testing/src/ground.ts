/**
 * The process that the tests' databases live in. Jest's global setup starts it and holds its standard input: when
 * Jest ends, however it ends, the input closes and the cluster and its folder go. It starts nothing before it is
 * asked, so a run of pure tests costs nothing.
 *
 *   POST /databases?worker=1&file=…  a fresh copy of the migrated database: { name, appUrl, ownerUrl, superUrl }
 *   DELETE /databases/:name          drops it
 *
 * A worker that asks for another file has ended the one before, whose databases are then dropped: an \`afterAll\`
 * would come before those of the spec, which still has its connections to close.
 */
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';

// Nothing here survives the run, so nothing has to be safe on the disk.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
  max_connections: '300',
};

interface Cluster {
  folder: string;
  postgres: EmbeddedPostgres;
  admin: pg.Client;
}

let cluster: Promise<Cluster> | undefined;

async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-test-'));
  chmodSync(folder, 0o711); // the server's user passes through, and the data stays where we remove it
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings });
  try {
    // Loaded with the cluster: a pure test does not wait for the whole core.
    const { migrate } = await import('#core/database');
    await migrate({ ownerUrl: postgres.ownerUrl() });
    const admin = new pg.Client(postgres.superUrl('postgres'));
    await admin.connect();
    return { folder, postgres, admin };
  } catch (error) {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

let made = 0;
const scopes = new Map<string, { file: string; names: string[] }>();

async function drop(name: string): Promise<void> {
  const { admin } = (await cluster) as Cluster;
  await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
}

async function make(worker: string, file: string): Promise<unknown> {
  const { postgres, admin } = await (cluster ??= startCluster());
  const before = scopes.get(worker);
  const scope = before?.file === file ? before : { file, names: [] };
  scopes.set(worker, scope);
  if (before && before !== scope) for (const name of before.names) await drop(name);
  const name = `test_${(made += 1)}`;
  scope.names.push(name);
  // One client, so one copy at a time: PostgreSQL copies no database that another session is using.
  await admin.query(`create database ${name} template luoshi owner luoshi_owner`);
  return {
    name,
    appUrl: postgres.appUrl(name),
    ownerUrl: postgres.ownerUrl(name),
    superUrl: postgres.superUrl(name),
  };
}

async function answer({ method, url = '' }: IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(url, 'http://ground');
  if (method === 'POST') return make(searchParams.get('worker') ?? '', searchParams.get('file') ?? '');
  await drop(pathname.split('/').at(-1) ?? '');
  return {};
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.end(JSON.stringify(body)),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.stack : String(error));
    },
  );
});

process.on('SIGINT', () => undefined); // Ctrl-C: Jest lets its specs clean up first, then closes our input
process.stdin.resume();
// A spec asks minutes apart: a connection that is kept shall not be closed just when it is used again.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);

await Promise.race([once(process.stdin, 'end'), once(process, 'SIGTERM')]);
const started = await cluster?.catch(() => undefined);
if (started) {
  await started.admin.end();
  await started.postgres.stop();
  rmSync(started.folder, { recursive: true, force: true });
}
process.exit(0);
