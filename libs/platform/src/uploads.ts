import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileConfigstore, FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { isFull, StorageFullError } from './storage.js';

/** Files on their way up, each under the id of its upload. The api writes them, the worker takes them from here. */
export interface Uploads {
  /** For the tus protocol, which speaks of nothing but offsets and bytes. */
  store: FileStore;
  /** @throws StorageFullError where the disk has no room for it */
  begin(id: string, bytes: number): Promise<void>;
  /** How many bytes are there; null where nothing is. */
  arrived(id: string): Promise<number | null>;
  /** Where the file lies, for whoever reads it or moves it away. */
  path(id: string): string;
  /** What is not there counts as removed. */
  remove(id: string): Promise<void>;
  /** Ids of all that lie here since before an instant. */
  olderThan(instant: Date): Promise<string[]>;
}

export function createUploads(folder: string): Uploads {
  const path = (id: string) => join(folder, id);
  return {
    store: new Staging(folder),
    path,

    async begin(id, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < bytes) throw new StorageFullError();
      try {
        await this.store.create(new Upload({ id, size: bytes, offset: 0 }));
      } catch (error) {
        await this.remove(id);
        throw isFull(error) ? new StorageFullError({ cause: error }) : error;
      }
    },

    async arrived(id) {
      const found = await stat(path(id)).catch(() => null);
      return found && found.size;
    },

    async remove(id) {
      await rm(path(id), { force: true });
      await rm(`${path(id)}.json`, { force: true });
    },

    async olderThan(instant) {
      const ids = new Set<string>();
      for (const name of await readdir(folder).catch(() => [])) {
        const changed = await stat(path(name)).then(
          ({ mtime }) => mtime,
          () => instant,
        );
        if (changed < instant) ids.add(name.replace(/\.json$/, ''));
      }
      return [...ids];
    },
  };
}

/** The store of the tus library, but that a full disk is told from every other trouble and is not kept full. */
class Staging extends FileStore {
  constructor(folder: string) {
    // It makes its folder at once, and ends the program where it cannot: it gets one that is there. Ours is made when it
    // is needed.
    super({ directory: tmpdir(), configstore: new FileConfigstore(folder) });
    this.directory = folder;
  }

  override async write(content: Readable, id: string, offset: number): Promise<number> {
    const file = await open(join(this.directory, id), 'r+');
    let end = offset;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length;)
          at += (await file.write(chunk, at, chunk.length - at, end + at)).bytesWritten;
        end += chunk.length;
      }
      return end;
    } catch (error) {
      if (!isFull(error)) throw error;
      await file.truncate(offset);
      throw new StorageFullError({ cause: error });
    } finally {
      await file.close();
    }
  }
}
