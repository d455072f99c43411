import type { Actor } from '#core/people/actor';
import type { Db } from '#platform/db';
import { v7 } from 'uuid';

/**
 * Rows a transaction. Each moves the head of its ledger, and the next has to pass all the heads that nobody has been
 * able to clear away yet: those of this transaction, and those that a snapshot left open would hold on to.
 */
const BATCH = 600;

/** A clearing that is to be recorded. */
export interface Clearing {
  updateId: string;
  meetingId: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Whose: the actors' place. */
  side: 0 | 1;
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

/** Records the clearings in the order of time, as UpdatesService.clear would have. */
export async function recordCleared(
  db: Db,
  actors: readonly [Actor, Actor],
  clearings: readonly Clearing[],
): Promise<void> {
  const ordered = clearings.toSorted((a, b) => a.at - b.at);
  for (let from = 0; from < ordered.length; from += BATCH) {
    const batch = ordered.slice(from, from + BATCH);
    for (const [side, actor] of actors.entries()) {
      const said = batch
        .filter((clearing) => clearing.side === side)
        .map(({ updateId, meetingId, at: msecs }) => ({
          ...{ id: v7({ msecs }), namedId: v7({ msecs }), updateId, meetingId },
        }));
      await db.withActor(actor, async (tx) => {
        await tx.query('set local synchronous_commit = off');
        await tx.query(joint, [JSON.stringify(said)]);
        await tx.query(named, [JSON.stringify(said)]);
      });
    }
  }
}
