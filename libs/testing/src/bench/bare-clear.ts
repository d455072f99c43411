import { deriveStatus } from '#core/measures/measure-status';
import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';

/** The statement that answers with the cleared update, and its parameters after the id. */
export interface Answer {
  sql: string;
  params: unknown[];
}

export interface Clearer {
  personId: string;
  organisationId: string;
  partyId: string;
}

interface Update {
  mechanism_id: string;
  measure_id: string;
  organisation_id: string;
  status: string;
  text: string;
  next_step: string | null;
  corrects_id: string | null;
}

const activity = `insert into activity (id, ledger_id, sequence, mechanism_id, party_id, actor_party_id, actor_organisation_id,
  actor_person_id, verb, meeting_id, measure_id, subject_id, changes, at, previous_hash, hash)
  values ($1, $1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '')`;

/** The statements of UpdatesService.clear in one transaction, each prepared, without what TypeORM puts around them. */
export async function clear(
  pool: Pool,
  id: string,
  { personId, organisationId, partyId }: Clearer,
  answer: Answer,
): Promise<string> {
  const client = await pool.connect();
  const query = <Row extends object>(name: string, text: string, values: unknown[] = []) =>
    client.query<Row>({ name, text, values }).then(({ rows }) => rows);
  try {
    await client.query('begin');
    const at = new Date();
    const [seen] = await query<Update>('seen', 'select * from "update" where id = $1', [id]);
    const measureId = seen!.measure_id;
    const [measure] = await query<{ meeting_id: string }>(
      'measure',
      'select * from measure where id = $1 for update',
      [measureId],
    );
    const [update] = await query<Update>('update', 'select * from "update" where id = $1 for update', [id]);
    const { mechanism_id, organisation_id, status, text, next_step, corrects_id } = update!;
    await query('state', `update "update" set state = 'cleared', version = version + 1 where id = $1`, [id]);
    await query(
      'cleared',
      `insert into cleared_update (id, mechanism_id, measure_id, party_id, organisation_id, status, text, next_step,
         corrects_id, cleared_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, mechanism_id, measureId, partyId, organisation_id, status, text, next_step, corrects_id, at],
    );
    await query(
      'track',
      'update track set status = $3, next_step = $4, last_cleared_at = $5 where measure_id = $1 and party_id = $2',
      [measureId, partyId, status, next_step, at],
    );
    const tracks = await query<{ partyId: string; status: 'behind' }>(
      'tracks',
      'select party_id as "partyId", status from track where measure_id = $1',
      [measureId],
    );
    await query('derived', 'update measure set status = $2, last_cleared_at = $3 where id = $1', [
      measureId,
      deriveStatus(tracks),
      at,
    ]);
    const changes = {
      partyId,
      organisationId: organisation_id,
      status,
      text,
      nextStep: next_step,
      correctsId: corrects_id,
    };
    const said = uuid();
    const who = [partyId, organisationId];
    const about = [measure!.meeting_id, measureId];
    await query('activity', activity, [
      ...[said, mechanism_id, null, ...who, null, 'update.cleared', ...about, id],
      ...[JSON.stringify({ ...changes, evidence: [] }), at],
    ]);
    await query('activity', activity, [
      ...[uuid(), mechanism_id, partyId, ...who, personId, 'named', ...about, said, '{}', at],
    ]);
    await client.query('commit');
    const [row] = await query<{ body: string }>('answer', answer.sql, [id, ...answer.params]);
    return row!.body;
  } finally {
    client.release();
  }
}
