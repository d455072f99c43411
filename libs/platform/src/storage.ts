import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { ConfigError } from './config.js';
import {
  codeOf,
  FileChangedError,
  FileMissingError,
  isFull,
  isKey,
  namesIn,
  newKey,
  pathOf,
  staged,
  StorageFullError,
  sweepFolder,
  verified,
} from './stored-file.js';

export {
  FileChangedError,
  FileMissingError,
  FileTooLargeError,
  isFull,
  newKey,
  StorageFullError,
} from './stored-file.js';

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
  /** Every file whose key begins so, with the instant it was stored. */
  list(slice: string): AsyncIterable<{ key: string; at: Date }>;
  /** Removes what a crash left half-written before the instant given; returns how many. */
  sweepTemporary(olderThan: Date): Promise<number>;
  /** Whether a file can be written; throws what stands in the way. */
  check(): Promise<void>;
}

/** Folder for what is being written: on the same disk as the rest, so that the last step is one rename. */
const staging = '.staging';

/** A folder or a bucket, as the address says. @param folder of this machine: what is on its way to a bucket lies there */
export async function openStorage(url: string, folder: string): Promise<Storage> {
  if (!isBucket(url)) return createStorage(url);
  // Loaded when it is needed: a bucket's library is larger than all of ours.
  const { createS3Storage } = await import('./storage-s3.js');
  return createS3Storage(url, join(folder, staging));
}

export const isBucket = (url: string): boolean => /^s3(\+http)?:/.test(url);

export function createStorage(url: string): Storage {
  const root = rootOf(url);
  const temporary = join(root, staging);
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }));

  return {
    async put(content, { maxBytes, key: given }) {
      const { path, sha256, bytes } = await staged(temporary, content, maxBytes);
      try {
        const key = given ?? newKey(sha256);
        if (!key.startsWith(sha256)) throw new FileChangedError(key);
        await moveInto(root, path, pathOf(key));
        return { key, sha256, bytes };
      } catch (error) {
        await rm(path, { force: true });
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
        const copy = await staged(temporary, createReadStream(path), Infinity);
        await moveInto(root, copy.path, pathOf(key)).finally(() => rm(copy.path, { force: true }));
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

    async *list(slice) {
      for (const first of await namesIn(root))
        if (/^[0-9a-f]{2}$/.test(first) && first.startsWith(slice.slice(0, 2)))
          for (const second of await namesIn(join(root, first)))
            for (const key of await namesIn(join(root, first, second))) {
              if (!isKey(key) || !key.startsWith(slice)) continue;
              const found = await stat(join(root, first, second, key)).catch(() => null);
              if (found) yield { key, at: found.mtime };
            }
    },

    sweepTemporary: (olderThan) => sweepFolder(temporary, olderThan),

    async check() {
      const path = join(temporary, randomUUID());
      await mkdir(temporary, { recursive: true, mode: 0o700 });
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
