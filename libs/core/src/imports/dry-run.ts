import type { DraftJson } from '#memorandum/json';
import { toJson } from '#memorandum/json';
import { readMemorandum } from './read-memorandum.js';

/**
 * What an import of this file would propose, without a database: the JSON of `luoshi import --dry-run --json`.
 * @throws as readMemorandum does
 */
export const dryRun = (content: Uint8Array): DraftJson => toJson(readMemorandum(content).draft);
