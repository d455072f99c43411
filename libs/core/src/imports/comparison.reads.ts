import type { Refusal } from '#contracts/abilities';
import type { TextRelation } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { abilitiesOf, ruled, type Ruling } from '#core/ruling';
import type { Script } from '#i18n/language';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import {
  compare,
  type KnownMeasure,
  type KnownMeeting,
  type PieceMatch,
  recognise,
  type RecognisedBy,
} from './comparison.js';
import type { Import } from './import.entity.js';
import { canChange } from './import.policy.js';
import { scriptOfText } from './script-of-text.js';

/** An import beside the meeting on record that it speaks of. */
export interface Compared {
  meeting: { id: string; ordinal: number; title: string; script: Script; heldOn: string };
  by: RecognisedBy[];
  relation: TextRelation;
  measures: KnownMeasure[];
  pieces: PieceMatch[];
  documents: { ordinal: number; title: string; documentId: string | null }[];
}

export interface Comparison {
  /** Null where no meeting on record is the import's. */
  found: Compared | null;
  abilities: { attach: boolean };
  refusals: { attach?: Refusal };
}

const measures = `coalesce((select json_agg(json_build_object('id', m.id, 'areaOrdinal', m.area_ordinal, 'areaTitle', r.title,
    'ordinal', m.ordinal, 'title', m.title, 'text', m.text, 'script', m.script) order by m.area_ordinal, m.ordinal)
  from measure m join area r on r.id = m.area_id where m.meeting_id = e.id), '[]')`;

const meetings = `coalesce((select json_agg(json_build_object('id', e.id, 'ordinal', e.ordinal, 'title', e.title,
    'script', e.script, 'heldOn', e.held_on, 'measures', ${measures},
    'documents', coalesce((select json_agg(json_build_object('id', d.id, 'title', d.title) order by d.ordinal)
      from signed_document d where d.meeting_id = e.id), '[]'),
    'sources', coalesce((select json_agg(json_build_object('kind', s.kind, 'sha256', s.sha256))
      from source s where s.meeting_id = e.id), '[]')) order by e.ordinal desc)
  from meeting e where e.mechanism_id = i.mechanism_id
    -- Where the text gives its number, no other meeting can be it.
    and coalesce((i.draft #>> '{meeting,ordinal}')::int, e.ordinal) = e.ordinal), '[]')`;

type Row = Pick<Import, 'partyId' | 'state' | 'kind' | 'sha256' | 'text' | 'draft' | 'decisions'> & {
  meetings: KnownMeeting[];
};

const able = (attach: Ruling) => abilitiesOf({ attach });

@Injectable()
export class ComparisonReads {
  constructor(private readonly db: Db) {}

  /** Holds an import against what its mechanism has on record, so that nothing is added twice. */
  async of(actor: Actor, id: string): Promise<Comparison> {
    const row = found(
      await this.db.readOne<Row>(
        actor,
        `select i.party_id as "partyId", i.state, i.kind, i.sha256, i.text, i.draft, i.decisions,
           ${meetings} as meetings from import i where i.id = $1`,
        [id],
      ),
    );
    const same = recognise(row.draft, row.meetings);
    if (!same) return { found: null, ...able(ruled(canChange(actor, row), [false, 'incomplete'])) };
    const said = compare({ ...row, script: scriptOfText(row.text) }, same.meeting);
    const { id: meetingId, ordinal, title, script, heldOn, measures: known } = same.meeting;
    const meeting = { id: meetingId, ordinal, title, script, heldOn };
    const attach = ruled(canChange(actor, row), [said.relation !== 'same_text', 'wrong_state']);
    return { found: { meeting, by: same.by, measures: known, ...said }, ...able(attach) };
  }
}
