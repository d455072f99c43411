import { Problem } from '#core/problem';
import { type Language, languages } from '#i18n/language';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.js';
import { Person } from './person.entity.js';

@Injectable()
export class PeopleService {
  constructor(private readonly db: Db) {}

  /** The language of the person's screens, mails and problems. */
  async speak(actor: Actor, language: Language): Promise<void> {
    if (!languages.includes(language)) throw new Problem('invalid', { field: 'language' });
    await this.db.withActor(actor, (tx) => tx.manager.update(Person, actor.personId, { language }));
  }
}
