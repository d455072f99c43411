import { abilitiesSql, type SqlConditions } from '#core/ruling';
import { organisationJson } from '#core/people/organisation-json';
import { evidenceJson } from './evidence-json.js';

/**
 * An update under way with what the reader may do with it, over rows u (update), o (its organisation), p (its author).
 * `can` of update.policy.ts in SQL; the random test of the policies holds the two against each other.
 * @param offices, coordinates, manages, organisation expressions that speak of the reader; offices: for which he writes
 */
export function updateJson(
  offices: string,
  coordinates: string,
  manages: string,
  organisation: string,
): string {
  const own = `u.organisation_id = ${organisation}`;
  const writes = `u.organisation_id = any(${offices})`;
  const mends: SqlConditions = [
    [`${own} or ${writes}`, 'other_office'],
    [writes, 'not_officer'],
    [`u.state in ('draft', 'returned')`, 'wrong_state'],
  ];
  const endorses: SqlConditions = [
    [own, 'other_office'],
    [manages, 'not_manager'],
    [`u.state = 'submitted'`, 'wrong_state'],
  ];
  const decides: SqlConditions = [
    [coordinates, 'not_coordinator'],
    [`u.state in ('submitted', 'endorsed')`, 'wrong_state'],
  ];
  const rules = {
    ...{ edit: mends, submit: mends, withdraw: mends },
    ...{ endorse: endorses, return: decides, clear: decides },
  };
  return `json_build_object('id', u.id, 'measureId', u.measure_id, 'state', u.state, 'status', u.status, 'text', u.text,
    'nextStep', u.next_step, 'difficulties', u.difficulties, 'request', u.request, 'periodFrom', u.period_from,
    'periodTo', u.period_to, 'correctsId', u.corrects_id, 'organisation', ${organisationJson('o')},
    'author', json_build_object('id', p.id, 'name', p.name), 'createdAt', u.created_at, 'submittedAt', u.submitted_at,
    'returnedReason', u.returned_reason, 'version', u.version,
    'evidence', coalesce((select json_agg(${evidenceJson({ offices, coordinates })} order by e.created_at, e.id)
      from evidence e where e.update_id = u.id), '[]'),
    ${abilitiesSql(rules)})`;
}
