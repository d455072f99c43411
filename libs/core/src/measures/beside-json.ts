import { sourceKinds } from '#contracts/status';
import { documentJson } from '#core/meetings/document-json';
import { organisationJson } from '#core/people/organisation-json';

const authority = (kind: string) =>
  `array_position(array[${sourceKinds.map((each) => `'${each}'`).join(', ')}], ${kind})`;

/** The other measure of a link: the earlier one where m is the later, and the other way round. */
const other = `(select json_build_object('id', x.id, 'areaOrdinal', x.area_ordinal, 'ordinal', x.ordinal, 'title', x.title,
    'script', x.script, 'status', x.status, 'awaitingPartyId', x.awaiting_party_id,
    'meeting', json_build_object('id', e.id, 'title', e.title, 'ordinal', e.ordinal))
  from measure x join meeting e on e.id = x.meeting_id
  where x.id = case when l.later_id = m.id then l.earlier_id else l.later_id end)`;

/** What stands beside measure m in the joint record: its words elsewhere, its lineage, the documents that carry it out. */
export const besideJson = `
  'texts', coalesce((select json_agg(json_build_object('id', w.id, 'script', w.script, 'text', w.text,
      'source', json_build_object('id', s.id, 'kind', s.kind, 'fileName', s.file_name, 'adoptedAt', s.adopted_at),
      'better', ${authority('s.kind')} < (select ${authority('z.kind')} from source z where z.id = m.source_id))
      order by ${authority('s.kind')}, s.adopted_at, w.source_start)
    from measure_text w join source s on s.id = w.source_id where w.measure_id = m.id), '[]'),
  'lineage', coalesce((select json_agg(json_build_object('id', l.id, 'relation', l.relation,
      'direction', case when l.later_id = m.id then 'earlier' else 'later' end, 'measure', ${other},
      'organisation', ${organisationJson('o')}, 'decidedAt', l.decided_at) order by l.id)
    from lineage l join organisation o on o.id = l.organisation_id
    where l.stands and (l.earlier_id = m.id or l.later_id = m.id)), '[]'),
  'documents', coalesce((select json_agg(${documentJson('d')} order by d.id) from signed_document d
    where d.mechanism_id = m.mechanism_id and d.fulfils @> array[m.id]), '[]')`;
