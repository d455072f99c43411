import { migrate } from '#core/database';
import { readConfig } from '#platform/config';

import { Trouble } from './trouble.js';

export const summary = 'bring the database to this version (DATABASE_OWNER_URL, else DATABASE_URL)';

export async function run(): Promise<number> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = readConfig();
  const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (!ownerUrl) throw new Trouble('Set DATABASE_OWNER_URL to the database that is to be migrated.');
  await migrate({ ownerUrl });
  console.log('The database is up to date.');
  return 0;
}
