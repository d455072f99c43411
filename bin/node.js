// Which Node runs the programs. Everything under bin/ is started by whatever Node the machine has (≥ 20) and
// uses nothing but Node itself, because on a fresh clone there is nothing else yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs the programs: Jest's ESM support and `require(esm)` need it. */
const oldest = [24, 9];

/** True for a version such as `24.21.0` or `v24.21.0` that can run the programs. */
export function runsPrograms(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** A trouble that the reader can mend: shown as its sentence, without a stack. */
export class Plain extends Error {}

/** Path of a Node that runs the programs: the one that came as the package `node`, else the machine's own. */
export function findNode() {
  const packaged = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(packaged)) {
    const answer = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && runsPrograms(answer.stdout.trim())) return packaged;
  }
  if (runsPrograms(process.versions.node)) return process.execPath;
  throw new Plain(
    `Luoshi runs on Node ${oldest.join('.')} or newer. The npm package "node" brought none that works on this machine ` +
      `(${process.platform} ${process.arch}), and the machine's own is ${process.versions.node}. ` +
      'Install Node 24 from https://nodejs.org and run the command again.',
  );
}

/**
 * Runs a program to its end and answers its exit code. Signals are passed on and then we wait, so that nobody
 * finds the programs still stopping behind a free prompt. (At a terminal Ctrl-C reaches the child twice, from the
 * key and from us; programs that stop once take it once.)
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const orphaned = whenOrphaned(() => child.kill('SIGTERM'));
    const settled = () => {
      clearInterval(orphaned);
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      settled();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      settled();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** An npm that is killed with -9 tells nobody; what it ran would go on for ever, out of sight. */
function whenOrphaned(then) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined; // without npm, outliving a shell is what nohup asks for
  return setInterval(() => process.ppid !== parent && then(), 500).unref();
}

/** What a preparation says is no part of a command's answer (`luoshi import --json` prints only JSON). */
export const toStderr = ['inherit', 2, 2];

/** Ends the process with a program's own outcome, and shows a Plain trouble as its sentence. */
export async function main(program) {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (!(error instanceof Plain)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
