import { resolve } from 'node:path';

import { storageOf } from '#core/core.module';
import { migrate } from '#core/database';
import { BackupError } from '#platform/backup';
import { readConfig } from '#platform/config';
import { restore } from '#platform/restore';
import { FileChangedError } from '#platform/storage';

import { readArguments } from './arguments.js';
import { withInstallation } from './installation.js';
import { Trouble } from './trouble.js';

export const summary = 'put a backup into an empty installation';

const usage = `luoshi restore FOLDER [--json]

Puts what \`luoshi backup\` wrote into an installation without data, of the version that made the backup: whole or not
at all. Every table and file is hashed again on the way. Do it before the first \`npm start\`, which would load the
sample, and with the programs stopped. \`luoshi verify\` then checks the ledgers.

  --json  print what was restored, and nothing else

Exit code: 0 restored, 1 nothing was changed (standard error says why).`;

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, { usage, options: { json: { type: 'boolean' } } });
  if (!parsed) return 0;
  const [folder, ...more] = parsed.positionals;
  if (folder === undefined || more.length > 0) throw new Trouble(`Name one folder.\n\n${usage}`);
  try {
    const { takenAt, tables, files, missing } = await withInstallation(async (environment) => {
      const config = readConfig(environment);
      const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? '';
      await migrate({ ownerUrl });
      return restore({ ownerUrl, storage: await storageOf(config), folder: resolve(folder) });
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    if (parsed.values.json) console.log(JSON.stringify({ takenAt, rows, files, missing }));
    else console.log(`${rows} rows and ${files.count} files are back as they were at ${takenAt}.`);
    return 0;
  } catch (error) {
    throw error instanceof BackupError || error instanceof FileChangedError
      ? new Trouble(error.message)
      : error;
  }
}
