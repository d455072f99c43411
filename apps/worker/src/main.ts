import { readConfig } from '#platform/config';
import { startWorker } from './worker.js';

const { stop } = await startWorker(readConfig());

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0));
  });
}
