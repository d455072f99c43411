import type { ImportAbility, Refusal } from '#contracts/abilities';
import type { Draft } from '#contracts/draft';
import type { ImportState, SourceKind } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { abilitiesOf, ruled } from '#core/ruling';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { obstacles, type Obstacle } from './draft-check.js';
import { canChange } from './import.policy.js';

export interface ImportView {
  id: string;
  state: ImportState;
  kind: SourceKind;
  fileName: string;
  text: string;
  draft: Draft;
  mechanismId: string | null;
  meetingId: string | null;
  createdAt: string;
  version: number;
  /** What stands between it and its adoption. */
  obstacles: Obstacle[];
  abilities: Record<ImportAbility, boolean>;
  refusals: Partial<Record<ImportAbility, Refusal>>;
}

@Injectable()
export class ImportsReads {
  constructor(private readonly db: Db) {}

  async one(actor: Actor, id: string): Promise<ImportView> {
    const row = found(
      await this.db.readOne<Omit<ImportView, 'obstacles' | 'abilities' | 'refusals'> & { partyId: string }>(
        actor,
        `select id, state, kind, file_name as "fileName", text, draft, mechanism_id as "mechanismId",
           meeting_id as "meetingId", created_at as "createdAt", version, party_id as "partyId" from import where id = $1`,
        [id],
      ),
    );
    const { partyId, ...view } = row;
    const changes = canChange(actor, { partyId, state: row.state });
    const missing = obstacles(row.draft, row.mechanismId);
    const adopts = ruled(changes, [missing.length === 0, 'incomplete']);
    const ruling = { edit: changes, discard: changes, adopt: adopts };
    return { ...view, obstacles: missing, ...abilitiesOf(ruling) };
  }

  /** The side's imports that are still under way, newest first. JSON text. */
  async open(actor: Actor): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', id, 'state', state, 'fileName', file_name,
         'title', draft -> 'meeting' ->> 'title', 'createdAt', created_at) order by id desc), '[]'))::text as body
       from (select * from import where state in ('parsed', 'reviewed') order by id desc limit 50) open`,
    );
    return row!.body;
  }
}
