import type { ConfirmationKind, ConfirmationState } from '#contracts/status';
import type { States } from '#core/states';

/** A measure that both sides dropped stays dropped; one that they confirmed opens again when its status changes. */
export const confirmationStates: Record<ConfirmationKind, States<ConfirmationState>> = {
  completion: {
    proposed: ['confirmed', 'declined', 'withdrawn', 'voided'],
    confirmed: ['voided'],
    declined: [],
    withdrawn: [],
    voided: [],
  },
  drop: {
    proposed: ['confirmed', 'declined', 'withdrawn', 'voided'],
    confirmed: [],
    declined: [],
    withdrawn: [],
    voided: [],
  },
};
