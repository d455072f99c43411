import { type Actor, is } from '#core/people/actor';
import { partyJson } from '#core/people/organisation-json';
import { abilitiesSql } from '#core/ruling';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { coordinatesSql } from './mechanism.policy.js';

const coordinates = coordinatesSql('$1::boolean');

@Injectable()
export class MechanismsReads {
  constructor(private readonly db: Db) {}

  /** Every mechanism the reader may see, with its meetings: what the navigation shows. JSON text. */
  async list(actor: Actor): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
         'sides', json_build_array(${partyJson('l')}, ${partyJson('r')}),
         'warningDays', c.warning_days, 'freshnessDays', c.freshness_days, 'version', c.version,
         'meetings', coalesce((select json_agg(json_build_object('id', e.id, 'ordinal', e.ordinal, 'title', e.title,
             'heldOn', e.held_on, 'place', e.place,
             'measures', (select count(*) from measure m where m.meeting_id = e.id)) order by e.ordinal desc)
           from meeting e where e.mechanism_id = c.id), '[]'),
         ${abilitiesSql({ import: coordinates, setThresholds: coordinates })})
         order by c.id), '[]'))::text as body
       from mechanism c join party l on l.id = c.left_party_id join party r on r.id = c.right_party_id`,
      [is(actor, 'coordinator')],
    );
    return row!.body;
  }
}
