import type { Actor } from '#core/people/actor';
import type { Db } from '#platform/db';
import { v7 } from 'uuid';

/** Rows a transaction: each moves the head of its ledger, and the heads that one transaction leaves behind add up. */
const BATCH = 600;

interface Cleared {
  id: string;
  mechanismId: string;
  meetingId: string;
  measureId: string;
  partyId: string;
  at: Date;
}

/** The words come from the joint record itself: what is recorded is what stands there. */
const joint = `
  insert into activity (id, ledger_id, sequence, mechanism_id, party_id, actor_party_id, actor_organisation_id,
    actor_person_id, verb, meeting_id, measure_id, subject_id, changes, at, previous_hash, hash)
  select r.id, r.id, 0, u.mechanism_id, null, u.party_id, actor_organisation(), null, 'update.cleared', r."meetingId",
    u.measure_id, u.id, jsonb_build_object('partyId', u.party_id, 'organisationId', u.organisation_id, 'status', u.status,
      'text', u.text, 'nextStep', u.next_step, 'correctsId', u.corrects_id, 'evidence', '[]'::jsonb), u.cleared_at, '', ''
  from json_to_recordset($1::json) as r(id uuid, "updateId" uuid, "meetingId" uuid)
  join cleared_update u on u.id = r."updateId" order by r.id`;

const named = `
  insert into activity (id, ledger_id, sequence, mechanism_id, party_id, actor_party_id, actor_organisation_id,
    actor_person_id, verb, meeting_id, measure_id, subject_id, changes, at, previous_hash, hash)
  select r."namedId", r.id, 0, u.mechanism_id, u.party_id, u.party_id, actor_organisation(), actor_person(), 'named',
    r."meetingId", u.measure_id, r.id, '{}', u.cleared_at, '', ''
  from json_to_recordset($1::json) as r(id uuid, "namedId" uuid, "updateId" uuid, "meetingId" uuid)
  join cleared_update u on u.id = r."updateId" order by r.id`;

/** Records every clearing of these mechanisms in the order of time, as UpdatesService.clear would have. */
export async function recordCleared(
  db: Db,
  actors: readonly [Actor, Actor],
  mechanismIds: readonly string[],
): Promise<void> {
  await db.withActor(actors[0], async (reading) => {
    await reading.query(
      `declare cleared no scroll cursor for
       select u.id, u.mechanism_id as "mechanismId", m.meeting_id as "meetingId", u.measure_id as "measureId",
         u.party_id as "partyId", u.cleared_at as at
       from cleared_update u join measure m on m.id = u.measure_id
       where u.mechanism_id = any('{${mechanismIds.join(',')}}'::uuid[]) order by u.cleared_at, u.id`,
    );
    for (;;) {
      const rows = await reading.query<Cleared>(`fetch ${BATCH} from cleared`);
      if (rows.length === 0) return;
      for (const actor of actors) {
        const own = rows.filter(({ partyId }) => partyId === actor.partyId);
        const said = own.map(({ id, meetingId, at }) => {
          const msecs = at.getTime();
          return { id: v7({ msecs }), namedId: v7({ msecs }), updateId: id, meetingId };
        });
        await db.withActor(actor, async (tx) => {
          await tx.query('set local synchronous_commit = off');
          await tx.query(joint, [JSON.stringify(said)]);
          await tx.query(named, [JSON.stringify(said)]);
        });
      }
    }
  });
}
