import { addDays, type CalendarDate } from '#core/calendar/calendar-date';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Clock } from '#platform/clock';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { type Actor, isWorking } from './actor.js';
import { Leave } from './leave.entity.js';
import { canSetLeave } from './leave.policy.js';
import { Person } from './person.entity.js';

export interface LeaveInput {
  /** Who is away. */
  personId: string;
  /** Who does his work meanwhile. */
  substituteId: string;
  fromOn: CalendarDate;
  toOn: CalendarDate;
}

@Injectable()
export class LeavesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws leave_overlaps where the person is away on one of these days already */
  async set(actor: Actor, { personId, substituteId, fromOn, toOn }: LeaveInput): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      // The row lock keeps two leaves of one person from being set past each other.
      const person = found(await this.lockPerson(tx, actor, personId));
      demand(canSetLeave(actor, person));
      if (!person.roles.includes('officer')) throw new Problem('wrong_person');
      const substitute = await tx.manager.findOneBy(Person, { id: substituteId, partyId: actor.partyId });
      if (!substitute || substituteId === personId || substitute.disabledAt || !isWorking(substitute.roles))
        throw new Problem('wrong_substitute');
      if (toOn < fromOn) throw new Problem('invalid', { field: 'toOn' });
      if (toOn < this.clock.today()) throw new Problem('date_in_past', { date: toOn });
      const [other] = await tx.query<{ fromOn: string; toOn: string }>(
        `select from_on::text as "fromOn", to_on::text as "toOn" from leave
         where person_id = $1 and from_on <= $3 and to_on >= $2 order by from_on limit 1`,
        [personId, fromOn, toOn],
      );
      if (other) throw new Problem('leave_overlaps', { from: other.fromOn, to: other.toOn });
      const { partyId } = actor;
      await tx.manager.insert(Leave, {
        ...{ id: uuid(), partyId, personId, substituteId, fromOn, toOn },
        ...{ setById: actor.personId, version: 1 },
      });
    });
  }

  /** Takes a leave back that has not begun; ends one that has, so that it still says who stood in until today. */
  async end(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { personId } = found(await tx.manager.findOneBy(Leave, { id }));
      demand(canSetLeave(actor, found(await tx.manager.findOneBy(Person, { id: personId }))));
      const leave = found(await tx.lock(Leave, id));
      demandVersion(leave, version);
      const today = this.clock.today();
      if (leave.fromOn >= today) await tx.manager.delete(Leave, id);
      else if (leave.toOn < today) throw new Problem('wrong_state', { state: 'ended', next: 'ended' });
      else {
        const ended = { toOn: addDays(today, -1), setById: actor.personId, version: version + 1 };
        await tx.manager.update(Leave, id, ended);
      }
    });
  }

  /** A colleague's row is read by the whole side, and locked only by who may change it. */
  private async lockPerson(tx: Tx, actor: Actor, id: string): Promise<Person | null> {
    const person = await tx.manager.findOneBy(Person, { id });
    if (!person || !canSetLeave(actor, person)) return person;
    return tx.lock(Person, id);
  }
}
