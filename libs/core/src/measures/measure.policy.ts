import { coordinates } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';

export interface Assigned {
  partyId: string;
  leadId: string;
  supportingIds: string[];
}

/** Charges its own side's units with a measure, and publishes that. */
export const canAssign = coordinates;

/** Writes what happened: somebody of a unit that its own side charged with the measure. */
export const canWriteUpdate = (actor: Actor, assignment: Assigned | null): Ruling =>
  ruled(
    [is(actor, 'officer') || is(actor, 'coordinator'), 'not_officer'],
    [assignment !== null && assignment.partyId === actor.side, 'not_assigned'],
    [
      [assignment?.leadId, ...(assignment?.supportingIds ?? [])].includes(actor.organisationId),
      'not_charged',
    ],
  );

export const canProposeDueDate = coordinates;
