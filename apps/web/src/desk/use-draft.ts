import { useCallback, useEffect, useRef, useState } from 'react';
import { editUpdate, getMeasure, writeUpdate, type UpdateInput } from '../api/calls';
import { asProblem } from '../api/problem';
import type { Update } from '../api/types';

/** What this computer keeps until the server has it, with the version it was written on. */
interface Kept {
  values: UpdateInput;
  base: number | null;
}

export type DraftState = 'clean' | 'changed' | 'saving' | 'saved' | 'failed' | 'conflict';

const contentOf = (words: Update): UpdateInput => ({
  ...{ status: words.status, text: words.text, nextStep: words.nextStep ?? '' },
  ...{ difficulties: words.difficulties ?? '', request: words.request ?? '' },
  ...{ periodFrom: words.periodFrom, periodTo: words.periodTo, correctsId: words.correctsId },
});
const alike = (a: UpdateInput, b: UpdateInput) =>
  (Object.keys(a) as (keyof UpdateInput)[]).every((name) => a[name] === b[name]);
const same = (a: Update, b: UpdateInput) => alike(contentOf(a), b);

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/**
 * A draft that saves itself: on this computer at every key, on the server when the typing pauses, one request at a
 * time. A dropped line or a reload loses nothing; a version that someone else made in between is shown beside ours.
 */
export function useDraft(person: string, measureId: string, existing: Update | null, fallback: UpdateInput) {
  const key = `luoshi.draft.${person}.${measureId}`;
  const [kept] = useState(() => read(key));
  const start = existing ? contentOf(existing) : fallback;
  // What an older version of this page kept lacks what it did not know.
  const [values, setValues] = useState<UpdateInput>({ ...start, ...kept?.values });
  const [update, setUpdate] = useState(existing);
  const [state, setState] = useState<DraftState>(kept ? 'changed' : 'clean');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Update | null>(null);

  // What the queue of requests works on; the state above is only for the screen.
  const latest = useRef(values);
  const server = useRef(existing);
  const queue = useRef<Promise<Update | null>>(Promise.resolve(existing));
  const timer = useRef(0);

  const keep = useCallback(
    (next: UpdateInput) => {
      localStorage.setItem(
        key,
        JSON.stringify({ values: next, base: server.current?.version ?? null } satisfies Kept),
      );
    },
    [key],
  );

  const accept = useCallback(
    (next: Update, sent: UpdateInput) => {
      server.current = next;
      setUpdate(next);
      setError(null);
      if (!alike(latest.current, sent)) return;
      localStorage.removeItem(key);
      setState('saved');
      setSavedAt(new Date().toISOString());
    },
    [key],
  );

  const show = useCallback((version: Update) => {
    setTheirs(version);
    setState('conflict');
  }, []);

  const saveOnce = useCallback(async (): Promise<Update | null> => {
    const sent = latest.current;
    const base = server.current;
    if (base && same(base, sent)) return base;
    setState('saving');
    const send = (on: Update | null) =>
      on ? editUpdate(on.id, on.version, sent) : writeUpdate(measureId, sent);
    try {
      const next = await send(base);
      accept(next, sent);
      return next;
    } catch (failure) {
      const problem = asProblem(failure);
      if (problem.status === 412 || problem.code === 'update_open') {
        const { own } = await getMeasure(measureId);
        const id = base?.id ?? problem.params['id'];
        const now = own?.updates.find((one) => one.id === id && one.abilities.edit);
        if (now && base && same(now, contentOf(base))) {
          // The words are the ones we know; only something else of it, such as its evidence, has changed.
          const next = await send(now);
          accept(next, sent);
          return next;
        }
        if (now) {
          show(now);
          throw failure;
        }
      }
      setError(failure);
      setState('failed');
      throw failure;
    }
  }, [measureId, accept, show]);

  /** Saves what is there now, after what is already under way. */
  const flush = useCallback((): Promise<Update | null> => {
    window.clearTimeout(timer.current);
    const next = queue.current.then(saveOnce, saveOnce);
    queue.current = next;
    return next;
  }, [saveOnce]);

  const later = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush().catch(() => undefined), 900);
  }, [flush]);

  const change = (part: Partial<UpdateInput>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setValues(next);
    keep(next);
    setState((before) => (before === 'conflict' ? before : 'changed'));
    if (state !== 'conflict') later();
  };

  useEffect(() => {
    if (kept) {
      const current = server.current;
      if (current && kept.base !== current.version && !same(current, kept.values)) show(current);
      else later();
    }
    const online = () => later();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      window.clearTimeout(timer.current);
      // Leaving the page sends what the pause had not sent yet; the copy here stays until the answer.
      if (localStorage.getItem(key) !== null && server.current) void flush().catch(() => undefined);
    };
  }, [kept, key, flush, later, show]);

  const keepMine = () => {
    server.current = theirs;
    setUpdate(theirs);
    setTheirs(null);
    void flush().catch(() => undefined);
  };

  const keepTheirs = () => {
    if (!theirs) return;
    latest.current = contentOf(theirs);
    server.current = theirs;
    setValues(latest.current);
    setUpdate(theirs);
    setTheirs(null);
    setState('clean');
    localStorage.removeItem(key);
  };

  /** The draft on the server; made now where there is none, for its evidence. */
  const ensure = async (): Promise<Update> => {
    const saved = await flush();
    if (!saved) throw new Error('a saved draft was expected');
    return saved;
  };

  const forget = () => {
    window.clearTimeout(timer.current);
    localStorage.removeItem(key);
  };

  return {
    ...{ values, change, update, state, savedAt, error, theirs, restored: kept !== null },
    ...{ ensure, flush, keepMine, keepTheirs, forget },
  };
}
