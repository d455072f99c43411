/** `npm run soak:editors -- [--editors=200] [--measures=20] [--seconds=60]`: exits with 1 on any breach. */
import { parseArgs } from 'node:util';
import { edit } from './editors.js';
import { withDatabases } from './soak-database.js';

const { values } = parseArgs({
  options: {
    editors: { type: 'string', default: '200' },
    measures: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
  },
});
const [editors, measures, seconds] = [values.editors, values.measures, values.seconds].map(Number) as [
  number,
  number,
  number,
];

const found = await withDatabases(async (create) => {
  console.log(`${editors} editors on ${measures} measures for ${seconds} s`);
  const database = await create('soak_editors');
  return edit({ database, editors, measures, seconds, say: (line) => console.log(`  ${line}`) });
});
for (const breach of found) console.log(`  BREACH ${breach}`);
console.log(found.length === 0 ? '  No edit lost, no chain broken.' : `  ${found.length} breaches.`);
process.exit(found.length > 0 ? 1 : 0);
