import { Problem } from '#core/problem';
import type { Download, RangedDownload } from '#core/storage';
import { type ByteRange, FileMissingError } from '#platform/storage';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { rangesOf } from './ranges.js';

/** A file to keep, never to run in the browser, under its own name in the reader's script. */
export async function download({ fileName, mediaType, bytes, open }: Download): Promise<StreamableFile> {
  return streamed(await opened(open), mediaType, bytes, fileName);
}

/** The same, or the parts of it that were asked for: whoever plays a video asks for where he wants to be. */
export async function downloadRanges(
  { fileName, mediaType, bytes, sha256, open }: RangedDownload,
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  reply: FastifyReply,
): Promise<StreamableFile> {
  const etag = `"${sha256}"`;
  void reply.headers({ etag, 'accept-ranges': 'bytes', ...harmless });
  // Parts of another file are not to be joined to what its reader has.
  const same = headers['if-range'] === undefined || headers['if-range'] === etag;
  const ranges = same && method === 'GET' ? rangesOf(headers.range, bytes) : null;
  const [first] = ranges ?? [];
  if (ranges && !first) {
    void reply.header('content-range', `bytes */${bytes}`);
    throw new Problem('range_not_satisfiable');
  }
  if (!ranges || !first) {
    // Of a file that nobody reads, nothing is opened.
    const content = method === 'HEAD' ? Readable.from([]) : await opened(open);
    return streamed(content, mediaType, bytes, fileName);
  }
  void reply.status(206);
  if (ranges.length === 1) {
    void reply.header('content-range', `bytes ${first.start}-${first.end}/${bytes}`);
    return streamed(await opened(() => open(first)), mediaType, lengthOf(first), fileName);
  }
  const boundary = randomUUID();
  const parts = ranges.map((range) => {
    const lines = [
      `--${boundary}`,
      `Content-Type: ${mediaType}`,
      `Content-Range: bytes ${range.start}-${range.end}/${bytes}`,
    ];
    return { range, head: Buffer.from(`\r\n${lines.join('\r\n')}\r\n\r\n`) };
  });
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const total = parts.reduce((sum, { range, head }) => sum + head.length + lengthOf(range), tail.length);
  const content = Readable.from(
    (async function* () {
      for (const { range, head } of parts) {
        yield head;
        yield* await open(range);
      }
      yield tail;
    })(),
    { objectMode: false },
  );
  return streamed(content, `multipart/byteranges; boundary=${boundary}`, total, fileName);
}

/** A picture or a text that stands in a page of ours. */
export async function shownInline(
  { mediaType, bytes, open }: Pick<Download, 'mediaType' | 'bytes' | 'open'>,
  { method }: Pick<FastifyRequest, 'method'>,
  reply: FastifyReply,
): Promise<StreamableFile> {
  void reply.headers(harmless);
  const type = mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
  const content = method === 'HEAD' ? Readable.from([]) : await opened(open);
  return new StreamableFile(content, { type, length: bytes, disposition: 'inline' });
}

/** Should it be opened as a page of its own, nothing in it runs and nothing is fetched. */
const harmless = { 'content-security-policy': `default-src 'none'; sandbox` };

const lengthOf = ({ start, end }: ByteRange) => end - start + 1;

async function opened(open: () => Promise<Readable>): Promise<Readable> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof FileMissingError) throw new Problem('not_found');
    throw error;
  }
}

export function streamed(content: Readable, type: string, length: number, fileName: string): StreamableFile {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
  return new StreamableFile(content, { type, length, disposition });
}
