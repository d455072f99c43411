import { lightSql } from '#core/measures/light';
import { type Actor, is, standsInAt } from '#core/people/actor';
import { organisationJson } from '#core/people/organisation-json';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

/** More than anybody does in a day; the register has the rest. */
const most = 200;
const recent = 5;
/** What is older is no news, and is not looked for. */
const recentDays = 90;

const TODAY = '$1::date';
const ORGANISATION = '$2::uuid';
/** The offices whose officer's work the reader does: the own one, and those of absent officers. */
const OFFICES = '$3::uuid[]';
/** The absent officers. */
const ABSENT = '$6::uuid[]';

/**
 * What a person owes, a row each: kind, measure, update, reason, the offices whose work it is where it is an officer's, and
 * its own date where it has one. An officer's measures that are due or nearly; updates that came back; the office's actions
 * that have a date; for coordinators what waits to be cleared or answered; for managers what waits to be endorsed; for
 * everybody the measures on which a note names them.
 */
const owedSql = `
  select case u.state when 'returned' then 'returned' else 'draft' end as kind, u.measure_id, u.id as update_id,
    u.returned_reason as reason, array[u.organisation_id] as offices, null::date as own_due
  from "update" u where u.organisation_id = any(${OFFICES}) and u.state in ('returned', 'draft')
  union all
  select 'due', a.measure_id, null, null, w.offices, null from assignment a join measure m on m.id = a.measure_id
  join track t on t.measure_id = a.measure_id and t.party_id = a.party_id
  cross join lateral (select array(select f.id from unnest(${OFFICES}) f(id)
    where (f.id = a.lead_id or f.id = any(a.supporting_ids))
      and not exists (select from "update" u where u.measure_id = a.measure_id and u.organisation_id = f.id
        and u.state in ('draft', 'submitted', 'endorsed', 'returned'))) as offices) w
  where (a.lead_id = any(${OFFICES}) or a.supporting_ids && ${OFFICES}) and w.offices <> '{}'
    and m.status not in ('closed', 'dropped', 'suspended') and t.status not in ('completed', 'not_applicable', 'suspended')
  union all
  select 'action', x.measure_id, null, left(x.title, 200), array[w.office], x.internal_due_on
  from action x join measure m on m.id = x.measure_id
  left join assignment a on a.measure_id = x.measure_id and a.party_id = x.party_id
  cross join lateral (select coalesce(x.lead_id, a.lead_id) as office) w
  where (w.office = any(${OFFICES}) or $4::boolean and w.office = ${ORGANISATION}) and x.done_on is null
    and x.internal_due_on is not null and m.status not in ('closed', 'dropped', 'suspended')
  union all
  select 'clear', u.measure_id, u.id, null, null, null from "update" u where $4::boolean and u.state in ('submitted', 'endorsed')
  union all
  select 'endorse', u.measure_id, u.id, null, null, null from "update" u
  where $5::boolean and u.organisation_id = ${ORGANISATION} and u.state = 'submitted'
  union all
  select 'answer_due_date', d.measure_id, null, d.reason, null, null from due_date_change d
  join mechanism c on c.id = d.mechanism_id and actor_side() in (c.left_party_id, c.right_party_id)
  where $4::boolean and d.state = 'proposed' and d.party_id <> actor_side()
  union all
  select case d.kind when 'drop' then 'answer_drop' else 'answer_confirmation' end, d.measure_id, null, d.reason, null, null
  from confirmation d join mechanism c on c.id = d.mechanism_id and actor_side() in (c.left_party_id, c.right_party_id)
  where $4::boolean and d.state = 'proposed' and d.party_id <> actor_side()
  union all
  (select distinct on (d.measure_id) 'answer_request', d.measure_id, null::uuid, left(d.text, 200), case when not $4::boolean then
       (select array(select f.id from unnest(${OFFICES}) f(id) where f.id = a.lead_id or f.id = any(a.supporting_ids))
        from assignment a where a.measure_id = d.measure_id and a.party_id = actor_side()) end, null::date
   from request d join mechanism c on c.id = d.mechanism_id and actor_side() in (c.left_party_id, c.right_party_id)
   where d.state = 'open' and d.party_id <> actor_side() and ($4::boolean or exists (
     select from assignment a where a.measure_id = d.measure_id and a.party_id = actor_side()
       and (a.lead_id = any(${OFFICES}) or a.supporting_ids && ${OFFICES})))
   order by d.measure_id, d.asked_at desc)
  union all
  (select distinct on (n.measure_id) 'mention', n.measure_id, null::uuid, left(n.text, 200), null::uuid[], null::date
   from mention x join note n on n.id = x.note_id where x.person_id = actor_person() and x.seen_at is null
   order by n.measure_id, n.id desc)
  union all
  (select distinct on (e.measure_id) 'infected', e.measure_id, null::uuid, null, null::uuid[], null::date
   from evidence_revision r join evidence e on e.id = r.evidence_id
   where $4::boolean and r.party_id = actor_side() and r.state = 'infected' and e.measure_id is not null
   order by e.measure_id)`;

