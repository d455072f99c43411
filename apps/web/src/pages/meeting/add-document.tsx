import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { addDocument } from '../../api/calls';
import { meetingQuery } from '../../api/queries';
import { useReread } from '../../api/reread';
import type { Meeting } from '../../api/types';
import { DayField } from '../../forms/day-field';
import { Sheet } from '../../forms/sheet';
import { bold, useTexts } from '../../i18n/texts';
import { Failure } from '../../shell/states';
import { tell } from '../../shell/toast';
import { shellTexts } from '../../shell/words';
import { documentTexts } from './words';

/** A document that was signed after the meeting, in its follow-up. */
export function AddDocument({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const t = useTexts(documentTexts);
  const shell = useTexts(shellTexts);
  const cache = useQueryClient();
  const reread = useReread();
  const [title, setTitle] = useState('');
  const [parties, setParties] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const names = parties
    .split('\n')
    .map((name) => name.trim().slice(0, limits.title))
    .filter((name) => name !== '')
    .slice(0, limits.documentParties);
  const adding = useMutation({
    mutationFn: (day: string) => addDocument(meeting.id, { title, parties: names, signedOn: day }),
    onSuccess: async (changed) => {
      cache.setQueryData(meetingQuery(meeting.id).queryKey, changed);
      close();
      tell(t('add.saved'));
      await reread();
    },
  });
  return (
    <Sheet title={t('add.title')} close={close}>
      <label className="field">
        <span className="lb">{t('add.name')}</span>
        <input
          className="input"
          autoFocus
          maxLength={limits.documentTitle}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className="field gap-small">
        <span className="lb">
          {t('add.parties')} <span className="meta">{t('add.partiesHint')}</span>
        </span>
        <textarea
          className="area-in"
          rows={2}
          value={parties}
          onChange={(event) => setParties(event.target.value)}
        />
      </label>
      <div className="gap-small">
        <DayField label={t('add.signedOn')} value={signedOn} onChange={setSignedOn} />
      </div>
      {adding.error && <Failure error={adding.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('add.who'))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={title.trim() === '' || signedOn === null || adding.isPending}
          onClick={() => signedOn !== null && adding.mutate(signedOn)}
        >
          {t('add.save')}
        </button>
      </div>
    </Sheet>
  );
}
