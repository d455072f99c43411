import { useId, type ReactNode } from 'react';
import type { Refusal } from '#contracts/abilities';
import { useTexts } from '../i18n/texts';
import { domainTexts } from '../signs/light';

interface Props {
  className: string;
  /** Why the reader may not; a button without a reason is pressed as any other. */
  refusal: Refusal | undefined;
  onClick?: () => void;
  /** What it is called beside others of its kind. */
  label?: string;
  children: ReactNode;
}

/** A button that stays in reach of keyboard and finger when the reader may not press it, and then says why. */
export function Act({ className, refusal, onClick, label, children }: Props) {
  const words = useTexts(domainTexts);
  const id = useId();
  if (!refusal) {
    return (
      <button type="button" className={className} aria-label={label} onClick={onClick}>
        {children}
      </button>
    );
  }
  return (
    <span className="why">
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-disabled="true"
        aria-describedby={id}
      >
        {children}
      </button>
      <span role="tooltip" id={id}>
        {words(`refusal.${refusal}`)}
      </span>
    </span>
  );
}
