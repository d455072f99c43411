import './desk.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { clearUpdate, endorseUpdate, returnUpdate } from '../api/calls';
import { useSession } from '../api/queries';
import { useReread } from '../api/reread';
import type { Evidence, Measure, Revision, Update } from '../api/types';
import { FileName } from '../evidence/file-name';
import { Sheet } from '../forms/sheet';
import { useSize } from '../forms/size';
import { formatDate } from '../i18n/dates';
import { bold, useLanguage, useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { domainTexts } from '../signs/light';
import { useSideName } from '../signs/side';
import { TrackMark } from '../signs/status';
import { Failure } from '../shell/states';
import { tell } from '../shell/toast';
import { shellTexts } from '../shell/words';
import { ClearedWords } from '../pages/measure/cleared-words';
import { deskTexts, workTexts } from './words';

interface Props {
  measure: Measure;
  update: Update;
  done?: () => void;
}

/** A submitted update before its coordinator or manager: what it says, what would be disclosed, who will read it. */
export function Review({ measure, update, done }: Props) {
  const t = useTexts(workTexts);
  const desk = useTexts(deskTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const reread = useReread();
  const { abilities } = update;
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState(false);
  const other = side(measure.mechanism.sides.find((party) => party.id !== session.party.id));
  const track = measure.tracks.find(({ partyId }) => partyId === session.party.id);
  const pieces = update.evidence.flatMap((evidence) =>
    evidence.revisions.map((revision) => ({ evidence, revision })),
  );
  /** What goes out with it: all that is there, but for what is held back. */
  const disclosed = pieces.filter(({ revision }) => revision.state === 'available' && !held.has(revision.id));

  const after = async (message: string) => {
    tell(message);
    await reread();
    done?.();
  };
  const clearing = useMutation({
    mutationFn: () =>
      clearUpdate(
        update.id,
        update.version,
        disclosed.map(({ revision }) => revision.id),
      ),
    onSuccess: () => after(t('review.cleared')),
  });
  const endorsing = useMutation({
    mutationFn: () => endorseUpdate(update.id, update.version),
    onSuccess: () => after(t('review.endorsed')),
  });

  const title = abilities.clear
    ? t('review.title')
    : abilities.endorse
      ? t('review.endorseTitle')
      : words(`update.${update.state}`);

  const shared = disclosed.map(({ evidence: { title: name }, revision }) => ({
    ...revision,
    title: name,
    takenBack: null,
  }));

  return (
    <section className="slip" aria-label={title}>
      <div className="row wrap">
        <h3>{title}</h3>
        <span className="meta push">
          {t('review.by', { office: named(update.organisation.name, language), person: update.author.name })}
          {update.submittedAt !== null &&
            `　${t('review.submitted', { date: formatDate(update.submittedAt, language) })}`}
          {update.state === 'endorsed' && `　${words('update.endorsed')}`}
        </span>
      </div>
      <div className="row wrap gap-small">
        <TrackMark status={update.status} />
        {track && (
          <span className="meta">
            {track.status === update.status
              ? t('review.same')
              : t('review.changed', { status: words(`status.${track.status}`) })}
          </span>
        )}
      </div>
      <section className="preview gap-small" aria-label={desk('preview.title', { other })}>
        <h4>{desk('preview.title', { other })}</h4>
        {update.correctsId !== null && <p className="meta">{desk('preview.corrects')}</p>}
        <ClearedWords
          said={{ ...update, evidence: shared }}
          request={update.request ? { text: update.request, state: 'open' } : undefined}
        />
      </section>
      <ul className="evidence gap-small">
        {pieces.length === 0 && <li className="meta">{t('review.noEvidence')}</li>}
        {pieces.map(({ evidence, revision: file }) => (
          <Piece
            key={file.id}
            evidence={evidence}
            file={file}
            choose={abilities.clear}
            disclosed={!held.has(file.id)}
            onChange={(on) =>
              setHeld((before) =>
                on ? new Set([...before].filter((id) => id !== file.id)) : new Set(before).add(file.id),
              )
            }
          />
        ))}
      </ul>
      {clearing.error && <Failure error={clearing.error} />}
      {endorsing.error && <Failure error={endorsing.error} />}
      {(abilities.clear || abilities.endorse || abilities.return) && (
        <div className="foot">
          <p className="who">
            {bold(abilities.clear ? t('review.who', { other }) : t('review.whoEndorse', { other }))}
          </p>
          {abilities.return && (
            <button type="button" className="btn" onClick={() => setReturning(true)}>
              {t('review.return')}
            </button>
          )}
          {abilities.endorse && (
            <button
              type="button"
              className={abilities.clear ? 'btn' : 'btn primary'}
              disabled={endorsing.isPending}
              onClick={() => endorsing.mutate()}
            >
              {t('review.endorse')}
            </button>
          )}
          {abilities.clear && (
            <button
              type="button"
              className="btn primary"
              disabled={clearing.isPending}
              onClick={() => clearing.mutate()}
            >
              {clearing.isPending ? t('review.clearing') : t('review.clear')}
            </button>
          )}
        </div>
      )}
      {returning && (
        <ReturnSheet
          update={update}
          close={() => setReturning(false)}
          done={() => after(t('review.returned'))}
        />
      )}
    </section>
  );
}

interface PieceProps {
  evidence: Evidence;
  file: Revision;
  choose: boolean;
  disclosed: boolean;
  onChange: (on: boolean) => void;
}

function Piece({ evidence, file, choose, disclosed, onChange }: PieceProps) {
  const t = useTexts(workTexts);
  const size = useSize();
  const available = file.state === 'available';
  const name = file.fileName ?? evidence.title;
  const blocked = file.state === 'infected' ? t('review.infected') : t('review.notAvailable');
  return (
    <li>
      <span className="file">
        <Icon name="clip" />
        {file.url !== null ? (
          <a href={file.url} target="_blank" rel="noreferrer">
            {evidence.title}
          </a>
        ) : available ? (
          <FileName file={{ ...file, name }} />
        ) : (
          <span>{name}</span>
        )}
        {file.bytes !== null && <span className="num">{size(file.bytes)}</span>}
      </span>
      {available && file.url === null && !file.scanned && (
        <span className="meta">{t('review.unscanned')}</span>
      )}
      {choose &&
        (available ? (
          <label className="check meta">
            <input type="checkbox" checked={disclosed} onChange={(event) => onChange(event.target.checked)} />
            {t('review.disclose')}
            <span className="sr">{name}</span>
          </label>
        ) : (
          <span className="meta">{blocked}</span>
        ))}
    </li>
  );
}

function ReturnSheet({
  update,
  close,
  done,
}: {
  update: Update;
  close: () => void;
  done: () => Promise<void>;
}) {
  const t = useTexts(workTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const returning = useMutation({
    mutationFn: () => returnUpdate(update.id, update.version, reason.trim()),
    onSuccess: async () => {
      close();
      await done();
    },
  });
  return (
    <Sheet title={t('review.returnTitle')} close={close}>
      <label className="field">
        <span className="lb">
          {t('review.reason')} <span className="meta">{t('review.reasonNote')}</span>
        </span>
        <textarea
          className="area-in"
          rows={3}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {returning.error && <Failure error={returning.error} kept />}
      <div className="foot">
        <p className="who">
          {bold(t('review.whoReturn', { office: named(update.organisation.name, language) }))}
        </p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={reason.trim() === '' || returning.isPending}
          onClick={() => returning.mutate()}
        >
          {t('review.return')}
        </button>
      </div>
    </Sheet>
  );
}
