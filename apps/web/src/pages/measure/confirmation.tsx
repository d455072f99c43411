import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConfirmationKind } from '#contracts/status';
import { named } from '#i18n/language';
import { confirm, declineConfirmation, proposeConfirmation, withdrawConfirmation } from '../../api/calls';
import type { Confirmation, Measure } from '../../api/types';
import { Act } from '../../forms/act';
import { formatDate } from '../../i18n/dates';
import { bold, useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { domainTexts } from '../../signs/light';
import { useSideName } from '../../signs/side';
import { Failure } from '../../shell/states';
import { useSession } from '../../api/queries';
import { ReasonSheet } from './reason-sheet';
import { useChanged } from './use-changed';
import { measureTexts } from './words';

/** Where a coordinator proposes that the measure is complete, or that both sides drop it. */
export function ProposeConfirmation({ measure }: { measure: Measure }) {
  const t = useTexts(measureTexts);
  const [kind, setKind] = useState<ConfirmationKind | null>(null);
  const { proposeCompletion, proposeDrop } = measure.refusals;
  // Who only reads, and who comes after the end, has nothing to ask for here.
  if (proposeCompletion === 'observer' || proposeCompletion === 'measure_ended') return null;
  return (
    <section className="no-print" aria-labelledby="whole">
      <h2 id="whole">{t('confirm.actions')}</h2>
      <p>
        <Act className="link" refusal={proposeCompletion} onClick={() => setKind('completion')}>
          {t('confirm.proposeCompletion')}
        </Act>
      </p>
      <p>
        <Act className="link" refusal={proposeDrop} onClick={() => setKind('drop')}>
          {t('confirm.proposeDrop')}
        </Act>
      </p>
      {kind && <ProposalSheet measure={measure} kind={kind} close={() => setKind(null)} />}
    </section>
  );
}

function ProposalSheet({
  measure,
  kind,
  close,
}: {
  measure: Measure;
  kind: ConfirmationKind;
  close: () => void;
}) {
  const t = useTexts(measureTexts);
  const session = useSession();
  const side = useSideName();
  const changed = useChanged();
  const other = side(measure.mechanism.sides.find(({ id }) => id !== session.side?.id));
  const sending = useMutation({
    mutationFn: (reason: string) => proposeConfirmation(measure.id, { kind, reason }),
    onSuccess: async (next) => {
      close();
      await changed(next, t('confirm.sent', { other }));
    },
  });
  const title = t(kind === 'completion' ? 'confirm.proposeCompletion' : 'confirm.proposeDrop');
  const who = t(`confirm.who.${kind}`, { other });
  return <ReasonSheet {...{ title, who, sending, close }} send={t('confirm.propose')} />;
}

/** What waits for the answer of one side: at most one proposal of completion and one of dropping. */
export function OpenConfirmations({ measure }: { measure: Measure }) {
  const open = measure.confirmations.filter(({ state }) => state === 'proposed');
  if (open.length === 0) return null;
  return (
    <div id="confirmation">
      {open.map((confirmation) => (
        <Proposal key={confirmation.id} measure={measure} confirmation={confirmation} />
      ))}
    </div>
  );
}

function Proposal({ measure, confirmation }: { measure: Measure; confirmation: Confirmation }) {
  const t = useTexts(measureTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const side = useSideName();
  const changed = useChanged();
  const [declining, setDeclining] = useState(false);
  const { id, version, kind, abilities, partyId } = confirmation;
  const { sides } = measure.mechanism;
  const proposer = side(sides.find((party) => party.id === partyId));
  const other = side(sides.find((party) => party.id !== partyId));
  const title = t(`confirm.title.${kind}`, { side: proposer });

  const confirming = useMutation({
    mutationFn: () => confirm(id, version),
    onSuccess: (next) => changed(next, t(`confirm.confirmed.${kind}`)),
  });
  const withdrawing = useMutation({
    mutationFn: () => withdrawConfirmation(id, version),
    onSuccess: (next) => changed(next, t('change.withdrawn')),
  });

  return (
    <section className="confirm" aria-label={title}>
      <div className="row wrap">
        <h3>{title}</h3>
        <span className="meta push num">
          {formatDate(confirmation.proposedAt, language)}
          {'　'}
          {named(confirmation.organisation.name, language)}
        </span>
      </div>
      <dl className="kv">
        <dt>{t('confirm.reasonOf', { side: proposer })}</dt>
        <dd>
          <Written>{confirmation.reason}</Written>
        </dd>
        {measure.tracks.map((track) => (
          <Assessed key={track.partyId} name={side(sides.find((party) => party.id === track.partyId))}>
            {t('confirm.now', { status: words(`status.${track.status}`) })}
          </Assessed>
        ))}
      </dl>
      {confirming.error && <Failure error={confirming.error} />}
      {withdrawing.error && <Failure error={withdrawing.error} />}
      <div className="foot">
        <p className="who">
          {abilities.confirm
            ? bold(t(`confirm.decide.${kind}`))
            : t(`confirm.waiting.${kind}`, { side: other })}
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
        {abilities.confirm && (
          <button
            type="button"
            className="btn primary"
            disabled={confirming.isPending}
            onClick={() => confirming.mutate()}
          >
            {t(`confirm.confirm.${kind}`)}
          </button>
        )}
      </div>
      {declining && <DeclineSheet confirmation={confirmation} close={() => setDeclining(false)} />}
    </section>
  );
}

function Assessed({ name, children }: { name: string; children: string }) {
  const t = useTexts(measureTexts);
  return (
    <>
      <dt>{t('confirm.nowOf', { side: name })}</dt>
      <dd>{children}</dd>
    </>
  );
}

function DeclineSheet({ confirmation, close }: { confirmation: Confirmation; close: () => void }) {
  const t = useTexts(measureTexts);
  const changed = useChanged();
  const { id, version, kind } = confirmation;
  const sending = useMutation({
    mutationFn: (reason: string) => declineConfirmation(id, version, reason),
    onSuccess: async (next) => {
      close();
      await changed(next, t('change.declined'));
    },
  });
  const title = t(`confirm.declineTitle.${kind}`);
  return <ReasonSheet {...{ title, sending, close }} who={t('change.who')} send={t('change.send')} />;
}
