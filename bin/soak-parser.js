// `npm run soak:parser`: a hundred thousand odd texts through the parser. Needs the development dependencies.
import { ensureInstalled } from './install.js';
import { findNode, main, run } from './node.js';

await main(async () => {
  await ensureInstalled();
  const source = ['--conditions=source', '--import', './bin/source.js'];
  return run(findNode(), [...source, 'libs/memorandum/src/soak/main.ts', ...process.argv.slice(2)]);
});
