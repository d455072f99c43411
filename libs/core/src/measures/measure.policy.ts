import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';

interface Assigned {
  partyId: string;
  leadId: string;
  supportingIds: string[];
}

/** Charges its own side's units with a measure, and publishes that. */
export const canAssign = (actor: Actor, sides: Sides): boolean =>
  is(actor, 'coordinator') && takesPart(actor, sides);

/** Writes what happened: somebody of a unit that its own side charged with the measure. */
export const canWriteUpdate = (actor: Actor, assignment: Assigned | null): boolean =>
  (is(actor, 'officer') || is(actor, 'coordinator')) &&
  assignment !== null &&
  assignment.partyId === actor.side &&
  [assignment.leadId, ...assignment.supportingIds].includes(actor.organisationId);

export const canProposeDueDate = canAssign;
