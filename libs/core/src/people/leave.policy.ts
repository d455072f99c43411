import { type Actor, is } from './actor.js';
import type { Person } from './person.entity.js';

type Target = Pick<Person, 'id' | 'partyId'>;

/** The person himself says when he is away, or his side's administrator says it for him. */
export const canSetLeave = (actor: Actor, { id, partyId }: Target): boolean =>
  actor.partyId === partyId && (actor.administers || (actor.personId === id && is(actor, 'officer')));
