/** `npm run soak:kills -- [--kills=50] [--queue=postgres|redis|both] [--seed=1]`: exits with 1 on any breach. */
import { parseArgs } from 'node:util';
import { startRedis } from '../redis.js';
import { soak } from './kills.js';
import { withDatabases } from './soak-database.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    queue: { type: 'string', default: 'both' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    pause: { type: 'string', default: '4000' },
  },
});
const queues = values.queue === 'both' ? ['postgres', 'redis'] : [values.queue];

const failed = await withDatabases(async (create) => {
  let breached = false;
  for (const queue of queues) {
    const database = await create(`soak_${queue}`);
    const redis = queue === 'redis' ? await startRedis() : null;
    console.log(`Queue in ${queue}, ${values.kills} kills, seed ${values.seed}`);
    const found = await soak({
      ...{ database, redisUrl: redis?.url ?? null, hurry: false },
      ...{ kills: Number(values.kills), seed: Number(values.seed), pauseMs: Number(values.pause) },
      say: (line) => console.log(`  ${line}`),
    });
    await redis?.stop();
    for (const breach of found) console.log(`  BREACH ${breach}`);
    console.log(found.length === 0 ? '  Nothing lost, nothing twice.' : `  ${found.length} breaches.`);
    breached ||= found.length > 0;
  }
  return breached;
});
process.exit(failed ? 1 : 0);
