import { type Actor, is } from '#core/people/actor';

/** A mechanism's two parties, as a policy needs them. */
export interface Sides {
  leftPartyId: string;
  rightPartyId: string;
}

export const takesPart = (actor: Actor, { leftPartyId, rightPartyId }: Sides): boolean =>
  actor.side === leftPartyId || actor.side === rightPartyId;

/** Either side's coordinators: what the lights are measured by is for both alike. */
export const canSetThresholds = (actor: Actor, sides: Sides): boolean =>
  is(actor, 'coordinator') && takesPart(actor, sides);
