import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { getImport, saveImport, type ReviewInput } from '../../api/imports';
import { asProblem } from '../../api/problem';
import { useSession } from '../../api/queries';
import type { Import } from '../../api/types';
import { back, begin, forth, step } from './history';
import { forget, keep, readKept } from './kept';
import { same } from './same';

const inputOf = ({ draft, mechanismId, kind, decisions }: Import): ReviewInput => ({
  ...{ draft, mechanismId, kind, decisions },
});

/** How long a pause is, and how long until a line that broke is tried again. */
const [PAUSE, AGAIN] = [900, 10_000];

export type ReviewState = 'clean' | 'changed' | 'saving' | 'saved' | 'failed' | 'conflict';

/**
 * What the coordinator makes of a draft. It is kept on this computer at every change and saved when the changes pause,
 * on the version it was made on; a reload or a broken line loses nothing, and every step can be taken back.
 */
export function useReview(initial: Import) {
  const cache = useQueryClient();
  const person = useSession().person.id;
  const { id } = initial;
  const [found] = useState(() => {
    const kept = readKept(person, id, initial.text);
    return kept && initial.abilities.edit && !same(kept.input, inputOf(initial)) ? kept : null;
  });
  const clash = found !== null && found.base !== initial.version;
  const [server, setServer] = useState(initial);
  const [history, setHistory] = useState(() => begin(found?.input ?? inputOf(initial)));
  const [state, setState] = useState<ReviewState>(clash ? 'conflict' : found ? 'changed' : 'clean');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Import | null>(clash ? initial : null);

  // What the queue of requests works on; the state above is only for the screen.
  const latest = useRef(history.now);
  const saved = useRef(inputOf(initial));
  const base = useRef(initial);
  const stopped = useRef(clash);
  const queue = useRef<Promise<Import>>(Promise.resolve(initial));
  const timer = useRef(0);

  const accept = useCallback(
    (next: Import) => {
      base.current = next;
      setServer(next);
      cache.setQueryData(['import', next.id], next);
    },
    [cache],
  );

  const saveOnce = useCallback(async (): Promise<Import> => {
    const sent = latest.current;
    if (sent === saved.current) {
      forget(person, id);
      // What was undone or done again may be what the server has already.
      setState((now) => (now === 'changed' ? 'saved' : now));
      return base.current;
    }
    setState('saving');
    try {
      const next = { ...base.current, ...sent, ...(await saveImport(id, base.current.version, sent)) };
      saved.current = sent;
      accept(next);
      setError(null);
      if (latest.current === sent) {
        forget(person, id);
        setSavedAt(new Date().toISOString());
        setState('saved');
      } else {
        keep(person, id, { input: latest.current, base: next.version });
        setState('changed');
      }
      return next;
    } catch (failure) {
      const problem = asProblem(failure);
      if (problem.status === 412) {
        stopped.current = true;
        setTheirs(await getImport(id));
        setState('conflict');
      } else {
        setError(failure);
        setState('failed');
      }
      throw failure;
    }
  }, [accept, id, person]);

  /** Saves what has changed, after what is under way. */
  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    queue.current = queue.current.then(saveOnce, saveOnce);
    return queue.current;
  }, [saveOnce]);

  const later = useCallback(
    (after = PAUSE) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush().catch(() => undefined), after);
    },
    [flush],
  );
  useEffect(() => {
    if (state === 'failed' && asProblem(error).offline) later(AGAIN);
  }, [state, error, later]);

  const show = (next: typeof history) => {
    latest.current = next.now;
    setHistory(next);
    keep(person, id, { input: next.now, base: base.current.version });
    if (stopped.current) return;
    setState('changed');
    later();
  };

  useEffect(() => {
    if (found && !clash) later();
    const online = () => latest.current !== saved.current && !stopped.current && later(0);
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      window.clearTimeout(timer.current);
      // Leaving the page sends what the pause had not sent yet; the copy here stays until the answer.
      if (latest.current !== saved.current && !stopped.current) void flush().catch(() => undefined);
    };
  }, [found, clash, flush, later]);

  /** What the server made of the draft meanwhile, at the person's word: a step like any other. */
  const take = (next: Import) => {
    accept(next);
    const input = inputOf(next);
    saved.current = input;
    latest.current = input;
    setHistory((now) => step(now, input, null));
    forget(person, id);
    setSavedAt(new Date().toISOString());
    setState('saved');
  };

  const keepMine = () => {
    if (theirs) accept(theirs);
    stopped.current = false;
    setTheirs(null);
    void flush().catch(() => undefined);
  };
  /** Ours can still be had back: taking theirs is a step like any other. */
  const keepTheirs = () => {
    if (!theirs) return;
    const next = step(history, inputOf(theirs), null);
    latest.current = next.now;
    saved.current = next.now;
    stopped.current = false;
    setHistory(next);
    accept(theirs);
    forget(person, id);
    setTheirs(null);
    setState('clean');
  };

  return {
    ...{ server, input: history.now, state, savedAt, error, theirs, restored: found !== null },
    ...{ canUndo: history.past.length > 0, canRedo: history.future.length > 0 },
    /** `at` is what was selected; `field` names what is being typed into. */
    change: (next: ReviewInput, at: string | null = null, field: string | null = null) =>
      show(step(history, next, at, field)),
    undo: (at: string | null) => {
      const earlier = back(history, at);
      if (earlier) show(earlier[0]);
      return earlier?.[1] ?? null;
    },
    redo: (at: string | null) => {
      const next = forth(history, at);
      if (next) show(next[0]);
      return next?.[1] ?? null;
    },
    ...{ flush, take, keepMine, keepTheirs },
    forget: () => {
      window.clearTimeout(timer.current);
      saved.current = latest.current;
      forget(person, id);
    },
  };
}
