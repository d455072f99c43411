import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { limits } from '#contracts/limits';
import { discloseRevision, getEvidence, reviseEvidence, takeBackRevision } from '../api/calls';
import { asProblem } from '../api/problem';
import { useSession } from '../api/queries';
import type { Evidence, Meeting, Revision } from '../api/types';
import { Overtaken } from '../desk/conflict';
import { Sheet } from '../forms/sheet';
import { formatDate } from '../i18n/dates';
import { bold, useLanguage, useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { domainTexts } from '../signs/light';
import { useSideName } from '../signs/side';
import { Failure } from '../shell/states';
import { tell } from '../shell/toast';
import { shellTexts } from '../shell/words';
import { Said } from './said';
import { sendFile } from './uploads';
import { evidenceTexts } from './words';

// Its calendars come from Ant Design, which nobody needs who only reads.
const DetailsSheet = lazy(async () => ({ default: (await import('./details-sheet')).DetailsSheet }));

interface ActsProps {
  piece: Evidence;
  put: (next: Evidence) => void;
  /** Of the mechanism. */
  sides: Meeting['mechanism']['sides'];
}

/** What a piece says of itself, who may read it, and what can be done to it. */
export function Acts({ piece, put, sides }: ActsProps) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const [doing, setDoing] = useState<'details' | 'disclose' | 'takeBack' | null>(null);
  const [revision] = piece.revisions;
  const day = (date: string) => formatDate(date, language);
  const revising = useMutation({
    mutationFn: async (file: File) => {
      const next = await reviseEvidence(piece.id, file);
      put(next);
      sendFile(next.revisions[0]!.id, file, () => void getEvidence(piece.id).then(put));
    },
  });
  if (!revision) return null;
  const { title, documentOn, expiresOn, revisions, abilities } = piece;
  const done = (next: Evidence) => {
    put(next);
    setDoing(null);
  };
  return (
    <>
      <span className="meta about">
        <span>{words(`evidenceKind.${piece.kind}`)}</span>
        {documentOn !== null && <span>{t('own.documentOn', { date: day(documentOn) })}</span>}
        {expiresOn !== null && <span>{t('own.expiresOn', { date: day(expiresOn) })}</span>}
        {revisions.length > 1 && <span>{t('own.revisions', { count: revisions.length })}</span>}
        {revision.state === 'available' && <Shared revision={revision} />}
      </span>
      <span className="acts">
        {abilities.change && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('own.detailsOf', { title })}
            onClick={() => setDoing('details')}
          >
            {t('own.details')}
          </button>
        )}
        {abilities.revise && revision.url === null && (
          <label className="btn sm file-button">
            {t('own.revise')}
            <input
              type="file"
              aria-label={t('own.reviseOf', { title })}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) revising.mutate(file);
                event.target.value = '';
              }}
            />
          </label>
        )}
        {revision.abilities.disclose && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('own.discloseOf', { title })}
            onClick={() => setDoing('disclose')}
          >
            {t('own.disclose')}
          </button>
        )}
        {revision.abilities.takeBack && (
          <button
            type="button"
            className="btn sm"
            aria-label={t('own.takeBackOf', { title })}
            onClick={() => setDoing('takeBack')}
          >
            {t('own.takeBack')}
          </button>
        )}
      </span>
      {revising.error && <Failure error={revising.error} />}
      {doing === 'details' && (
        <Suspense fallback={null}>
          <DetailsSheet piece={piece} put={put} close={() => setDoing(null)} done={done} />
        </Suspense>
      )}
      {(doing === 'disclose' || doing === 'takeBack') && (
        <DecideSheet
          what={doing}
          piece={piece}
          put={put}
          sides={sides}
          close={() => setDoing(null)}
          done={done}
        />
      )}
    </>
  );
}

/** Whether the other side reads it: since when, until when, or not at all. */
function Shared({ revision: { takenBackAt, disclosedAt } }: { revision: Revision }) {
  const t = useTexts(evidenceTexts);
  const language = useLanguage();
  if (takenBackAt !== null)
    return <span>{t('own.takenBack', { date: formatDate(takenBackAt, language) })}</span>;
  if (disclosedAt !== null)
    return <span>{t('own.disclosed', { date: formatDate(disclosedAt, language) })}</span>;
  return (
    <span className="own-tag">
      <Icon name="lock" />
      {t('own.private')}
    </span>
  );
}

interface DecideProps extends ActsProps {
  what: 'disclose' | 'takeBack';
  close: () => void;
  done: (next: Evidence) => void;
}

/** Says who will read it, or who no longer can, before it is so; and what changed since it was read. */
function DecideSheet({ what, piece, put, sides, close, done }: DecideProps) {
  const t = useTexts(evidenceTexts);
  const shell = useTexts(shellTexts);
  const session = useSession();
  const side = useSideName();
  const [read, setRead] = useState(piece);
  const [reason, setReason] = useState('');
  const other = side(sides.find((party) => party.id !== session.party.id));
  const [revision] = read.revisions;
  const overtaken = what === 'disclose' && read.version !== piece.version;
  const deciding = useMutation({
    mutationFn: () =>
      what === 'disclose'
        ? discloseRevision(revision!.id, read.version)
        : takeBackRevision(revision!.id, reason.trim()),
    onSuccess: (next) => {
      tell(t(what === 'disclose' ? 'own.disclosedNow' : 'own.takenBackNow'));
      done(next);
    },
    onError: async (error) => {
      if (asProblem(error).status === 412) put(await getEvidence(piece.id));
    },
  });
  return (
    <Sheet title={t(`${what}.title`)} close={close}>
      {overtaken ? (
        <Overtaken
          read={<Said piece={read} />}
          now={<Said piece={piece} />}
          goOn={() => {
            setRead(piece);
            deciding.reset();
          }}
        />
      ) : (
        <Said piece={read} />
      )}
      {what === 'takeBack' && (
        <label className="field">
          <span className="lb">{t('takeBack.reason')}</span>
          <textarea
            className="area-in"
            rows={3}
            maxLength={limits.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      {deciding.error && !overtaken && <Failure error={deciding.error} kept={what === 'takeBack'} />}
      <div className="foot">
        <p className="who">{bold(t(`${what}.who`, { other }))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={
            deciding.isPending ||
            (what === 'takeBack' ? reason.trim() === '' : overtaken || !revision?.abilities.disclose)
          }
          onClick={() => deciding.mutate()}
        >
          {t(`${what}.act`)}
        </button>
      </div>
    </Sheet>
  );
}
