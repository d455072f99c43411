import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { shellTexts } from '../shell/words';

interface Props {
  mine: ReactNode;
  theirs: ReactNode;
  keepMine: () => void;
  keepTheirs: () => void;
}

/** Two versions side by side; the reader chooses, and nothing typed is lost until then. */
export function Conflict({ mine, theirs, keepMine, keepTheirs }: Props) {
  const t = useTexts(shellTexts);
  return (
    <section className="conflict" role="alert">
      <h3>{t('conflict.title')}</h3>
      <p>{t('conflict.detail')}</p>
      <div className="versions">
        <div>
          <h4>{t('conflict.mine')}</h4>
          {mine}
          <button type="button" className="btn" onClick={keepMine}>
            {t('conflict.keepMine')}
          </button>
        </div>
        <div>
          <h4>{t('conflict.theirs')}</h4>
          {theirs}
          <button type="button" className="btn" onClick={keepTheirs}>
            {t('conflict.keepTheirs')}
          </button>
        </div>
      </div>
    </section>
  );
}
