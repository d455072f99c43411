import { coordinatesSql } from '#core/mechanisms/mechanism.policy';
import { organisationJson } from '#core/people/organisation-json';
import { abilitiesSql, type SqlConditions } from '#core/ruling';

/**
 * What was asked with updates on measure m, newest first, in mechanism c; with what the reader's side means to answer.
 * The rules are request.policy.ts in SQL; the random test of the policies holds the two against each other.
 * @param coordinates SQL that says whether the reader coordinates
 * @param charged that the reader takes part, and coordinates or may write of the measure
 */
export function requestsJson(coordinates: string, charged: SqlConditions): string {
  const [takesPart] = coordinatesSql(coordinates);
  const open = [`d.state = 'open'`, 'wrong_state'] as const;
  const answers = [takesPart!, [`d.party_id <> actor_side()`, 'awaiting_other_side'], open] as const;
  const rules = {
    draft: [...answers, ...charged],
    clear: [...answers, [coordinates, 'not_coordinator'], ['w.id is not null', 'incomplete']],
    withdraw: [
      takesPart!,
      ['d.party_id = actor_side()', 'other_side'],
      open,
      [coordinates, 'not_coordinator'],
    ],
  } satisfies Record<string, SqlConditions>;
  return `coalesce((select json_agg(json_build_object('id', d.id, 'partyId', d.party_id, 'updateId', d.cleared_update_id,
      'organisation', ${organisationJson('o')}, 'text', d.text, 'state', d.state, 'askedAt', d.asked_at,
      'answer', d.answer, 'endedAt', d.ended_at, 'version', d.version,
      'draft', case when w.id is not null then json_build_object('text', w.text, 'savedAt', w.saved_at, 'version', w.version,
        'author', json_build_object('id', p.id, 'name', p.name), 'organisation', ${organisationJson('q')}) end,
      ${abilitiesSql(rules)}) order by d.asked_at desc, d.id desc)
    from request d join organisation o on o.id = d.organisation_id
    left join request_answer w on w.request_id = d.id and w.party_id = actor_side()
    left join person p on p.id = w.author_id left join organisation q on q.id = w.organisation_id
    where d.measure_id = m.id), '[]')`;
}
