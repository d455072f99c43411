import { useSyncExternalStore } from 'react';
import { Upload } from 'tus-js-client';
import { tokenHeaders } from '../api/client';
import { type Problem, problemFrom } from '../api/problem';
import { currentLanguage } from '../i18n/i18n';

/** How far a file is that this page sends; `offline` waits for the line and goes on by itself. */
export interface Sending {
  state: 'waiting' | 'sending' | 'paused' | 'offline' | 'failed';
  share: number;
  problem: Problem | null;
}

interface Job {
  file: File;
  sending: Sending;
  upload: Upload | null;
  timer: number;
  arrived: () => void;
}

/** So much goes up in one request: a line that breaks loses no more of what was on its way. */
const pieceBytes = 8_000_000;
/** Files that are sent at once; the others wait. */
const atOnce = 3;
const lookForLineMs = 5_000;

/** By the id of the upload. It outlives the form that began it: who looks at another page meanwhile loses nothing. */
const jobs = new Map<string, Job>();
const listeners = new Set<() => void>();
let shown: ReadonlyMap<string, Sending> = new Map();

function set(job: Job, part: Partial<Sending>): void {
  job.sending = { ...job.sending, ...part };
  tellAll();
}

function tellAll(): void {
  shown = new Map([...jobs].map(([id, { sending }]) => [id, sending]));
  for (const listener of listeners) listener();
}

export function useSendings(): ReadonlyMap<string, Sending> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

/** Sends a file to an upload that was announced, from where it stopped. @param arrived when it has come up whole */
export function sendFile(id: string, file: File, arrived: () => void): void {
  if (jobs.has(id)) return resumeFile(id);
  jobs.set(id, {
    ...{ file, upload: null, timer: 0, arrived },
    sending: { state: 'waiting', share: 0, problem: null },
  });
  next();
}

export function pauseFile(id: string): void {
  const job = jobs.get(id);
  if (!job) return;
  void stop(job);
  set(job, { state: 'paused' });
  next();
}

export function resumeFile(id: string): void {
  const job = jobs.get(id);
  if (!job || job.sending.state === 'sending') return;
  window.clearTimeout(job.timer);
  set(job, { state: 'waiting', problem: null });
  next();
}

/** Ends it on this side, before the upload is taken away on the other. */
export async function forgetFile(id: string): Promise<void> {
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  tellAll();
  await stop(job);
  next();
}

async function stop(job: Job): Promise<void> {
  window.clearTimeout(job.timer);
  await job.upload?.abort().catch(() => undefined);
  job.upload = null;
}

function next(): void {
  const all = [...jobs];
  const room = atOnce - all.filter(([, { sending }]) => sending.state === 'sending').length;
  const waiting = all.filter(([, { sending }]) => sending.state === 'waiting');
  for (const [id, job] of waiting.slice(0, Math.max(0, room))) start(id, job);
}

function start(id: string, job: Job): void {
  const upload = new Upload(job.file, {
    uploadUrl: `/api/uploads/${id}`,
    chunkSize: pieceBytes,
    retryDelays: [0, 1_000, 3_000],
    headers: { ...tokenHeaders(), 'accept-language': currentLanguage() },
    storeFingerprintForResuming: false,
    onProgress: (sent, total) => set(job, { share: total ? sent / total : 0 }),
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return navigator.onLine && (status === 0 || status === 409 || status === 503);
    },
    onError: (error) => {
      if (job.upload !== upload) return;
      job.upload = null;
      const response = 'originalResponse' in error ? error.originalResponse : null;
      if (response && response.getStatus() < 500) {
        set(job, { state: 'failed', problem: problemFrom(response.getStatus(), parsed(response.getBody())) });
      } else {
        set(job, { state: 'offline' });
        job.timer = window.setTimeout(() => resumeFile(id), lookForLineMs);
      }
      next();
    },
    onSuccess: () => {
      jobs.delete(id);
      tellAll();
      next();
      job.arrived();
    },
  });
  job.upload = upload;
  set(job, { state: 'sending' });
  upload.start();
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

window.addEventListener('online', () => {
  for (const [id, { sending }] of jobs) if (sending.state === 'offline') resumeFile(id);
});

window.addEventListener('beforeunload', (event) => {
  if ([...jobs.values()].some(({ sending }) => ['waiting', 'sending', 'offline'].includes(sending.state)))
    event.preventDefault();
});
