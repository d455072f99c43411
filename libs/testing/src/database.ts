export interface TestDatabase {
  name: string;
  /** The runtime login, as the programs use it. */
  appUrl: string;
  /** The owner, as migrations use it. */
  ownerUrl: string;
  /** Past every policy: for asserting what really stands in a table. */
  superUrl: string;
}

async function ask<T>(method: 'POST' | 'DELETE', path: string): Promise<T> {
  const response = await fetch(`${process.env['LUOSHI_TEST_GROUND']}${path}`, { method });
  const body = await response.text();
  if (!response.ok) throw new Error(`No test database: ${body}`);
  return JSON.parse(body) as T;
}

/** A migrated, otherwise empty database of one's own, for as long as this spec file runs. */
export function createDatabase(): Promise<TestDatabase> {
  const { testPath = '' } = expect.getState();
  const scope = new URLSearchParams({ worker: process.env['JEST_WORKER_ID'] ?? '', file: testPath });
  return ask('POST', `/databases?${scope.toString()}`);
}

/** Drops it before the file has ended, connections or not. */
export const dropDatabase = ({ name }: TestDatabase) => ask<unknown>('DELETE', `/databases/${name}`);

/**
 * A migrated, otherwise empty database for the spec file (or the `describe`) that calls this. Its addresses can be
 * read from the first `beforeAll` after this line on. It goes when the file has ended; close your connections.
 */
export function useDatabase(): TestDatabase {
  const database: TestDatabase = { name: '', appUrl: '', ownerUrl: '', superUrl: '' };
  beforeAll(async () => {
    Object.assign(database, await createDatabase());
  });
  return database;
}
