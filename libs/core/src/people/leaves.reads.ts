import { found } from '#core/problem';
import { Clock } from '#platform/clock';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import type { Actor } from './actor.js';
import { organisationJson } from './organisation-json.js';

const person = (alias: string, office: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'organisation', ${organisationJson(office)})`;

@Injectable()
export class LeavesReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Leaves that hold or are to come: the reader's own, those in which the reader stands in, and for administrators
   * everybody's of their party. JSON text.
   */
  async list(actor: Actor): Promise<string> {
    const row = await this.db.readOne<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', l.id,
           'person', ${person('p', 'o')}, 'substitute', ${person('s', 'q')}, 'fromOn', l.from_on, 'toOn', l.to_on,
           'holds', $1::date between l.from_on and l.to_on, 'version', l.version, 'abilities', json_build_object('end',
             actor_administers() or (p.id = actor_person() and 'officer' = any(p.roles))))
           order by l.from_on, p.name, l.id), '[]'))::text as body
       from leave l join person p on p.id = l.person_id join organisation o on o.id = p.organisation_id
       join person s on s.id = l.substitute_id join organisation q on q.id = s.organisation_id
       where l.to_on >= $1 and (actor_administers() or actor_person() in (l.person_id, l.substitute_id))`,
      [this.clock.today()],
    );
    return found(row).body;
  }
}
