import { organisationJson } from '#core/people/organisation-json';

/**
 * What was asked with updates on measure m, newest first, in mechanism c; with what the reader's side means to answer.
 * `abilities` is request.policy.ts in SQL; the random test of the policies holds the two against each other.
 * @param coordinates, writes SQL that says whether the reader coordinates, and may write of the measure
 */
export function requestsJson(coordinates: string, writes: string): string {
  const acts = `actor_side() in (c.left_party_id, c.right_party_id) and d.state = 'open'`;
  const answers = `coalesce(${acts} and d.party_id <> actor_side(), false)`;
  return `coalesce((select json_agg(json_build_object('id', d.id, 'partyId', d.party_id, 'updateId', d.cleared_update_id,
      'organisation', ${organisationJson('o')}, 'text', d.text, 'state', d.state, 'askedAt', d.asked_at,
      'answer', d.answer, 'endedAt', d.ended_at, 'version', d.version,
      'draft', case when w.id is not null then json_build_object('text', w.text, 'savedAt', w.saved_at, 'version', w.version,
        'author', json_build_object('id', p.id, 'name', p.name), 'organisation', ${organisationJson('q')}) end,
      'abilities', json_build_object(
        'draft', ${answers} and (${coordinates} or (${writes})),
        'clear', ${answers} and ${coordinates} and w.id is not null,
        'withdraw', coalesce(${acts} and d.party_id = actor_side(), false) and ${coordinates})) order by d.asked_at desc, d.id desc)
    from request d join organisation o on o.id = d.organisation_id
    left join request_answer w on w.request_id = d.id and w.party_id = actor_side()
    left join person p on p.id = w.author_id left join organisation q on q.id = w.organisation_id
    where d.measure_id = m.id), '[]')`;
}
