import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deriveStatus } from '#core/measures/measure-status';
import type { TrackStatus } from '#contracts/status';
import type { DataSource } from 'typeorm';
import type { Acknowledged } from './acknowledged.js';
import type { PostOffice } from './post-office.js';

interface Evidence {
  source: DataSource;
  heard: Acknowledged;
  post: PostOffice;
  /** LUOSHI_HOME of the programs. */
  home: string;
}

/** Rows of any ledger that do not follow from the row before. */
export const brokenChains = `select ledger_id, sequence from (
  select a.ledger_id, a.sequence, a.hash, a.previous_hash, activity_digest(a) as digest,
    lag(a.hash, 1, '') over chain as before, row_number() over chain as place
  from activity a window chain as (partition by a.ledger_id order by a.sequence)) a
  where sequence <> place or previous_hash <> before or hash <> digest`;

/** Every sentence is a breach: something acknowledged is gone, half of something is there, or it happened twice. */
export async function breaches({ source, heard, post, home }: Evidence): Promise<string[]> {
  const found = [...heard.surprises];
  const query = <Row>(sql: string) => source.query<Row[]>(sql);
  const none = async (what: string, sql: string) => {
    const rows = await query<object>(sql);
    if (rows.length > 0) found.push(`${what}: ${rows.length}, first ${JSON.stringify(rows[0])}`);
  };

  const updates = new Map(
    (
      await query<{ id: string; version: number; state: string; text: string }>(
        'select id, version, state, text from "update"',
      )
    ).map((row) => [row.id, row]),
  );
  for (const { id, told, silences } of heard.told()) {
    const row = updates.get(id);
    if (!row) found.push(`update ${id} was acknowledged and is gone`);
    else if (row.version < told.version)
      found.push(`update ${id} went back from ${told.version} to ${row.version}`);
    else if (row.version > told.version + silences)
      found.push(`update ${id} was written more often than anybody asked: ${row.version}`);
    else if (row.version === told.version && (row.state !== told.state || row.text !== told.text))
      found.push(`update ${id} is not what was acknowledged at version ${told.version}`);
  }
  const reports = new Set((await query<{ id: string }>('select id from report')).map(({ id }) => id));
  for (const id of heard.reports)
    if (!reports.has(id)) found.push(`report ${id} was acknowledged and is gone`);
  const agreed = new Set(
    (await query<{ id: string }>(`select id from due_date_change where state = 'agreed'`)).map(
      ({ id }) => id,
    ),
  );
  for (const id of heard.agreed) if (!agreed.has(id)) found.push(`date ${id} was agreed and is not`);

  await none(
    'a cleared update without its joint row, or the other way round',
    `select id from (select id, status, text from "update" where state = 'cleared') u
     full join (select id, status, text from cleared_update) c using (id)
     where u.text is distinct from c.text or u.status is distinct from c.status`,
  );
  await none(
    'an update without exactly its activities',
    `select u.id, u.state from "update" u where
       (select count(*) from activity a where a.subject_id = u.id and a.verb = 'update.drafted') <> 1
       or (select count(*) from activity a where a.subject_id = u.id and a.verb = 'update.cleared')
         <> (u.state = 'cleared')::int
       or (select count(*) from activity n join activity a on n.subject_id = a.id and n.verb = 'named'
         where a.subject_id = u.id and a.verb = 'update.cleared') <> (u.state = 'cleared')::int`,
  );
  await none(
    'a track that is not as its last cleared update says',
    `select t.id, t.status from track t
     join lateral (select status, next_step from cleared_update c where c.measure_id = t.measure_id
       and c.party_id = t.party_id order by cleared_at desc limit 1) c on true
     where t.status <> c.status or t.next_step is distinct from c.next_step`,
  );
  const measures = await query<{
    id: string;
    status: string;
    tracks: { partyId: string; status: TrackStatus }[];
  }>(
    `select m.id, m.status, (select json_agg(json_build_object('partyId', t.party_id, 'status', t.status))
       from track t where t.measure_id = m.id) as tracks
     from measure m where exists (select from cleared_update c where c.measure_id = m.id)`,
  );
  for (const { id, status, tracks } of measures)
    if (status !== deriveStatus(tracks)) found.push(`measure ${id} is ${status}, its tracks say otherwise`);
  await none(
    'a measure without the date that was agreed last',
    `select m.id from measure m join lateral (select due_on from due_date_change d where d.measure_id = m.id
       and d.state = 'agreed' order by d.answered_at desc limit 1) d on true where m.due_on is distinct from d.due_on`,
  );

  await none('a broken chain of activities', brokenChains);
  await none(
    'a ledger whose head is not its last row',
    `select l.id from ledger l where l.last_sequence <> (select count(*) from activity a where a.ledger_id = l.id)
       or l.last_hash <> coalesce((select hash from activity a where a.ledger_id = l.id
         order by sequence desc limit 1), '')`,
  );

  await none(
    'a reminder that was neither sent nor skipped',
    `select id from reminder where state = 'queued'`,
  );
  await none(
    'a reminder sent without exactly one activity and one mail',
    `select r.id from reminder r where r.state = 'sent' and (r.mail_id is null
       or (select count(*) from activity a where a.subject_id = r.id) <> 1
       or (select count(*) from reminder o where o.mail_id = r.mail_id) <> 1)`,
  );
  await none(
    'a mail that no reminder knows',
    'select id from mail where id not in (select mail_id from reminder where mail_id is not null)',
  );
  const mails = await query<{ id: string; state: string }>('select id, state from mail');
  for (const { id, state } of mails) {
    const times = post.taken.get(id) ?? 0;
    if (times > 1) found.push(`mail ${id} arrived ${times} times`);
    else if (state === 'sent' && times === 0) found.push(`mail ${id} is called sent and never arrived`);
    else if (state !== 'sent' && state !== 'failed') found.push(`mail ${id} is still ${state}`);
  }
  const known = new Set(mails.map(({ id }) => id));
  for (const id of post.taken.keys()) if (!known.has(id)) found.push(`mail ${id} arrived and is in no table`);

  for (const { id, state, file } of await query<{ id: string; state: string; file: string | null }>(
    'select id, state, file_key as file from report',
  )) {
    if (state !== 'ready' || !file) found.push(`report ${id} is ${state}`);
    else if (!existsSync(join(home, 'files', file.slice(0, 2), file.slice(2, 4), file)))
      found.push(`report ${id} is ready and has no file`);
  }
  await none('a job that nobody has finished', 'select id, name, payload from pending_job');
  return found;
}
