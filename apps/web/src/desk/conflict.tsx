import './desk.css';
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
    <Versions
      detail={t('conflict.detail')}
      before={[t('conflict.mine'), mine, t('conflict.keepMine'), keepMine]}
      now={[t('conflict.theirs'), theirs, t('conflict.keepTheirs'), keepTheirs]}
    />
  );
}

interface OvertakenProps {
  read: ReactNode;
  now: ReactNode;
  goOn: () => void;
}

/** The same before a decision: nothing was done, and what was read stands beside what there is to decide on now. */
export function Overtaken({ read, now, goOn }: OvertakenProps) {
  const t = useTexts(shellTexts);
  return (
    <Versions
      detail={t('conflict.undone')}
      before={[t('conflict.read'), read]}
      now={[t('conflict.theirs'), now, t('conflict.goOn'), goOn]}
    />
  );
}

type Version = [title: string, said: ReactNode, ...([] | [button: string, choose: () => void])];

function Versions({ detail, before, now }: { detail: string; before: Version; now: Version }) {
  const t = useTexts(shellTexts);
  return (
    <section className="conflict" role="alert">
      <h3>{t('conflict.title')}</h3>
      <p>{detail}</p>
      <div className="versions">
        {[before, now].map(([title, said, button, choose]) => (
          <div key={title}>
            <h4>{title}</h4>
            {said}
            {button !== undefined && (
              <button type="button" className="btn" onClick={choose}>
                {button}
              </button>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
