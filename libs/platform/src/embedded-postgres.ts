import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

import { freePort, isFree } from './ports.js';
import { canReach, postgresBinaries, ROOT_STATE, runAs, type RunAs } from './postgres-binaries.js';
import { stopStale } from './stale-postmaster.js';

export interface EmbeddedPostgresOptions {
  /** Folder of this cluster; made if absent. Holds the data, the log, the port and the passwords. */
  dataDir: string;
  /** Server settings beside our own, for example `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
}

export interface EmbeddedPostgres {
  host: string;
  port: number;
  /** Where the data really is: not under `dataDir` when we are root and `nobody` cannot reach that. */
  data: string;
  /** The owner of tables: migrations. The database is `luoshi` unless named. */
  ownerUrl(database?: string): string;
  /** The runtime login, which row-level security binds. */
  appUrl(database?: string): string;
  superUrl(database?: string): string;
  /** Waits until the server has written everything and is gone. */
  stop(): Promise<void>;
  /** Settles when the server has gone, asked or not, with the last words of its log. */
  ended: Promise<string>;
}

interface Credentials {
  postgres: string;
  luoshi_owner: string;
  luoshi_app: string;
}

const HOST = '127.0.0.1';
const DATABASE = 'luoshi';
const START_TIMEOUT = 120_000; // recovery after a crash replays at most max_wal_size
const STOP_TIMEOUT = 30_000;
const LOG_LIMIT = 5_000_000;

const secret = () => randomBytes(24).toString('base64url');

