import { coordinates, type Sides } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { Import } from './import.entity.js';

export const canImport = (actor: Actor): Ruling => ruled([is(actor, 'coordinator'), 'not_coordinator']);

/** A mechanism that the coordinator's office merely observes is not hers to add a meeting to. */
export const canImportInto = (actor: Actor, sides: Sides): Ruling => coordinates(actor, sides);

/** Its own side's coordinators may put aside what is not adopted, be it read or not. */
export const canDiscard = (actor: Actor, row: Pick<Import, 'partyId' | 'state'>): Ruling =>
  ruled(
    canImport(actor),
    [actor.side === row.partyId, 'other_side'],
    [row.state !== 'adopted' && row.state !== 'discarded', 'wrong_state'],
  );

/** Only its own side's coordinators, and only until it is adopted or discarded. */
export const canChange = (actor: Actor, row: Pick<Import, 'partyId' | 'state'>): Ruling =>
  ruled(
    canImport(actor),
    [actor.side === row.partyId, 'other_side'],
    [row.state === 'parsed' || row.state === 'reviewed', 'wrong_state'],
  );
