import { limits } from '#contracts/limits';
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
           'readReports', $3::boolean, 'setLeave', $4::boolean)) as self
       from person p join organisation o on o.id = p.organisation_id join party g on g.id = p.party_id where p.id = $1`,
      [
        ...[actor.personId, is(actor, 'coordinator'), is(actor, 'coordinator') || is(actor, 'manager')],
        is(actor, 'officer') || actor.administers,
      ],
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

  /** People who work for the reader's side, or whom the reader administers, found by a part of their name or of their office's; the first ones. JSON text. */
  async colleagues(actor: Actor, q: string): Promise<string> {
    const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `select json_build_object('items', coalesce(json_agg(json_build_object('id', f.id, 'name', f.name,
           'organisation', ${organisationJson('o')}) order by f.name, f.id), '[]'))::text as body
       from (select p.* from person p join organisation o on o.id = p.organisation_id
         where p.party_id = actor_party() and p.disabled_at is null and p.roles && array['coordinator', 'officer', 'manager']
           and (p.name ilike $1 or o.name::text ilike $1 or o.short::text ilike $1)
         order by p.name, p.id limit ${limits.page}) f join organisation o on o.id = f.organisation_id`,
      [like],
    );
    return row!.body;
  }
}
