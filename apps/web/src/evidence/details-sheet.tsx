import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { evidenceKinds } from '#contracts/status';
import { changeEvidence, getEvidence } from '../api/calls';
import { asProblem } from '../api/problem';
import type { Evidence } from '../api/types';
import { Conflict } from '../desk/conflict';
import { DayField } from '../forms/day-field';
import { Sheet } from '../forms/sheet';
import { useTexts } from '../i18n/texts';
import { domainTexts } from '../signs/light';
import { Failure } from '../shell/states';
import { tell } from '../shell/toast';
import { shellTexts } from '../shell/words';
import { Said } from './said';
import { evidenceTexts } from './words';

interface Props {
  piece: Evidence;
  put: (now: Evidence) => void;
  close: () => void;
  done: (next: Evidence) => void;
}

/**
 * What is said of a piece of evidence: what it is, the date it bears, and until when it shows anything. Should somebody
 * have said something else meanwhile, both versions stand.
 */
export function DetailsSheet({ piece, put, close, done }: Props) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const shell = useTexts(shellTexts);
  const [base, setBase] = useState(piece.version);
  const [title, setTitle] = useState(piece.title);
  const [kind, setKind] = useState(piece.kind);
  const [documentOn, setDocumentOn] = useState(piece.documentOn);
  const [expiresOn, setExpiresOn] = useState(piece.expiresOn);
  const overtaken = piece.version !== base;
  const saving = useMutation({
    mutationFn: (version: number) =>
      changeEvidence(piece.id, version, { title: title.trim(), kind, documentOn, expiresOn }),
    onSuccess: (next) => {
      tell(t('own.saved'));
      done(next);
    },
    onError: async (error) => {
      if (asProblem(error).status === 412) put(await getEvidence(piece.id));
    },
  });
  return (
    <Sheet title={t('details.title')} close={close}>
      {overtaken && (
        <Conflict
          mine={<Said piece={{ ...piece, title, kind, documentOn, expiresOn }} />}
          theirs={<Said piece={piece} />}
          keepMine={() => {
            setBase(piece.version);
            saving.mutate(piece.version);
          }}
          keepTheirs={() => {
            setBase(piece.version);
            setTitle(piece.title);
            setKind(piece.kind);
            setDocumentOn(piece.documentOn);
            setExpiresOn(piece.expiresOn);
            saving.reset();
          }}
        />
      )}
      <label className="field">
        <span className="lb">{t('details.name')}</span>
        <input
          className="input"
          value={title}
          maxLength={limits.title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="lb">{t('details.kind')}</span>
        <select
          className="input"
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
      {saving.error && !overtaken && <Failure error={saving.error} kept />}
      <div className="foot">
        <p className="who">{t('details.who')}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={title.trim() === '' || overtaken || saving.isPending}
          onClick={() => saving.mutate(base)}
        >
          {shell('action.save')}
        </button>
      </div>
    </Sheet>
  );
}
