import './desk.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { limits } from '#contracts/limits';
import { trackStatuses } from '#contracts/status';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { submitUpdate, withdrawUpdate, type UpdateInput } from '../api/calls';
import { organisationsQuery, useSession } from '../api/queries';
import { useReread } from '../api/reread';
import type { Cleared, Measure, Update } from '../api/types';
import { UploadField } from '../evidence/upload-field';
import { evidenceTexts } from '../evidence/words';
import { formatDate, formatTime } from '../i18n/dates';
import { bold, useLanguage, useTexts } from '../i18n/texts';
import { Written } from '../signs/content';
import { Lock } from '../signs/private';
import { SideBadge, useSideName } from '../signs/side';
import { TrackMark } from '../signs/status';
import { Failure } from '../shell/states';
import { tell } from '../shell/toast';
import { Conflict } from './conflict';
import { MoreFields } from './more-fields';
import { useDraft } from './use-draft';
import { workTexts } from './words';

interface Props {
  measure: Measure;
  existing: Update | null;
  done?: () => void;
}

/** Where an officer writes what her office did. Private until a coordinator clears it, and it says so. */
export function UpdateForm({ measure, existing, done }: Props) {
  const t = useTexts(workTexts);
  const evidence = useTexts(evidenceTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const reread = useReread();
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  const { data: organisations } = useQuery(organisationsQuery(session.party.id));

  const own = session.party.id;
  const other = measure.mechanism.sides.find((party) => party.id !== own);
  const track = measure.tracks.find(({ partyId }) => partyId === own);
  const fallback: UpdateInput = {
    status: track === undefined || track.status === 'not_started' ? 'on_target' : track.status,
    text: '',
    nextStep: '',
    ...{ difficulties: '', request: '', periodFrom: null, periodTo: null, correctsId: null },
  };
  const draft = useDraft(session.person.id, measure.id, existing, fallback);
  const cleared = measure.timeline.filter((entry): entry is Cleared => entry.kind === 'update');
  const lastOurs = cleared.find(({ partyId }) => partyId === own);
  const lastTheirs = cleared.find(({ partyId }) => partyId !== own);
  const custodian = organisations?.items.find((one) => one.custodian);
  const number = measureNumber(measure.areaOrdinal, measure.ordinal, language);

  const after = async (message: string) => {
    draft.forget();
    tell(message);
    await reread();
    done?.();
  };
  const submitting = useMutation({
    mutationFn: async () => {
      const saved = await draft.ensure();
      return submitUpdate(saved.id, saved.version);
    },
    onSuccess: () => after(t('desk.submitted', { number })),
  });
  const withdrawing = useMutation({
    mutationFn: async () => {
      if (draft.update) await withdrawUpdate(draft.update.id, draft.update.version);
    },
    onSuccess: () => after(t('desk.withdrawn')),
  });

  const submit = () => {
    const empty = draft.values.text.trim() === '';
    setMissing(empty);
    if (empty) text.current?.focus();
    else submitting.mutate();
  };

  const said = {
    clean: '',
    changed: t('desk.changed'),
    saving: t('desk.saving'),
    saved: draft.savedAt === null ? '' : t('desk.saved', { time: formatTime(draft.savedAt) }),
    failed: t('desk.notSaved'),
    conflict: t('desk.notSaved'),
  }[draft.state];

  const version = (values: Pick<Update, 'status' | 'text' | 'nextStep'>) => (
    <>
      <TrackMark status={values.status} />
      <p className="prose">{values.text}</p>
      <p className="meta">{values.nextStep}</p>
    </>
  );

  return (
    <div className="private panel upd" data-pastes role="region" aria-label={`${number} ${t('kind.due')}`}>
      <div className="row between wrap">
        <Lock />
        <span className="meta" role="status">
          {said}
        </span>
      </div>
      {existing?.returnedReason && (
        <p className="note warn gap-small">
          <strong>{t('desk.returned')}</strong> <Written>{existing.returnedReason}</Written>
        </p>
      )}
      {draft.restored && draft.state !== 'conflict' && <p className="note gap-small">{t('desk.restored')}</p>}
      {draft.theirs && (
        <Conflict
          mine={version(draft.values)}
          theirs={version(draft.theirs)}
          keepMine={draft.keepMine}
          keepTheirs={draft.keepTheirs}
        />
      )}
      <div className="two gap-small">
        <div>
          <fieldset className="field">
            <legend className="lb">{t('desk.status')}</legend>
            <div className="seg">
              {trackStatuses.map((status) => (
                <label key={status}>
                  <input
                    type="radio"
                    name={`${id}status`}
                    checked={draft.values.status === status}
                    onChange={() => draft.change({ status })}
                  />
                  <TrackMark status={status} />
                </label>
              ))}
            </div>
          </fieldset>
          <label className="field">
            <span className="lb">
              {t('desk.text')} <span className="meta">{t('desk.textNote')}</span>
            </span>
            <textarea
              ref={text}
              className="area-in"
              rows={4}
              maxLength={limits.updateText}
              value={draft.values.text}
              aria-invalid={missing}
              aria-describedby={missing ? `${id}missing` : undefined}
              onChange={(event) => draft.change({ text: event.target.value })}
            />
            {missing && (
              <span className="bad" id={`${id}missing`} role="alert">
                {t('desk.needText')}
              </span>
            )}
          </label>
          <label className="field">
            <span className="lb">{t('desk.next')}</span>
            <textarea
              className="area-in short"
              rows={1}
              maxLength={limits.nextStep}
              value={draft.values.nextStep}
              onChange={(event) => draft.change({ nextStep: event.target.value })}
            />
          </label>
          <MoreFields
            values={draft.values}
            change={draft.change}
            cleared={cleared.filter(({ partyId }) => partyId === own)}
            other={side(other)}
          />
          <UploadField
            pieces={existing?.evidence ?? []}
            place={async () => ({ of: 'updates', id: (await draft.ensure()).id })}
            most={limits.evidencePerUpdate}
            note={evidence('field.note', { count: limits.evidencePerUpdate })}
          />
        </div>
        <div className="last">
          <section>
            <h3>
              {t('desk.lastOurs')}{' '}
              {lastOurs && <span className="num">{formatDate(lastOurs.at, language)}</span>}
            </h3>
            {lastOurs ? (
              <>
                <p>
                  <Written>{lastOurs.text}</Written>
                </p>
                <p>
                  <button
                    type="button"
                    className="link"
                    onClick={() =>
                      draft.change({
                        status: lastOurs.status,
                        text: lastOurs.text,
                        nextStep: lastOurs.nextStep ?? '',
                      })
                    }
                  >
                    {t('desk.reuse')}
                  </button>
                </p>
              </>
            ) : (
              <p>{t('desk.noneOurs')}</p>
            )}
          </section>
          {lastTheirs && (
            <section>
              <h3 className="row">
                <SideBadge party={other} />
                {t('desk.lastTheirs')} <span className="num">{formatDate(lastTheirs.at, language)}</span>
              </h3>
              <p>
                {named(lastTheirs.organisation.short, language)}
                {language === 'en' ? ': ' : '：'}
                <Written>{lastTheirs.text}</Written>
              </p>
            </section>
          )}
        </div>
      </div>
      {draft.state === 'failed' && (
        <Failure error={draft.error} kept retry={() => void draft.flush().catch(() => undefined)} />
      )}
      {submitting.error && draft.state !== 'failed' && draft.state !== 'conflict' && (
        <Failure error={submitting.error} kept />
      )}
      {withdrawing.error && <Failure error={withdrawing.error} kept />}
      <div className="foot">
        <p className="who">
          {bold(
            t('desk.who', {
              office: custodian ? named(custodian.name, language) : side(session.side),
              other: side(other),
            }),
          )}
        </p>
        {draft.update?.abilities.withdraw && (
          <button
            type="button"
            className="btn"
            disabled={withdrawing.isPending}
            onClick={() => withdrawing.mutate()}
          >
            {t('desk.withdraw')}
          </button>
        )}
        <button
          type="button"
          className="btn primary"
          disabled={submitting.isPending || draft.state === 'conflict'}
          onClick={submit}
        >
          {submitting.isPending ? t('desk.submitting') : t('desk.submit')}
        </button>
      </div>
    </div>
  );
}
