import { found } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { type Actor, is } from './actor.js';
import { organisationJson, partyJson } from './organisation-json.js';

@Injectable()
export class PeopleReads {
  constructor(private readonly db: Db) {}

  /** The signed-in person with office and party. */
  async self(actor: Actor): Promise<object> {
    const row = await this.db.readOne<{ self: object }>(
      actor,
      `select json_build_object('person', json_build_object('id', p.id, 'name', p.name, 'email', p.email,
           'language', p.language, 'roles', to_json(p.roles)),
         'organisation', ${organisationJson('o')}, 'party', ${partyJson('g')},
         'side', case when actor_side() is not null then ${partyJson('g')} end,
         'abilities', json_build_object('import', $2::boolean and actor_side() is not null,
           'work', actor_side() is not null, 'read', exists (select from mechanism), 'readOutbox', actor_side() is not null,
           'readReports', $3::boolean)) as self
       from person p join organisation o on o.id = p.organisation_id join party g on g.id = p.party_id where p.id = $1`,
      [actor.personId, is(actor, 'coordinator'), is(actor, 'coordinator') || is(actor, 'manager')],
    );
    return found(row).self;
  }

  /** Offices of a party, or of all that the reader may know, in the order of their names. JSON text. */
  async organisations(actor: Actor, partyId: string | null): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(${organisationJson('o')}::jsonb
           || jsonb_build_object('parentId', o.parent_id, 'custodian', o.custodian) order by o.party_id, o.short ->> 'en', o.id), '[]'))::text as body
       from organisation o where $1::uuid is null or o.party_id = $1`,
      [partyId],
    );
    return row!.body;
  }

  /** Officers of an office of the reader's own side; of any other office nobody. JSON text. */
  async officers(actor: Actor, organisationId: string): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]'))::text as body
       from person p where p.organisation_id = $1 and 'officer' = any(p.roles) and p.disabled_at is null`,
      [organisationId],
    );
    return row!.body;
  }
}
