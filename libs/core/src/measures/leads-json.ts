import { organisationJson } from '#core/people/organisation-json';

/** Who led, from when to when, newest first, as the rows a of a ledger tell it. */
const leadsJson = (rows: string, by: string) => `coalesce((
  select json_agg(json_build_object('lead', ${organisationJson('o')}, 'from', h.at, 'to', h.until, 'by', ${by})
    order by h.at desc, h.sequence desc)
  from (select x.*, lead(x.at) over (order by x.sequence) as until from (
      select a.sequence, a.at, a.actor_person_id, (a.changes ->> 'leadId')::uuid as lead_id,
        lag((a.changes ->> 'leadId')::uuid) over (order by a.sequence) as lead_before
      from activity a where a.measure_id = m.id and ${rows}) x
    where x.lead_id is distinct from x.lead_before) h
  join organisation o on o.id = h.lead_id left join person p on p.id = h.actor_person_id), '[]')`;

/** The leads that the reader's side has charged with measure m, and who handed it over: that side's alone. */
export const ownLeadsJson = leadsJson(
  `a.party_id = actor_side() and a.verb = 'assignment.changed'`,
  `case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end`,
);

/** The leads that the side of track t has published for measure m. */
export const publishedLeadsJson = leadsJson(
  `a.party_id is null and a.actor_party_id = t.party_id and a.verb in ('assignment.published', 'assignment.unpublished')`,
  'null',
);
