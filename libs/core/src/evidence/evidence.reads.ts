import { disclosedJson, evidenceJson } from '#core/measures/evidence-json';
import { type Actor, is, writesFor } from '#core/people/actor';
import { found } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

const reader = { offices: '$2::uuid[]', coordinates: '$3::boolean' };

const oneSql = `select ${evidenceJson(reader)}::text as body from evidence e where e.id = $1`;

/**
 * All that hangs on one place, the reader's side's own and what either side has disclosed; and whether the reader may
 * hang something on it (`canAttach`).
 */
const ofPlace = (table: string, column: string, attaches: string) => `select json_build_object(
    'abilities', json_build_object('attach', (${attaches}) and exists (select from mechanism c where c.id = p.mechanism_id
      and actor_side() in (c.left_party_id, c.right_party_id))),
    'own', coalesce((select json_agg(${evidenceJson(reader)} order by e.created_at desc, e.id) from evidence e
      where e.${column} = p.id), '[]'),
    'disclosed', coalesce((select json_agg(${disclosedJson(reader.coordinates)} order by d.disclosed_at desc, d.title, d.id)
      from disclosed_evidence d where d.${column} = p.id), '[]'))::text as body
  from ${table} p where p.id = $1`;

const places = {
  measure: ofPlace(
    'measure',
    'measure_id',
    `${reader.coordinates} or exists (select from assignment k where k.measure_id = p.id
      and (k.lead_id = any(${reader.offices}) or k.supporting_ids && ${reader.offices}))`,
  ),
  signed_document: ofPlace('signed_document', 'signed_document_id', `cardinality(${reader.offices}) > 0`),
};

@Injectable()
export class EvidenceReads {
  constructor(private readonly db: Db) {}

  /** One piece of the reader's own side's evidence. JSON text. */
  one(actor: Actor, id: string): Promise<string> {
    return this.body(actor, oneSql, id);
  }

  of(actor: Actor, place: keyof typeof places, id: string): Promise<string> {
    return this.body(actor, places[place], id);
  }

  private async body(actor: Actor, sql: string, id: string): Promise<string> {
    const params = [id, writesFor(actor), is(actor, 'coordinator')];
    return found(await this.db.readOne<{ body: string }>(actor, sql, params)).body;
  }
}
