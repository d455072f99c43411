import { limits } from '#contracts/limits';
import type { ConfirmationKind, Light, MeasureStatus } from '#contracts/status';
import { coordinatesSql } from '#core/mechanisms/mechanism.policy';
import { type Actor, is, standsInAt, writesFor } from '#core/people/actor';
import { organisationJson, partyJson } from '#core/people/organisation-json';
import { found, Problem } from '#core/problem';
import { abilitiesSql, type SqlConditions } from '#core/ruling';
import { fold } from '#i18n/fold';
import { Clock } from '#platform/clock';
import { Db, isUuid } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { ownActionsJson, sharedActionsJson } from './action-json.js';
import { besideJson } from './beside-json.js';
import { disclosedJson } from './evidence-json.js';
import { ownLeadsJson, publishedLeadsJson } from './leads-json.js';
import { lightSql } from './light.js';
import { notesJson } from './note-json.js';
import { requestsJson } from './request-json.js';
import { updateJson } from './update-json.js';

export interface MeasureFilter {
  meeting?: string;
  mechanism?: string;
  area?: string;
  /** An organisation that leads on either side, as published, or on ours. */
  lead?: string;
  status?: MeasureStatus;
  light?: Light;
  due?: 'overdue' | 'soon' | 'none';
  /** Words of the text, in either script. */
  q?: string;
  /** Only what the reader's own office is charged with, or that of an absent officer in whose place he is. */
  mine?: boolean;
  after?: string;
  limit?: number;
}

/** How far a register counts; beyond it says "more than". */
const countUpTo = 1_000;

const openUpdate = `state in ('draft', 'submitted', 'endorsed', 'returned')`;

/** Parameters that every measure query begins with. */
const TODAY = '$1::date';
const COORDINATES = '$2::boolean';
/** The offices for which the reader writes. */
const OFFICES = '$3::uuid[]';

/** The reader's side's own view of measure m: lateral, one row or none. */
const ownAssignment = `left join lateral (
    select a.lead_id, a.supporting_ids, a.internal_due_on, a.published_at, a.version, ${organisationJson('o')} as lead
    from assignment a join organisation o on o.id = a.lead_id where a.measure_id = m.id and a.party_id = actor_side()
  ) own on true`;

const coordinates = coordinatesSql(COORDINATES);

/** The rules of measure.policy.ts in SQL; the random test of the policies holds the two against each other. */
const abilities = {
  assign: coordinates,
  writeUpdate: [
    [`cardinality(${OFFICES}) > 0`, 'not_officer'],
    ['own.lead_id is not null', 'not_assigned'],
    [`own.lead_id = any(${OFFICES}) or own.supporting_ids && ${OFFICES}`, 'not_charged'],
  ],
} satisfies Record<string, SqlConditions>;

const takesPart = ['actor_side() in (c.left_party_id, c.right_party_id)', 'observer'] as const;

/** `canPlan` of action.policy.ts, and who drafts an answer: a coordinator needs no charge. */
const plans = [
  takesPart,
  ...abilities.writeUpdate.map(
    ([holds, otherwise], at) => [at === 0 ? holds : `${COORDINATES} or ${holds}`, otherwise] as const,
  ),
] satisfies SqlConditions;

/** What a row of the register and the measure's page both say. */
const fields = `
  'id', m.id, 'meetingId', m.meeting_id, 'areaId', m.area_id, 'areaOrdinal', m.area_ordinal, 'areaTitle', r.title,
  'ordinal', m.ordinal, 'title', m.title, 'script', m.script, 'status', m.status, 'awaitingPartyId', m.awaiting_party_id,
  'light', lit.light, 'lightReason', lit.reason, 'lightDays', lit.days, 'dueOn', m.due_on,
  'lastCleared', (select json_build_object('at', u.cleared_at, 'partyId', u.party_id) from cleared_update u
    where u.measure_id = m.id order by u.cleared_at desc, u.id desc limit 1)`;

const rowJson = `json_build_object(${fields},
  'tracks', (select json_agg(json_build_object('partyId', t.party_id, 'status', t.status, 'lead',
      case when o.id is not null then ${organisationJson('o')} end) order by t.party_id <> c.left_party_id)
    from track t left join organisation o on o.id = t.lead_id where t.measure_id = m.id),
  'own', case when actor_side() is not null then json_build_object('lead', own.lead, 'published', own.published_at is not null,
    'internalDueOn', own.internal_due_on, 'version', coalesce(own.version, 0),
    'pending', (select u.state from "update" u where u.measure_id = m.id and u.${openUpdate} order by u.created_at desc limit 1),
    'waiting', coalesce((select json_agg(json_build_object('id', u.id, 'version', u.version) order by u.created_at)
      from "update" u where u.measure_id = m.id and u.state in ('submitted', 'endorsed')), '[]')) end,
  ${abilitiesSql(abilities)})`;

