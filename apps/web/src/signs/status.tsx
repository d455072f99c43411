import type { ReactNode } from 'react';
import type { MeasureStatus, TrackStatus } from '#contracts/status';
import { named } from '#i18n/language';
import { useLanguage, useTexts } from '../i18n/texts';
import { domainTexts } from './light';
import { useParties, useSideName } from './side';

type Sign = TrackStatus | 'closed' | 'dropped' | 'awaiting';

const ring = <circle cx="8" cy="8" r="6" />;
const shapes: Record<Sign, ReactNode> = {
  not_started: <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.5" />,
  on_target: (
    <>
      {ring}
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" stroke="none" />
    </>
  ),
  behind: (
    <>
      {ring}
      <path d="M8 4.8V8l2.4 1.6" />
    </>
  ),
  completed: (
    <>
      {ring}
      <path d="m5.4 8.2 1.9 1.9 3.4-3.8" />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="currentColor" stroke="none" />
      <path d="m5.2 8.2 2 2 3.7-4.2" stroke="var(--c-bg)" />
    </>
  ),
  ongoing: (
    <>
      <path d="M13.5 8A5.5 5.5 0 0 1 3.7 11.4M2.5 8a5.5 5.5 0 0 1 9.8-3.4" />
      <path d="M12.5 1.8v3h-3M3.5 14.2v-3h3" />
    </>
  ),
  awaiting: (
    <>
      {ring}
      <path d="M5.2 8h0M8 8h0M10.8 8h0" strokeWidth="2" />
    </>
  ),
  suspended: (
    <>
      {ring}
      <path d="M6.4 6v4M9.6 6v4" />
    </>
  ),
  dropped: (
    <>
      {ring}
      <path d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
  not_applicable: <path d="M4 8h8" />,
};

function Mark({ sign, word, tag = false }: { sign: Sign; word: string; tag?: boolean }) {
  return (
    <span className={`st ${sign}${tag ? ' tag' : ''}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[sign]}
      </svg>
      {word}
    </span>
  );
}

/** One side's own assessment. */
export function TrackMark({ status }: { status: TrackStatus }) {
  const t = useTexts(domainTexts);
  return <Mark sign={status} word={t(`status.${status}`)} />;
}

export function useMeasureStatus() {
  const t = useTexts(domainTexts);
  const side = useSideName();
  const language = useLanguage();
  const parties = useParties();
  return (status: MeasureStatus, awaitingPartyId: string | null): string => {
    switch (status) {
      case 'awaiting_confirmation': {
        const party = awaitingPartyId === null ? undefined : parties.get(awaitingPartyId);
        if (!party) return t('measure.awaiting_either');
        return t('measure.awaiting', { side: language === 'en' ? named(party.name, language) : side(party) });
      }
      case 'closed':
      case 'dropped':
      case 'completed':
        return t(`measure.${status}`);
      default:
        return t(`status.${status}`);
    }
  };
}

/** What the two sides' assessments come to; the side that has to answer is named. */
export function StatusMark(props: { status: MeasureStatus; awaitingPartyId: string | null; tag?: boolean }) {
  const say = useMeasureStatus();
  const sign = props.status === 'awaiting_confirmation' ? 'awaiting' : props.status;
  return <Mark sign={sign} word={say(props.status, props.awaitingPartyId)} tag={props.tag ?? false} />;
}
