import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';

/** Asks for its side's reports and reads them; who may read one is asked again at every download. */
export const canReport = (actor: Actor, sides: Sides): Ruling =>
  ruled(
    [takesPart(actor, sides), 'observer'],
    [is(actor, 'coordinator') || is(actor, 'manager'), 'not_coordinator'],
  );
