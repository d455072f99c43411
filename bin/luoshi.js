// `npm start` and `npm run -s luoshi -- COMMAND`: installs and builds where needed, then hands over to apps/cli.
import { join } from 'node:path';

import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { findNode, main, root, run } from './node.js';

await main(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled();
  // Only the api serves the web app, so a command at the terminal does not wait for its build.
  await ensureBuilt(args[0] === 'start' ? {} : { only: 'programs' });
  return run(findNode(), ['--enable-source-maps', 'dist/apps/cli/src/main.js', ...args], {
    // A fifth off the start of every program: Node keeps what it has compiled.
    env: { NODE_COMPILE_CACHE: join(root, 'dist', '.compiled'), ...process.env },
    // The launcher notices by the channel when this process has gone without a word.
    stdio: args[0] === 'start' ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
});
