import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

import { type Manifest, manifestOf, tableOf } from '#platform/backup';
import { restore } from '#platform/restore';
import { createStorage } from '#platform/storage';
import { createDatabase, type TestDatabase, useDatabase } from '#testing/database';
import { DataSource } from 'typeorm';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every row of every table of the record, as text, past every policy. */
async function contents({ superUrl }: TestDatabase): Promise<Record<string, string[]>> {
  const source = await new DataSource({ type: 'postgres', url: superUrl }).initialize();
  try {
    const tables = await source.query<{ name: string }[]>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'session')
       order by 1`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await source.query<{ row: string }[]>(`select t::text as row from "${name}" t order by 1`);
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  } finally {
    await source.destroy();
  }
}

/** Key to content. */
function filesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'base64')]),
  );
}

describe('luoshi backup and luoshi restore', () => {
  const database = useDatabase();
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'luoshi-backup-'));
    expect(await luoshi(database, 'files', 'sample', '--json')).toMatchObject({ code: 0, errors: '' });
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function luoshi({ appUrl, ownerUrl }: TestDatabase, files: string, ...args: string[]) {
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', './bin/source.js', 'apps/cli/src/main.ts', ...args],
      {
        cwd: root,
        env: {
          ...{ PATH: process.env['PATH'], DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl },
          STORAGE_URL: pathToFileURL(join(home, files)).href,
        },
      },
    );
    const [output, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    return { code, output, errors };
  }

  it('brings every row and file back into an empty installation, as they were', async () => {
    const folder = join(home, 'backup');
    const made = await luoshi(database, 'files', 'backup', folder, '--json');
    expect(made).toMatchObject({ code: 0, errors: '' });
    const before = await contents(database);
    const files = filesIn(join(home, 'files'));
    expect(before['activity']?.length).toBeGreaterThan(50);
    expect(Object.keys(files).length).toBeGreaterThan(0);
    expect(JSON.parse(made.output)).toMatchObject({
      missing: [],
      files: { count: Object.keys(files).length },
    });

    const empty = await createDatabase();
    const back = await luoshi(empty, 'restored', 'restore', folder);
    expect(back).toMatchObject({ code: 0, errors: '' });
    expect(await contents(empty)).toEqual(before);
    expect(filesIn(join(home, 'restored'))).toEqual(files);

    // The policies and the triggers are awake again: nobody's rows for the owner, and chains that go on.
    const [{ email } = { email: '' }] = await query<{ email: string }>(
      empty,
      `select email from person where 'coordinator' = any(roles) limit 1`,
    );
    const verified = await luoshi(empty, 'restored', 'verify', '--as', email, '--json');
    expect(verified.code).toBe(0);
    expect(verified.output).toContain('"broken":null');
    const awake = await query<{ table: string }>(
      empty,
      `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)
       union select tgrelid::regclass::text from pg_trigger where not tgisinternal and tgenabled = 'D'`,
    );
    expect(awake).toEqual([]);

    const again = await luoshi(empty, 'restored', 'restore', folder);
    expect(again).toMatchObject({ code: 1, errors: expect.stringContaining('holds data already') });
    expect(filesIn(join(home, 'restored'))).toEqual(files);
  }, 120_000);

  it('changes nothing where the backup is not what it was', async () => {
    const folder = join(home, 'whole');
    await luoshi(database, 'files', 'backup', folder);
    expect(await luoshi(database, 'files', 'backup', folder)).toMatchObject({
      ...{ code: 1, errors: expect.stringContaining('not empty') },
    });
    const empty = await createDatabase();
    const spoil = async (change: (copy: string) => void, reason: RegExp) => {
      const copy = mkdtempSync(join(home, 'spoilt-'));
      execFileSync('cp', ['-r', `${folder}/.`, copy]);
      change(copy);
      const storage = createStorage(pathToFileURL(join(home, 'never')).href);
      await expect(restore({ ownerUrl: empty.ownerUrl, storage, folder: copy })).rejects.toThrow(reason);
      expect(Object.keys(filesIn(join(home, 'never')))).toEqual([]);
    };
    const measures = tableOf('', 'measure');
    await spoil((copy) => {
      const table = gunzipSync(readFileSync(join(copy, measures))).toString();
      writeFileSync(join(copy, measures), gzipSync(table.replace('合作', '協作')));
    }, /measure\.copy\.gz is not what it was/);
    await spoil((copy) => {
      const [file] = readdirSync(join(copy, 'files'), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile(),
      );
      appendFileSync(join(file?.parentPath ?? '', file?.name ?? ''), ' ');
    }, /is not what it was/);
    await spoil((copy) => rmSync(manifestOf(copy)), /no manifest\.json/);
    const manifest = (change: (said: Manifest) => void) => (copy: string) => {
      const said = JSON.parse(readFileSync(manifestOf(copy), 'utf8')) as Manifest;
      change(said);
      writeFileSync(manifestOf(copy), JSON.stringify(said));
    };
    await spoil(
      manifest(({ migrations }) => migrations.push('Later2000000000000')),
      /newer version/,
    );
    await spoil(
      manifest(({ migrations }) => migrations.pop()),
      /older version/,
    );
    const rows = Object.entries(await contents(empty)).filter(([, all]) => all.length > 0);
    expect(rows.map(([table]) => table)).toEqual([]);
  }, 120_000);

  it('covers every table: nothing is forced without the policy that a backup reads by', async () => {
    const bare = await query<{ table: string }>(
      database,
      `select relname as table from pg_class c where relnamespace = 'public'::regnamespace and relforcerowsecurity
         and not exists (select from pg_policy where polrelid = c.oid and polname = 'backup')`,
    );
    expect(bare).toEqual([]);
  });

  async function query<Row>({ superUrl }: TestDatabase, sql: string): Promise<Row[]> {
    const source = await new DataSource({ type: 'postgres', url: superUrl }).initialize();
    try {
      return await source.query<Row[]>(sql);
    } finally {
      await source.destroy();
    }
  }
});
