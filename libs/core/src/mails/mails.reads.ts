import { limits } from '#contracts/limits';
import { type Actor, is } from '#core/people/actor';
import { found } from '#core/problem';
import { Db } from '#platform/db';
import { Injectable } from '@nestjs/common';

/** A coordinator reads what went out to the side; everybody else what went to themselves. */
const readable = `(m.person_id = actor_person() or $1::boolean)`;

const fields = `'id', m.id, 'to', json_build_object('name', m.to_name, 'address', m.to_address), 'subject', m.subject,
  'kind', m.kind, 'language', m.language, 'state', m.state, 'at', coalesce(m.sent_at, m.created_at)`;

@Injectable()
export class MailsReads {
  constructor(private readonly db: Db) {}

  async list(actor: Actor, after: string | null): Promise<string> {
    const [row] = await this.db.read<{ body: string }>(
      actor,
      `with page as materialized (select * from mail m where ${readable} and ($2::uuid is null or m.id < $2)
         order by m.id desc limit ${limits.page + 1}),
       m as (select * from page order by id desc limit ${limits.page})
       select json_build_object('items', coalesce((select json_agg(json_build_object(${fields}) order by m.id desc) from m), '[]'),
         'next', case when (select count(*) from page) > ${limits.page} then (select id from m order by id limit 1) end)::text as body`,
      [is(actor, 'coordinator'), after],
    );
    return row!.body;
  }

  async one(actor: Actor, id: string): Promise<string> {
    const row = await this.db.readOne<{ body: string }>(
      actor,
      `select json_build_object(${fields}, 'html', m.html, 'text', m.text)::text as body from mail m where ${readable} and m.id = $2`,
      [is(actor, 'coordinator'), id],
    );
    return found(row).body;
  }
}
