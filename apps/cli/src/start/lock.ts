import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a folder for this process, so that two launchers do not stop each other's server. Node has no flock, but
 * SQLite has: the system itself gives the lock back when the process ends, however it ends, so there is never a
 * stale one to judge.
 * @returns gives the lock back; undefined when another process holds it
 */
export function takeLock(file: string): (() => void) | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    return () => database.close();
  } catch (error) {
    database.close();
    if (/locked/.test((error as Error).message)) return undefined;
    throw error;
  }
}
