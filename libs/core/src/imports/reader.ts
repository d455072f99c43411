import { limits } from '#contracts/limits';
import { Problem } from '#core/problem';
import type { KnownOfText } from '#memorandum/known';
import { extname, join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { ImportProblem } from './import.entity.js';
import { NotAMemorandum, type Read } from './read-memorandum.js';

export interface Task {
  content: Uint8Array;
  fileName: string;
  known: KnownOfText;
}

/** What the thread reports: how far it is, and at last what came of it. */
export interface Said {
  progress?: number;
  read?: Read;
  problem?: ImportProblem;
}

const MEMORY_MB = 768;
const extension = extname(import.meta.filename);
/** Run from the sources, a thread needs the hook that compiles them as much as the program does. */
const fromSource: WorkerOptions =
  extension === '.ts'
    ? {
        execArgv: ['--conditions=source', '--import', join(import.meta.dirname, '../../../../bin/source.js')],
      }
    : {};

/**
 * Reads a file in a thread of its own: whatever it holds, the program goes on with its other work, and neither its
 * memory nor its time is the file's to take.
 * @throws as readMemorandum does; took_too_long, unpacks_too_large
 */
export async function readInThread(task: Task, onProgress: (percent: number) => void): Promise<Read> {
  const thread = new Worker(join(import.meta.dirname, `reader.thread${extension}`), {
    ...fromSource,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const tooLong = setTimeout(() => void thread.terminate(), limits.importSeconds * 1_000);
  try {
    return await new Promise<Read>((resolve, reject) => {
      thread.on('message', ({ progress, read, problem }: Said) => {
        if (progress !== undefined) onProgress(progress);
        if (read) resolve(read);
        if (problem) reject(problemOf(problem));
      });
      thread.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new Problem('unpacks_too_large', { megabytes: MEMORY_MB })
            : error,
        ),
      );
      thread.on('exit', () => reject(new Problem('took_too_long', { seconds: limits.importSeconds })));
    });
  } finally {
    clearTimeout(tooLong);
    await thread.terminate();
  }
}

const problemOf = ({ code, params, lookedFor }: ImportProblem): Problem =>
  code === 'not_a_memorandum' ? new NotAMemorandum(lookedFor) : new Problem(code, params);
