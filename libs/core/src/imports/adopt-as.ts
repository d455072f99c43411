import { ActivityService } from '#core/activity/activity.service';
import { runtimeOptions } from '#core/database';
import { actorOf } from '#core/people/actor';
import { Person } from '#core/people/person.entity';
import { demand, Problem } from '#core/problem';
import type { KnownOfText } from '#memorandum/known';
import { Db, SYSTEM } from '#platform/db';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { obstacles } from './draft-check.js';
import { canImport } from './import.policy.js';
import { ImportsReads } from './imports.reads.js';
import { ImportsService } from './imports.service.js';
import { readMemorandum } from './read-memorandum.js';

interface Given {
  /** Address of the coordinator who adopts it. */
  as: string;
  /** A mechanism's id, or the codes of its two parties: hk-cq. */
  mechanism: string;
  fileName: string;
  content: Buffer;
  known?: KnownOfText;
}

/**
 * Adopts a file for good, as a coordinator and under that person's policies. The same file again adds nothing.
 * @throws as the wizard does, before anything is written; not_found for nobody and for a mechanism that is not theirs
 */
export async function adoptAs(
  databaseUrl: string,
  { as, mechanism, fileName, content, known = {} }: Given,
): Promise<{ meetingId: string; added: boolean }> {
  const source = await new DataSource(runtimeOptions(databaseUrl, 1)).initialize();
  try {
    const db = new Db(
      source,
      () => new Date(),
      () => undefined,
    );
    const email = as.trim().toLowerCase();
    const person = await db.withActor(SYSTEM, (tx) => tx.manager.findOneBy(Person, { email }));
    if (!person || person.disabledAt) throw new Problem('not_found');
    const actor = actorOf(person);
    demand(canImport(actor));
    const [sides] = await db.read<{ id: string }>(
      actor,
      `select c.id from mechanism c join party l on l.id = c.left_party_id join party r on r.id = c.right_party_id
       where actor_side() in (l.id, r.id) and $1 in (c.id::text, l.code || '-' || r.code, r.code || '-' || l.code)`,
      [mechanism],
    );
    if (!sides) throw new Problem('not_found');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [there] = await db.read<{ id: string }>(
      actor,
      'select meeting_id as id from source where mechanism_id = $1 and sha256 = $2',
      [sides.id, sha256],
    );
    if (there) return { meetingId: there.id, added: false };

    const { draft } = await readMemorandum(content, { fileName, known });
    const [obstacle] = obstacles(draft, sides.id);
    if (obstacle) throw new Problem('import_incomplete', { ...obstacle.params, missing: obstacle.code });
    const [taken] = await db.read(actor, 'select from meeting where mechanism_id = $1 and ordinal = $2', [
      ...[sides.id, draft.meeting.ordinal],
    ]);
    if (taken) throw new Problem('meeting_exists', { ordinal: draft.meeting.ordinal ?? 0 });
    const imports = new ImportsService(db, new ActivityService());
    const id = await imports.parse(actor, fileName, content, null, known);
    const { version, draft: read, kind } = await new ImportsReads(db).one(actor, id);
    const reviewed = { draft: read, mechanismId: sides.id, kind };
    await imports.review(actor, id, reviewed, version);
    return { meetingId: await imports.adopt(actor, id, version + 1), added: true };
  } finally {
    await source.destroy();
  }
}
