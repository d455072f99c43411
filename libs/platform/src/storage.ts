import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { ConfigError } from './config.js';

export interface StoredFile {
  /** Goes into the database; opaque to everybody else. */
  key: string;
  /** Hexadecimal. */
  sha256: string;
  bytes: number;
}

/** Of a file's bytes, the first and the last one that are wanted. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface Storage {
  /**
   * Whole or not at all: the file has reached the disk under its key when this resolves, and nothing is left of it when
   * it rejects. The stream is always ended. Throws FileTooLargeError, StorageFullError, or what the stream threw.
   * With a `key`, as a backup gives it back, the file goes there; FileChangedError where it is not that key's content.
   */
  put(content: Readable, options: { maxBytes: number; key?: string }): Promise<StoredFile>;
  /**
   * Moves a file of this machine to the key that `newKey` made for its content; whole or not at all, like `put`. Where
   * it throws, the file is still where it was.
   */
  keep(path: string, key: string): Promise<void>;
  /**
   * The whole file, or the bytes of a range. What is read whole ends with FileChangedError, and short of its last piece,
   * where it is not that key's content any more. Throws FileMissingError.
   */
  get(key: string, range?: ByteRange): Promise<Readable>;
  has(key: string): Promise<boolean>;
  /** A file that is not there counts as removed. */
  remove(key: string): Promise<void>;
  /** Removes what a crash left half-written before the instant given; returns how many. */
  sweepTemporary(olderThan: Date): Promise<number>;
  /** Whether a file can be written; throws what stands in the way. */
  check(): Promise<void>;
}

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

export class FileMissingError extends Error {
  constructor(readonly key: string) {
    super('the file is not in the storage');
    this.name = 'FileMissingError';
  }
}

/** Folder for what is being written: on the same disk as the rest, so that the last step is one rename. */
const staging = '.staging';

export function createStorage(url: string): Storage {
  const root = rootOf(url);
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }));

  return {
    async put(content, { maxBytes, key: given }) {
      const temporary = join(root, staging, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
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
          createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
        );
        const sha256 = hash.digest('hex');
        const key = given ?? newKey(sha256);
        if (!key.startsWith(sha256)) throw new FileChangedError(key);
        await moveInto(root, temporary, pathOf(key));
        return { key, sha256, bytes };
      } catch (error) {
        content.destroy();
        await rm(temporary, { force: true });
        throw isFull(error) ? new StorageFullError({ cause: error }) : error;
      }
    },

    async keep(path, key) {
      const handle = await open(path, 'r');
      await handle.sync().finally(() => handle.close());
      try {
        await moveInto(root, path, pathOf(key));
      } catch (error) {
        if (codeOf(error) !== 'EXDEV') throw error;
        // From another disk: copied beside its place, and moved from there.
        const temporary = join(root, staging, randomUUID());
        await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
        try {
          await pipeline(
            createReadStream(path),
            createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
          );
          await moveInto(root, temporary, pathOf(key));
        } finally {
          await rm(temporary, { force: true });
        }
        await rm(path);
      }
    },

    async get(key, range) {
      // Open from here on: what is removed meanwhile is still read to its end.
      const file = await open(join(root, pathOf(key)), 'r').catch((error: unknown) => {
        throw codeOf(error) === 'ENOENT' ? new FileMissingError(key) : error;
      });
      return range ? file.createReadStream(range) : verified(file.createReadStream(), key);
    },

    async has(key) {
      return disk.exists(pathOf(key));
    },

    async remove(key) {
      await disk.delete(pathOf(key));
    },

    async sweepTemporary(olderThan) {
      let removed = 0;
      for (const name of await namesIn(join(root, staging))) {
        const path = join(root, staging, name);
        const modified = await stat(path).then(
          ({ mtime }) => mtime,
          () => olderThan,
        );
        if (modified >= olderThan) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },

    async check() {
      const path = join(root, staging, randomUUID());
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const file = await open(path, 'wx', 0o600);
        await file.writeFile('luoshi').finally(() => file.close());
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** The folder that a `file:` address names. */
export function rootOf(url: string): string {
  const expected = 'the address of a folder such as file:///var/lib/luoshi/files';
  const scheme = URL.canParse(url) ? new URL(url).protocol : url;
  if (scheme !== 'file:') throw new ConfigError('STORAGE_URL', scheme, expected);
  try {
    return fileURLToPath(url);
  } catch {
    // A host where the path should begin: file://var/lib instead of file:///var/lib.
    throw new ConfigError('STORAGE_URL', url, expected);
  }
}

/**
 * Named after its content, but each file apart: two sides may hand in the same bytes, and removing one side's file must
 * not need to know of the other's.
 */
export const newKey = (sha256: string): string => `${sha256}-${randomBytes(8).toString('hex')}`;

/** Holds back the last piece until the whole is known to be what its key says. */
function verified(content: Readable, key: string): Readable {
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

/** The key is also where a file lies, so that nothing but a key that we made may pass. */
function pathOf(key: string): string {
  if (!/^[0-9a-f]{64}-[0-9a-f]{16}$/.test(key)) throw new FileMissingError(key);
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
}

/** After a power cut the file is there under its name: the folders that changed are flushed as well. */
async function moveInto(root: string, temporary: string, path: string): Promise<void> {
  const target = join(root, path);
  const folder = dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(temporary, target);
  try {
    for (const changed of [folder, dirname(folder), root]) {
      const handle = await open(changed, 'r');
      await handle.sync().finally(() => handle.close());
    }
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
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

function codeOf(error: unknown): string | undefined {
  return types.isNativeError(error) ? (error as NodeJS.ErrnoException).code : undefined;
}
