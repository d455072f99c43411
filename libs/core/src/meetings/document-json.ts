import { documentStates } from './signed-document.states.js';

/**
 * A signed document as screens name it, with what may become of it, the measures it carries out, and how many pieces of
 * evidence the reader may know of: his side's own, and what the other has disclosed.
 * @param d alias of its row in the query
 */
export const documentJson = (d: string) => `json_build_object('id', ${d}.id, 'meetingId', ${d}.meeting_id,
  'ordinal', ${d}.ordinal, 'title', ${d}.title, 'parties', to_json(${d}.parties), 'signedOn', ${d}.signed_on,
  'state', ${d}.state, 'next', '${JSON.stringify(documentStates)}'::json -> ${d}.state, 'version', ${d}.version,
  'evidence', (select count(*) from evidence x where x.signed_document_id = ${d}.id)
    + (select count(distinct x.evidence_id) from disclosed_evidence x
       where x.signed_document_id = ${d}.id and x.party_id is distinct from (select actor_side())),
  'fulfils', coalesce((
    select json_agg(json_build_object('measureId', f.id, 'meetingId', f.meeting_id, 'areaOrdinal', f.area_ordinal,
      'ordinal', f.ordinal, 'title', f.title, 'script', f.script) order by f.meeting_id, f.area_ordinal, f.ordinal)
    from measure f where f.id = any(${d}.fulfils)), '[]'))`;
