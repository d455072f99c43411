import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import type { Import } from './import.entity.js';

export const canImport = (actor: Actor): boolean => is(actor, 'coordinator') && actor.side !== null;

/** A mechanism that the coordinator's office merely observes is not hers to add a meeting to. */
export const canImportInto = (actor: Actor, sides: Sides): boolean =>
  canImport(actor) && takesPart(actor, sides);

/** Only its own side's coordinators, and only until it is adopted or discarded. */
export const canChange = (actor: Actor, row: Pick<Import, 'partyId' | 'state'>): boolean =>
  canImport(actor) && actor.side === row.partyId && (row.state === 'parsed' || row.state === 'reviewed');
