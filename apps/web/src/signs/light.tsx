import type { Light, LightReason } from '#contracts/status';
import { domain } from '#i18n/messages/domain';
import { texts, useTexts } from '../i18n/texts';

export const domainTexts = texts('domain', domain);

/** The shape of a light: it can be told apart without its colour. */
export function LightSign({ light }: { light: Light }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {light === 'red' && (
        <>
          <path fill="currentColor" d="M6 0 12 6 6 12 0 6z" />
          <path stroke="var(--c-bg)" strokeWidth="1.4" strokeLinecap="round" d="M6 3.4v3.2M6 8.6v0" />
        </>
      )}
      {light === 'yellow' && <path fill="currentColor" d="M6 .8 12 11.2H0z" />}
      {light === 'green' && <circle fill="currentColor" cx="6" cy="6" r="5" />}
      {light === 'grey' && (
        <circle fill="none" stroke="currentColor" strokeWidth="1.6" cx="6" cy="6" r="4.4" />
      )}
    </svg>
  );
}

interface Reason {
  light: Light;
  reason: LightReason;
  /** Days overdue, left, or since the last update, as the reason has it. */
  days: number | null;
}

export function useReason() {
  const t = useTexts(domainTexts);
  return ({ reason, days }: Omit<Reason, 'light'>): string => {
    const count = Math.abs(days ?? 0);
    switch (reason) {
      case 'overdue':
        return t('reason.overdue', { count });
      case 'due_soon':
        return count === 0 ? t('reason.due_today') : t('reason.due_soon', { count });
      case 'stale':
        return days === null ? t('reason.never') : t('reason.stale', { count });
      default:
        return t(`reason.${reason}`);
    }
  };
}

/** A light beside the reason for it. */
export function LightMark({ light, reason, days, tag = false }: Reason & { tag?: boolean }) {
  const say = useReason();
  return (
    <span className={`light ${light}${tag ? ' tag' : ''}`}>
      <LightSign light={light} />
      {say({ reason, days })}
    </span>
  );
}

/** A light beside a count, its name read out. */
export function LightCount({ light, count }: { light: Light; count: number }) {
  const t = useTexts(domainTexts);
  return (
    <span className={`light ${light} num`}>
      <LightSign light={light} />
      <span className="sr">{t(`light.${light}`)} </span>
      {count}
    </span>
  );
}
