import { inflateRawSync } from 'node:zlib';
import { limits } from '#contracts/limits';
import { Unreadable } from './outcome.js';

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  local: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

/** The parts of a ZIP (a DOCX and an XLSX are one), unpacked one by one and never further than a limit. */
export class Archive {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: Map<string, Entry>,
  ) {}

  /** @throws Unreadable: damaged_file, encrypted_file, unpacks_too_large */
  static open(content: Uint8Array): Archive {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    try {
      const entries = entriesOf(bytes);
      const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
      if (unpacked > limits.importUnpackedBytes) throw tooLarge();
      return new Archive(bytes, entries);
    } catch (error) {
      // A number read from beyond the end: the file was cut off.
      throw error instanceof RangeError ? new Unreadable('damaged_file', { part: 'ZIP' }) : error;
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A part as text; null where there is none. What its directory says of its size is not believed. */
  text(name: string): string | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const { method, packed, local } = entry;
    try {
      if (this.bytes.readUInt32LE(local) !== LOCAL) throw new Unreadable('damaged_file', { part: name });
      const begin = local + 30 + this.bytes.readUInt16LE(local + 26) + this.bytes.readUInt16LE(local + 28);
      const content = this.bytes.subarray(begin, begin + packed);
      if (method === 0) return decode(content);
      return decode(inflateRawSync(content, { maxOutputLength: limits.importUnpackedBytes }));
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
      throw new Unreadable('damaged_file', { part: name });
    }
  }
}

const tooLarge = () => new Unreadable('unpacks_too_large', { megabytes: limits.importUnpackedBytes / 1e6 });

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Unreadable('damaged_file', { part: 'ZIP' });
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new Unreadable('encrypted_file');
    const name = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/'), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      local: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + rest;
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new Unreadable('damaged_file', { part: 'ZIP' });
}

function decode(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
  return new TextDecoder().decode(content);
}
