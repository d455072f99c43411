import type { EvidenceState } from '#contracts/status';
import type { States } from '#core/states';

/** Of a revision. A link is available from the start; a file once it has come up whole and was found to be good. */
export const evidenceStates: States<EvidenceState> = {
  uploading: ['scanning'],
  scanning: ['available', 'infected', 'rejected'],
  available: [],
  infected: [],
  rejected: [],
};
