import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { getImport, saveImport, type ReviewInput } from '../../api/calls';
import { asProblem } from '../../api/problem';
import type { Import } from '../../api/types';

const inputOf = ({ draft, mechanismId, kind }: Import): ReviewInput => ({ draft, mechanismId, kind });

/** What the coordinator makes of a draft: it saves itself when the changes pause, on the version it was made on. */
export function useReview(initial: Import) {
  const cache = useQueryClient();
  const [server, setServer] = useState(initial);
  const [input, setInput] = useState(() => inputOf(initial));
  const [state, setState] = useState<'clean' | 'changed' | 'saving' | 'saved' | 'failed'>('clean');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Import | null>(null);
  const latest = useRef(input);
  const base = useRef(initial);
  const queue = useRef<Promise<Import>>(Promise.resolve(initial));
  const timer = useRef(0);

  const accept = (next: Import) => {
    base.current = next;
    setServer(next);
    cache.setQueryData(['import', next.id], next);
  };

  const saveOnce = async (): Promise<Import> => {
    const sent = latest.current;
    if (sent === saved.current) return base.current;
    setState('saving');
    try {
      const next = await saveImport(base.current.id, base.current.version, sent);
      saved.current = sent;
      accept(next);
      setError(null);
      setSavedAt(new Date().toISOString());
      setState(latest.current === sent ? 'saved' : 'changed');
      return next;
    } catch (failure) {
      if (asProblem(failure).status === 412) setTheirs(await getImport(base.current.id));
      else setError(failure);
      setState('failed');
      throw failure;
    }
  };
  const saved = useRef(input);

  /** Saves what has changed, after what is under way. */
  const flush = () => {
    window.clearTimeout(timer.current);
    queue.current = queue.current.then(saveOnce, saveOnce);
    return queue.current;
  };

  const change = (next: ReviewInput) => {
    latest.current = next;
    setInput(next);
    setState('changed');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush().catch(() => undefined), 900);
  };

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const keepMine = () => {
    if (theirs) base.current = theirs;
    setTheirs(null);
    void flush().catch(() => undefined);
  };
  const keepTheirs = () => {
    if (!theirs) return;
    latest.current = inputOf(theirs);
    saved.current = latest.current;
    setInput(latest.current);
    accept(theirs);
    setTheirs(null);
    setState('clean');
  };

  return { server, input, state, savedAt, error, theirs, change, flush, keepMine, keepTheirs };
}
