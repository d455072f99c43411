import {
  type ByteRange,
  FileTooLargeError,
  type Storage,
  StorageFullError,
  type StoredFile,
} from '#platform/storage';
import { Readable } from 'node:stream';
import { Problem } from './problem.js';

export const STORAGE = Symbol('storage');
/** Files on their way up. */
export const UPLOADS = Symbol('uploads');
/** The virus scanner; null where none is configured. */
export const SCANNER = Symbol('scanner');

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

export interface Download {
  fileName: string;
  mediaType: string;
  bytes: number;
  open: () => Promise<Readable>;
}

/** A file of which parts can be asked for, as who plays a video does. */
export interface RangedDownload extends Download {
  sha256: string;
  open: (range?: ByteRange) => Promise<Readable>;
}

/** A text that stands in the record, as the file it came in; as text where it was pasted. */
export function downloadOf(
  storage: Storage,
  {
    fileName,
    fileKey,
    bytes,
    text,
  }: { fileName: string; fileKey: string | null; bytes: number | null; text: string },
): Download {
  if (fileKey !== null && bytes !== null)
    return { fileName, mediaType: 'application/octet-stream', bytes, open: () => storage.get(fileKey) };
  const content = Buffer.from(text);
  const open = () => Promise.resolve(Readable.from([content]));
  return { fileName, mediaType: 'text/plain; charset=utf-8', bytes: content.length, open };
}
