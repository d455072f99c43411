import { coordinates } from '#core/mechanisms/mechanism.policy';

/** What joins two meetings of both is either side's coordinator's to say. */
export const canDecide = coordinates;
