import type { Verb } from '#contracts/verbs';
import type { Identity, Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

/** What happened, to what. `changes` of a joint row says everything that changed in the joint record. */
export interface Happening {
  verb: Verb;
  mechanismId: string;
  meetingId?: string;
  measureId?: string;
  subjectId: string;
  changes: Record<string, unknown>;
}

/** Who did it, and in whose place where it was not the own. */
type Doer = Identity & { forId?: string };

interface Row extends Happening {
  id: string;
  partyId: string | null;
  personId: string | null;
}

@Injectable()
export class ActivityService {
  /** Writes to the ledger of the actor's own side; it names the person, and in whose place he did it. */
  async recordOwn(tx: Tx, actor: Doer, happening: Happening): Promise<void> {
    await this.append(tx, actor, { ...happening, id: uuid(), partyId: actor.side, personId: actor.personId });
  }

  /** The same for what the programs did for this person: a reminder that went out. */
  async recordAutomatic(tx: Tx, actor: Identity, happening: Happening): Promise<void> {
    await this.append(tx, actor, { ...happening, id: uuid(), partyId: actor.side, personId: null });
  }

  /**
   * Writes to the joint ledger, which names the office alone, and says in the side's own ledger who it was. Call it
   * last: from here to the commit the mechanism's other writers wait. Joint before own, everywhere, so that two
   * writers can't wait for each other.
   */
  async recordJoint(tx: Tx, actor: Doer, happening: Happening): Promise<void> {
    const id = uuid();
    const named: Row = {
      ...happening,
      verb: 'named',
      id: uuid(),
      subjectId: id,
      changes: {},
      partyId: actor.side,
      personId: actor.personId,
    };
    await this.append(tx, actor, { ...happening, id, partyId: null, personId: null }, named);
  }

  private async append(tx: Tx, actor: Doer, ...rows: Row[]): Promise<void> {
    // Ledger, sequence and hashes are set by the trigger; what stands here for them is overwritten.
    for (const row of rows) {
      await tx.query(
        `insert into activity (id, ledger_id, sequence, mechanism_id, party_id, actor_party_id, actor_organisation_id,
           actor_person_id, verb, meeting_id, measure_id, subject_id, changes, at, previous_hash, hash)
         values ($1, $1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '')`,
        [
          row.id,
          row.mechanismId,
          row.partyId,
          actor.partyId,
          actor.organisationId,
          row.personId,
          row.verb,
          row.meetingId ?? null,
          row.measureId ?? null,
          row.subjectId,
          JSON.stringify(row.personId && actor.forId ? { ...row.changes, forId: actor.forId } : row.changes),
          tx.at,
        ],
      );
    }
  }
}