const from = `from measure m
  join mechanism c on c.id = m.mechanism_id
  join area r on r.id = m.area_id
  cross join ${lightSql(TODAY)}`;

const order = 'm.meeting_id, m.area_ordinal, m.ordinal, m.id';

@Injectable()
export class MeasuresReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A page of the register as JSON text; on the first page with the count and lights of all that match. */
  async list(actor: Actor, filter: MeasureFilter): Promise<string> {
    const params = this.params(actor);
    const where = conditions(actor, filter, params);
    const matching = where.join(' and ') || 'true';
    const limit = Math.min(filter.limit ?? limits.page, limits.pageMax);
    const after = filter.after ? cursor(filter.after, params) : 'true';
    const totals = filter.after
      ? ''
      : `, 'totals', (select json_build_object('count', count(*), 'complete', count(*) <= ${countUpTo},
          'red', count(*) filter (where light = 'red'), 'yellow', count(*) filter (where light = 'yellow'),
          'green', count(*) filter (where light = 'green'), 'grey', count(*) filter (where light = 'grey'))
          from (select lit.light ${from} where ${matching} limit ${countUpTo + 1}) counted)`;
    const sql = `with page as materialized (
        select m.id, ${order.replace(', m.id', '')} ${from} where ${matching} and ${after} order by ${order} limit ${limit + 1}
      ), shown as (select * from page p order by p.meeting_id, p.area_ordinal, p.ordinal, p.id limit ${limit})
      select json_build_object(
        'items', coalesce((select json_agg(${rowJson} order by ${order}) ${from} ${ownAssignment} where m.id in (select id from shown)), '[]'),
        'next', case when (select count(*) from page) > ${limit} then (
          select concat_ws('.', meeting_id, area_ordinal, ordinal, id) from shown
          order by meeting_id desc, area_ordinal desc, ordinal desc, id desc limit 1) end
        ${totals})::text as body`;
    return found(await this.db.readOne<{ body: string }>(actor, sql, params)).body;
  }

  /** One measure with both tracks, its joint timeline, and the reader's side's own work on it. */
  async one(actor: Actor, id: string): Promise<string> {
    const params = [...this.params(actor), actor.organisationId, is(actor, 'manager'), id];
    const row = await this.db.readOne<{ body: string }>(actor, oneSql, params);
    return found(row).body;
  }

  private params(actor: Actor): unknown[] {
    return [this.clock.today(), is(actor, 'coordinator'), writesFor(actor)];
  }
}

