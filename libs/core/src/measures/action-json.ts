import { coordinatesSql } from '#core/mechanisms/mechanism.policy';
import { organisationJson } from '#core/people/organisation-json';
import { abilitiesSql, type SqlConditions } from '#core/ruling';
import { disclosedJson, evidenceJson, type ReaderSql } from './evidence-json.js';

/** An action over row x of either table, as both have it. */
const said = `'id', x.id, 'title', x.title, 'words', x.words, 'range', json_build_array(x.range_start, x.range_end),
  'lead', (select ${organisationJson('o')} from organisation o where o.id = x.lead_id), 'doneOn', x.done_on`;

/** The actions on measure m that either side has shared, as the text has them. */
export const sharedActionsJson = (coordinates: string): string =>
  `coalesce((select json_agg(json_build_object(${said}, 'partyId', x.party_id, 'sharedAt', x.shared_at,
      'evidence', coalesce((select json_agg(${disclosedJson(coordinates)} order by d.title, d.id)
        from disclosed_evidence d where d.action_id = x.id), '[]')) order by x.range_start, x.range_end, x.title, x.id)
    from shared_action x where x.measure_id = m.id and x.withdrawn_at is null), '[]')`;

/**
 * The reader's side's own actions on measure m, with what the reader may do; action.policy.ts in SQL, and the random test
 * of the policies holds the two against each other.
 * @param plans that the reader may plan, over the measure's query
 */
export function ownActionsJson(reader: ReaderSql, plans: SqlConditions): string {
  const coordinates = coordinatesSql(reader.coordinates);
  const columns = ['title', 'words', 'range_start', 'range_end', 'lead_id', 'done_on'];
  const differs = `(${columns.map((name) => `x.${name}`).join(', ')}) is distinct from (${columns.map((name) => `s.${name}`).join(', ')})`;
  const rules = {
    change: plans,
    remove: [...plans, ['s.id is null', 'shared']],
    share: [...coordinates, [`s.id is null or ${differs}`, 'shared']],
    withdraw: [...coordinates, ['s.id is not null', 'not_shared']],
  } satisfies Record<string, SqlConditions>;
  return `coalesce((select json_agg(json_build_object(${said}, 'internalDueOn', x.internal_due_on, 'version', x.version,
      'sharedAt', s.shared_at, 'changedSinceShared', s.id is not null and ${differs},
      'evidence', coalesce((select json_agg(${evidenceJson(reader)} order by e.created_at, e.id)
        from evidence e where e.action_id = x.id), '[]'),
      ${abilitiesSql(rules)}) order by x.range_start, x.range_end, x.title, x.id)
    from action x left join shared_action s on s.id = x.id and s.withdrawn_at is null where x.measure_id = m.id), '[]')`;
}
