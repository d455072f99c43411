import type { ReportState } from '#contracts/status';
import type { States } from '#core/states';

/** A report that failed is built again when its job is tried again. */
export const reportStates: States<ReportState> = {
  queued: ['building'],
  building: ['building', 'ready', 'failed'],
  failed: ['building'],
  ready: [],
};
