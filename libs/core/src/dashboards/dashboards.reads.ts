import { completionSql } from '#core/measures/completion';
import { dayOf, lightSql } from '#core/measures/light';
import { documentJson } from '#core/meetings/document-json';
import { divergesSql } from '#core/measures/measure-status';
import { type Actor, is } from '#core/people/actor';
import { organisationJson, partyJson } from '#core/people/organisation-json';
import { coordinatesSql } from '#core/mechanisms/mechanism.policy';
import { abilitiesSql } from '#core/ruling';
import { found } from '#core/problem';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

/** What the meeting page counts as fresh beside the mechanism's own window. */
const recentDays = 90;

const TODAY = '$2::date';
const age = `(${TODAY} - ${dayOf('last_cleared_at')})`;
const ended = `('closed', 'dropped')`;
const named = `'measureId', id, 'areaOrdinal', area_ordinal, 'ordinal', ordinal, 'title', title`;
const inOrder = 'order by area_ordinal, ordinal';
const list = (json: string, order: string, where: string, source = 'lit') =>
  `coalesce((select json_agg(json_build_object(${json}) ${order}) from ${source} where ${where}), '[]')`;

const meetingSql = `with e as (select * from meeting where id = $1),
  c as (select c.* from mechanism c join e on e.mechanism_id = c.id),
  lit as materialized (
    select m.*, lit.light, lit.reason, lit.days from measure m join c on c.id = m.mechanism_id
    cross join ${lightSql(TODAY)} where m.meeting_id = $1),
  pairs as (
    select l.measure_id, l.party_id as left_party, l.status as left_status, r.party_id as right_party, r.status as right_status,
      greatest(l.last_cleared_at, r.last_cleared_at) as since
    from lit join c on c.id = lit.mechanism_id
    join track l on l.measure_id = lit.id and l.party_id = c.left_party_id
    join track r on r.measure_id = lit.id and r.party_id = c.right_party_id
    where ${divergesSql('l', 'r')}),
  led as (select lit.*, t.lead_id from lit join track t on t.measure_id = lit.id and t.lead_id is not null)
  select json_build_object(
    'id', e.id, 'ordinal', e.ordinal, 'title', e.title, 'script', e.script, 'heldOn', e.held_on, 'place', e.place,
    'heads', e.heads, 'signatories', e.signatories, 'custodians', to_json(e.custodians),
    'today', ${TODAY}, 'warningDays', c.warning_days,
    'mechanism', json_build_object('id', c.id, 'name', c.name, 'sides', json_build_array(
      (select ${partyJson('g')} from party g where g.id = c.left_party_id),
      (select ${partyJson('g')} from party g where g.id = c.right_party_id))),
    'declared', json_build_object('areas', e.declared_areas, 'measures', e.declared_measures, 'documents', e.declared_documents),
    'captured', json_build_object('areas', (select count(*) from area where meeting_id = $1),
      'measures', (select count(*) from lit), 'documents', (select count(*) from signed_document where meeting_id = $1 and signed_on is null)),
    'completion', (select ${completionSql} from lit),
    'attention', (select json_build_object('red', count(*) filter (where light = 'red'),
      'overdue', count(*) filter (where reason = 'overdue'), 'behind', count(*) filter (where reason = 'behind'),
      'yellow', count(*) filter (where light = 'yellow'), 'dueSoon', count(*) filter (where reason = 'due_soon'),
      'stale', count(*) filter (where reason = 'stale')) from lit),
    'freshness', (select json_build_object('days', c.freshness_days, 'recentDays', ${recentDays}, 'of', count(*),
      'updated', count(*) filter (where ${age} <= c.freshness_days), 'recent', count(*) filter (where ${age} <= ${recentDays}),
      'oldest', (select json_build_object(${named}, 'days', ${age}) from lit
        where last_cleared_at is not null and status not in ${ended} order by last_cleared_at limit 1))
      from lit where status not in ${ended}),
    'statuses', coalesce((select json_agg(json_build_object('status', status, 'awaitingPartyId', awaiting_party_id, 'count', count))
      from (select status, awaiting_party_id, count(*) from lit group by 1, 2 order by 3 desc, 1) counted), '[]'),
    'areas', coalesce((select json_agg(json_build_object('id', r.id, 'ordinal', r.ordinal, 'title', r.title,
        'lights', (select json_build_object('red', count(*) filter (where light = 'red'), 'yellow', count(*) filter (where light = 'yellow'),
          'green', count(*) filter (where light = 'green'), 'grey', count(*) filter (where light = 'grey')) from lit where area_id = r.id),
        'measures', ${list(`'id', id, 'ordinal', ordinal, 'light', light, 'lightReason', reason`, inOrder, 'area_id = r.id')})
        order by r.ordinal) from area r where r.meeting_id = $1), '[]'),
    'leads', coalesce((select json_agg(json_build_object('organisation', ${organisationJson('o')}, 'red', red, 'yellow', yellow,
        'green', green, 'grey', grey, 'total', total, 'overdue', overdue) order by o.party_id <> c.left_party_id, o.short ->> 'en')
      from (select lead_id, count(*) as total, count(*) filter (where light = 'red') as red,
        count(*) filter (where light = 'yellow') as yellow, count(*) filter (where light = 'green') as green,
        count(*) filter (where light = 'grey') as grey, count(*) filter (where reason = 'overdue') as overdue
        from led group by lead_id) counted join organisation o on o.id = counted.lead_id), '[]'),
    'deadlines', ${list(`${named}, 'dueOn', due_on, 'light', light, 'lightReason', reason`, 'order by due_on, area_ordinal, ordinal', `due_on is not null and status not in ${ended}`)},
    'withoutDate', (select count(*) from lit where due_on is null),
    'overdue', ${list(
      `${named}, 'dueOn', due_on, 'days', days, 'leads', (select coalesce(json_agg(${organisationJson('o')}
        order by o.party_id <> c.left_party_id), '[]') from track t join organisation o on o.id = t.lead_id where t.measure_id = lit.id)`,
      'order by due_on, area_ordinal, ordinal',
      `reason = 'overdue'`,
    )},
    'divergences', ${list(
      `${named}, 'since', since, 'tracks', json_build_array(
        json_build_object('partyId', left_party, 'status', left_status), json_build_object('partyId', right_party, 'status', right_status))`,
      inOrder,
      'true',
      'lit join pairs on pairs.measure_id = lit.id',
    )},
    'documents', coalesce((select json_agg(${documentJson('d')} order by d.ordinal)
      from signed_document d where d.meeting_id = $1), '[]'),
    'lineage', (select json_build_object('previousId', p.id, 'of', count(m.id),
        'decided', count(m.id) filter (where exists (select from lineage l where l.earlier_id = m.id and l.stands)))
      from (select x.id from meeting x where x.mechanism_id = e.mechanism_id and x.ordinal < e.ordinal
        order by x.ordinal desc limit 1) p
      left join measure m on m.meeting_id = p.id and m.status not in ${ended} group by p.id),
    'sources', coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'fileName', file_name, 'sha256', sha256,
      'adoptedAt', adopted_at) order by adopted_at) from source where meeting_id = $1), '[]'),
    ${abilitiesSql({
      requestReport: coordinatesSql('$3::boolean'),
      followUpDocuments: coordinatesSql('$4::boolean'),
      decideLineage: coordinatesSql('$4::boolean'),
    })}
  )::text as body from e cross join c`;

@Injectable()
export class DashboardsReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The meeting's page whole, as JSON text: one statement whose cost is that of its measures, not of their history. */
  async meeting(actor: Actor, id: string): Promise<string> {
    const coordinates = is(actor, 'coordinator');
    const params = [id, this.clock.today(), coordinates || is(actor, 'manager'), coordinates];
    const row = await this.db.readOne<{ body: string }>(actor, meetingSql, params);
    return found(row).body;
  }
}
