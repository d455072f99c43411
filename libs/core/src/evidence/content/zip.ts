import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** Bytes that can be read anywhere: a file, or what came out of an archive. */
export interface Bytes {
  size: number;
  /** Shorter at the end. */
  at: (offset: number, length: number) => Promise<Buffer>;
  from: (start: number, length: number) => Readable;
}

export const bytesOf = (path: string, file: FileHandle, size: number): Bytes => ({
  size,
  at: async (offset, length) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
    return buffer.subarray(0, bytesRead);
  },
  from: (start, length) => createReadStream(path, { start, end: start + length - 1 }),
});

const inMemory = (buffer: Buffer): Bytes => ({
  size: buffer.length,
  at: async (offset, length) => buffer.subarray(offset, offset + length),
  from: (start, length) => Readable.from([buffer.subarray(start, start + length)]),
});

/** An entry of a ZIP's directory: what it says of itself, which need not be so. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  compressed: number;
  size: number;
  offset: number;
}

export class ZipError extends Error {
  constructor(readonly reason: 'damaged' | 'bomb') {
    super(reason);
    this.name = 'ZipError';
  }
}

const endSize = 22;
const mostComment = 65_535;
const mostEntries = 65_535;
const mostDirectory = 32_000_000;
const [endSign, directorySign, localSign] = [0x06054b50, 0x02014b50, 0x04034b50];

/** What it may unpack to: a hundred times itself, which no document does; a small one always so much. */
const mostRatio = 100;
const alwaysAllowed = 100_000_000;
/** How deep archives may lie in one another: a document with a table in it, in an archive. */
const mostDepth = 2;
/** An archive within an archive is held in memory while it is looked at; a larger one is not taken. */
const mostKept = 50_000_000;

/** The record at the very end that makes a file a ZIP, whatever it begins with; null where there is none. */
export async function zipEnd({ at, size }: Bytes): Promise<Buffer | null> {
  const length = Math.min(size, endSize + mostComment);
  const tail = await at(size - length, length);
  for (let place = tail.length - endSize; place >= 0; place -= 1) {
    const closes = place + endSize + tail.readUInt16LE(place + 20) === tail.length;
    if (closes && tail.readUInt32LE(place) === endSign) return tail.subarray(place);
  }
  return null;
}

/** @throws ZipError where there is no directory that can be read; ZIP64 is for what is larger than any of ours */
export async function zipEntries(bytes: Bytes): Promise<ZipEntry[]> {
  const end = await zipEnd(bytes);
  if (!end) throw new ZipError('damaged');
  const [count, length, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (count >= mostEntries || length > mostDirectory) throw new ZipError('bomb');
  const directory = await bytes.at(start, length);
  const entries: ZipEntry[] = [];
  for (let place = 0; entries.length < count;) {
    if (place + 46 > directory.length || directory.readUInt32LE(place) !== directorySign)
      throw new ZipError('damaged');
    const lengthOf = (field: number) => directory.readUInt16LE(place + field);
    entries.push({
      name: directory.toString('utf8', place + 46, place + 46 + lengthOf(28)),
      encrypted: (lengthOf(8) & 1) === 1,
      method: lengthOf(10),
      compressed: directory.readUInt32LE(place + 20),
      size: directory.readUInt32LE(place + 24),
      offset: directory.readUInt32LE(place + 42),
    });
    place += 46 + lengthOf(28) + lengthOf(30) + lengthOf(32);
  }
  return entries;
}

/**
 * Unpacks everything and keeps nothing: neither what the directory declares nor what really comes out may be out of
 * all proportion, archives within the archive counted with it. @throws ZipError
 */
export async function demandHarmless(bytes: Bytes): Promise<void> {
  await unpackAll(bytes, { left: Math.max(alwaysAllowed, bytes.size * mostRatio) }, 0);
}

interface Budget {
  left: number;
}

async function unpackAll(bytes: Bytes, budget: Budget, depth: number): Promise<void> {
  if (depth > mostDepth) throw new ZipError('bomb');
  const entries = await zipEntries(bytes);
  if (entries.reduce((sum, { size }) => sum + size, 0) > budget.left) throw new ZipError('bomb');
  for (const entry of entries) {
    if (entry.encrypted || entry.compressed === 0) continue;
    const inner = await unpack(bytes, entry, budget);
    if (inner) await unpackAll(inMemory(inner), budget, depth + 1);
  }
}

/** @returns the content where it is an archive itself */
async function unpack(bytes: Bytes, entry: ZipEntry, budget: Budget): Promise<Buffer | null> {
  const header = await bytes.at(entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSign) throw new ZipError('damaged');
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.compressed > bytes.size || ![0, 8].includes(entry.method)) throw new ZipError('damaged');
  const packed = bytes.from(start, entry.compressed);
  const content = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  const kept: Buffer[] = [];
  let length = 0;
  let archive = true;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      length += chunk.length;
      budget.left -= chunk.length;
      if (budget.left < 0 || (archive && length > mostKept)) throw new ZipError('bomb');
      if (!archive) continue;
      kept.push(chunk);
      const head = kept.length === 1 || length < 1_000 ? Buffer.concat(kept) : null;
      if (head && head.length >= 4) archive = head.readUInt32LE(0) === localSign;
      if (!archive) kept.length = 0;
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged');
  } finally {
    packed.destroy();
  }
  return archive && length >= 4 ? Buffer.concat(kept) : null;
}
