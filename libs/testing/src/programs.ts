import { nodeFlags } from '#platform/node-flags';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';

const program = { api: 'dist/apps/api/src/main.js', worker: 'dist/apps/worker/src/main.js' };

export interface Program {
  process: ChildProcess;
  stop: () => Promise<void>;
}

/** A built program in a process of its own, as the launcher and the image run it. Its output is kept for a failure. */
export function startProgram(name: keyof typeof program, environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [...nodeFlags, program[name]], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Waits until an address answers with success. */
export async function answering(url: string, patienceMs = 90_000): Promise<void> {
  for (const since = Date.now(); ; await sleep(100)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() - since > patienceMs) throw new Error(`${url} does not answer`);
  }
}

/** Runs a command of the command line to its end. @returns what it printed */
export async function runCommand(args: string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number]>]);
  if (code !== 0) throw new Error(`luoshi ${args.join(' ')} ended with ${code}`);
  return printed;
}
