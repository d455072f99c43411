import { Problem } from '#core/problem';
import { parentPort, workerData } from 'node:worker_threads';
import { NotAMemorandum, readMemorandum } from './read-memorandum.js';
import type { Said, Task } from './reader.js';

/** The thread of reader.ts: reads one file and ends. */
const { content, fileName, known } = workerData as Task;
const say = (said: Said): void => parentPort!.postMessage(said);
try {
  const read = await readMemorandum(content, {
    ...{ fileName, known, progress: (progress: number) => say({ progress }) },
  });
  say({ read });
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  const { code, params } = error;
  say({ problem: { code, params, lookedFor: error instanceof NotAMemorandum ? error.lookedFor : [] } });
}
