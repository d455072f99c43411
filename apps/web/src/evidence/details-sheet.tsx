import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { evidenceKinds } from '#contracts/status';
import { changeEvidence } from '../api/calls';
import type { Evidence } from '../api/types';
import { DayField } from '../forms/day-field';
import { Sheet } from '../forms/sheet';
import { useTexts } from '../i18n/texts';
import { domainTexts } from '../signs/light';
import { Failure } from '../shell/states';
import { tell } from '../shell/toast';
import { shellTexts } from '../shell/words';
import { evidenceTexts } from './words';

interface Props {
  piece: Evidence;
  close: () => void;
  done: (next: Evidence) => void;
}

/** What is said of a piece of evidence: what it is, the date it bears, and until when it shows anything. */
export function DetailsSheet({ piece, close, done }: Props) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const shell = useTexts(shellTexts);
  const [title, setTitle] = useState(piece.title);
  const [kind, setKind] = useState(piece.kind);
  const [documentOn, setDocumentOn] = useState(piece.documentOn);
  const [expiresOn, setExpiresOn] = useState(piece.expiresOn);
  const saving = useMutation({
    mutationFn: () =>
      changeEvidence(piece.id, piece.version, { title: title.trim(), kind, documentOn, expiresOn }),
    onSuccess: (next) => {
      tell(t('own.saved'));
      done(next);
    },
  });
  return (
    <Sheet title={t('details.title')} close={close}>
      <label className="field">
        <span className="lb">{t('details.name')}</span>
        <input
          className="in"
          value={title}
          maxLength={limits.title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="lb">{t('details.kind')}</span>
        <select
          className="in"
          value={kind}
          onChange={(event) => setKind(evidenceKinds.find((one) => one === event.target.value) ?? kind)}
        >
          {evidenceKinds.map((one) => (
            <option key={one} value={one}>
              {words(`evidenceKind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <DayField
        label={t('details.documentOn')}
        note={t('details.documentOnNote')}
        value={documentOn}
        onChange={setDocumentOn}
      />
      <DayField label={t('details.expiresOn')} value={expiresOn} onChange={setExpiresOn} />
      {saving.error && <Failure error={saving.error} kept />}
      <div className="foot">
        <p className="who">{t('details.who')}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={title.trim() === '' || saving.isPending}
          onClick={() => saving.mutate()}
        >
          {shell('action.save')}
        </button>
      </div>
    </Sheet>
  );
}
