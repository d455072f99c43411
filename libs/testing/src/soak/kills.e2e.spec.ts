import { useDatabase } from '../database.js';
import { startRedis } from '../redis.js';
import { describeWith } from '../requires.js';
import { soak } from './kills.js';

/** Three kills; `npm run soak:kills` does fifty. */
const small = { kills: 3, seed: 7, pauseMs: 1_500, hurry: true, say: () => undefined };

describe('programs that are killed, with the queue in PostgreSQL', () => {
  const database = useDatabase();
  it('lose nothing and do nothing twice', async () => {
    expect(await soak({ ...small, database, redisUrl: null })).toEqual([]);
  }, 180_000);
});

describeWith(['redis'], 'programs that are killed, with the queue in Redis', () => {
  const database = useDatabase();
  it('lose nothing and do nothing twice', async () => {
    const redis = await startRedis();
    try {
      expect(await soak({ ...small, database, redisUrl: redis.url })).toEqual([]);
    } finally {
      await redis.stop();
    }
  }, 180_000);
});
