import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { limits } from '#contracts/limits';
import { agreeDueDate, declineDueDate, withdrawDueDate } from '../../api/calls';
import type { DueDateChange, Measure } from '../../api/types';
import { Act } from '../../forms/act';
import { Sheet } from '../../forms/sheet';
import { formatDate } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { domainTexts } from '../../signs/light';
import { useParties, useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { useChanged } from './use-changed';
import { measureTexts } from './words';

// Its calendar comes from Ant Design, which nobody needs who only reads.
const ProposeSheet = lazy(async () => ({ default: (await import('./propose-sheet')).ProposeSheet }));

/** The wording in the text, the kind, the working date both sides agreed, and how it came about. */
export function DateRail({ measure, today }: { measure: Measure; today: string }) {
  const t = useTexts(measureTexts);
  const words = useTexts(domainTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const [proposing, setProposing] = useState(false);
  const past = measure.dueDateChanges.filter(({ state }) => state !== 'proposed');

  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{t('dates.title')}</h2>
      <dl className="kv">
        <dt>{t('dates.wording')}</dt>
        <dd>
          {measure.dueWording === null ? t('dates.noWording') : <Written>{measure.dueWording}</Written>}
        </dd>
        <dt>{t('dates.working')}</dt>
        <dd className="num">
          {measure.dueOn === null ? shell('date.none') : formatDate(measure.dueOn, language)}
        </dd>
        {measure.dueKind !== 'none' && (
          <>
            <dt>{t('dates.kind')}</dt>
            <dd>{words(`due.${measure.dueKind}`)}</dd>
          </>
        )}
      </dl>
      {past.length > 0 && (
        <ol className="hist gap-small" aria-label={t('dates.history')}>
          {past.map((change) => {
            const on = formatDate(change.answeredAt ?? change.proposedAt, language);
            const date = formatDate(change.dueOn, language);
            return (
              <li key={change.id}>
                {change.state === 'agreed' && t('dates.agreed', { on, date })}
                {change.state === 'declined' &&
                  t('dates.declined', { on, date, reason: change.answerReason ?? '' })}
                {change.state === 'withdrawn' && t('dates.withdrawn', { on, date })}
              </li>
            );
          })}
        </ol>
      )}
      {measure.refusals['proposeDueDate'] !== 'observer' && (
        <p className="gap-small no-print">
          <Act
            className="link"
            refusal={measure.refusals['proposeDueDate']}
            onClick={() => setProposing(true)}
          >
            {measure.dueOn === null ? t('dates.propose') : t('dates.proposeOther')}
          </Act>
        </p>
      )}
      {proposing && (
        <Suspense fallback={null}>
          <ProposeSheet measure={measure} today={today} close={() => setProposing(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** A proposed working date that waits for an answer. */
export function OpenChange({ measure }: { measure: Measure }) {
  const change = measure.dueDateChanges.find(({ state }) => state === 'proposed');
  return change ? <Proposal measure={measure} change={change} /> : null;
}

function Proposal({ measure, change }: { measure: Measure; change: DueDateChange }) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const parties = useParties();
  const side = useSideName();
  const changed = useChanged();
  const [declining, setDeclining] = useState(false);
  const { abilities } = change;
  const proposer = side(parties.get(change.partyId));
  const other = side(measure.mechanism.sides.find(({ id }) => id !== change.partyId));
  const title = t('change.title', { side: proposer, date: formatDate(change.dueOn, language) });

  const agreeing = useMutation({
    mutationFn: () => agreeDueDate(change.id, change.version),
    onSuccess: (next) => changed(next, t('change.agreed')),
  });
  const withdrawing = useMutation({
    mutationFn: () => withdrawDueDate(change.id, change.version),
    onSuccess: (next) => changed(next, t('change.withdrawn')),
  });

  return (
    <section className="confirm" aria-label={title}>
      <div className="row wrap">
        <h3>{title}</h3>
        <span className="meta push num">
          {t('change.at', { date: formatDate(change.proposedAt, language) })}
        </span>
      </div>
      <dl className="kv">
        <dt>{t('change.reason')}</dt>
        <dd>
          <Written>{change.reason}</Written>
        </dd>
        <dt>{t('change.now')}</dt>
        <dd>{measure.dueOn === null ? shell('date.none') : formatDate(measure.dueOn, language)}</dd>
      </dl>
      {agreeing.error && <Failure error={agreeing.error} />}
      {withdrawing.error && <Failure error={withdrawing.error} />}
      <div className="foot">
        <p className="who">
          {abilities.agree || abilities.decline
            ? bold(t('change.who'))
            : t('change.waiting', { side: other })}
        </p>
        {abilities.withdraw && (
          <button
            type="button"
            className="btn"
            disabled={withdrawing.isPending}
            onClick={() => withdrawing.mutate()}
          >
            {t('change.withdraw')}
          </button>
        )}
        {abilities.decline && (
          <button type="button" className="btn" onClick={() => setDeclining(true)}>
            {t('change.decline')}
          </button>
        )}
        {abilities.agree && (
          <button
            type="button"
            className="btn primary"
            disabled={agreeing.isPending}
            onClick={() => agreeing.mutate()}
          >
            {t('change.agree')}
          </button>
        )}
      </div>
      {declining && <DeclineSheet change={change} close={() => setDeclining(false)} />}
    </section>
  );
}

function DeclineSheet({ change, close }: { change: DueDateChange; close: () => void }) {
  const t = useTexts(measureTexts);
  const shell = useTexts(shellTexts);
  const changed = useChanged();
  const [reason, setReason] = useState('');
  const declining = useMutation({
    mutationFn: () => declineDueDate(change.id, change.version, reason.trim()),
    onSuccess: async (next) => {
      close();
      await changed(next, t('change.declined'));
    },
  });
  return (
    <Sheet title={t('change.declineTitle')} close={close}>
      <label className="field">
        <span className="lb">{t('change.reason')}</span>
        <textarea
          className="area-in"
          rows={3}
          maxLength={limits.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {declining.error && <Failure error={declining.error} kept />}
      <div className="foot">
        <p className="who">{bold(t('change.who'))}</p>
        <button type="button" className="btn" onClick={close}>
          {shell('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={reason.trim() === '' || declining.isPending}
          onClick={() => declining.mutate()}
        >
          {t('change.send')}
        </button>
      </div>
    </Sheet>
  );
}