function conditions(actor: Actor, filter: MeasureFilter, params: unknown[]): string[] {
  const add = (value: unknown) => `$${params.push(value)}`;
  const where: string[] = [];
  if (filter.meeting) where.push(`m.meeting_id = ${add(filter.meeting)}`);
  if (filter.mechanism) where.push(`m.mechanism_id = ${add(filter.mechanism)}`);
  if (filter.area) where.push(`m.area_id = ${add(filter.area)}`);
  if (filter.status) where.push(`m.status = ${add(filter.status)}`);
  if (filter.light) where.push(`lit.light = ${add(filter.light)}`);
  if (filter.due === 'overdue') where.push(`lit.reason = 'overdue'`);
  if (filter.due === 'soon') where.push(`lit.reason = 'due_soon'`);
  if (filter.due === 'none') where.push(`m.due_on is null`);
  if (filter.q?.trim()) where.push(`m.folded like ${add(`%${fold(filter.q).replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (filter.lead) {
    const lead = add(filter.lead);
    where.push(`(m.id in (select measure_id from track where lead_id = ${lead})
      or m.id in (select measure_id from assignment where lead_id = ${lead}))`);
  }
  if (filter.mine) {
    const offices = `${add([actor.organisationId, ...standsInAt(actor)])}::uuid[]`;
    where.push(`m.id in (select measure_id from assignment
      where lead_id = any(${offices}) or supporting_ids && ${offices})`);
  }
  return where;
}

/** Where the page before ended: meeting.area.ordinal.id. */
function cursor(after: string, params: unknown[]): string {
  const [meeting, area, ordinal, id] = after.split('.');
  if (!isUuid(meeting) || !isUuid(id) || !/^\d{1,9}$/.test(area ?? '') || !/^\d{1,9}$/.test(ordinal ?? '')) {
    throw new Problem('invalid', { field: 'after' });
  }
  const marks = [meeting, area, ordinal, id].map((value) => `$${params.push(value)}`);
  return `(${order}) > (${marks[0]}::uuid, ${marks[1]}::int, ${marks[2]}::int, ${marks[3]}::uuid)`;
}

const neighbour = (sign: '<' | '>', direction: 'asc' | 'desc') => `(
  select json_build_object('id', n.id, 'areaOrdinal', n.area_ordinal, 'ordinal', n.ordinal) from measure n
  where n.meeting_id = m.meeting_id and (n.area_ordinal, n.ordinal) ${sign} (m.area_ordinal, m.ordinal)
  order by n.area_ordinal ${direction}, n.ordinal ${direction} limit 1)`;

const units = (ids: string) =>
  `coalesce((select json_agg(${organisationJson('o')} order by array_position(${ids}, o.id)) from organisation o where o.id = any(${ids})), '[]')`;

/** The rules of due-date-change.policy.ts and confirmation.policy.ts in SQL, over change or confirmation d. */
const open = [...coordinates, [`d.state = 'proposed'`, 'wrong_state']] as const satisfies SqlConditions;
const answers = [...open, ['d.party_id <> actor_side()', 'awaiting_other_side']] as const;
const withdraws = [...open, ['d.party_id = actor_side()', 'other_side']] as const;

const proposes = (kind: ConfirmationKind) =>
  [
    ...coordinates,
    [`m.status not in ('closed', 'dropped')`, 'measure_ended'],
    [
      `not exists (select from confirmation d where d.measure_id = m.id and d.kind = '${kind}' and d.state = 'proposed')`,
      'already_proposed',
    ],
  ] as const satisfies SqlConditions;

/** How a proposal ended, in the timeline; one that was confirmed and voided later stands there twice. */
const ended = (event: string, at: string, condition: string) => `
    select ${at}, d.id, json_build_object('kind', 'confirmation', 'id', d.id, 'at', ${at}, 'partyId', d.party_id,
        'of', d.kind, 'event', ${event}, 'reason', d.reason, 'answerReason', d.answer_reason)
      from confirmation d where d.measure_id = m.id and ${condition}`;

const oneSql = `select json_build_object(${fields},
  'text', m.text, 'dueKind', m.due_kind, 'dueWording', m.due_wording,
  'mechanism', json_build_object('id', c.id, 'name', c.name, 'sides', json_build_array(
    (select ${partyJson('g')} from party g where g.id = c.left_party_id),
    (select ${partyJson('g')} from party g where g.id = c.right_party_id))),
  'meeting', (select json_build_object('id', e.id, 'title', e.title, 'ordinal', e.ordinal, 'heldOn', e.held_on)
    from meeting e where e.id = m.meeting_id),
  'area', json_build_object('id', r.id, 'ordinal', r.ordinal, 'title', r.title),
  'source', (select json_build_object('id', s.id, 'kind', s.kind, 'fileName', s.file_name, 'adoptedAt', s.adopted_at,
    'start', m.source_start, 'end', m.source_end) from source s where s.id = m.source_id),
  'previous', ${neighbour('<', 'desc')}, 'next', ${neighbour('>', 'asc')},
  'tracks', (select json_agg(json_build_object('partyId', t.party_id, 'status', t.status, 'nextStep', t.next_step,
      'lastClearedAt', t.last_cleared_at, 'lead', case when o.id is not null then ${organisationJson('o')} end,
      'supporting', ${units('t.supporting_ids')}, 'leads', ${publishedLeadsJson}) order by t.party_id <> c.left_party_id)
    from track t left join organisation o on o.id = t.lead_id where t.measure_id = m.id),
  'timeline', coalesce((select json_agg(entry order by at desc, id desc) from (
    select u.cleared_at as at, u.id, json_build_object('kind', 'update', 'id', u.id, 'at', u.cleared_at, 'partyId', u.party_id,
        'organisation', ${organisationJson('o')}, 'status', u.status, 'text', u.text, 'nextStep', u.next_step,
        'difficulties', u.difficulties, 'periodFrom', u.period_from, 'periodTo', u.period_to,
        'correctsId', u.corrects_id, 'evidence', coalesce((select json_agg(${disclosedJson(COORDINATES)} order by d.title, d.id)
          from disclosed_evidence d where d.cleared_update_id = u.id), '[]')) as entry
      from cleared_update u join organisation o on o.id = u.organisation_id where u.measure_id = m.id
    union all
    select d.answered_at, d.id, json_build_object('kind', 'due_date', 'id', d.id, 'at', d.answered_at, 'partyId', d.party_id,
        'from', d.from_on, 'to', d.due_on, 'reason', d.reason)
      from due_date_change d where d.measure_id = m.id and d.state = 'agreed'
    union all
    select d.ended_at, d.id, json_build_object('kind', 'answer', 'id', d.id, 'at', d.ended_at, 'partyId', o.party_id,
        'organisation', ${organisationJson('o')}, 'text', d.answer, 'reason', d.text)
      from request d join organisation o on o.id = d.answer_organisation_id where d.measure_id = m.id and d.state = 'answered'
    union all ${ended(`case d.state when 'voided' then 'confirmed' else d.state end`, 'd.answered_at', 'd.answered_at is not null')}
    union all ${ended(`'voided'`, 'd.voided_at', 'd.voided_at is not null')}) entries), '[]'),
  'dueDateChanges', coalesce((select json_agg(json_build_object('id', d.id, 'partyId', d.party_id, 'from', d.from_on,
      'dueOn', d.due_on, 'reason', d.reason, 'state', d.state, 'proposedAt', d.proposed_at, 'answeredAt', d.answered_at,
      'answerReason', d.answer_reason, 'version', d.version, 
      ${abilitiesSql({ agree: answers, decline: answers, withdraw: withdraws })}) order by d.id desc)
    from due_date_change d where d.measure_id = m.id), '[]'),
  'confirmations', coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'partyId', d.party_id,
      'organisation', ${organisationJson('o')}, 'reason', d.reason, 'state', d.state, 'proposedAt', d.proposed_at,
      'answeredAt', d.answered_at, 'answerReason', d.answer_reason, 'voidedAt', d.voided_at, 'version', d.version,
      ${abilitiesSql({ confirm: answers, decline: answers, withdraw: withdraws })}) order by d.id desc)
    from confirmation d join organisation o on o.id = d.organisation_id where d.measure_id = m.id), '[]'),
  ${besideJson},
  'requests', ${requestsJson(COORDINATES, plans)},
  'actions', ${sharedActionsJson(COORDINATES)},
  'own', case when actor_side() is not null then json_build_object(
    'assignment', (select json_build_object('lead', ${organisationJson('o')}, 'supporting', ${units('a.supporting_ids')},
        'officers', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name) from person p
          where p.id = any(a.officer_ids)), '[]'),
        'internalDueOn', a.internal_due_on, 'publishedAt', a.published_at, 'version', a.version,
        'changedSincePublished', (t.lead_id, t.supporting_ids) is distinct from (a.lead_id, a.supporting_ids))
      from assignment a join organisation o on o.id = a.lead_id
      join track t on t.measure_id = a.measure_id and t.party_id = a.party_id where a.measure_id = m.id),
    'office', (select f.id from unnest(${OFFICES}) with ordinality f(id, at)
      where f.id = own.lead_id or f.id = any(own.supporting_ids) order by f.at limit 1),
    'leads', ${ownLeadsJson},
    'updates', coalesce((select json_agg(${updateJson(OFFICES, COORDINATES, '$5::boolean', '$4::uuid')} order by u.created_at desc)
      from "update" u join organisation o on o.id = u.organisation_id join person p on p.id = u.author_id
      where u.measure_id = m.id and u.${openUpdate}), '[]'),
    'actions', ${ownActionsJson({ offices: OFFICES, coordinates: COORDINATES }, plans)},
    'notes', ${notesJson}) end,
  ${abilitiesSql({
    ...abilities,
    planAction: plans,
    writeNote: [takesPart],
    publishAssignment: [...coordinates, ['own.lead_id is not null', 'not_assigned']],
    unpublishAssignment: [...coordinates, ['own.published_at is not null', 'not_published']],
    setApplicable: [...coordinates, [`m.status not in ('closed', 'dropped')`, 'measure_ended']],
    proposeDueDate: [
      ...coordinates,
      [
        `not exists (select from due_date_change d where d.measure_id = m.id and d.state = 'proposed')`,
        'already_proposed',
      ],
    ],
    proposeCompletion: proposes('completion'),
    proposeDrop: proposes('drop'),
  })}
  )::text as body
  ${from} ${ownAssignment} where m.id = $6`;
