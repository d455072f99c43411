import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { FileChangedError, FileMissingError, type Storage } from './storage.js';

/** What a backup's folder says of itself. Written last: a folder without it is no backup. */
export interface Manifest {
  format: 1;
  /** ISO instant of the snapshot that every table and file is of. */
  takenAt: string;
  /** A backup goes back into a database with exactly these. */
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number; sha256: string }[];
  files: { count: number; bytes: number };
  /** Keys that rows of the snapshot name and the storage no longer held. */
  missing: string[];
}

/** Whoever is signed in signs in again after a restore: what stands in a backup opens nobody's session. */
const leftOut = ['migrations', 'session'];

export const manifestOf = (folder: string) => join(folder, 'manifest.json');
export const tableOf = (folder: string, table: string) => join(folder, 'tables', `${table}.copy.gz`);
export const keysOf = (folder: string) => join(folder, 'files.txt');
export const fileOf = (folder: string, key: string) => join(folder, 'files', key.slice(0, 2), key);

export class BackupError extends Error {}

/** Counts the lines of COPY's text format and hashes it on its way. */
export class Tally extends Transform {
  rows = 0;
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows += 1;
    this.hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

/** Tables of the record with their columns, each after those it refers to. */
export async function tablesOf(client: Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select c.relname as name,
       array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
         and attgenerated = '' order by attnum) as columns,
       array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
     order by c.relname`,
    [leftOut],
  );
  const waiting = new Map(rows.map((row) => [row.name, row]));
  const ordered: { name: string; columns: string[] }[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ refers }) => !refers.some((name) => waiting.has(name)));
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a ring: ${[...waiting.keys()].join()}`);
    for (const { name, columns } of ready) {
      waiting.delete(name);
      ordered.push({ name, columns });
    }
  }
  return ordered;
}

export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by timestamp');
  return rows.map(({ name }) => name);
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const columnList = (columns: string[]) => columns.map(quoted).join(', ');

/**
 * Writes the database and the files it names into an empty folder, of one instant, while the programs go on.
 * Tables are PostgreSQL's COPY text, gzipped; files are themselves, under their keys.
 * @throws BackupError where the folder holds something already
 */
export async function backUp({
  ownerUrl,
  storage,
  folder,
  at,
}: {
  ownerUrl: string;
  storage: Storage;
  folder: string;
  at: Date;
}): Promise<Manifest> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 }).catch(() => undefined);
  if (
    (await readdir(folder)).some((name) => name !== 'tables') ||
    (await readdir(join(folder, 'tables'))).length
  )
    throw new BackupError(`${folder} is not empty; a backup wants a folder of its own.`);
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`select set_config('luoshi.kind', 'backup', true)`);
    const migrations = await migrationsOf(client);
    const listed = await tablesOf(client);
    const tables: Manifest['tables'] = [];
    for (const table of listed) {
      const { name, columns } = table;
      const source = `copy ${quoted(name)} (${columnList(columns)}) to stdout`;
      tables.push({ ...table, ...(await write(client, source, tableOf(folder, name), createGzip())) });
    }
    const naming = listed.filter(({ columns }) => columns.includes('file_key'));
    const keys = naming.map(({ name }) => `select file_key from ${quoted(name)} where file_key is not null`);
    await write(client, `copy (${keys.join(' union ')} order by 1) to stdout`, keysOf(folder));
    await client.query('commit');

    const { missing, ...files } = await copyFiles(storage, folder);
    const manifest: Manifest = { format: 1, takenAt: at.toISOString(), migrations, tables, files, missing };
    const file = manifestOf(folder);
    await writeFile(`${file}.new`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
    return manifest;
  } finally {
    await client.end();
  }
}

async function write(client: Client, copy: string, file: string, packing?: Transform) {
  const tally = new Tally();
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const steps = packing ? [tally, packing, target] : [tally, target];
  await pipeline([client.query(copyTo(copy)), ...steps]);
  return { rows: tally.rows, sha256: tally.sha256() };
}

async function copyFiles(storage: Storage, folder: string) {
  const missing: string[] = [];
  let count = 0;
  let bytes = 0;
  for await (const key of createInterface({ input: createReadStream(keysOf(folder)) })) {
    try {
      const source = await storage.get(key);
      const file = fileOf(folder, key);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(source, target);
      count += 1;
      bytes += target.bytesWritten;
    } catch (error) {
      if (error instanceof FileChangedError)
        throw new BackupError(`The file ${key} is not what it was when stored.`);
      if (!(error instanceof FileMissingError)) throw error;
      missing.push(key);
    }
  }
  return { count, bytes, missing };
}

/** @throws BackupError where the folder is no backup, or one of another format */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestOf(folder), 'utf8').catch(() => {
    throw new BackupError(`${folder} is no whole backup: it has no manifest.json.`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1)
    throw new BackupError(`${folder} is of a format that this version does not read.`);
  return manifest;
}
