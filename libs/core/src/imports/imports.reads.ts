import { type Decisions, undecided } from '#contracts/decisions';
import type { Draft } from '#contracts/draft';
import type { SourceKind } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import type { ImportProblem } from './import.entity.js';
import { type Standing, standing } from './standing.js';

export interface ImportView extends Standing {
  id: string;
  kind: SourceKind;
  fileName: string;
  text: string;
  draft: Draft;
  decisions: Decisions;
  /** The day on which the text was published, where somebody said it. */
  publishedOn: string | null;
  mechanismId: string | null;
  meetingId: string | null;
  createdAt: string;
  /** Of the file; null where the text was pasted. */
  bytes: number | null;
  /** Percent of the file that is read, and why it could not be. */
  progress: number;
  problem: ImportProblem | null;
  /** Where this reader has the same text already; null where nowhere. */
  same: { importId: string | null; meetingId: string | null; title: string | null } | null;
}

/** The same file, or the same words in another: in the record, or on its way there. */
const same = `(
  select json_build_object('importId', import_id, 'meetingId', meeting_id, 'title', title) from (
    select null::uuid as import_id, e.id as meeting_id, e.title, s.sha256, s.text_sha256
      from source s join meeting e on e.id = s.meeting_id where e.id is distinct from i.meeting_id
    union all
    select o.id, null, coalesce(o.draft -> 'meeting' ->> 'title', o.file_name), o.sha256, o.text_sha256
      from import o where o.id <> i.id and o.state in ('parsing', 'parsed', 'reviewed')
  ) known where i.state <> 'adopted' and (known.sha256 = i.sha256 or known.text_sha256 = i.text_sha256)
  order by meeting_id nulls last, import_id limit 1)`;

interface Row extends Omit<ImportView, 'decisions' | 'obstacles' | 'abilities' | 'refusals'> {
  decisions: Decisions | null;
  partyId: string;
}

@Injectable()
export class ImportsReads {
  constructor(private readonly db: Db) {}

  async one(actor: Actor, id: string): Promise<ImportView> {
    const row = found(
      await this.db.readOne<Row>(
        actor,
        `select id, state, kind, file_name as "fileName", text, draft, decisions, published_on::text as "publishedOn", mechanism_id as "mechanismId", bytes, progress, problem,
           meeting_id as "meetingId", created_at as "createdAt", version, party_id as "partyId", ${same} as same
         from import i where id = $1`,
        [id],
      ),
    );
    const { partyId, decisions, ...view } = row;
    return { ...view, decisions: decisions ?? undecided, ...standing(actor, { ...view, partyId }) };
  }

  /** The side's imports that are still under way, newest first. JSON text. */
  async open(actor: Actor): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', id, 'state', state, 'fileName', file_name, 'progress', progress,
         'title', draft -> 'meeting' ->> 'title', 'createdAt', created_at) order by id desc), '[]'))::text as body
       from (select * from import where state in ('parsing', 'failed', 'parsed', 'reviewed') order by id desc limit 50) open`,
    );
    return row!.body;
  }
}