/** Signed documents with a file of the reader's side in which a virus was found: for its coordinators. */
const infectedDocumentsSql = `select s.id, s.ordinal, s.title, s.meeting_id from signed_document s
  where $4::boolean and s.id in (select e.signed_document_id from evidence_revision r join evidence e on e.id = r.evidence_id
    where r.party_id = actor_side() and r.state = 'infected')`;

/** `inPlaceOf` of actor.ts in SQL: the absent officer whose item this is, over rows owed and own (the assignment). */
const absentJson = `(select json_build_object('id', q.id, 'name', q.name) from person q
  where q.id = any(${ABSENT}) and q.organisation_id = any(owed.offices)
    and (q.id = any(own.officer_ids) and not actor_person() = any(own.officer_ids)
      or not ${ORGANISATION} = any(owed.offices) or not ${ORGANISATION} = any(${OFFICES}))
  order by q.id = any(own.officer_ids) desc, q.id limit 1)`;

@Injectable()
export class MyWorkReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** What the reader owes, what is overdue first; and what the other sides have cleared lately. JSON text. */
  async list(actor: Actor): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `with owed as (${owedSql}),
       items as (
         select owed.*, m.area_ordinal, m.ordinal, m.title, m.script, m.due_on, m.meeting_id, lit.light, lit.reason as light_reason,
           lit.days as light_days, coalesce(owed.own_due, own.internal_due_on) as internal_due_on,
           coalesce(owed.own_due, least(own.internal_due_on, m.due_on)) as due, ${absentJson} as in_place_of
         from owed join measure m on m.id = owed.measure_id join mechanism c on c.id = m.mechanism_id
         cross join ${lightSql(TODAY)}
         left join assignment own on own.measure_id = m.id and own.party_id = actor_side()
         order by due nulls last, owed.kind, m.meeting_id, m.area_ordinal, m.ordinal limit ${most})
       select json_build_object('today', ${TODAY}, 'count', (select count(*) from owed) + (select count(*) from (${infectedDocumentsSql}) s),
         'items', coalesce((select json_agg(json_build_object('kind', i.kind, 'measureId', i.measure_id, 'updateId', i.update_id,
             'version', (select u.version from "update" u where u.id = i.update_id),
             'areaOrdinal', i.area_ordinal, 'ordinal', i.ordinal, 'title', i.title, 'script', i.script, 'reason', i.reason, 'inPlaceOf', i.in_place_of,
             'dueOn', i.due_on, 'internalDueOn', i.internal_due_on, 'days', i.due - ${TODAY}, 'light', i.light,
             'lightReason', i.light_reason, 'lightDays', i.light_days,
             'meeting', json_build_object('id', e.id, 'title', e.title, 'ordinal', e.ordinal, 'mechanismId', c.id, 'mechanismName', c.name))
             order by i.due nulls last, i.kind, i.meeting_id, i.area_ordinal, i.ordinal)
           from items i join meeting e on e.id = i.meeting_id join mechanism c on c.id = e.mechanism_id), '[]'),
         'infectedDocuments', coalesce((select json_agg(json_build_object('id', s.id, 'ordinal', s.ordinal, 'title', s.title,
             'meeting', json_build_object('id', e.id, 'title', e.title, 'ordinal', e.ordinal, 'mechanismId', c.id, 'mechanismName', c.name))
             order by s.meeting_id, s.ordinal)
           from (${infectedDocumentsSql}) s join meeting e on e.id = s.meeting_id join mechanism c on c.id = e.mechanism_id), '[]'),
         'recent', coalesce((select json_agg(json_build_object('id', u.id, 'measureId', m.id, 'areaOrdinal', m.area_ordinal,
             'ordinal', m.ordinal, 'title', m.title, 'partyId', u.party_id, 'organisation', ${organisationJson('o')},
             'at', u.cleared_at, 'text', left(u.text, 120)) order by u.cleared_at desc)
           from (select u.* from mechanism c cross join lateral (
               select u.* from cleared_update u
               where u.mechanism_id = c.id and u.party_id <> (select actor_side()) and u.cleared_at > ${TODAY} - ${recentDays}
                 and ($4::boolean or (select a.lead_id = any(${OFFICES}) or a.supporting_ids && ${OFFICES} from assignment a
                   where a.measure_id = u.measure_id and a.party_id = (select actor_side())))
               order by u.cleared_at desc limit ${recent}) u
             order by u.cleared_at desc limit ${recent}) u
           join measure m on m.id = u.measure_id join organisation o on o.id = u.organisation_id), '[]'))::text as body`,
      this.params(actor),
    );
    return row!.body;
  }

  /** How many things the navigation says are owed. */
  async count(actor: Actor): Promise<number> {
    const [row] = await this.db.read<{ count: number }>(
      actor,
      `select ((select count(*) from (${owedSql}) owed where ${TODAY} is not null and ${ABSENT} is not null)
         + (select count(*) from (${infectedDocumentsSql}) s))::int as count`,
      this.params(actor),
    );
    return row!.count;
  }

  private params(actor: Actor): unknown[] {
    const offices = [...(is(actor, 'officer') ? [actor.organisationId] : []), ...standsInAt(actor)];
    const absent = actor.standsInFor.map(({ personId }) => personId);
    return [
      ...[this.clock.today(), actor.organisationId, offices],
      ...[is(actor, 'coordinator'), is(actor, 'manager'), absent],
    ];
  }
}
