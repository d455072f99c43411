import { lightSql } from '#core/measures/light';
import { type Actor, is } from '#core/people/actor';
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

/**
 * What a person owes, a row each: kind, measure, date, update. An officer's measures that are due or nearly; updates
 * that came back; for coordinators what waits to be cleared or answered; for managers what waits to be endorsed;
 * for everybody the measures on which a note names them.
 */
const owedSql = `
  select case u.state when 'returned' then 'returned' else 'draft' end as kind, u.measure_id, u.id as update_id,
    u.returned_reason as reason
  from "update" u where $3::boolean and u.organisation_id = ${ORGANISATION} and u.state in ('returned', 'draft')
  union all
  select 'due', a.measure_id, null, null from assignment a join measure m on m.id = a.measure_id
  join track t on t.measure_id = a.measure_id and t.party_id = a.party_id
  where $3::boolean and (a.lead_id = ${ORGANISATION} or ${ORGANISATION} = any(a.supporting_ids))
    and m.status not in ('closed', 'dropped', 'suspended') and t.status not in ('completed', 'not_applicable', 'suspended')
    and not exists (select from "update" u where u.measure_id = a.measure_id and u.organisation_id = ${ORGANISATION}
      and u.state in ('draft', 'submitted', 'endorsed', 'returned'))
  union all
  select 'clear', u.measure_id, u.id, null from "update" u where $4::boolean and u.state in ('submitted', 'endorsed')
  union all
  select 'endorse', u.measure_id, u.id, null from "update" u
  where $5::boolean and u.organisation_id = ${ORGANISATION} and u.state = 'submitted'
  union all
  select 'answer_due_date', d.measure_id, null, d.reason from due_date_change d
  join mechanism c on c.id = d.mechanism_id and actor_side() in (c.left_party_id, c.right_party_id)
  where $4::boolean and d.state = 'proposed' and d.party_id <> actor_side()
  union all
  select case d.kind when 'drop' then 'answer_drop' else 'answer_confirmation' end, d.measure_id, null, d.reason
  from confirmation d join mechanism c on c.id = d.mechanism_id and actor_side() in (c.left_party_id, c.right_party_id)
  where $4::boolean and d.state = 'proposed' and d.party_id <> actor_side()
  union all
  (select distinct on (d.measure_id) 'answer_request', d.measure_id, null::uuid, left(d.text, 200)
   from request d join mechanism c on c.id = d.mechanism_id and actor_side() in (c.left_party_id, c.right_party_id)
   where d.state = 'open' and d.party_id <> actor_side() and ($4::boolean or ($3::boolean and exists (
     select from assignment a where a.measure_id = d.measure_id and a.party_id = actor_side()
       and (a.lead_id = ${ORGANISATION} or ${ORGANISATION} = any(a.supporting_ids)))))
   order by d.measure_id, d.asked_at desc)
  union all
  (select distinct on (n.measure_id) 'mention', n.measure_id, null::uuid, left(n.text, 200)
   from mention x join note n on n.id = x.note_id where x.person_id = actor_person() and x.seen_at is null
   order by n.measure_id, n.id desc)`;

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
           lit.days as light_days, own.internal_due_on, least(own.internal_due_on, m.due_on) as due
         from owed join measure m on m.id = owed.measure_id join mechanism c on c.id = m.mechanism_id
         cross join ${lightSql(TODAY)}
         left join assignment own on own.measure_id = m.id and own.party_id = actor_side()
         order by least(own.internal_due_on, m.due_on) nulls last, owed.kind, m.meeting_id, m.area_ordinal, m.ordinal limit ${most})
       select json_build_object('today', ${TODAY}, 'count', (select count(*) from owed),
         'items', coalesce((select json_agg(json_build_object('kind', i.kind, 'measureId', i.measure_id, 'updateId', i.update_id,
             'areaOrdinal', i.area_ordinal, 'ordinal', i.ordinal, 'title', i.title, 'script', i.script, 'reason', i.reason,
             'dueOn', i.due_on, 'internalDueOn', i.internal_due_on, 'days', i.due - ${TODAY}, 'light', i.light,
             'lightReason', i.light_reason, 'lightDays', i.light_days,
             'meeting', json_build_object('id', e.id, 'title', e.title, 'ordinal', e.ordinal, 'mechanismId', c.id, 'mechanismName', c.name))
             order by i.due nulls last, i.kind, i.meeting_id, i.area_ordinal, i.ordinal)
           from items i join meeting e on e.id = i.meeting_id join mechanism c on c.id = e.mechanism_id), '[]'),
         'recent', coalesce((select json_agg(json_build_object('id', u.id, 'measureId', m.id, 'areaOrdinal', m.area_ordinal,
             'ordinal', m.ordinal, 'title', m.title, 'partyId', u.party_id, 'organisation', ${organisationJson('o')},
             'at', u.cleared_at, 'text', left(u.text, 120)) order by u.cleared_at desc)
           from (select u.* from mechanism c cross join lateral (
               select u.* from cleared_update u
               where u.mechanism_id = c.id and u.party_id <> (select actor_side()) and u.cleared_at > ${TODAY} - ${recentDays}
                 and ($4::boolean or (select a.lead_id = ${ORGANISATION} or ${ORGANISATION} = any(a.supporting_ids) from assignment a
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
      `select count(*)::int as count from (${owedSql}) owed where ${TODAY} is not null`,
      this.params(actor),
    );
    return row!.count;
  }

  private params(actor: Actor): unknown[] {
    const coordinates = is(actor, 'coordinator');
    return [
      this.clock.today(),
      actor.organisationId,
      is(actor, 'officer'),
      coordinates,
      is(actor, 'manager'),
    ];
  }
}
