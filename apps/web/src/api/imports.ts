import type { Decisions } from '#contracts/decisions';
import type { Draft, PlacedDraft, TableColumn } from '#contracts/draft';
import { placed, worded } from '#contracts/draft-places';
import type { SourceKind } from '#contracts/status';
import { at, client, content, seenAt, upload } from './client';
import type { Import } from './types';

/** The text comes once: the words of the draft are those at its places. */
async function asImport(answer: Promise<object>): Promise<Import> {
  const { draft, ...found } = (await answer) as Omit<Import, 'draft'> & { draft: PlacedDraft };
  return { ...found, draft: worded(found.text, draft) };
}

export const getImports = () => content(client.GET('/api/imports'));
export const getImport = (id: string) => asImport(content(client.GET('/api/imports/{id}', at(id))));
/** Of the measures of one area, by where it begins; of all where none is named. */
export const getSuggestions = (id: string, areaAt?: number) =>
  content(
    client.GET('/api/imports/{id}/suggestions', {
      params: { path: { id }, query: areaAt === undefined ? {} : { areaAt } },
    }),
  );
export const importText = (text: string) =>
  asImport(content(client.POST('/api/imports/text', { body: { text } })));
export function importFile(file: File, onProgress: (share: number) => void) {
  const form = new FormData();
  form.append('file', file, file.name);
  return asImport(upload<object>('/api/imports', form, onProgress));
}

export interface ReviewInput {
  draft: Draft;
  mechanismId: string | null;
  kind: SourceKind;
  decisions: Decisions;
}
/** Says how the import stands then; the rest of it is what was sent. */
export const saveImport = (id: string, version: number, { draft, ...input }: ReviewInput) =>
  content(
    client.PUT('/api/imports/{id}', {
      ...seenAt(id, version),
      body: { ...input, draft: placed(draft) },
    }),
  );
export const chooseColumns = (id: string, version: number, columns: (TableColumn | null)[]) =>
  asImport(content(client.PUT('/api/imports/{id}/columns', { ...seenAt(id, version), body: { columns } })));
export const publishImport = (id: string, version: number, publishedOn: string) =>
  asImport(
    content(client.PUT('/api/imports/{id}/published', { ...seenAt(id, version), body: { publishedOn } })),
  );
export const importFileAddress = (id: string) => `/api/imports/${id}/file`;
export const adoptImport = (id: string, version: number) =>
  content(client.POST('/api/imports/{id}/adopt', seenAt(id, version)));
export const discardImport = (id: string, version: number) =>
  content(client.POST('/api/imports/{id}/discard', seenAt(id, version)));
