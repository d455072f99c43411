import type { DocumentState } from '#contracts/status';
import type { States } from '#core/states';

/** What is recorded too early can be taken back. */
export const documentStates: States<DocumentState> = {
  signed: ['in_force', 'completed', 'ended'],
  in_force: ['signed', 'completed', 'ended'],
  completed: ['in_force'],
  ended: ['in_force'],
};
