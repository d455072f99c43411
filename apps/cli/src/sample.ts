import { parseArgs } from 'node:util';

import { storageOf, uploadsFolder } from '#core/core.module';
import { migrate } from '#core/database';
import { demoPassword, demoPeople } from '#core/sample/sample.people';
import { loadSample } from '#core/sample/sample.service';
import { Clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { createUploads } from '#platform/uploads';

import { withInstallation } from './installation.js';
import { describeSignIns, type SignIn } from './start/sign-ins.js';
import { Trouble } from './trouble.js';

export const summary =
  'fill an empty installation with the sample (--migrate first; --if-empty: else leave it be; --json)';

const signIns = (): SignIn[] =>
  demoPeople().map(({ party, role, email }) => ({
    side: `${party.en} ${party.hant}`,
    role,
    email,
    password: demoPassword,
  }));

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, 'if-empty': { type: 'boolean' }, migrate: { type: 'boolean' } },
  });
  const outcome = await withInstallation(async (environment) => {
    const config = readConfig(environment);
    const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? '';
    if (values.migrate) await migrate({ ownerUrl });
    return loadSample({
      ownerUrl,
      config,
      storage: await storageOf(config),
      uploads: createUploads(uploadsFolder(config)),
      now: new Clock(config.CLOCK).now(),
    });
  });
  if (outcome === 'occupied' && !values['if-empty']) {
    throw new Trouble('This installation holds data already: the sample is loaded into an empty one only.');
  }
  const accounts = outcome === 'occupied' ? [] : signIns();
  console.log(values.json ? JSON.stringify(accounts) : describeSignIns(accounts));
  return 0;
}
