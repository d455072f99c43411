import { limits } from '#contracts/limits';
import { completionSql } from '#core/measures/completion';
import { dayOf, lightSql } from '#core/measures/light';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import type { ProgressReportData } from '#documents/report-data';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import type { Report } from './report.entity.js';

const view = `json_build_object('id', p.id, 'audience', p.audience, 'language', p.language, 'state', p.state,
  'progress', p.progress, 'bytes', p.bytes, 'errorCode', p.error_code, 'createdAt', p.created_at, 'readyAt', p.ready_at,
  'requestedBy', (select json_build_object('id', q.id, 'name', q.name) from person q where q.id = p.requested_by_id),
  'meeting', (select json_build_object('id', e.id, 'title', e.title, 'ordinal', e.ordinal, 'mechanismId', e.mechanism_id)
    from meeting e where e.id = p.meeting_id))`;

const side = (column: string) => `(select json_build_object('partyId', g.id, 'name', g.name, 'mark', g.mark,
  'jurisdiction', g.jurisdiction) from party g where g.id = c.${column})`;

const names = (ids: string) =>
  `coalesce((select json_agg(o.name order by array_position(${ids}, o.id)) from organisation o where o.id = any(${ids})), '[]')`;

const TODAY = '$2::date';
const PRIVATE = '$3::boolean';

const dataSql = `with lit as materialized (
    select m.*, lit.light, lit.reason, lit.days, c.left_party_id from measure m join mechanism c on c.id = m.mechanism_id
    cross join ${lightSql(TODAY)} where m.meeting_id = $1)
  select json_build_object(
    'mechanism', c.name, 'sides', json_build_array(${side('left_party_id')}, ${side('right_party_id')}),
    'meeting', json_build_object('title', e.title, 'script', e.script, 'heldOn', e.held_on, 'place', e.place),
    'generatedOn', ${TODAY},
    'declared', json_build_object('areas', e.declared_areas, 'measures', e.declared_measures, 'documents', e.declared_documents),
    'captured', json_build_object('areas', (select count(*) from area where meeting_id = e.id),
      'measures', (select count(*) from lit), 'documents', (select count(*) from signed_document where meeting_id = e.id)),
    'completion', (select ${completionSql} from lit),
    'documents', coalesce((select json_agg(json_build_object('ordinal', ordinal, 'title', title, 'parties', to_json(parties))
      order by ordinal) from signed_document where meeting_id = e.id), '[]'),
    'areas', coalesce((select json_agg(json_build_object('ordinal', r.ordinal, 'title', r.title, 'measures', coalesce((
        select json_agg(json_build_object('ordinal', m.ordinal, 'title', m.title, 'text', m.text, 'status', m.status,
          'awaitingPartyId', m.awaiting_party_id, 'light', m.light, 'lightReason', m.reason, 'lightDays', m.days, 'dueOn', m.due_on,
          'tracks', (select json_agg(json_build_object('partyId', t.party_id, 'status', t.status, 'nextStep', t.next_step,
              'lead', (select o.name from organisation o where o.id = t.lead_id), 'supporting', ${names('t.supporting_ids')},
              'latest', (select json_build_object('text', u.text, 'on', ${dayOf('u.cleared_at')}) from cleared_update u
                where u.measure_id = m.id and u.party_id = t.party_id order by u.cleared_at desc, u.id desc limit 1))
              order by t.party_id <> m.left_party_id) from track t where t.measure_id = m.id),
          'own', case when ${PRIVATE} then (select json_build_object('lead', o.name, 'supporting', ${names('a.supporting_ids')},
              'internalDueOn', a.internal_due_on,
              'pending', (select json_build_object('state', u.state, 'text', u.text) from "update" u where u.measure_id = m.id
                and u.state in ('draft', 'submitted', 'endorsed', 'returned') order by u.created_at desc limit 1))
            from assignment a join organisation o on o.id = a.lead_id where a.measure_id = m.id) end)
          order by m.ordinal) from lit m where m.area_id = r.id), '[]')) order by r.ordinal)
      from area r where r.meeting_id = e.id), '[]')) as data
  from meeting e join mechanism c on c.id = e.mechanism_id where e.id = $1`;

@Injectable()
export class ReportsReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** What the document is made of, as this person may read it; private work only in a report for the side itself. */
  async data(actor: Actor, { meetingId, audience, language }: Report): Promise<ProgressReportData> {
    type Data = Omit<ProgressReportData, 'language' | 'audience' | 'partyId'>;
    const own = audience === 'side';
    const row = await this.db.readOne<{ data: Data }>(actor, dataSql, [meetingId, this.clock.today(), own]);
    return { ...found(row).data, language, audience, partyId: own ? actor.side : null };
  }

  async list(actor: Actor, meetingId: string | null, after: string | null): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `with page as materialized (select * from report where ($1::uuid is null or meeting_id = $1)
         and ($2::uuid is null or id < $2) order by id desc limit ${limits.page + 1}),
       p as (select * from page order by id desc limit ${limits.page})
       select json_build_object('items', coalesce((select json_agg(${view} order by p.id desc) from p), '[]'),
         'next', case when (select count(*) from page) > ${limits.page} then (select id from p order by id limit 1) end)::text as body`,
      [meetingId, after],
    );
    return row!.body;
  }

  async one(actor: Actor, id: string): Promise<string> {
    const row = await this.db.readOne<{ body: string }>(
      actor,
      `select ${view}::text as body from report p where p.id = $1`,
      [id],
    );
    return found(row).body;
  }
}
