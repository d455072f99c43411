import type { MeasureStatus } from '#contracts/status';
import { coordinates, type Sides } from '#core/mechanisms/mechanism.policy';
import { type Actor, writesFor } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import { isEnded } from './measure-status.js';

export interface Assigned {
  partyId: string;
  leadId: string;
  supportingIds: string[];
}

/** Charges its own side's units with a measure, and publishes that. */
export const canAssign = coordinates;

/** The first of the offices for which the person writes that is charged with the measure. */
export const chargedOffice = (actor: Actor, assignment: Assigned | null): string | undefined =>
  writesFor(actor).find((office) =>
    [assignment?.leadId, ...(assignment?.supportingIds ?? [])].includes(office),
  );

/** Writes what happened: somebody of a unit that its own side charged with the measure. */
export const canWriteUpdate = (actor: Actor, assignment: Assigned | null): Ruling =>
  ruled(
    [writesFor(actor).length > 0, 'not_officer'],
    [assignment !== null && assignment.partyId === actor.side, 'not_assigned'],
    [chargedOffice(actor, assignment) !== undefined, 'not_charged'],
  );

/** Says that its own side has nothing to do, or has after all. */
export const canSetApplicable = (actor: Actor, sides: Sides, status: MeasureStatus): Ruling =>
  ruled(coordinates(actor, sides), [!isEnded(status), 'measure_ended']);

export const canProposeDueDate = coordinates;
