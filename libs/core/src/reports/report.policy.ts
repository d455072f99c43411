import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';

/** Asks for its side's reports and reads them; who may read one is asked again at every download. */
export const canReport = (actor: Actor, sides: Sides): boolean =>
  (is(actor, 'coordinator') || is(actor, 'manager')) && takesPart(actor, sides);
