import { updateJson } from '#core/measures/update-json';
import { type Actor, is, writesFor } from '#core/people/actor';
import { found } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

const oneSql = `select ${updateJson('$2::uuid[]', '$3::boolean', '$4::boolean', '$5::uuid')}::text as body
  from "update" u join organisation o on o.id = u.organisation_id join person p on p.id = u.author_id where u.id = $1`;

@Injectable()
export class UpdatesReads {
  constructor(private readonly db: Db) {}

  /** One update of the reader's own side, whatever its state. JSON text. */
  async one(actor: Actor, id: string): Promise<string> {
    const [coordinates, manages] = [is(actor, 'coordinator'), is(actor, 'manager')];
    const params = [id, writesFor(actor), coordinates, manages, actor.organisationId];
    return found(await this.db.readOne<{ body: string }>(actor, oneSql, params)).body;
  }
}
