import { type DbActor, SYSTEM, type Tx, Db } from '#platform/db';
import type { JobQueue } from '#platform/queue';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

/** Every job there is, and what it carries: ids, never content or secrets. The worker has one handler for each. */
export interface JobMap {
  'sweep-reminders': Record<string, never>;
  'sweep-pending-jobs': Record<string, never>;
  'sweep-mails': Record<string, never>;
  'sweep-sessions': Record<string, never>;
  'sweep-files': Record<string, never>;
  'send-reminder': { id: string; personId: string };
  'deliver-mail': { id: string };
  'build-report': { id: string; personId: string };
}

export type JobName = keyof JobMap;

export const QUEUE = Symbol('queue');

/** How long a job may be under way before the sweep believes it lost and sends it again; adding twice is adding once. */
const lostAfterSeconds = 60;

@Injectable()
export class JobsService {
  constructor(
    private readonly db: Db,
    @Inject(QUEUE) private readonly queue: JobQueue,
  ) {}

  /** Asks for a job in the transaction that needs it; it is queued once that is committed. */
  async request<N extends JobName>(tx: Tx, name: N, payload: JobMap[N]): Promise<void> {
    const id = uuid();
    await tx.query('insert into pending_job (id, name, payload, created_at) values ($1, $2, $3, $4)', [
      id,
      name,
      JSON.stringify(payload),
      tx.at,
    ]);
    tx.afterCommit(() => this.queue.add(name, payload, id));
  }

  /** A handler has finished the job: nothing more to send again. */
  async done(id: string): Promise<void> {
    await this.db.withActor(SYSTEM, (tx) => tx.query('delete from pending_job where id = $1', [id]));
  }

  /** Sends again what a crash lost between commit and queue, or with the queue itself. Returns how many. */
  async sweepPending(now: Date): Promise<number> {
    const lost = await this.db.read<{ id: string; name: JobName; payload: Record<string, string> }>(
      SYSTEM satisfies DbActor,
      'select id, name, payload from pending_job where created_at < $1 order by id limit 1000',
      [new Date(now.getTime() - lostAfterSeconds * 1000)],
    );
    for (const { id, name, payload } of lost) await this.queue.add(name, payload, id);
    return lost.length;
  }
}
