import { SYSTEM, type Tx, Db } from '#platform/db';
import type { JobQueue } from '#platform/queue';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

/** Every job there is, and what it carries: ids, never content or secrets. The worker has one handler for each. */
export interface JobMap {
  'sweep-reminders': Record<string, never>;
  'sweep-pending-jobs': Record<string, never>;
  'sweep-mails': Record<string, never>;
  'sweep-sessions': Record<string, never>;
  'sweep-keys': Record<string, never>;
  'sweep-files': Record<string, never>;
  'sweep-uploads': Record<string, never>;
  'compare-files': Record<string, never>;
  'tell-files': { id: string; personId: string };
  'scan-evidence': { id: string };
  'tell-infected': { id: string; personId: string };
  'make-preview': { id: string; partyId: string; organisationId: string; personId: string };
  'send-reminder': { id: string; personId: string };
  'send-mention': { id: string; personId: string };
  'tell-request': { id: string; mechanismId: string; partyId: string };
  'send-request': { id: string; personId: string };
  'send-ask': { id: string; measureId: string; organisationId: string; personId: string };
  'deliver-mail': { id: string };
  'build-report': { id: string; personId: string };
  'parse-import': { id: string; personId: string };
}

export type JobName = keyof JobMap;

export const QUEUE = Symbol('queue');

/** How many jobs go to the queue in one go. */
const batch = 1_000;

@Injectable()
export class JobsService {
  constructor(
    private readonly db: Db,
    @Inject(QUEUE) private readonly queue: Pick<JobQueue, 'add'>,
  ) {}

  /** Asks for jobs in the transaction that needs them; they are queued once that is committed. */
  async request<N extends JobName>(tx: Tx, name: N, ...payloads: JobMap[N][]): Promise<void> {
    const jobs = payloads.map((payload) => ({ name, payload, id: uuid() }));
    await tx.query(
      `insert into pending_job (id, name, payload, created_at, look_again_at)
       select job.id, $1, job.payload, now(), now() + interval '1 minute'
       from jsonb_to_recordset($2) as job (id uuid, payload jsonb)`,
      [name, JSON.stringify(jobs)],
    );
    tx.afterCommit(() => this.queue.add(jobs));
  }

  /** A handler has finished the job: nothing more to send again. */
  async done(id: string): Promise<void> {
    await this.db.withActor(SYSTEM, (tx) => tx.query('delete from pending_job where id = $1', [id]));
  }

  /** What stood in the way of these jobs is gone: the sweep looks at them now and not when it would have. */
  async hasten(name: JobName): Promise<void> {
    await this.db.withActor(SYSTEM, (tx) =>
      tx.query(`update pending_job set look_again_at = now() where name = $1`, [name]),
    );
  }

  /**
   * Sends again what a crash lost between commit and queue, or with the queue itself, and what the queue gave up: a
   * job that is still there is added for nothing. The first look is after a minute; each pause is as long as the job
   * has waited so far, an hour at most. That is technical time, so it is the database's and not the clock that can
   * be set. Returns how many.
   */
  async sweepPending(): Promise<number> {
    for (let sent = 0; ;) {
      const lost = await this.db.withActor(SYSTEM, (tx) =>
        tx.query<{ id: string; name: JobName; payload: Record<string, string> }>(
          `update pending_job set look_again_at = now() + least(greatest(now() - created_at, '1 minute'), '1 hour')
           where id in (select id from pending_job where look_again_at < now() order by look_again_at
             limit ${batch} for update skip locked)
           returning id, name, payload`,
        ),
      );
      await this.queue.add(lost);
      sent += lost.length;
      if (lost.length < batch) return sent;
    }
  }
}
