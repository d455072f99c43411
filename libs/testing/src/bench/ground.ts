import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { migrate } from '#core/database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { nodeFlags } from '#platform/node-flags';
import { freePort } from '#platform/ports';
import pg from 'pg';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const program = (name: string) => join(root, 'dist/apps', name, 'src/main.js');

/** As a server with eight gigabytes would be set; what was committed is on the disk. */
const settings = {
  shared_buffers: '1GB',
  effective_cache_size: '4GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
};

export interface Accounts {
  signIns: { role: string; email: string; password: string }[];
  seconds: number;
}

/** A database server and programs of one run, all of which are gone after it. */
export class Ground {
  private readonly children: ChildProcess[] = [];

  private constructor(
    private readonly folder: string,
    readonly postgres: EmbeddedPostgres,
  ) {}

  static async start(): Promise<Ground> {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'));
    chmodSync(folder, 0o711); // the server's user passes through
    return new Ground(folder, await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings }));
  }

  /** A database with so many measures, filled by the command that people have. */
  async fill(name: string, measures: number): Promise<Accounts> {
    await this.asSuper('postgres', async (client) => {
      await client.query(`create database ${name} owner luoshi_owner`);
    });
    await migrate({ ownerUrl: this.postgres.ownerUrl(name) });
    const child = spawn(
      process.execPath,
      [program('cli'), 'bench-data', `--measures=${measures}`, '--yes', '--json'],
      { env: this.environment(name), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.children.push(child);
    const [output, [code]] = await Promise.all([
      text(child.stdout),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    if (code !== 0) throw new Error(`bench-data ended with ${code}`);
    return JSON.parse(output) as Accounts;
  }

  /** The same database, less what this party may not see: there a role that sees everything sees what its people see. */
  async copyFor(partyCode: string, from: string, to: string): Promise<void> {
    await this.asSuper('postgres', (client) => client.query(`create database ${to} template ${from}`));
    await this.asSuper(to, async (client) => {
      for (const table of ['"update"', 'assignment']) {
        await client.query(
          `delete from ${table} where party_id <> (select id from party where code = '${partyCode}')`,
        );
      }
      await client.query('vacuum (full, analyze) "update"');
      await client.query('vacuum (full, analyze) assignment');
    });
  }

  async asSuper<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client(this.postgres.superUrl(database));
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  private environment(database: string, port?: number): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: this.postgres.appUrl(database),
      DATABASE_OWNER_URL: this.postgres.ownerUrl(database),
      LUOSHI_HOME: this.folder,
      ...(port && { PORT: String(port) }),
    };
  }

  /** Api and worker as `npm start` runs them. @returns the api's address, once the worker has caught up */
  async startPrograms(database: string): Promise<string> {
    const port = await freePort();
    const { DATABASE_OWNER_URL: _, ...environment } = this.environment(database, port);
    for (const name of ['api', 'worker']) {
      const log = openSync(join(this.folder, `${name}.log`), 'a');
      const child = spawn(process.execPath, [...nodeFlags, program(name)], {
        env: environment,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      this.children.push(child);
    }
    const address = `http://127.0.0.1:${port}`;
    for (let attempt = 0; ; attempt += 1) {
      const ready = await fetch(`${address}/readyz`).catch(() => undefined);
      if (ready?.ok) break;
      if (attempt > 300)
        throw new Error(`The api does not start:\n${readFileSync(join(this.folder, 'api.log'), 'utf8')}`);
      await sleep(100);
    }
    await this.quiet(database);
    return address;
  }

  /** A worker that starts looks for reminders that are due; nothing is measured beside that. */
  private async quiet(database: string): Promise<void> {
    await this.asSuper(database, async (client) => {
      for (let calm = 0; calm < 10; await sleep(300)) {
        const { rows } = await client.query<{ busy: boolean }>(
          `select count(*) > 0 as busy from pg_stat_activity where datname = current_database()
             and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`,
        );
        calm = rows[0]!.busy ? 0 : calm + 1;
      }
    });
  }

  /** The bare server. @returns its address */
  async startBare(instructions: object): Promise<string> {
    const child = spawn(
      process.execPath,
      [
        '--conditions=source',
        '--import',
        './bin/source.js',
        fileURLToPath(new URL('./bare-server.ts', import.meta.url)),
      ],
      { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    this.children.push(child);
    child.stdin.end(JSON.stringify(instructions));
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    return `http://127.0.0.1:${String(port).trim()}`;
  }

  async stopPrograms(): Promise<void> {
    await Promise.all(
      this.children.splice(0).map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }),
    );
  }

  async stop(): Promise<void> {
    await this.stopPrograms();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
