// `npm ci` on another platform refuses a lock that lacks that platform's optional binaries, and npm sometimes
// writes such a lock. This lists every optionalDependencies entry that package-lock.json does not hold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './node.js';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Node's own resolution: the package's folder, then each folder above it. */
function isHeld(from, name) {
  for (let folder = from; ;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above < 0 ? '' : folder.slice(0, above);
  }
}

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isHeld(path, name))
    .map(([name, version]) => `${name}@${version}, wanted by ${path || 'package.json'}`),
);

if (missing.length > 0) {
  console.error(`package-lock.json lacks ${missing.length} optional packages:\n  ${missing.join('\n  ')}`);
  process.exitCode = 1;
} else {
  console.log('package-lock.json holds every optional package.');
}
