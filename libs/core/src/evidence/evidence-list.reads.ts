import { limits } from '#contracts/limits';
import type { EvidenceFilter } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { found } from '#core/problem';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

export interface EvidenceListQuery {
  state?: EvidenceFilter;
  /** `area.ordinal.id` of the last row of the page before. */
  after?: string;
  limit?: number;
}

/** What runs out within so many days is shown in time. */
const expiringDays = 60;

/** Signed documents come after the measures. */
const documentsFrom = 1_000_000;

/**
 * Every revision of a meeting that the reader may know of: his side's own, and what the other has disclosed; and a row
 * for each measure that his side says it has done something for, with nothing to show. An observer, who is of neither
 * side, looks at both sides together.
 */
const rowsSql = `
  place as (
    select m.id as measure_id, null::uuid as document_id, m.area_ordinal, m.ordinal, m.title, m.script from measure m where m.meeting_id = $1
    union all
    select null, s.id, ${documentsFrom}, s.ordinal, s.title, null from signed_document s where s.meeting_id = $1
  ), reader as (
    select (select actor_side()) as side, (select actor_side()) in (c.left_party_id, c.right_party_id) as takes_part
    from meeting e join mechanism c on c.id = e.mechanism_id where e.id = $1
  ), own as (
    select r.id, p.*, r.party_id, e.id as evidence_id, e.title as evidence_title, e.kind, e.document_on, e.expires_on,
      r.ordinal as revision, r.ordinal = max(r.ordinal) over (partition by e.id) as newest, r.state, r.reason, r.url, r.file_name,
      r.media_type, r.bytes, r.sha256, r.scanned, r.uploaded_at as at, d.disclosed_at, d.taken_back_at
    from place p join evidence e on e.measure_id = p.measure_id or e.signed_document_id = p.document_id
    join evidence_revision r on r.evidence_id = e.id left join disclosed_evidence d on d.id = r.id
  ), theirs as (
    select d.id, p.*, d.party_id, d.evidence_id, d.title, d.kind, d.document_on, d.expires_on,
      null::int, d.disclosed_at = max(d.disclosed_at) over (partition by d.evidence_id), 'available', null, d.url, d.file_name,
      d.media_type, d.bytes, d.sha256, d.scanned, d.disclosed_at as at, d.disclosed_at, d.taken_back_at
    from place p join disclosed_evidence d on d.measure_id = p.measure_id or d.signed_document_id = p.document_id
    where d.party_id is distinct from (select side from reader)
  ), missing as (
    select p.measure_id as id, p.*, null::uuid, null::uuid, null, null, null::date, null::date, null::int, true, 'missing',
      null, null, null, null, null::bigint, null, false, null::timestamptz, null::timestamptz, null::timestamptz
    from place p cross join reader where p.measure_id is not null
      and exists (select from track t where t.measure_id = p.measure_id and (t.party_id = reader.side or not coalesce(reader.takes_part, false))
        and (t.status = 'completed' or exists (select from cleared_update u where u.measure_id = t.measure_id and u.party_id = t.party_id)))
      and not exists (select from evidence e where e.measure_id = p.measure_id)
      and not exists (select from disclosed_evidence d where d.measure_id = p.measure_id and d.taken_back_at is null
        and (d.party_id = reader.side or not coalesce(reader.takes_part, false)))
  ), every as (
    select * from own union all select * from theirs union all select * from missing
  )`;

const expiring = `newest and taken_back_at is null and state = 'available' and expires_on <= $2::date + ${expiringDays}`;

const filters: Record<EvidenceFilter, string> = {
  missing: `state = 'missing'`,
  expiring,
  scanning: `state in ('uploading', 'scanning')`,
  undisclosed: `state = 'available' and disclosed_at is null`,
  refused: `state in ('infected', 'rejected')`,
};

@Injectable()
export class EvidenceListReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A meeting's evidence in the order of its measures, and how much of it is of which state. JSON text. */
  async list(actor: Actor, meetingId: string, { state, after, limit }: EvidenceListQuery): Promise<string> {
    const params: unknown[] = [meetingId, this.clock.today()];
    const where = [state ? filters[state] : `state <> 'missing'`];
    if (after) {
      const [area, ordinal, id] = after.split('.');
      params.push(Number(area), Number(ordinal), id);
      where.push(`(area_ordinal, ordinal, id) > ($3::int, $4::int, $5::uuid)`);
    }
    const size = Math.min(limit ?? limits.page, limits.pageMax);
    const counts = Object.entries(filters).map(
      ([name, condition]) => `'${name}', count(*) filter (where ${condition})`,
    );
    const sql = `with ${rowsSql},
      page as (select * from every where ${where.join(' and ')} order by area_ordinal, ordinal, id limit ${size + 1}),
      shown as (select * from page order by area_ordinal, ordinal, id limit ${size})
      select json_build_object('today', $2::date,
        'counts', (select json_build_object('all', count(*) filter (where state <> 'missing'), ${counts.join(', ')}) from every),
        'items', coalesce((select json_agg(json_build_object('id', id, 'state', state, 'partyId', party_id, 'evidenceId', evidence_id,
            'place', json_build_object('measureId', measure_id, 'signedDocumentId', document_id,
              'areaOrdinal', nullif(area_ordinal, ${documentsFrom}), 'ordinal', ordinal, 'title', title, 'script', script),
            'title', evidence_title, 'kind', kind, 'documentOn', document_on, 'expiresOn', expires_on, 'expiring', ${expiring},
            'revision', revision, 'newest', newest, 'reason', reason, 'url', url, 'fileName', file_name, 'mediaType', media_type,
            'bytes', bytes, 'sha256', sha256, 'scanned', scanned, 'at', at, 'disclosedAt', disclosed_at, 'takenBackAt', taken_back_at,
            'readable', state = 'available' and url is null and (taken_back_at is null or party_id = (select actor_side())))
            order by area_ordinal, ordinal, id) from shown), '[]'),
        'next', case when (select count(*) from page) > ${size} then (select concat_ws('.', area_ordinal, ordinal, id) from shown
          order by area_ordinal desc, ordinal desc, id desc limit 1) end)::text as body
      from meeting where id = $1`;
    return found(await this.db.readOne<{ body: string }>(actor, sql, params)).body;
  }
}
