import { organisationJson } from '#core/people/organisation-json';

/** What speaks of the reader in a query over evidence: SQL expressions. */
export interface ReaderSql {
  /** The offices for which the reader writes. */
  offices: string;
  coordinates: string;
}

/**
 * A piece of evidence over row e, as its own side reads it, with what the reader may do. The policies of
 * evidence.policy.ts in SQL; the random test of the policies holds the two against each other.
 */
export function evidenceJson({ offices, coordinates }: ReaderSql): string {
  const update = (...states: string[]) => `exists (select from "update" k where k.id = e.update_id
    and k.organisation_id = any(${offices}) and k.state in (${states.map((state) => `'${state}'`).join(', ')}))`;
  const attaches = `case when e.update_id is not null then ${update('draft', 'returned')}
    when e.measure_id is not null then ${coordinates} or exists (select from assignment k
      where k.measure_id = e.measure_id and (k.lead_id = any(${offices}) or k.supporting_ids && ${offices}))
    else cardinality(${offices}) > 0 end`;
  const tends = `(${attaches}) or ${update('cleared')}`;
  const anyDisclosed = `exists (select from disclosed_evidence k join evidence_revision l on l.id = k.id where l.evidence_id = e.id)`;
  const onShared = `(e.update_id is null or exists (select from "update" k where k.id = e.update_id and k.state = 'cleared'))
    and (e.action_id is null or exists (select from shared_action k where k.id = e.action_id and k.withdrawn_at is null))`;
  return `json_build_object('id', e.id, 'measureId', e.measure_id, 'updateId', e.update_id,
    'actionId', e.action_id, 'signedDocumentId', e.signed_document_id, 'title', e.title, 'kind', e.kind, 'documentOn', e.document_on,
    'expiresOn', e.expires_on, 'at', e.created_at, 'version', e.version,
    'revisions', (select json_agg(json_build_object('id', f.id, 'ordinal', f.ordinal, 'state', f.state, 'reason', f.reason,
        'url', f.url, 'fileName', f.file_name, 'givenName', f.given_name, 'mediaType', f.media_type, 'bytes', f.bytes,
        'sha256', f.sha256, 'scanned', f.scanned, 'at', f.uploaded_at,
        'uploadedBy', (select json_build_object('id', k.id, 'name', k.name) from person k where k.id = f.uploaded_by_id),
        'sameAs', (select json_build_object('id', l.id, 'title', l.title, 'measureId', l.measure_id) from evidence_revision k
          join evidence l on l.id = k.evidence_id where k.party_id = f.party_id and k.sha256 = f.sha256 and k.state = 'available'
            and (k.uploaded_at, k.id) < (f.uploaded_at, f.id) order by k.uploaded_at, k.id limit 1),
        'disclosedAt', d.disclosed_at, 'takenBackAt', d.taken_back_at,
        'abilities', json_build_object(
          'remove', (${attaches}) and d.id is null,
          'disclose', ${coordinates} and f.state = 'available' and d.id is null and ${onShared},
          'takeBack', ${coordinates} and d.id is not null and d.taken_back_at is null)) order by f.ordinal desc)
      from evidence_revision f left join disclosed_evidence d on d.id = f.id where f.evidence_id = e.id),
    'abilities', json_build_object('change', ${tends}, 'revise', ${tends}, 'remove', (${attaches}) and not ${anyDisclosed}))`;
}

/** A disclosed revision over row d, as everybody reads it who reads the joint record. */
export const disclosedJson = (
  coordinates: string,
): string => `json_build_object('id', d.id, 'evidenceId', d.evidence_id, 'partyId', d.party_id, 'actionId', d.action_id, 'title', d.title,
  'kind', d.kind, 'documentOn', d.document_on, 'expiresOn', d.expires_on, 'url', d.url, 'fileName', d.file_name,
  'mediaType', d.media_type, 'bytes', d.bytes, 'sha256', d.sha256, 'scanned', d.scanned, 'at', d.disclosed_at,
  'takenBack', case when d.taken_back_at is not null then json_build_object('at', d.taken_back_at, 'reason', d.taken_back_reason,
    'by', (select ${organisationJson('o')} from organisation o where o.id = d.taken_back_by_id)) end,
  'abilities', json_build_object('takeBack', ${coordinates} and d.party_id = actor_side() and d.taken_back_at is null))`;
