import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Whether a process with this id runs, be it ours or another user's. One that has ended and waits for its parent
 * to notice (in a container perhaps for ever) does not run.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (platform() !== 'linux') return true;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The command line of a process, empty when it has none or has gone. */
export function commandLine(pid: number): string {
  try {
    if (platform() === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Waits until a process has gone; false when it is still there after so many milliseconds. */
export async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

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
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone in between
    }
    if (await gone(pid, patience)) return;
  }
  throw new Error(`A PostgreSQL server (process ${pid}) still runs on ${data} and does not stop.`);
}
