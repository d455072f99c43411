import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Config } from '#platform/config';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { isFree } from '#platform/ports';

import { Trouble } from '../trouble.js';
import type { Home, Running } from './home.js';
import { Program } from './program.js';
import type { SignIn } from './sign-ins.js';

const HEALTH_TIMEOUT = 90_000;
/** A program that ends so often before the first answer is not going to answer. */
const HOPELESS = 3;
const PORTS_TRIED = 100;
const PAUSE_AFTER_DATABASE = 1_000;

const cli = fileURLToPath(new URL('../main.js', import.meta.url));

export interface LauncherOptions {
  config: Config;
  home: Home;
  /** Aborted when everything is to stop. */
  signal: AbortSignal;
  watch: boolean;
}

/** Database, api and worker of one installation, brought up in this order and down in the other. */
export class Launcher {
  private database?: EmbeddedPostgres;
  private programs: Program[] = [];
  private running?: Running;
  private replacing?: Promise<void>;
  private readonly failure = Promise.withResolvers<never>();

  constructor(private readonly options: LauncherOptions) {
    this.failure.promise.catch(() => undefined); // read by `failed`, perhaps later than it happens
  }

  /** Rejects when it cannot go on; never settles otherwise. */
  get failed(): Promise<never> {
    return this.failure.promise;
  }

  /** @returns where it answers, and the sample's accounts if the database holds the sample */
  async up(): Promise<{ address: string; signIns: SignIn[] }> {
    const { config, home, signal } = this.options;
    await home.stopLeftovers();
    const port = await this.choosePort();
    const address = `http://localhost:${port}`;
    await this.startDatabase();
    home.explain(this.database?.data);
    signal.throwIfAborted();

    const environment = this.environment(port);
    const signIns = await this.prepare(environment);
    environment['DEMO'] = process.env['DEMO'] || (signIns.length > 0 ? 'on' : 'off');

    this.running = { launcher: process.pid, address, stopping: false, environment, programs: {} };
    this.startPrograms();
    const host = ['0.0.0.0', '::'].includes(config.HOST) ? 'localhost' : config.HOST;
    await this.answered(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`);
    return { address, signIns };
  }

  /** Programs first, so that they finish what they do while the database is still there. */
  async down(): Promise<void> {
    if (this.running) this.options.home.writeRunning({ ...this.running, stopping: true });
    await this.replacing?.catch(() => undefined);
    await Promise.all(this.programs.map((program) => program.stop()));
    await this.database?.stop();
    this.options.home.clearRunning();
  }

  private async choosePort(): Promise<number> {
    const { PORT, HOST } = this.options.config;
    // "localhost" may mean either loopback address to a browser, so both have to be free.
    const free = async (port: number) => (await isFree(port, HOST)) && (await isFree(port, '::1'));
    if (await free(PORT)) return PORT;
    if (process.env['PORT']) {
      throw new Trouble(
        `Port ${PORT} is taken by another program. Stop that one, or set PORT to a free port.`,
      );
    }
    for (let port = PORT + 1; port < PORT + PORTS_TRIED; port += 1) if (await free(port)) return port;
    throw new Trouble(`Ports ${PORT} to ${PORT + PORTS_TRIED} are all taken. Set PORT to a free one.`);
  }

  private async startDatabase(): Promise<void> {
    if (this.options.config.DATABASE_URL) return;
    const database = await startEmbeddedPostgres({ dataDir: this.options.home.of('postgres') }).catch(
      (error: Error) => {
        throw new Trouble(error.message, { cause: error });
      },
    );
    this.database = database;
    void database.ended.then((lastWords) => {
      if (this.options.signal.aborted) return;
      this.replacing = this.replaceDatabase(lastWords);
      this.replacing.catch(this.failure.reject);
    });
  }

  /** A database that ended by itself is started again; the programs too, since it may have another port. */
  private async replaceDatabase(lastWords: string): Promise<void> {
    console.error(`The database ended by itself and is started again. The end of its log:\n${lastWords}`);
    await Promise.all(this.programs.map((program) => program.stop()));
    await sleep(PAUSE_AFTER_DATABASE);
    if (this.options.signal.aborted) return;
    await this.startDatabase();
    if (!this.running || this.options.signal.aborted) return;
    Object.assign(this.running.environment, this.databaseEnvironment());
    this.startPrograms();
  }

  private databaseEnvironment(): Record<string, string> {
    const { DATABASE_URL, DATABASE_OWNER_URL } = this.options.config;
    if (this.database)
      return { DATABASE_URL: this.database.appUrl(), DATABASE_OWNER_URL: this.database.ownerUrl() };
    const url = DATABASE_URL ?? '';
    return { DATABASE_URL: url, DATABASE_OWNER_URL: DATABASE_OWNER_URL ?? url };
  }

  private environment(port: number): Record<string, string> {
    return { PORT: String(port), LUOSHI_HOME: this.options.home.path, ...this.databaseEnvironment() };
  }

  /** Migrates, and fills an empty installation with the sample: in one process, which has the core to load once. */
  private async prepare(environment: Record<string, string>): Promise<SignIn[]> {
    if (this.options.config.DEMO === 'off' && process.env['DEMO']) {
      await this.command(['migrate'], environment);
      return [];
    }
    return JSON.parse(
      await this.command(['sample', '--migrate', '--if-empty', '--json'], environment),
    ) as SignIn[];
  }

  /** Runs one of our commands in a process of its own, so that the launcher stays small. @returns what it printed */
  private async command(args: string[], environment: Record<string, string>): Promise<string> {
    const child = spawn(process.execPath, ['--enable-source-maps', cli, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // Ctrl-C reaches us, and we end it
      signal: this.options.signal,
    });
    const exited = once(child, 'close') as Promise<[number | null]>;
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
    if (code !== 0) throw new Trouble(`\`luoshi ${args.join(' ')}\` failed:\n${errors.trim()}`);
    return output;
  }

  private startPrograms(): void {
    const { home, signal, watch } = this.options;
    const running = this.running as Running;
    // The migrations' login stays with the launcher: the programs shall not be able to go round their own.
    const { DATABASE_OWNER_URL: _, ...environment } = { ...process.env, ...running.environment };
    this.programs = (['api', 'worker'] as const).map(
      (name) =>
        new Program({
          name,
          watch,
          environment,
          logFile: home.of('log', `${name}.log`),
          onSpawn: (pid) => {
            running.programs[name] = pid;
            home.writeRunning({ ...running, stopping: signal.aborted });
          },
          onCrash: (outcome, pause) =>
            console.error(
              `The ${name} ended (${outcome}) and is started again in ${pause / 1000} s. ` +
                `Its log: ${home.of('log', `${name}.log`)}`,
            ),
        }),
    );
    for (const program of this.programs) program.start();
  }

  private async answered(url: string): Promise<void> {
    const { signal } = this.options;
    const deadline = Date.now() + HEALTH_TIMEOUT;
    for (;;) {
      signal.throwIfAborted();
      const hopeless = this.programs.find(({ crashes }) => crashes >= HOPELESS);
      if (hopeless)
        throw new Trouble(`The ${hopeless.options.name} does not start:\n${hopeless.lastWords()}`);
      const response = await fetch(url, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]),
      }).catch(() => undefined);
      if (response?.ok) return;
      if (Date.now() > deadline)
        throw new Trouble(`The api does not answer at ${url}:\n${this.programs[0]?.lastWords()}`);
      await sleep(100);
    }
  }
}
