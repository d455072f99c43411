import { limits } from '#contracts/limits';
import type { Actor } from '#core/people/actor';
import { organisationJson, partyJson } from '#core/people/organisation-json';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

export interface ActivityFilter {
  mechanism?: string;
  meeting?: string;
  measure?: string;
  after?: string;
  limit?: number;
}

@Injectable()
export class ActivityReads {
  constructor(private readonly db: Db) {}

  /**
   * Newest first: joint rows and those of the reader's own side. A joint row names its office; where it was somebody
   * of our side, our own ledger says who. JSON text.
   */
  async list(actor: Actor, filter: ActivityFilter): Promise<string> {
    const params: unknown[] = [];
    const add = (value: unknown) => `$${params.push(value)}`;
    const where = [`a.verb <> 'named'`];
    if (filter.mechanism) where.push(`a.mechanism_id = ${add(filter.mechanism)}`);
    if (filter.meeting) where.push(`a.meeting_id = ${add(filter.meeting)}`);
    if (filter.measure) where.push(`a.measure_id = ${add(filter.measure)}`);
    if (filter.after) where.push(`a.id < ${add(filter.after)}`);
    const limit = Math.min(filter.limit ?? limits.page, limits.pageMax);
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `with page as materialized (
         select a.* from activity a where ${where.join(' and ')} order by a.id desc limit ${limit + 1}
       ), shown as (select * from page order by id desc limit ${limit})
       select json_build_object('items', coalesce((select json_agg(json_build_object(
           'id', a.id, 'at', a.at, 'joint', a.party_id is null, 'verb', a.verb,
           'party', case when g.id is not null then ${partyJson('g')} end,
           'organisation', case when o.id is not null then ${organisationJson('o')} end,
           'person', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end,
           'inPlaceOf', case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end,
           'measure', case when m.id is not null then json_build_object('id', m.id, 'areaOrdinal', m.area_ordinal,
             'ordinal', m.ordinal, 'title', m.title, 'script', m.script) end,
           'meeting', case when e.id is not null then json_build_object('id', e.id, 'title', e.title) end,
           'changes', a.changes - array['meeting', 'source', 'documents', 'areas', 'measures', 'tracks']) order by a.id desc)
         from shown a
         left join party g on g.id = a.actor_party_id
         left join organisation o on o.id = a.actor_organisation_id
         left join activity named on named.subject_id = a.id and named.verb = 'named' and a.party_id is null
         left join person p on p.id = coalesce(a.actor_person_id, named.actor_person_id)
         left join person h on h.id = coalesce(a.changes ->> 'forId', named.changes ->> 'forId')::uuid
         left join measure m on m.id = a.measure_id
         left join meeting e on e.id = coalesce(a.meeting_id, m.meeting_id)), '[]'),
         'next', case when (select count(*) from page) > ${limit} then (select id from shown order by id limit 1) end)::text as body`,
      params,
    );
    return row!.body;
  }
}
