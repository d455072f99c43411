import { holding } from '#core/people/leave-sql';

/**
 * Of assignment a: officers q named for the measure, else all of its lead; and p, who does their work on this day:
 * themselves, or their substitute while they are away.
 */
export const charged = (day: string) => `join person q on q.disabled_at is null and 'officer' = any(q.roles)
    and case when cardinality(a.officer_ids) > 0 then q.id = any(a.officer_ids) else q.organisation_id = a.lead_id end
  left join leave l on l.person_id = q.id and ${holding(day)}
    and exists (select from person s where s.id = l.substitute_id and s.disabled_at is null)
  join person p on p.id = coalesce(l.substitute_id, q.id)`;
