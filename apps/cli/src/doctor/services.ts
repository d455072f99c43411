import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { storageOf, storageUrl } from '#core/core.module';
import type { Config } from '#platform/config';
import { createMailer } from '#platform/mail';
import { openQueue } from '#platform/queue';
import { createScanner } from '#platform/scan';

import { type Check, look, masked, ok, warning } from './check.js';

/** What the programs use beside the database. */
export async function examineServices(config: Config): Promise<Check[]> {
  const checks = await Promise.all([
    look('queue', 'Check REDIS_URL; without it, run `luoshi migrate`: the queue lives in PostgreSQL.', () =>
      examineQueue(config),
    ),
    look('storage', 'Give this user the right to write there, or set STORAGE_URL to another folder.', () =>
      examineStorage(config),
    ),
    look('mail', 'Check SMTP_URL: host, port, user and password.', () => examineMail(config)),
    look('virus scanner', 'Check CLAMD_URL, and that clamd runs.', () => examineScanner(config)),
    look('fonts', 'Install fontconfig.', examineFonts),
  ]);
  return checks.flat();
}

async function examineQueue({ REDIS_URL, DATABASE_URL }: Config): Promise<Check> {
  const queue = openQueue({ redisUrl: REDIS_URL, databaseUrl: DATABASE_URL ?? '' }, () => undefined);
  try {
    await queue.ping();
    return ok('queue', REDIS_URL ? `Redis at ${masked(REDIS_URL)}` : 'in PostgreSQL');
  } finally {
    await queue.close().catch(() => undefined);
  }
}

async function examineStorage(config: Config): Promise<Check> {
  await (await storageOf(config)).check();
  return ok('storage', `${masked(storageUrl(config))} can be written`);
}

async function examineMail({ SMTP_URL }: Config): Promise<Check> {
  const mailer = createMailer(SMTP_URL, { connectMs: 5_000, silenceMs: 5_000 });
  if (!mailer || !SMTP_URL) return ok('mail', 'no SMTP_URL: mails stay in the outbox page');
  await mailer.verify();
  return ok('mail', `${masked(SMTP_URL)} lets us in`);
}

async function examineScanner({ CLAMD_URL }: Config): Promise<Check> {
  if (!CLAMD_URL) {
    return warning(
      'virus scanner',
      'no CLAMD_URL: files are kept and marked as not scanned',
      'Set CLAMD_URL to a clamd, for example tcp://localhost:3310.',
    );
  }
  await createScanner(CLAMD_URL)?.ping();
  return ok('virus scanner', `clamd at ${CLAMD_URL} answers`);
}

/** Documents name their fonts and are drawn by their reader's machine; a converter on this one needs them here. */
async function examineFonts(): Promise<Check> {
  const mend = 'Install Noto CJK, on Debian: apt install fonts-noto-cjk.';
  try {
    const missing: string[] = [];
    for (const language of ['zh-hk', 'zh-cn']) {
      const { stdout } = await promisify(execFile)('fc-list', [`:lang=${language}`, 'family']);
      if (stdout.trim() === '') missing.push(language);
    }
    return missing.length === 0
      ? ok('fonts', 'there are fonts for Chinese in both scripts')
      : warning('fonts', `no font for ${missing.join(' and ')}`, mend);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return warning('fonts', 'cannot be told without fc-list', mend);
  }
}
