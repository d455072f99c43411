/** `npm run soak:kills -- [--kills=50] [--queue=postgres|redis|both] [--seed=1]`: exits with 1 on any breach. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '#core/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import pg from 'pg';
import { startRedis } from '../redis.js';
import { soak } from './kills.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    queue: { type: 'string', default: 'both' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    pause: { type: 'string', default: '4000' },
  },
});
const queues = values.queue === 'both' ? ['postgres', 'redis'] : [values.queue];

const folder = mkdtempSync(join(tmpdir(), 'luoshi-soak-ground-'));
chmodSync(folder, 0o711); // the server's user passes through
const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
let failed = false;
try {
  for (const queue of queues) {
    const name = `soak_${queue}`;
    const client = new pg.Client(postgres.superUrl('postgres'));
    await client.connect();
    await client.query(`create database ${client.escapeIdentifier(name)} owner luoshi_owner`);
    await client.end();
    await migrate({ ownerUrl: postgres.ownerUrl(name) });
    const [appUrl, ownerUrl, superUrl] = [
      postgres.appUrl(name),
      postgres.ownerUrl(name),
      postgres.superUrl(name),
    ];
    const redis = queue === 'redis' ? await startRedis() : null;
    console.log(`Queue in ${queue}, ${values.kills} kills, seed ${values.seed}`);
    const found = await soak({
      ...{ database: { name, appUrl, ownerUrl, superUrl }, redisUrl: redis?.url ?? null },
      ...{
        kills: Number(values.kills),
        seed: Number(values.seed),
        pauseMs: Number(values.pause),
        hurry: false,
      },
      say: (line) => console.log(`  ${line}`),
    });
    await redis?.stop();
    for (const breach of found) console.log(`  BREACH ${breach}`);
    console.log(found.length === 0 ? '  Nothing lost, nothing twice.' : `  ${found.length} breaches.`);
    failed ||= found.length > 0;
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
