import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createScanner } from '#platform/scan';
import { demand } from './requires.js';

/** What the signature made for the tests finds, and nothing else in the world holds. */
export const virus = 'LUOSHI-TEST-VIRUS-9b1c4e';

/** Debian's own clamd with one signature, on a socket of its own. */
export class Clamd {
  private readonly folder = mkdtempSync(join(tmpdir(), 'luoshi-clamd-'));
  private child?: ChildProcess;
  readonly url = `unix:${join(this.folder, 'clamd.sock')}`;

  constructor(private readonly mostMegabytes = 25) {
    writeFileSync(join(this.folder, 'test.ndb'), `Luoshi.Test:0:*:${Buffer.from(virus).toString('hex')}\n`);
    const settings = {
      ...{ DatabaseDirectory: this.folder, LocalSocket: join(this.folder, 'clamd.sock'), Foreground: 'yes' },
      ...{
        StreamMaxLength: `${this.mostMegabytes}M`,
        FixStaleSocket: 'yes',
        TemporaryDirectory: this.folder,
      },
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
    writeFileSync(join(this.folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  }

  async start(): Promise<void> {
    this.child = spawn(demand('clamd'), ['--config-file', join(this.folder, 'clamd.conf')], {
      stdio: 'ignore',
    });
    const scanner = createScanner(this.url)!;
    for (const since = Date.now(); ; await sleep(100)) {
      const answers = await scanner.ping().then(
        () => true,
        () => false,
      );
      if (answers) return;
      if (Date.now() - since > 30_000 || this.child.exitCode !== null)
        throw new Error('clamd does not start');
    }
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
