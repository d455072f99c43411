// `npm start`: installs and builds where needed, then hands over to the launcher in apps/cli.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { findNode, main, run } from './node.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const [command = 'start', ...rest] = process.argv.slice(2);
  return run(findNode(), ['--enable-source-maps', 'dist/apps/cli/src/main.js', command, ...rest]);
});
