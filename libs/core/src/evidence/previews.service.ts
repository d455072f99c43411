import type { JobMap } from '#core/jobs/jobs.service';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { STORAGE, storing } from '#core/storage';
import { decodeText } from '#memorandum/decode';
import { Db, type Identity } from '#platform/db';
import { drawingOf, drawPreview, officeProgram, type PreviewPage } from '#platform/preview';
import type { Storage } from '#platform/storage';
import { Inject, Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { DownloadsReads } from './downloads.reads.js';
import { DownloadsService } from './downloads.service.js';
import { EvidencePreview, type PreviewPlace } from './evidence-preview.entity.js';
import { EvidenceRevision } from './evidence-revision.entity.js';

/** What is larger is shown as a plain card; of a text so much is shown. */
const limits = { sourceBytes: 200_000_000, textBytes: 100_000, previewBytes: 100_000_000 };

interface Drawn {
  mediaType: EvidencePreview['mediaType'];
  pageCount: number;
  pages: PreviewPage[];
}

const nothing: Drawn = { mediaType: null, pageCount: 0, pages: [] };

/** What a reader is shown of a page. */
export interface PageShown {
  mediaType: string;
  bytes: number;
  open: () => Promise<Readable>;
}

const shownSql = `select json_build_object('id', $1::uuid,
    'state', case when p.revision_id is null then 'waiting' when p.file_key is null then 'none' else 'drawn' end,
    'mediaType', p.media_type, 'pageCount', coalesce(p.page_count, 0),
    'pages', coalesce((select json_agg(json_build_object('width', x->'width', 'height', x->'height') order by n)
      from jsonb_array_elements(p.pages) with ordinality as each (x, n)), '[]'))::text as body
  from (select) always left join evidence_preview p on p.revision_id = $1`;

/** Pictures of pages and the beginnings of texts, for who wants to look and not to download. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly db: Db,
    private readonly downloads: DownloadsService,
    private readonly files: DownloadsReads,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** What there is to look at of a file that the reader may read. JSON text. */
  async shown(actor: Actor, id: string): Promise<string> {
    await this.files.files(actor, [id]);
    return found(await this.db.readOne<{ body: string }>(actor, shownSql, [id])).body;
  }

  /** One of its pages; 1 is the first. Whether the file may be read is asked again, and who looked is noted. */
  async page(actor: Actor, id: string, page: number): Promise<PageShown> {
    const [file] = await this.files.files(actor, [id]);
    const preview = found(
      await this.db.readOne<{ place: PreviewPlace; mediaType: string; fileKey: string }>(
        actor,
        `select pages->($2::int - 1) as place, media_type as "mediaType", file_key as "fileKey" from evidence_preview
         where revision_id = $1 and $2::int between 1 and jsonb_array_length(pages)`,
        [id, page],
      ),
    );
    await this.downloads.note(actor, [file!], 'evidence.viewed');
    const { start, length } = preview.place;
    const open = () => this.storage.get(preview.fileKey, { start, end: start + length - 1 });
    return { mediaType: preview.mediaType, bytes: length, open };
  }

  /** Makes the preview of a file; once, however often it is asked. */
  async make({ id, partyId, organisationId, personId }: JobMap['make-preview']): Promise<void> {
    const actor: Identity = { personId, organisationId, partyId, side: partyId, administers: false };
    const revision = await this.db.readOne<
      Pick<EvidenceRevision, 'mechanismId' | 'mediaType' | 'bytes' | 'fileKey'>
    >(
      actor,
      `select mechanism_id as "mechanismId", media_type as "mediaType", bytes::float8 as bytes, file_key as "fileKey"
       from evidence_revision r where id = $1 and state = 'available' and file_key is not null
         and not exists (select from evidence_preview p where p.revision_id = r.id)`,
      [id],
    );
    if (!revision) return;
    const { mediaType, pageCount, pages } = await this.draw(revision);
    let end = 0;
    const places = pages.map(({ content: { length }, width, height }) => {
      end += length;
      return { start: end - length, length, width, height };
    });
    const content = Readable.from(pages.map((page) => page.content));
    const file = pages.length > 0 ? await storing(this.storage, content, limits.previewBytes) : null;
    const row = { revisionId: id, mechanismId: revision.mechanismId, partyId, mediaType, pageCount };
    const kept = await this.db.withActor(actor, async (tx) => {
      // Taken off meanwhile, or drawn by another worker.
      if (!(await tx.lock(EvidenceRevision, id))) return false;
      if (await tx.manager.existsBy(EvidencePreview, { revisionId: id })) return false;
      await tx.manager.insert(EvidencePreview, { ...row, pages: places, fileKey: file?.key ?? null });
      return true;
    });
    if (!kept && file) await this.storage.remove(file.key);
  }

  private async draw({
    mediaType,
    bytes,
    fileKey,
  }: Pick<EvidenceRevision, 'mediaType' | 'bytes' | 'fileKey'>): Promise<Drawn> {
    const [type, size, key] = [mediaType ?? '', bytes ?? 0, fileKey ?? ''];
    if (type === 'text/plain') {
      const part = await buffer(
        await this.storage.get(key, { start: 0, end: Math.min(size, limits.textBytes) - 1 }),
      );
      return textOf(part);
    }
    const soffice = await officeProgram();
    if (!drawingOf(type) || size > limits.sourceBytes || (drawingOf(type) === 'office' && !soffice))
      return nothing;
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-source-'));
    try {
      const path = join(folder, 'file');
      await pipeline(await this.storage.get(key), createWriteStream(path, { mode: 0o600 }));
      const preview = await drawPreview(path, type, soffice);
      return preview ? { ...preview, mediaType: 'image/webp' } : nothing;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** The beginning of a text, whatever it is written in. A character may be cut in two where it ends. */
function textOf(part: Buffer): Drawn {
  for (const cut of [0, 1, 2, 3]) {
    const decoded = decodeText(part.subarray(0, part.length - cut));
    if (!decoded.ok || decoded.text === '') continue;
    const content = Buffer.from(decoded.text);
    return { mediaType: 'text/plain', pageCount: 1, pages: [{ content, width: 0, height: 0 }] };
  }
  return nothing;
}
