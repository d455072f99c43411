import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './db.js';

/** A request that may come again: its key, what it asks, and how many transactions it has begun so far. */
export interface Attempt {
  key: string;
  fingerprint: string;
  steps: number;
}

/** The request under which `withActor` writes; none for programs, and for requests that came without a key. */
export const attempts = new AsyncLocalStorage<Attempt>();

/** The key stands for another request of the same person. */
export class KeyReusedError extends Error {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
}

interface Done<T> {
  fingerprint: string;
  result: T;
}

/**
 * Does a step of a request once: what it did is noted in the same transaction, so that a crash leaves both or neither,
 * and a second attempt gets the first one's result. Of two at once the second waits here for the first to end; when
 * that one fails, it does the work itself.
 * @param work returns what JSON can hold
 */
export async function once<T>(
  tx: Tx,
  { key, fingerprint }: Attempt,
  step: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const claimed = await tx.query(
    `insert into idempotency_key (person_id, key, step, fingerprint, created_at)
     values (actor_person(), $1, $2, $3, now()) on conflict do nothing returning step`,
    [key, step, fingerprint],
  );
  if (claimed.length === 0) {
    const [done] = await tx.query<Done<T>>(
      'select fingerprint, result from idempotency_key where person_id = actor_person() and key = $1 and step = $2',
      [key, step],
    );
    if (done?.fingerprint !== fingerprint) throw new KeyReusedError();
    return done.result;
  }
  const result = await work(tx);
  await tx.query(
    'update idempotency_key set result = $3 where person_id = actor_person() and key = $1 and step = $2',
    [key, step, JSON.stringify(result ?? null)],
  );
  return result;
}
