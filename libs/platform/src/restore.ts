import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  BackupError,
  columnList,
  fileOf,
  keysOf,
  type Manifest,
  migrationsOf,
  quoted,
  readManifest,
  tableOf,
  tablesOf,
  Tally,
} from './backup.js';
import type { Storage } from './storage.js';

/**
 * Puts a backup into an installation that is migrated and empty, whole or not at all: every hash is reckoned again
 * before the one transaction is committed. Row-level security and triggers rest for that transaction alone, so that
 * the ledgers' rows keep the hashes they had.
 * @throws BackupError where the installation holds data, is of another version, or the backup is not what it was
 */
export async function restore({
  ownerUrl,
  storage,
  folder,
}: {
  ownerUrl: string;
  storage: Storage;
  folder: string;
}): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const client = new Client(ownerUrl);
  await client.connect();
  const stored: string[] = [];
  try {
    await client.query('begin');
    await demandSameVersion(client, manifest);
    const tables = await tablesOf(client);
    // The calendar is filled by the programs themselves, and stands in the backup as well.
    await open(client, tables);
    await client.query('delete from calendar_day');
    await demandEmpty(client, tables);
    for await (const key of createInterface({ input: createReadStream(keysOf(folder)) })) {
      if (manifest.missing.includes(key)) continue;
      await storage.put(createReadStream(fileOf(folder, key)), { maxBytes: Infinity, key });
      stored.push(key);
    }
    for (const { name } of tables) await fill(client, folder, manifest, name);
    await close(client, tables);
    await client.query('commit');
    return manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    for (const key of stored) await storage.remove(key);
    throw error;
  } finally {
    await client.end();
  }
}

type Tables = Awaited<ReturnType<typeof tablesOf>>;

async function demandSameVersion(client: Client, { migrations }: Manifest): Promise<void> {
  const present = await migrationsOf(client);
  const lacking = migrations.filter((name) => !present.includes(name));
  const beyond = present.filter((name) => !migrations.includes(name));
  if (lacking.length > 0)
    throw new BackupError(`The backup is of a newer version: this one does not know ${lacking.join(', ')}.`);
  if (beyond.length > 0)
    throw new BackupError(
      `The backup is of an older version, without ${beyond.join(', ')}: restore it with that version, then start this one.`,
    );
}

async function open(client: Client, tables: Tables): Promise<void> {
  for (const { name } of tables) {
    const table = quoted(name);
    await client.query(`alter table ${table} disable trigger user`);
    await client.query(`alter table ${table} no force row level security`);
  }
}

async function close(client: Client, tables: Tables): Promise<void> {
  for (const { name } of tables) {
    const table = quoted(name);
    await client.query(`alter table ${table} force row level security`);
    await client.query(`alter table ${table} enable trigger user`);
  }
}

async function demandEmpty(client: Client, tables: Tables): Promise<void> {
  const asked = tables.map(
    ({ name }) => `select '${name}' as name where exists (select from ${quoted(name)})`,
  );
  const { rows } = await client.query<{ name: string }>(asked.join(' union all '));
  if (rows.length > 0)
    throw new BackupError(
      `This installation holds data already (${rows.map(({ name }) => name).join(', ')}); a backup is restored into an empty one.`,
    );
}

async function fill(client: Client, folder: string, { tables }: Manifest, name: string): Promise<void> {
  const said = tables.find((table) => table.name === name);
  if (!said) throw new BackupError(`The backup has no table ${name}.`);
  const tally = new Tally();
  const target = client.query(copyFrom(`copy ${quoted(name)} (${columnList(said.columns)}) from stdin`));
  await pipeline(createReadStream(tableOf(folder, name)), createGunzip(), tally, target);
  if (tally.rows !== said.rows || tally.sha256() !== said.sha256)
    throw new BackupError(`${tableOf(folder, name)} is not what it was when the backup was made.`);
}
