import { Problem } from '#core/problem';
import type { Download } from '#core/storage';
import { FileMissingError } from '#platform/storage';
import { StreamableFile } from '@nestjs/common';

/** A file to keep, never to run in the browser, under its own name in the reader's script. */
export async function download({ fileName, mediaType, bytes, open }: Download): Promise<StreamableFile> {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  try {
    return new StreamableFile(await open(), {
      type: mediaType,
      length: bytes,
      disposition: `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    });
  } catch (error) {
    if (error instanceof FileMissingError) throw new Problem('not_found');
    throw error;
  }
}
