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

/** A migrated, otherwise empty database of one's own. Whoever makes one drops it. */
export const createDatabase = () => ask<TestDatabase>('POST', '/databases');

export const dropDatabase = ({ name }: TestDatabase) => ask<unknown>('DELETE', `/databases/${name}`);

/**
 * A migrated, otherwise empty database for the spec file (or the `describe`) that calls this. Its addresses can be
 * read from the first `beforeAll` after this line on; it is dropped at the end.
 */
export function useDatabase(): TestDatabase {
  const database: TestDatabase = { name: '', appUrl: '', ownerUrl: '', superUrl: '' };
  beforeAll(async () => {
    Object.assign(database, await createDatabase());
  });
  afterAll(() => dropDatabase(database));
  return database;
}
