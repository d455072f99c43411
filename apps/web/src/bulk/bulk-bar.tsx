import './bulk.css';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { Lock } from '../signs/private';
import { AskSheet } from './ask-sheet';
import { updatesOf, type Chosen } from './chosen';
import { ClearSheet, ReturnSheet } from './update-sheets';
import { bulkTexts } from './words';

// Lists and calendars come from Ant Design, which nobody needs who only reads.
const AssignSheet = lazy(async () => ({ default: (await import('./assign-sheet')).AssignSheet }));
const InternalDateSheet = lazy(async () => ({ default: (await import('./date-sheets')).InternalDateSheet }));
const ProposeDatesSheet = lazy(async () => ({ default: (await import('./date-sheets')).ProposeDatesSheet }));

type Act = 'publish' | 'assign' | 'internal' | 'propose' | 'ask' | 'clear' | 'return';

interface Props {
  chosen: readonly Chosen[];
  /** What may be done here, in this order: what both sides will see, and what only ours. */
  joint: readonly Act[];
  ours: readonly Act[];
  unselect: () => void;
  children?: ReactNode;
}

/** What can be done to all that is selected: first what both sides will see, then what only ours. */
export function BulkBar({ chosen, joint, ours, unselect, children }: Props) {
  const t = useTexts(bulkTexts);
  const [act, setAct] = useState<Act | null>(null);
  const waiting = updatesOf(chosen).length;
  const sheet = { chosen, close: () => setAct(null), done: () => (setAct(null), unselect()) };
  const button = (name: Act) =>
    // Nothing waits on these: there is nothing to clear or return.
    (name === 'clear' || name === 'return') && waiting === 0 ? null : (
      <button key={name} type="button" className="btn sm" onClick={() => setAct(name)}>
        {t(name, { count: waiting })}
      </button>
    );
  return (
    <div className="bulk no-print" role="region" aria-label={t('label')}>
      <strong className="nb" role="status">
        {t('selected', { count: chosen.length })}
      </strong>
      {children}
      <div className="set">
        <span className="meta">{t('joint')}</span>
        {joint.map(button)}
      </div>
      <div className="set ours">
        <Lock />
        {ours.map(button)}
      </div>
      <button type="button" className="btn plain sm push" onClick={unselect}>
        {t('unselect')}
      </button>
      <Suspense fallback={null}>
        {(act === 'publish' || act === 'assign') && <AssignSheet {...sheet} publish={act === 'publish'} />}
        {act === 'internal' && <InternalDateSheet {...sheet} />}
        {act === 'propose' && <ProposeDatesSheet {...sheet} />}
      </Suspense>
      {act === 'ask' && <AskSheet {...sheet} />}
      {act === 'clear' && <ClearSheet {...sheet} />}
      {act === 'return' && <ReturnSheet {...sheet} />}
    </div>
  );
}
