import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';

import { benchAccounts } from '#core/bench-data/bench-data.cast';
import { fillBenchData } from '#core/bench-data/bench-data.service';
import { Clock } from '#platform/clock';
import { readConfig } from '#platform/config';

import { readArguments, wholeNumber } from './arguments.js';
import { withInstallation } from './installation.js';
import { describeSignIns, type SignIn } from './start/sign-ins.js';
import { Trouble } from './trouble.js';

export const summary = 'fill an installation with made-up measures, to see how it behaves when it is large';

const usage = `luoshi bench-data --measures N [--yes] [--json]

Fills an installation with N made-up measures between two governments that do not exist: three mechanisms of ten
meetings of twelve areas, 200 people, both sides' assignments published, about 2.3 cleared updates a measure, some
updates under way, due dates around today. 100,000 measures take about a minute.

It is meant for an installation made for this. One that holds a real record is refused; one that is empty, or holds
the sample or earlier bench data and nothing else, is added to. What is written stays: a record has no deletion.

  --measures N  1 to 1000000
  --yes         do not ask
  --json        print {"measures", "clearedUpdates", "openUpdates", "meetings", "people", "seconds", "signIns"} only

Which installation: that of DATABASE_URL (as the runtime login, with DATABASE_OWNER_URL beside it), else the one in
LUOSHI_HOME, whether \`npm start\` runs or not.

Exit code: 0 filled, 1 not filled (standard error says why).`;

async function agreed(measures: number): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Trouble('Nobody is there to be asked: say --yes to write bench data for good.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(
    `Write ${measures} made-up measures? They cannot be removed again. (y/N) `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** On one line of a terminal; in a log, where lines stay, not at all. */
function showProgress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}\u001b[K`);
}

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args, {
    usage,
    options: { measures: { type: 'string' }, yes: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  if (!parsed) return 0;
  const { values } = parsed;
  const measures = wholeNumber('measures', values.measures, 1, 1_000_000);
  if (!values.yes && !(await agreed(measures))) return 1;

  const password = randomBytes(12).toString('base64url');
  const startedAt = Date.now();
  const counts = await withInstallation(async (environment) => {
    const { DATABASE_URL, DATABASE_OWNER_URL, CLOCK } = readConfig(environment);
    const databaseUrl = DATABASE_URL ?? '';
    const ownerUrl = DATABASE_OWNER_URL ?? databaseUrl;
    const now = new Clock(CLOCK).now();
    try {
      return await fillBenchData({
        ...{ ownerUrl, databaseUrl, measures, now, password },
        onProgress: showProgress,
      });
    } catch (error) {
      throw error instanceof RangeError ? new Trouble(error.message) : error;
    } finally {
      showProgress('');
    }
  });
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
  const signIns = benchAccounts().map(({ party, role, email }): SignIn => ({
    side: `${party.en} ${party.hant}`,
    ...{ role, email, password },
  }));
  if (values.json) {
    console.log(JSON.stringify({ ...counts, seconds, signIns }));
    return 0;
  }
  const { meetings, clearedUpdates, openUpdates, people } = counts;
  console.log(
    `${counts.measures} measures in ${meetings} meetings, ${clearedUpdates} cleared updates, ${openUpdates} under way, ` +
      `${people} people, in ${seconds} s.\n\nThe password is new, and the same for everybody:\n\n${describeSignIns(signIns)}`,
  );
  return 0;
}
