import { nodeFlags } from '#platform/node-flags';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const LOG_LIMIT = 10_000_000;
const STOP_PATIENCE = 20_000; // a report being built may take its time
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Who has run so long did not fail at starting: the pauses begin anew. */
const STEADY = 60_000;

const leaveWithLauncher = new URL('./leave-with-launcher.js', import.meta.url).href;

/** The built file of a program. */
export const entryOf = (name: string) =>
  fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url));

export interface ProgramOptions {
  name: 'api' | 'worker';
  logFile: string;
  environment: NodeJS.ProcessEnv;
  /** Starts anew when a built file changes; for development. */
  watch: boolean;
  /** Told of every new process, so that the next launcher can find one that this launcher left behind. */
  onSpawn: (pid: number) => void;
  onCrash: (outcome: string, pause: number) => void;
}

/** A program that is kept running: started again when it ends by itself, after longer and longer pauses. */
export class Program {
  private child?: ChildProcess;
  private stopping = new AbortController();
  private loop?: Promise<void>;
  /** How often in a row it ended soon after starting. */
  crashes = 0;

  constructor(readonly options: ProgramOptions) {}

  start(): void {
    this.stopping = new AbortController();
    this.loop = this.keepRunning();
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const child = (this.child = this.spawn());
      const [code, ended] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      if (signal.aborted) return;
      if (Date.now() - startedAt > STEADY) this.crashes = 0;
      const pause = Math.min(FIRST_PAUSE * 2 ** this.crashes, LONGEST_PAUSE);
      this.crashes += 1;
      this.options.onCrash(ended ?? `exit code ${code}`, pause);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private spawn(): ChildProcess {
    const { name, logFile, environment, watch, onSpawn } = this.options;
    if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(
      process.execPath,
      [
        ...nodeFlags,
        ...(watch ? ['--watch', '--watch-preserve-output'] : []),
        `--import=${leaveWithLauncher}`,
        entryOf(name),
      ],
      // A group of its own, so that Ctrl-C reaches only the launcher, which stops them in the right order.
      { env: environment, detached: true, stdio: ['ignore', log, log, 'ipc'] },
    );
    closeSync(log);
    if (child.pid) onSpawn(child.pid);
    return child;
  }

  /** The last lines that it wrote. */
  lastWords(): string {
    return readFileSync(this.options.logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  }

  /** Lets it finish what it does. However it then ends, by itself or by the signal, counts as clean. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
      await this.loop;
      clearTimeout(timer);
    }
    await this.loop;
  }
}
