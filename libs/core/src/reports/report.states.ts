import type { ReportState } from '#contracts/status';
import type { States } from '#core/states';

/** A report that failed is built again when its job is tried again; one that nobody may read any more is not begun. */
export const reportStates: States<ReportState> = {
  queued: ['building', 'failed'],
  building: ['building', 'ready', 'failed'],
  failed: ['building'],
  ready: [],
};