function readCredentials(dataDir: string): Credentials {
  const file = join(dataDir, 'credentials.json');
  if (!existsSync(file)) {
    const made: Credentials = { postgres: secret(), luoshi_owner: secret(), luoshi_app: secret() };
    writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
}

/**
 * The folder of the data. As root it belongs to `nobody`, who may not reach a clone under /root; the data then
 * lies under /var/lib/luoshi and the choice is written down, so that a later start finds the same data even if the
 * clone's rights have changed since.
 */
function dataFolder(dataDir: string, user: RunAs | undefined): string {
  const note = join(dataDir, 'data-is-in');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (!user || canReach(dataDir, user)) return join(dataDir, 'data');
  const elsewhere = join(ROOT_STATE, `data-${randomBytes(6).toString('hex')}`);
  writeFileSync(note, elsewhere);
  return elsewhere;
}

/** Makes the cluster beside its final place and moves it there, so that an interrupted start leaves no half of one. */
async function initialise(
  binaries: string,
  data: string,
  password: string,
  user: RunAs | undefined,
): Promise<void> {
  const parent = dirname(data);
  const fresh = `${data}.new`;
  const passwordFile = `${data}.password`;
  mkdirSync(parent, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  // ICU sorts; the C library's UTF-8 character classes are what makes trigrams of Chinese (plain C sees none).
  const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[platform() as string];
  try {
    await promisify(execFile)(
      join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=und',
        ...(locale ? [`--locale=${locale}`] : []),
        '--no-instructions',
      ],
      { ...user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: undefined } },
    );
  } catch (error) {
    throw new Error(
      `The database could not be made: ${(error as { stderr?: string }).stderr?.trim() || String(error)}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, data);
}

function openLog(dataDir: string): number {
  const file = join(dataDir, 'postgres.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function logTail(dataDir: string): string {
  const lines = readFileSync(join(dataDir, 'postgres.log'), 'utf8').trimEnd().split('\n');
  return lines.slice(-8).join('\n');
}

/** Another port than last time only when something else took it: the command line finds the server there. */
async function choosePort(dataDir: string): Promise<number> {
  const file = join(dataDir, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = remembered && (await isFree(remembered, HOST)) ? remembered : await freePort(HOST);
  writeFileSync(file, String(port));
  return port;
}

const ourSettings = {
  listen_addresses: HOST,
  // A socket's path has a length limit that a clone's path may exceed, and loopback is enough.
  unix_socket_directories: '',
  max_connections: '100',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and the details of errors hold what people wrote, and a log may not.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

async function connectAsSuper(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the server may go at any time; the next query says so
  await client.connect();
  return client;
}

/** The roles and the database, every time: a start that was interrupted in between is made whole by the next one. */
async function prepare(superUrl: (database?: string) => string, credentials: Credentials): Promise<void> {
  const client = await connectAsSuper(superUrl('postgres'));
  try {
    for (const role of ['luoshi_owner', 'luoshi_app'] as const) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      await client.query(
        `${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls ` +
          `password ${client.escapeLiteral(credentials[role])}`,
      );
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE} owner luoshi_owner`);
  } finally {
    await client.end();
  }
  const inside = await connectAsSuper(superUrl(DATABASE));
  try {
    await inside.query('create extension if not exists pg_trgm');
  } finally {
    await inside.end();
  }
}

/** True as soon as the server answers a query; false when it has gone. */
async function answers(server: ChildProcess, superUrl: string): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT;
  while (server.exitCode === null && server.signalCode === null) {
    try {
      await (await connectAsSuper(superUrl)).end();
      return true;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
  return false;
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT'); // "fast": ends connections, writes a checkpoint
  const inTime = await Promise.race([exited.then(() => true), sleep(STOP_TIMEOUT, false, { ref: false })]);
  if (inTime) return;
  server.kill('SIGQUIT'); // "immediate": the log is replayed at the next start, nothing is lost
  await exited;
}

/**
 * Starts the PostgreSQL that comes with Luoshi, made on first use, with the roles `luoshi_owner` and `luoshi_app`
 * and the database `luoshi`.
 *
 * A server that an earlier launcher left behind (killed with -9) is stopped and started again rather than adopted:
 * it may run with another version's binaries or settings, and nobody would notice its end or hold its log. Stopping
 * is safe at any moment, since what was acknowledged is in the write-ahead log.
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = runAs();
  mkdirSync(dataDir, { recursive: true });
  // `nobody` passes through to its data; only we read the passwords and the log beside it.
  chmodSync(dataDir, user ? 0o711 : 0o700);
  const credentials = readCredentials(dataDir);
  const data = dataFolder(dataDir, user);
  const binaries = postgresBinaries(user);
  if (existsSync(data)) await stopStale(data);
  else await initialise(binaries, data, credentials.postgres, user);

  const launch = (port: number) => {
    const log = openLog(dataDir);
    const flags = Object.entries({ ...ourSettings, ...settings, port: String(port) });
    const server = spawn(
      join(binaries, 'bin', 'postgres'),
      ['-D', data, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // A process group of its own: Ctrl-C in the terminal must reach us first, or the server is gone before the
      // programs have finished their transactions.
      { ...user, cwd: '/', env: { PATH: process.env['PATH'] }, detached: true, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    return server;
  };

  const url = (role: keyof Credentials, port: number, database: string) =>
    `postgres://${role}:${credentials[role]}@${HOST}:${port}/${database}`;

  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(dataDir);
    const server = launch(port);
    const ended = once(server, 'exit').then(() => logTail(dataDir));
    if (!(await answers(server, url('postgres', port, 'postgres')))) {
      // Someone may have taken the port in between, or a killed server's last process still holds its memory.
      if (attempt < 5 && /could not bind|still in use/.test(await ended)) {
        await sleep(500 * attempt);
        continue;
      }
      throw new Error(`The embedded PostgreSQL did not start. The end of its log:\n${await ended}`);
    }
    const superUrl = (database = DATABASE) => url('postgres', port, database);
    try {
      await prepare(superUrl, credentials);
    } catch (error) {
      await stopServer(server);
      throw error;
    }
    return {
      host: HOST,
      port,
      data,
      ownerUrl: (database = DATABASE) => url('luoshi_owner', port, database),
      appUrl: (database = DATABASE) => url('luoshi_app', port, database),
      superUrl,
      stop: () => stopServer(server),
      ended,
    };
  }
}
