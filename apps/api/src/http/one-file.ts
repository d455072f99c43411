import { Problem } from '#core/problem';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

export interface OneFile {
  fileName: string;
  mediaType: string;
  /** Ends well only when the request did, with nothing behind the file; else it fails with a Problem. */
  content: Readable;
  field: (name: string) => string | null;
}

/**
 * Hands over the one file of a multipart request, as a stream; small fields must stand before it. Whatever becomes of
 * it, the request is read to its end, or the next one on the same connection would wait for ever.
 */
export async function withOneFile<T>(
  request: FastifyRequest,
  maxBytes: number,
  use: (file: OneFile) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new Problem('unsupported_media_type');
  const limits = { files: 1, fields: 5, parts: 6, fieldSize: 2_000, fileSize: maxBytes + 1, headerPairs: 20 };
  try {
    const parts = request.files({ limits, throwFileSizeLimit: false });
    const first = await understood(parts.next());
    if (first.done) throw new Problem('empty_file');
    const file = first.value;
    return await use({
      fileName: file.filename,
      mediaType: file.mimetype,
      content: Readable.from(whole(file, parts)),
      field: (name) => fieldOf(file, name),
    });
  } finally {
    request.raw.unpipe();
    request.raw.resume();
  }
}

async function* whole(file: MultipartFile, parts: AsyncIterator<MultipartFile>): AsyncGenerator<Buffer> {
  const chunks = (file.file as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  for (let next = await understood(chunks.next()); !next.done; next = await understood(chunks.next())) {
    yield next.value;
  }
  const { done } = await understood(parts.next());
  if (!done) throw new Problem('bad_request');
}

/** What the parser throws over a body that is no proper form carries no code, and is the sender's trouble. */
async function understood<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw (error as { code?: string }).code ? error : new Problem('bad_request');
  }
}

function fieldOf(file: MultipartFile, name: string): string | null {
  const field = file.fields[name];
  return field && 'value' in field && typeof field.value === 'string' ? field.value : null;
}
