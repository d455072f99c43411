import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { commandLine, end, isAlive } from '#platform/processes';

import { entryOf } from './program.js';

/** What a running launcher tells the other commands, so that they work beside it on the same installation. */
export interface Running {
  launcher: number;
  address: string;
  /** It has begun to stop: a new launcher may wait for that. */
  stopping: boolean;
  /** Environment variables as the programs got them, with the migrations' login beside them. */
  environment: Record<string, string>;
  programs: Partial<Record<'api' | 'worker', number>>;
}

/** The folder LUOSHI_HOME: the embedded database, files, logs, and what the launcher notes. */
export class Home {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  of(...names: string[]): string {
    return join(this.path, ...names);
  }

  prepare(): void {
    mkdirSync(this.of('log'), { recursive: true });
    // As root the database runs as the user nobody, who has to pass through here but may not look around.
    chmodSync(this.path, process.getuid?.() === 0 ? 0o711 : 0o700);
    chmodSync(this.of('log'), 0o700);
  }

  readRunning(): Running | undefined {
    try {
      return JSON.parse(readFileSync(this.of('running.json'), 'utf8')) as Running;
    } catch {
      return undefined;
    }
  }

  writeRunning(running: Running): void {
    const file = this.of('running.json');
    writeFileSync(`${file}.new`, JSON.stringify(running, null, 2), { mode: 0o600 }); // it holds passwords
    renameSync(`${file}.new`, file);
  }

  clearRunning(): void {
    rmSync(this.of('running.json'), { force: true });
  }

  /** Programs whose launcher was killed stop by themselves; this waits for them, and insists in the end. */
  async stopLeftovers(): Promise<void> {
    const programs = Object.entries(this.readRunning()?.programs ?? {});
    const ours = programs.filter(([name, pid]) => isAlive(pid) && commandLine(pid).includes(entryOf(name)));
    await Promise.all(
      ours.map(([, pid]) =>
        end(pid, [
          ['SIGTERM', 15_000],
          ['SIGKILL', 5_000],
        ]),
      ),
    );
    this.clearRunning();
  }

  /** For whoever finds the folder and wonders. */
  explain(data: string | undefined): void {
    const here = this.of('postgres', 'data');
    const ours = [
      'This folder belongs to Luoshi (`npm start`). Deleting it while Luoshi is stopped deletes everything that was',
      'entered, and the next start begins with the sample again.',
    ];
    const theirs = [
      'This folder belongs to Luoshi (`npm start`). Its database is on the server that DATABASE_URL names; deleting',
      'the folder deletes the files that the database speaks of.',
    ];
    const apart = [
      '',
      `The database's data is in ${data}:`,
      'PostgreSQL does not run as root, and the user `nobody`, who runs it instead, cannot reach this folder.',
      'Delete that folder together with this one.',
    ];
    const lines = [
      ...(data ? ours : theirs),
      '',
      ...(data
        ? [`postgres/  the embedded PostgreSQL: passwords, port, log${data === here ? ', data' : ''}`]
        : []),
      'files/     evidence and reports',
      'log/       what api and worker say',
      ...(data && data !== here ? apart : []),
    ];
    const text = `${lines.join('\n')}\n`;
    const file = this.of('README');
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
