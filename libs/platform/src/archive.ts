import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ArchiveEntry {
  name: string;
  bytes: number;
  /** Asked when it is this entry's turn, and not before. */
  open: () => Promise<Readable>;
}

/** A ZIP that is made as it is read. */
export interface Archive {
  content: Readable;
  bytes: number;
}

/**
 * One file is open at a time, and none is held in memory. Nothing is compressed: what people attach mostly is already,
 * and so the length can be told before. Where a file cannot be opened, or is not as long as was said, the content ends
 * with an error, short of that length.
 */
export function archive(entries: ArchiveEntry[], at: Date): Archive {
  const zip = new ZipFile();
  const content = zip.outputStream as Readable;
  let current: Readable | null = null;
  const broken = (error: unknown) => content.destroy(error as Error);
  zip.on('error', broken);
  // Whoever reads may go away in the middle of a file.
  content.once('close', () => current?.destroy());
  for (const { name, bytes, open } of entries)
    zip.addReadStreamLazy(name, { mtime: at, mode: 0o100644, compress: false, size: bytes }, (hand) => {
      open().then((opened) => {
        current = opened.once('error', broken);
        if (content.destroyed) opened.destroy();
        else hand(null, opened);
      }, broken);
    });
  let total = 0;
  const told = (size: number) => {
    total = size;
  };
  // Its types leave out what it is called with.
  zip.end({ forceZip64Format: false, comment: '' }, told as () => void);
  return { content, bytes: total };
}
