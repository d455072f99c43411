/** Leaves l of officers q that hold on a day. @param day a date expression */
export const holding = (day: string) => `${day} between l.from_on and l.to_on
  and q.disabled_at is null and 'officer' = any(q.roles)`;

/** `Actor.standsInFor` of a person, as JSON. @param person, day expressions */
export const standsInForSql = (person: string, day: string) => `coalesce((
  select json_agg(json_build_object('personId', q.id, 'organisationId', q.organisation_id) order by q.id)
  from leave l join person q on q.id = l.person_id where l.substitute_id = ${person} and ${holding(day)}), '[]')`;
