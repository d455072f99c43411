import { resolve } from 'node:path';

import { storageOf } from '#core/core.module';
import { BackupError, backUp } from '#platform/backup';
import { Clock } from '#platform/clock';
import { readConfig } from '#platform/config';

import { readArguments } from './arguments.js';
import { withInstallation } from './installation.js';
import { Trouble } from './trouble.js';

export const summary = 'write the database and the files, of one instant, into a folder';

const usage = `luoshi backup FOLDER [--json]

Writes everything into FOLDER, which is made, or empty: the tables as PostgreSQL's COPY text, the files under their
keys, and last of all manifest.json with every hash. Of one instant; works beside running programs. It needs
DATABASE_OWNER_URL where DATABASE_URL is set.

The folder holds what either side keeps private: keep it as safe as the installation, and encrypt what travels.
Sessions and the job queue stay out: people sign in again, and sweeps queue again what is due.

  --json  print the manifest without its tables, and nothing else

Exit code: 0 whole, 1 not made, or a file that a row names was missing (the manifest lists them).`;

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, { usage, options: { json: { type: 'boolean' } } });
  if (!parsed) return 0;
  const [folder, ...more] = parsed.positionals;
  if (folder === undefined || more.length > 0) throw new Trouble(`Name one folder.\n\n${usage}`);
  try {
    const { tables, ...manifest } = await withInstallation(async (environment) => {
      const config = readConfig(environment);
      return backUp({
        ownerUrl: config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? '',
        storage: await storageOf(config),
        folder: resolve(folder),
        at: new Clock(config.CLOCK).now(),
      });
    });
    const { files, missing } = manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    if (parsed.values.json) console.log(JSON.stringify({ ...manifest, rows }));
    else
      console.log(
        `${rows} rows of ${tables.length} tables and ${files.count} files are in ${resolve(folder)}.`,
      );
    if (missing.length > 0) console.error(`Missing in the storage: ${missing.join(', ')}`);
    return missing.length > 0 ? 1 : 0;
  } catch (error) {
    throw error instanceof BackupError ? new Trouble(error.message) : error;
  }
}
