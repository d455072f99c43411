import type { DraftJson } from '#memorandum/json';
import type { KnownOfText } from '#memorandum/known';
import { toJson } from '#memorandum/json';
import { readMemorandum } from './read-memorandum.js';

/**
 * What an import of this file would propose, without a database: the JSON of `luoshi import --dry-run --json`.
 * @throws as readMemorandum does
 */
export const dryRun = async (
  content: Uint8Array,
  fileName: string,
  known: KnownOfText = {},
): Promise<DraftJson> => toJson((await readMemorandum(content, { fileName, known })).draft);
