import type { RequestState } from '#contracts/status';
import type { States } from '#core/states';

export const requestStates: States<RequestState> = {
  open: ['answered', 'withdrawn'],
  answered: [],
  withdrawn: [],
};
