/** `npm run soak:uploads -- [--megabytes=1074] [--cuts=10] [--parallel=20] [--each=50] [--kills=50]`: exits with 1 on any breach. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withDatabases } from './soak-database.js';
import { uploads } from './uploads.js';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1074' },
    cuts: { type: 'string', default: '10' },
    parallel: { type: 'string', default: '20' },
    each: { type: 'string', default: '50' },
    kills: { type: 'string', default: '50' },
  },
});
const [large, each] = [Number(values.megabytes) * 1e6, Number(values.each) * 1e6];

const found = await withDatabases(async (create) => {
  const database = await create('soak_uploads');
  const [cuts, parallel, kills] = [values.cuts, values.parallel, values.kills].map(Number) as [
    ...[number, number, number],
  ];
  const scanned = existsSync('/usr/sbin/clamd');
  return uploads({
    ...{ database, large, each, cuts, parallel, kills, scanned },
    say: (line) => console.log(`  ${line}`),
  });
});
for (const breach of found) console.log(`  BREACH ${breach}`);
console.log(found.length === 0 ? '  Every file whole, none too many.' : `  ${found.length} breaches.`);
process.exit(found.length > 0 ? 1 : 0);
