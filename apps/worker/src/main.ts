import { readConfig } from '#platform/config';
import { startWorker } from './worker.js';

const starting = startWorker(readConfig());

// From the first moment: jobs may be under way before all of the worker stands.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void starting.then(({ stop }) => stop()).then(() => process.exit(0));
  });
}

await starting;
