import { Clock } from '#platform/clock';
import { type Config, ConfigError, readConfig } from '#platform/config';

import { readArguments } from './arguments.js';
import { type Check, masked, ok, wrong } from './doctor/check.js';
import { examineDatabase } from './doctor/database.js';
import { examineServices } from './doctor/services.js';
import { withInstallation } from './installation.js';
import { Trouble } from './trouble.js';

export const summary = 'say what is configured, reachable, migrated and safe, and how to mend what is not';

const usage = `luoshi doctor [--json]

Examines an installation: its configuration, database, migrations, row-level security, the login that the programs
use, job queue, storage, mail server, virus scanner, fonts and holiday calendars. Changes nothing. Works beside a
running \`npm start\`; where that is stopped and there is no DATABASE_URL, the embedded database is started for it.

  --json  print {"ok", "checks": [{"name", "state": "ok"|"warning"|"wrong", "detail", "mend"}]} and nothing else

Exit code: 0 nothing is wrong (there may be warnings), 1 something is.`;

function examineConfig(config: Config, environment: NodeJS.ProcessEnv): Check {
  const set = Object.entries(config).flatMap(([name, value]) =>
    environment[name]?.trim() && value !== null ? [`${name}=${masked(String(value))}`] : [],
  );
  return ok('configuration', set.length === 0 ? 'every variable has its default' : set.join(', '));
}

async function examine(): Promise<Check[]> {
  let configuration: Check;
  try {
    configuration = examineConfig(readConfig(), process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [wrong('configuration', error.message, 'Mend this variable in .env or in the environment.')];
  }
  try {
    return await withInstallation(async (environment) => {
      const config = readConfig(environment);
      const today = new Clock(config.CLOCK).today();
      return [
        configuration,
        ...(await examineDatabase(config.DATABASE_URL ?? '', config.DATABASE_OWNER_URL, today)),
        ...(await examineServices(config)),
      ];
    });
  } catch (error) {
    const mend =
      error instanceof Trouble ? 'Run the command again.' : 'Look into postgres/postgres.log in LUOSHI_HOME.';
    return [configuration, wrong('database', (error as Error).message, mend)];
  }
}

const signs = { ok: '✓', warning: '!', wrong: '✗' };

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, { usage, options: { json: { type: 'boolean' } } });
  if (!parsed) return 0;
  const checks = await examine();
  const fine = checks.every(({ state }) => state !== 'wrong');
  if (parsed.values.json) {
    console.log(JSON.stringify({ ok: fine, checks }, null, 2));
  } else {
    for (const { name, state, detail, mend } of checks) {
      console.log(`${signs[state]} ${name}: ${detail}`);
      if (mend) console.log(`    ${mend}`);
    }
  }
  const code = fine ? 0 : 1;
  // What gave no answer may never give one, and shall not keep the terminal.
  setTimeout(() => process.exit(code), 1_000).unref();
  return code;
}
