import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { measureNumber } from '#i18n/numbering';
import { clearMany, returnMany } from '../api/calls';
import { updateQuery, useSession } from '../api/queries';
import { useLanguage, useTexts } from '../i18n/texts';
import { Written } from '../signs/content';
import { useSideName } from '../signs/side';
import { TrackMark } from '../signs/status';
import { ClearedWords } from '../pages/measure/cleared-words';
import { Loaded } from '../shell/states';
import { BulkSheet, ReasonField, type BulkProps } from './bulk-sheet';
import { updatesOf, type Chosen } from './chosen';
import { bulkTexts } from './words';

/** Moves the selected updates into the joint record; each can be read as the other side will, before. */
export function ClearSheet(props: BulkProps) {
  const t = useTexts(bulkTexts);
  const [withEvidence, setWithEvidence] = useState(false);
  const updates = updatesOf(props.chosen);
  return (
    <BulkSheet
      {...props}
      title={t('clear.title', { count: updates.length })}
      count={updates.length}
      who={t('clear.who')}
      send={t('clear.send')}
      run={() => clearMany({ updates, withEvidence })}
    >
      <ul className="bulk-list">
        {props.chosen.flatMap((one) =>
          one.updates.map(({ id }) => <Words key={id} one={one} id={id} withEvidence={withEvidence} />),
        )}
      </ul>
      <label className="row gap-top">
        <input
          type="checkbox"
          className="ck"
          checked={withEvidence}
          onChange={(event) => setWithEvidence(event.target.checked)}
        />
        {t('clear.evidence')}
      </label>
    </BulkSheet>
  );
}

function Words({ one, id, withEvidence }: { one: Chosen; id: string; withEvidence: boolean }) {
  const t = useTexts(bulkTexts);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...updateQuery(id), enabled: open });
  return (
    <li>
      <span className="no num">{measureNumber(one.areaOrdinal, one.ordinal, language)}</span>{' '}
      <Written>{one.title}</Written>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('clear.see')}</summary>
        {open && (
          <Loaded of={query}>
            {(update) => (
              <div className="preview">
                <TrackMark status={update.status} />
                <ClearedWords
                  said={{
                    ...update,
                    evidence: withEvidence
                      ? update.evidence.flatMap(({ title, revisions }) =>
                          revisions
                            .filter(({ state }) => state === 'available')
                            .map((revision) => ({ ...revision, title, takenBack: null })),
                        )
                      : [],
                  }}
                  request={update.request ? { text: update.request, state: 'open' } : undefined}
                />
              </div>
            )}
          </Loaded>
        )}
      </details>
    </li>
  );
}

/** Sends the selected updates back with one reason. */
export function ReturnSheet(props: BulkProps) {
  const t = useTexts(bulkTexts);
  const session = useSession();
  const side = useSideName();
  const [reason, setReason] = useState('');
  const updates = updatesOf(props.chosen);
  const why = reason.trim();
  return (
    <BulkSheet
      {...props}
      title={t('return.title', { count: updates.length })}
      count={updates.length}
      who={t('return.who', { side: side(session.side) })}
      send={t('return.send')}
      run={why === '' ? null : () => returnMany({ updates, reason: why })}
    >
      <ReasonField value={reason} onChange={setReason} />
    </BulkSheet>
  );
}
