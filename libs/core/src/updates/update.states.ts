import type { UpdateState } from '#contracts/status';
import type { States } from '#core/states';

/** `cleared` is final: a correction is a new update that names the one it corrects. */
export const updateStates: States<UpdateState> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['endorsed', 'returned', 'cleared'],
  endorsed: ['returned', 'cleared'],
  returned: ['draft'],
  cleared: [],
  withdrawn: [],
};

/** Still somebody's to do. */
export const openStates: UpdateState[] = ['draft', 'submitted', 'endorsed', 'returned'];
