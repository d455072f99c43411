import { coordinates } from '#core/mechanisms/mechanism.policy';

/** What both sides signed is either side's coordinator's to follow up. */
export const canFollowUp = coordinates;
