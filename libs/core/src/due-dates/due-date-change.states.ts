import type { DueDateChangeState } from '#contracts/status';
import type { States } from '#core/states';

export const dueDateChangeStates: States<DueDateChangeState> = {
  proposed: ['agreed', 'declined', 'withdrawn'],
  agreed: [],
  declined: [],
  withdrawn: [],
};
