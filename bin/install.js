// Installs the packages when node_modules is not what package-lock.json says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Plain, root, run, runsPrograms, toStderr as stdio } from './node.js';

function packagesOf(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined; // half-written by an interrupted install
  }
}

/**
 * npm writes node_modules/.package-lock.json last, so it tells a whole installation from an interrupted one, and
 * its contents (unlike times, which a fresh clone sets at random) tell a current one from an old one.
 */
export function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, peer, link }]) => {
    if (path === '' || link) return true;
    const found = present[path];
    // Another platform's binaries are in the lock and rightly not on the disk.
    if (!found) return Boolean(optional || devOptional || peer);
    return found.version === version && (!integrity || !found.integrity || found.integrity === integrity);
  });
}

/** Runs `npm ci` if needed. Development packages are always wanted: they build the programs. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing the packages (once; a minute or two) …');
  const npm = process.env.npm_execpath;
  const ci = (...flags) => {
    const args = [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...flags,
    ];
    // Under `npm start` npm says where it is; a system that hides npm from the PATH is no obstacle then.
    if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], { stdio });
    return run('npm', args, { stdio, shell: process.platform === 'win32' });
  };
  let code = await ci();
  if (code !== 0 && code < 128 && runsPrograms(process.versions.node)) {
    // The package "node" has no binary for every platform. Where the machine's own Node will do, go on without.
    console.error('npm ci failed; trying once more without install scripts …');
    code = await ci('--ignore-scripts');
  }
  if (code !== 0)
    throw new Plain(`The packages could not be installed: npm ci ended with ${code} (its words are above).`);
}
