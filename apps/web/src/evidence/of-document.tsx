import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { limits } from '#contracts/limits';
import { evidenceOfQuery } from '../api/queries';
import { useReread } from '../api/reread';
import type { Meeting } from '../api/types';
import { useTexts } from '../i18n/texts';
import { Lock } from '../signs/private';
import { Loaded } from '../shell/states';
import { DisclosedFiles } from '../pages/measure/disclosed-files';
import { Acts } from './acts';
import { UploadField } from './upload-field';
import { evidenceTexts } from './words';

interface Props {
  meeting: Meeting;
  document: Meeting['documents'][number];
}

/** How much hangs on a signed document; it is read once it is asked for, and the address says so. */
export function EvidenceOfDocument({ meeting, document: { id, title, evidence: count } }: Props) {
  const t = useTexts(evidenceTexts);
  const [params, setParams] = useSearchParams();
  const panel = useId();
  const open = params.get('evidence') === id;
  // Who may only read has nothing to look for where there is nothing.
  if (count === 0 && !open && meeting.refusals['followUpDocuments'] === 'observer') return null;
  const words = count === 0 ? t('document.none') : t('document.some', { count });
  return (
    <>
      <p className="no-print">
        <button
          type="button"
          className="link"
          aria-expanded={open}
          aria-controls={panel}
          aria-label={t('document.of', { words, title })}
          onClick={() => setParams(open ? {} : { evidence: id }, { preventScrollReset: true, replace: true })}
        >
          {words}
        </button>
      </p>
      <div id={panel}>{open && <Opened meeting={meeting} id={id} />}</div>
    </>
  );
}

/** What both sides see of it, and below, ours alone, all of ours. */
function Opened({ meeting, id }: { meeting: Meeting; id: string }) {
  const t = useTexts(evidenceTexts);
  const reread = useReread();
  const place = { of: 'signed-documents', id } as const;
  return (
    <Loaded of={useQuery(evidenceOfQuery(place))}>
      {({ own, disclosed, abilities }) => (
        <>
          {disclosed.length > 0 && (
            <>
              <p className="meta">{t('disclosed.title')}</p>
              <DisclosedFiles files={disclosed} />
            </>
          )}
          {(abilities.attach || own.length > 0) && (
            <div className="private panel gap-small" data-pastes role="region" aria-label={t('own.title')}>
              <p className="row wrap">
                <strong>{t('own.title')}</strong>
                <Lock />
              </p>
              <UploadField
                pieces={own}
                place={() => Promise.resolve(place)}
                most={limits.evidencePerPlace}
                note={t('field.noteMeasure', { count: limits.evidencePerPlace })}
                adding={abilities.attach}
                links
                changed={() => void reread()}
                below={(piece, put) => <Acts piece={piece} put={put} sides={meeting.mechanism.sides} />}
              />
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}
