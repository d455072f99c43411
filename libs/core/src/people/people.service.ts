import { limits } from '#contracts/limits';
import type { Language } from '#i18n/language';
import { Clock } from '#platform/clock';
import { Db, SYSTEM } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Absent, type Actor, actorOf } from './actor.js';
import { standsInForSql } from './leave-sql.js';
import { Person } from './person.entity.js';

@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The language of the person's screens, mails and problems. */
  async speak(actor: Actor, language: Language): Promise<void> {
    await this.db.withActor(actor, (tx) => tx.manager.update(Person, actor.personId, { language }));
  }

  /** Forgets the keys of requests that nobody sends again. Returns how many. */
  async sweepKeys(): Promise<number> {
    const forgotten = await this.db.withActor(SYSTEM, (tx) =>
      tx.query(
        `delete from idempotency_key where created_at < now() - interval '${limits.idempotencyHours} hours' returning step`,
      ),
    );
    return forgotten.length;
  }

  /** Does a person's job as that person; null, and nothing done, for somebody who is not there or may not sign in. */
  async as<T>(personId: string, work: (actor: Actor) => Promise<T>): Promise<T | null> {
    const found = await this.db.withActor(SYSTEM, async (tx) => {
      const person = await tx.manager.findOneBy(Person, { id: personId, disabledAt: IsNull() });
      const [row] = await tx.query<{ absent: Absent[] }>(
        `select ${standsInForSql('$1::uuid', '$2::date')} as absent`,
        [personId, this.clock.today()],
      );
      return person && { person, absent: row!.absent };
    });
    return found ? work(actorOf(found.person, found.absent)) : null;
  }
}
