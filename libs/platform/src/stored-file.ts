import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { types } from 'node:util';

export class FileTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`the file has more than ${maxBytes} bytes`);
    this.name = 'FileTooLargeError';
  }
}

export class FileChangedError extends Error {
  constructor(readonly key: string) {
    super(`the content of ${key} is not what it was`);
    this.name = 'FileChangedError';
  }
}

export class StorageFullError extends Error {
  constructor(options?: ErrorOptions) {
    super('no space is left for the file', options);
    this.name = 'StorageFullError';
  }
}

/** A bucket that does not answer, refuses or breaks off: it may do what is asked another time. */
export class StorageAwayError extends Error {
  readonly code = 'STORAGE_AWAY';
  constructor(options?: ErrorOptions) {
    super('the storage does not answer as it should', options);
    this.name = 'StorageAwayError';
  }
}

export class FileMissingError extends Error {
  constructor(readonly key: string) {
    super('the file is not in the storage');
    this.name = 'FileMissingError';
  }
}

/**
 * Named after its content, but each file apart: two sides may hand in the same bytes, and removing one side's file must
 * not need to know of the other's.
 */
export const newKey = (sha256: string): string => `${sha256}-${randomBytes(8).toString('hex')}`;

export const isKey = (name: string): boolean => /^[0-9a-f]{64}-[0-9a-f]{16}$/.test(name);

/** The key is also where a file lies, so that nothing but a key that we made may pass. */
export function pathOf(key: string): string {
  if (!isKey(key)) throw new FileMissingError(key);
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
}

/** Writes a stream to a file of its own in this folder, flushed to the disk; nothing is left where that fails. */
export async function staged(
  folder: string,
  content: Readable,
  maxBytes: number,
): Promise<{ path: string; sha256: string; bytes: number }> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > maxBytes) throw new FileTooLargeError(maxBytes);
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    );
    return { path, sha256: hash.digest('hex'), bytes };
  } catch (error) {
    content.destroy();
    await rm(path, { force: true });
    throw isFull(error) ? new StorageFullError({ cause: error }) : error;
  }
}

/** Removes what a crash left half-written there; returns how many. */
export async function sweepFolder(folder: string, olderThan: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const modified = await stat(path).then(
      ({ mtime }) => mtime,
      () => olderThan,
    );
    if (modified >= olderThan) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** Holds back the last piece until the whole is known to be what its key says. */
export function verified(content: Readable, key: string): Readable {
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  const verifying = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const ready = held;
      held = chunk;
      done(null, ready);
    },
    flush(done) {
      if (key.startsWith(hash.digest('hex'))) done(null, held);
      else done(new FileChangedError(key));
    },
  });
  pipeline(content, verifying).catch(() => undefined);
  return verifying;
}

export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');
}

export function codeOf(error: unknown): string | undefined {
  return types.isNativeError(error) ? (error as NodeJS.ErrnoException).code : undefined;
}
