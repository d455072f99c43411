import { useMutation } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { limits } from '#contracts/limits';
import { measureNumber } from '#i18n/numbering';
import { useReread } from '../api/reread';
import type { BulkResult } from '../api/types';
import { Sheet } from '../forms/sheet';
import { bold, useLanguage, useTexts } from '../i18n/texts';
import { Failure, Waiting } from '../shell/states';
import { tell } from '../shell/toast';
import { shellTexts } from '../shell/words';
import type { Chosen } from './chosen';
import { bulkTexts } from './words';

interface Props {
  title: string;
  chosen: readonly Chosen[];
  /** How many are worked on. */
  count: number;
  /** Who will read it. */
  who: string;
  /** What the button says; without a run there is something still to be chosen. */
  send: string;
  run: (() => Promise<BulkResult>) | null;
  close: () => void;
  /** All of it went through. */
  done: () => void;
  children?: ReactNode;
}

/** Does one thing to all that are selected, and reports what went through and, of each that did not, why. */
export function BulkSheet({ title, chosen, count, who, send, run, close, done, children }: Props) {
  const t = useTexts(bulkTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const reread = useReread();
  const working = useMutation({
    mutationFn: (work: () => Promise<BulkResult>) => work(),
    onSuccess: async (result) => {
      if (result.done.length > 0) tell(t('done', { count: result.done.length }));
      if (result.failed.length === 0) done();
      await reread();
    },
  });
  const nameOf = (id: string) => {
    const one = chosen.find(
      ({ measureId, updates }) => measureId === id || updates.some((update) => update.id === id),
    );
    return one ? `${measureNumber(one.areaOrdinal, one.ordinal, language)} ${one.title}` : '';
  };
  const { data: result, isPending } = working;
  useEffect(() => {
    if (!isPending) return;
    // What is under way goes on without the page; leaving it would lose the report.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isPending]);

  return (
    <Sheet title={title} close={close}>
      {!result && children}
      {working.error && <Failure error={working.error} kept />}
      {isPending && <Waiting>{t('working', { count })}</Waiting>}
      {result && (
        <div className="gap-top" role="status">
          {result.done.length > 0 && <p>{t('done', { count: result.done.length })}</p>}
          {result.failed.length > 0 && (
            <div className="note bad gap-small">
              <p>{t('failed', { count: result.failed.length })}</p>
              <ul>
                {result.failed.map(({ id, detail }) => (
                  <li key={id}>
                    {nameOf(id)}
                    <br />
                    <span className="t2">{detail}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
      <div className="foot">
        <p className="who">{!result && bold(who)}</p>
        <button type="button" className="btn" onClick={close}>
          {result ? t('close') : shell('action.cancel')}
        </button>
        {!result && (
          <button
            type="button"
            className="btn primary"
            disabled={run === null || isPending}
            onClick={() => run && working.mutate(run)}
          >
            {send}
          </button>
        )}
      </div>
    </Sheet>
  );
}

export interface BulkProps {
  chosen: readonly Chosen[];
  close: () => void;
  done: () => void;
}

/** Asks why; whoever is told reads it. */
export function ReasonField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useTexts(bulkTexts);
  return (
    <label className="field">
      <span className="lb">{t('reason')}</span>
      <textarea
        className="area-in"
        rows={3}
        maxLength={limits.reason}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
