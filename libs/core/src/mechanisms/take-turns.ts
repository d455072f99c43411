import type { Tx } from '#platform/db';

/**
 * Waits for whoever else adds to what the sides of this mechanism agreed, until the end of the transaction. Meetings
 * are immutable, so there is no row to lock.
 */
export async function takeTurns(tx: Tx, mechanismId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [mechanismId]);
}
