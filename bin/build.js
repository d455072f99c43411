// Builds what changed: the programs (SWC) and the web app (Vite), side by side, into dist/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureInstalled } from './install.js';
import { findNode, main, Plain, root, run, toStderr as stdio } from './node.js';

const isSpec = (name) => /\.spec\.tsx?$/.test(name);

/** Every file under a folder or the file itself, as paths from the repository's root, in a stable order. */
function filesOf(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  let entries;
  try {
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .filter((file) => !isSpec(file));
}

/** What SWC has written for sources that are gone would still be importable: remove it. */
function removeLeftovers(folder) {
  for (const file of filesOf(`dist/${folder}`)) {
    const source = file.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '');
    if (!existsSync(join(root, `${source}.ts`)) && !existsSync(join(root, `${source}.tsx`)))
      rmSync(join(root, file));
  }
}

const programs = {
  name: 'programs',
  inputs: ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations', '.swcrc', 'bin/build.js'],
  output: 'dist/libs',
  async run(node) {
    const folders = ['apps', 'libs', 'migrations'];
    const code = await run(node, [
      'node_modules/@swc/cli/bin/swc.js',
      ...folders,
      '--out-dir',
      'dist',
      '--quiet',
    ]);
    folders.forEach(removeLeftovers);
    return code;
  },
};

const web = {
  name: 'web',
  inputs: ['apps/web', 'libs/contracts', 'libs/i18n', 'package-lock.json', 'bin/build.js'],
  output: 'dist/web',
  run: (node) =>
    run(node, ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'], {
      stdio,
      // The configuration is bundled, not loaded natively, so Vite's advice for the latter is beside the point.
      env: { ...process.env, NODE_ENV: 'production', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    }),
};

const parts = [programs, ...(existsSync(join(root, 'apps/web/vite.config.ts')) ? [web] : [])];

function fingerprint({ inputs }) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Builds the parts whose sources are not those of the last build. Answers the names of what was built. */
export async function ensureBuilt({ only, force = false } = {}) {
  const stale = parts
    .filter((part) => !only || part.name === only)
    .map((part) => ({ ...part, mark: join(root, 'dist', `.built-${part.name}`), now: fingerprint(part) }))
    .filter(
      ({ mark, now, output }) =>
        force || !existsSync(join(root, output)) || !existsSync(mark) || readFileSync(mark, 'utf8') !== now,
    );
  if (stale.length === 0) return [];
  const node = findNode();
  console.error(`Building ${stale.map(({ name }) => name).join(' and ')} …`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  await Promise.all(
    stale.map(async (part) => {
      rmSync(part.mark, { force: true }); // an interrupted build is no build
      const code = await part.run(node);
      if (code !== 0) throw new Plain(`The build of ${part.name} failed (its words are above).`);
      writeFileSync(part.mark, part.now);
    }),
  );
  return stale.map(({ name }) => name);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await ensureInstalled();
    await ensureBuilt({ force: true });
    return 0;
  });
}
