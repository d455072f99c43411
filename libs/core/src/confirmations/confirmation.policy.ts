import type { MeasureStatus } from '#contracts/status';
import { canAssign } from '#core/measures/measure.policy';
import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import type { Confirmation } from './confirmation.entity.js';

type Target = Pick<Confirmation, 'partyId' | 'state'>;

/** What both sides have confirmed or dropped has no more to be proposed of it. */
export const isEnded = (status: MeasureStatus): boolean => status === 'closed' || status === 'dropped';

export const canPropose = canAssign;

const decides = (actor: Actor, confirmation: Target, sides: Sides) =>
  is(actor, 'coordinator') && takesPart(actor, sides) && confirmation.state === 'proposed';

const answers = (actor: Actor, confirmation: Target, sides: Sides) =>
  decides(actor, confirmation, sides) && actor.side !== confirmation.partyId;

const rules = {
  confirm: answers,
  decline: answers,
  withdraw: (actor: Actor, confirmation: Target, sides: Sides) =>
    decides(actor, confirmation, sides) && actor.side === confirmation.partyId,
};

export type ConfirmationAction = keyof typeof rules;

export const can = (actor: Actor, action: ConfirmationAction, confirmation: Target, sides: Sides): boolean =>
  rules[action](actor, confirmation, sides);
