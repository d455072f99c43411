import { lazy, Suspense, useState } from 'react';
import type { MeasureRow } from '../../api/types';
import { useTexts } from '../../i18n/texts';
import { Lock } from '../../signs/private';
import { registerTexts } from './words';

// Its list of units comes from Ant Design, which nobody needs who only reads.
const AssignSheet = lazy(async () => ({ default: (await import('./assign-sheet')).AssignSheet }));

interface Props {
  rows: MeasureRow[];
  clear: () => void;
}

/** What can be done to the selected measures: first what both sides will see, then what only ours. */
export function BulkBar({ rows, clear }: Props) {
  const t = useTexts(registerTexts);
  const [publish, setPublish] = useState<boolean | null>(null);
  return (
    <div className="bulk no-print" role="region" aria-label={t('bulk.label')}>
      <strong className="nb" role="status">
        {t('bulk.selected', { count: rows.length })}
      </strong>
      <div className="set">
        <span className="meta">{t('bulk.joint')}</span>
        <button type="button" className="btn sm" onClick={() => setPublish(true)}>
          {t('bulk.publish')}
        </button>
      </div>
      <div className="set ours">
        <Lock />
        <button type="button" className="btn sm" onClick={() => setPublish(false)}>
          {t('bulk.assign')}
        </button>
      </div>
      <button type="button" className="btn plain sm push" onClick={clear}>
        {t('bulk.clear')}
      </button>
      {publish !== null && (
        <Suspense fallback={null}>
          <AssignSheet rows={rows} publish={publish} close={() => setPublish(null)} done={clear} />
        </Suspense>
      )}
    </div>
  );
}
