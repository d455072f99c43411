// `npm run dev`: the programs start anew when a source changes, and Vite serves the web app.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { findNode, main, run } from './node.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt({ only: 'programs' });
  const node = findNode();
  const ending = new AbortController();
  const { signal } = ending;
  // Vite passes /api on to this port, so the launcher may not choose another.
  const env = { ...process.env, PORT: process.env.PORT ?? '3000', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  const commands = [
    [
      'node_modules/@swc/cli/bin/swc.js',
      'apps',
      'libs',
      'migrations',
      '--out-dir',
      'dist',
      '--watch',
      '--quiet',
    ],
    ['node_modules/vite/bin/vite.js', 'apps/web'],
    ['--enable-source-maps', 'dist/apps/cli/src/main.js', 'start', '--watch'],
  ].map((args) =>
    run(node, args, { signal, env }).catch((error) => {
      if (error.name !== 'AbortError') throw error;
      return 0;
    }),
  );
  // Whichever ends first takes the others along.
  const code = await Promise.race(commands);
  ending.abort();
  await Promise.all(commands);
  return code;
});
