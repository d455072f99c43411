import { type Actor, is } from '#core/people/actor';
import { ruled, type Ruling, type SqlConditions } from '#core/ruling';

/** A mechanism's two parties, as a policy needs them. */
export interface Sides {
  leftPartyId: string;
  rightPartyId: string;
}

export const takesPart = (actor: Actor, { leftPartyId, rightPartyId }: Sides): boolean =>
  actor.side === leftPartyId || actor.side === rightPartyId;

/** A coordinator of one of the two sides. One who merely observes the mechanism, for a side elsewhere, decides nothing. */
export const coordinates = (actor: Actor, sides: Sides): Ruling =>
  ruled([takesPart(actor, sides), 'observer'], [is(actor, 'coordinator'), 'not_coordinator']);

/** `coordinates` in SQL, over mechanism c. */
export const coordinatesSql = (isCoordinator: string): SqlConditions => [
  ['actor_side() in (c.left_party_id, c.right_party_id)', 'observer'],
  [isCoordinator, 'not_coordinator'],
];

/** Either side's: what the lights are measured by is for both alike. */
export const canSetThresholds = coordinates;
