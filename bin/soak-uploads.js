// `npm run soak:uploads`: a gigabyte over a line that breaks, many files at once, programs killed on the way. Needs the development dependencies.
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { findNode, main, run } from './node.js';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt({ only: 'programs' });
  const source = ['--conditions=source', '--import', './bin/source.js'];
  return run(findNode(), [...source, 'libs/testing/src/soak/uploads-main.ts', ...process.argv.slice(2)]);
});
