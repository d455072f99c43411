import { type Actor, is } from '#core/people/actor';
import type { Import } from './import.entity.js';

export const canImport = (actor: Actor): boolean => is(actor, 'coordinator') && actor.side !== null;

/** Only its own side's coordinators, and only until it is adopted or discarded. */
export const canChange = (actor: Actor, row: Pick<Import, 'partyId' | 'state'>): boolean =>
  canImport(actor) && actor.side === row.partyId && (row.state === 'parsed' || row.state === 'reviewed');
