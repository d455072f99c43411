import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandLine, end, isAlive } from './processes.js';

/**
 * Stops a server that still runs on this data after its launcher was killed. Its pid file may also be left from
 * before a reboot and name somebody else's process by now: only a process that was started on this very folder is
 * touched.
 */
export async function stopStale(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  const runs = Number.isInteger(pid) && pid > 1 && isAlive(pid);
  if (!runs || !commandLine(pid).includes(`-D ${data} `)) {
    // PostgreSQL would take a stranger (or its own unburied predecessor) for a running server and refuse to start.
    // It knows its parent for no server, so our id goes there; the lines below stay, by which it makes sure that
    // no process of a killed server still uses the shared memory.
    writeFileSync(file, [String(process.pid), ...rest].join('\n'));
    return;
  }
  // First "fast", which writes a checkpoint; then "immediate", after which the log is replayed.
  const ended = await end(pid, [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ]);
  if (!ended)
    throw new Error(`A PostgreSQL server (process ${pid}) still runs on ${data} and does not stop.`);
}
