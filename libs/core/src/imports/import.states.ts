import type { ImportState } from '#contracts/status';
import type { States } from '#core/states';

/** Adoption is the moment at which the text becomes immutable. */
export const importStates: States<ImportState> = {
  // A job that is tried again begins anew.
  parsing: ['parsing', 'parsed', 'failed', 'discarded'],
  failed: ['parsing', 'discarded'],
  parsed: ['reviewed', 'adopted', 'discarded'],
  reviewed: ['reviewed', 'adopted', 'discarded'],
  adopted: [],
  discarded: [],
};
