import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { attachLink, type EvidencePlace } from '../api/calls';
import type { Evidence } from '../api/types';
import { Sheet } from '../forms/sheet';
import { useTexts } from '../i18n/texts';
import { Failure } from '../shell/states';
import { shellTexts } from '../shell/words';
import { evidenceTexts } from './words';

interface Props {
  place: () => Promise<EvidencePlace>;
  close: () => void;
  done: (added: Evidence) => void;
}

/** Evidence that stands elsewhere on the web. */
export function LinkSheet({ place, close, done }: Props) {
  const t = useTexts(evidenceTexts);
  const shell = useTexts(shellTexts);
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const adding = useMutation({
    mutationFn: async () => attachLink(await place(), url.trim(), title.trim()),
    onSuccess: (added) => {
      done(added);
      close();
    },
  });
  return (
    <Sheet title={t('link.title')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <label className="field">
          <span className="lb">{t('link.url')}</span>
          <input
            className="input"
            type="url"
            required
            pattern="https?://.+"
            placeholder="https://"
            maxLength={limits.link}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="lb">{t('link.name')}</span>
          <input
            className="input"
            value={title}
            maxLength={limits.title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        {adding.error && <Failure error={adding.error} kept />}
        <div className="foot">
          <button type="button" className="btn" onClick={close}>
            {shell('action.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={adding.isPending}>
            {t('link.add')}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
