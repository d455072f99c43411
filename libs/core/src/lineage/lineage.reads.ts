import type { Refusal } from '#contracts/abilities';
import type { LineageRelation, MeasureStatus } from '#contracts/status';
import { coordinatesSql } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import { organisationJson } from '#core/people/organisation-json';
import { found } from '#core/problem';
import { abilitiesSql } from '#core/ruling';
import type { Script } from '#i18n/language';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { type Compared, type Proposal, proposals } from './proposals.js';

interface MeetingName {
  id: string;
  title: string;
  ordinal: number;
  heldOn: string;
  script: Script;
}

interface LineageMeasure extends Compared {
  title: string;
  script: Script;
  status: MeasureStatus;
  awaitingPartyId: string | null;
}

interface Link {
  id: string;
  earlierId: string | null;
  laterId: string | null;
  relation: LineageRelation;
  stands: boolean;
  organisation: object;
  decidedAt: string;
  version: number;
}

interface Rows {
  mechanismId: string;
  meeting: MeetingName;
  previous: MeetingName | null;
  earlier: LineageMeasure[];
  later: LineageMeasure[];
  links: Link[];
  abilities: { decide: boolean };
  refusals: { decide?: Refusal };
}

export interface LineageView extends Rows {
  /** How many of the earlier meeting's unfinished measures, and of this one's, are decided. */
  coverage: Record<'earlier' | 'later', { decided: number; of: number }>;
  /** What the words speak for, where nothing is decided or refused. */
  proposals: Proposal[];
}

const finished: readonly MeasureStatus[] = ['closed', 'dropped'];

const name = (of: string) =>
  `json_build_object('id', ${of}.id, 'title', ${of}.title, 'ordinal', ${of}.ordinal, 'heldOn', ${of}.held_on, 'script', ${of}.script)`;
const measures = (
  of: string,
) => `coalesce((select json_agg(json_build_object('id', m.id, 'areaOrdinal', m.area_ordinal,
    'areaTitle', r.title, 'ordinal', m.ordinal, 'title', m.title, 'text', m.text, 'script', m.script, 'status', m.status,
    'awaitingPartyId', m.awaiting_party_id) order by m.area_ordinal, m.ordinal)
  from measure m join area r on r.id = m.area_id where m.meeting_id = ${of}.id), '[]')`;

/** The meeting before meeting e in its mechanism, p; null where none is on record. */
const previous = `left join lateral (select x.* from meeting x where x.mechanism_id = e.mechanism_id and x.ordinal < e.ordinal
  order by x.ordinal desc limit 1) p on true`;

const lineageSql = `select json_build_object('mechanismId', c.id, 'meeting', ${name('e')},
    'previous', case when p.id is not null then ${name('p')} end,
    'earlier', ${measures('p')}, 'later', ${measures('e')},
    'links', coalesce((select json_agg(json_build_object('id', l.id, 'earlierId', l.earlier_id, 'laterId', l.later_id,
        'relation', l.relation, 'stands', l.stands, 'organisation', ${organisationJson('o')}, 'decidedAt', l.decided_at,
        'version', l.version) order by l.id)
      from lineage l join organisation o on o.id = l.organisation_id
      left join measure b on b.id = l.earlier_id left join measure a on a.id = l.later_id
      where l.mechanism_id = c.id and (l.earlier_id is null or b.meeting_id = p.id) and (l.later_id is null or a.meeting_id = e.id)), '[]'),
    ${abilitiesSql({ decide: coordinatesSql('$2::boolean') })})::text as body
  from meeting e join mechanism c on c.id = e.mechanism_id ${previous} where e.id = $1`;

@Injectable()
export class LineageReads {
  constructor(private readonly db: Db) {}

  /** How a meeting's measures go on from those of the one before: what is decided, and what its words propose. */
  async of(actor: Actor, meetingId: string): Promise<LineageView> {
    const row = await this.db.readOne<{ body: string }>(actor, lineageSql, [
      meetingId,
      is(actor, 'coordinator'),
    ]);
    const rows = JSON.parse(found(row).body) as Rows;
    const { earlier, later, links } = rows;
    const standing = links.filter(({ stands }) => stands);
    const decidedEarlier = new Set(standing.map(({ earlierId }) => earlierId));
    const decidedLater = new Set(standing.map(({ laterId }) => laterId));
    const unfinished = earlier.filter(({ status }) => !finished.includes(status));
    const open = new Set(unfinished.map(({ id }) => id));
    const known = new Set(links.map(({ earlierId, laterId }) => `${earlierId} ${laterId}`));
    const proposed = rows.previous
      ? proposals(earlier, later).filter(
          ({ earlierId, laterId }) =>
            !known.has(`${earlierId} ${laterId}`) &&
            // A mark speaks of a measure that is still open, and of which nothing else was said.
            !(laterId === null && (decidedEarlier.has(earlierId) || !open.has(earlierId!))) &&
            !(earlierId === null && decidedLater.has(laterId)),
        )
      : [];
    return {
      ...rows,
      coverage: {
        earlier: {
          decided: unfinished.filter(({ id }) => decidedEarlier.has(id)).length,
          of: unfinished.length,
        },
        later: { decided: later.filter(({ id }) => decidedLater.has(id)).length, of: later.length },
      },
      proposals: proposed,
    };
  }
}
