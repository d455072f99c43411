import { FileTooLargeError, type Storage, StorageFullError, type StoredFile } from '#platform/storage';
import type { Readable } from 'node:stream';
import { Problem } from './problem.js';

export const STORAGE = Symbol('storage');

/** Stores a file and says in our own words why it could not. */
export async function storing(storage: Storage, content: Readable, maxBytes: number): Promise<StoredFile> {
  try {
    return await storage.put(content, { maxBytes });
  } catch (error) {
    if (error instanceof FileTooLargeError)
      throw new Problem('too_large', { megabytes: Math.floor(maxBytes / 1e6) });
    if (error instanceof StorageFullError) throw new Problem('storage_full');
    throw error;
  }
}
