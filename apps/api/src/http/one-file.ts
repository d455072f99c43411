import { Problem } from '#core/problem';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** The one file of a multipart request, as a stream; small fields must stand before it. */
export async function oneFile(request: FastifyRequest, maxBytes: number): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new Problem('unsupported_media_type');
  const limits = { files: 1, fields: 5, parts: 6, fieldSize: 2_000, fileSize: maxBytes + 1, headerPairs: 20 };
  const file = await request.file({ limits, throwFileSizeLimit: false });
  if (!file) throw new Problem('empty_file');
  return file;
}

export function fieldOf(file: MultipartFile, name: string): string | null {
  const field = file.fields[name];
  return field && 'value' in field && typeof field.value === 'string' ? field.value : null;
}
