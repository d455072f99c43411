import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#core/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import pg from 'pg';
import type { TestDatabase } from '../database.js';

/** A server of its own for scripts that no test runner gives one, and as many migrated databases as they ask for. */
export async function withDatabases<T>(
  work: (create: (name: string) => Promise<TestDatabase>) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-soak-ground-'));
  chmodSync(folder, 0o711); // the server's user passes through
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  try {
    return await work(async (name) => {
      const client = new pg.Client(postgres.superUrl('postgres'));
      await client.connect();
      await client.query(`create database ${client.escapeIdentifier(name)} owner luoshi_owner`);
      await client.end();
      await migrate({ ownerUrl: postgres.ownerUrl(name) });
      return {
        name,
        appUrl: postgres.appUrl(name),
        ownerUrl: postgres.ownerUrl(name),
        superUrl: postgres.superUrl(name),
      };
    });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
