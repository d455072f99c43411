import type { Actor } from '#core/people/actor';
import { Problem } from '#core/problem';
import type { Db } from '#platform/db';

/** deriveStatus of measure-status.ts once more, in SQL, over a measure's tracks. */
const derived = `case
  when count(*) filter (where applicable) = 0 then 'not_started'
  when bool_and(status = 'suspended') filter (where applicable) then 'suspended'
  when bool_or(status = 'behind') filter (where applicable) then 'behind'
  when bool_and(status = 'ongoing') filter (where applicable) then 'ongoing'
  when bool_and(status = 'completed') filter (where applicable) then 'completed'
  when bool_or(status <> 'not_started') filter (where applicable) then 'on_target'
  else 'not_started' end`;

const mine = 'mechanism_id = any($1::uuid[])';

/** Each counts rows that must not be there. */
const invariants = {
  'measures with another status than their tracks give': `
    select count(*) from (select measure_id, ${derived} as status
      from (select *, status <> 'not_applicable' as applicable from track where ${mine}) t group by measure_id) d
    join measure m on m.id = d.measure_id where m.status <> d.status`,
  'measures without exactly two tracks': `
    select count(*) from (select m.id from measure m left join track t on t.measure_id = m.id
      where m.${mine} group by m.id having count(t.id) <> 2) wrong`,
  'measures with another last clearing than their updates give': `
    select count(*) from measure m left join (select measure_id, max(cleared_at) as at from cleared_update
      where ${mine} group by measure_id) u on u.measure_id = m.id
    where m.${mine} and m.last_cleared_at is distinct from u.at`,
  'tracks that do not say what was cleared last': `
    select count(*) from track t left join (select distinct on (measure_id, party_id) measure_id, party_id, status,
        next_step, cleared_at from cleared_update where ${mine} order by measure_id, party_id, cleared_at desc) u
      on u.measure_id = t.measure_id and u.party_id = t.party_id
    where t.${mine} and (t.last_cleared_at is distinct from u.cleared_at or t.next_step is distinct from u.next_step
      or t.status <> coalesce(u.status, 'not_started'))`,
  'cleared updates without a joint activity': `
    select count(*) from cleared_update u where u.${mine} and not exists (select from activity a
      where a.subject_id = u.id and a.party_id is null and a.verb = 'update.cleared')`,
  // What follows is each side's own, so it is asked as each of them.
  'tracks of ours that differ from our assignment': `
    select count(*) from track t left join assignment a on a.measure_id = t.measure_id and a.party_id = t.party_id
    where t.${mine} and t.party_id = actor_side()
      and (t.lead_id, t.supporting_ids) is distinct from (a.lead_id, a.supporting_ids)`,
  'cleared updates of ours without the update they came from': `
    select count(*) from cleared_update c left join "update" u on u.id = c.id and u.state = 'cleared'
    where c.${mine} and c.party_id = actor_side() and (u.id is null or u.status <> c.status or u.text <> c.text)`,
};

/** @throws internal, naming what does not hold; then the generator has a bug */
export async function checkBenchData(
  db: Db,
  actors: readonly Actor[],
  mechanismIds: readonly string[],
): Promise<void> {
  for (const actor of actors) {
    for (const [what, sql] of Object.entries(invariants)) {
      const row = await db.readOne<{ count: string }>(actor, sql, [mechanismIds]);
      if (row?.count !== '0') throw new Problem('internal', { wrong: `${row?.count} ${what}` });
    }
  }
}
