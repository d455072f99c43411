import { type Assigned, canWriteUpdate } from '#core/measures/measure.policy';
import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { Request } from './request.entity.js';

type Target = Pick<Request, 'partyId' | 'state'>;

const answers = (actor: Actor, { partyId, state }: Target, sides: Sides): Ruling =>
  ruled(
    [takesPart(actor, sides), 'observer'],
    [actor.side !== partyId, 'awaiting_other_side'],
    [state === 'open', 'wrong_state'],
  );

/** Writes what its side means to answer: its coordinator, or somebody of a unit charged with the measure. */
export const canDraftAnswer = (
  actor: Actor,
  request: Target,
  sides: Sides,
  assignment: Assigned | null,
): Ruling =>
  ruled(answers(actor, request, sides), is(actor, 'coordinator') || canWriteUpdate(actor, assignment));

export const canClearAnswer = (actor: Actor, request: Target, sides: Sides): Ruling =>
  ruled(answers(actor, request, sides), [is(actor, 'coordinator'), 'not_coordinator']);

export const canWithdraw = (actor: Actor, { partyId, state }: Target, sides: Sides): Ruling =>
  ruled(
    [takesPart(actor, sides), 'observer'],
    [actor.side === partyId, 'other_side'],
    [state === 'open', 'wrong_state'],
    [is(actor, 'coordinator'), 'not_coordinator'],
  );
