import { type Assigned, canWriteUpdate } from '#core/measures/measure.policy';
import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import type { Request } from './request.entity.js';

type Target = Pick<Request, 'partyId' | 'state'>;

const answers = (actor: Actor, { partyId, state }: Target, sides: Sides) =>
  takesPart(actor, sides) && actor.side !== partyId && state === 'open';

/** Writes what its side means to answer: its coordinator, or somebody of a unit charged with the measure. */
export const canDraftAnswer = (
  actor: Actor,
  request: Target,
  sides: Sides,
  assignment: Assigned | null,
): boolean =>
  answers(actor, request, sides) && (is(actor, 'coordinator') || canWriteUpdate(actor, assignment) === true);

export const canClearAnswer = (actor: Actor, request: Target, sides: Sides): boolean =>
  answers(actor, request, sides) && is(actor, 'coordinator');

export const canWithdraw = (actor: Actor, { partyId, state }: Target, sides: Sides): boolean =>
  takesPart(actor, sides) && actor.side === partyId && is(actor, 'coordinator') && state === 'open';
