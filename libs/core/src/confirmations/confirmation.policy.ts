import { canAssign } from '#core/measures/measure.policy';
import { coordinates, type Sides } from '#core/mechanisms/mechanism.policy';
import type { Actor } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { Confirmation } from './confirmation.entity.js';

type Target = Pick<Confirmation, 'partyId' | 'state'>;

export const canPropose = canAssign;

type Rule = (actor: Actor, confirmation: Target, sides: Sides) => Ruling;

const answers: Rule = (actor, { partyId, state }, sides) =>
  ruled(
    coordinates(actor, sides),
    [state === 'proposed', 'wrong_state'],
    [actor.side !== partyId, 'awaiting_other_side'],
  );

const withdraws: Rule = (actor, { partyId, state }, sides) =>
  ruled(
    coordinates(actor, sides),
    [state === 'proposed', 'wrong_state'],
    [actor.side === partyId, 'other_side'],
  );

const rules = { confirm: answers, decline: answers, withdraw: withdraws } satisfies Record<string, Rule>;

export type ConfirmationAction = keyof typeof rules;

export const can = (actor: Actor, action: ConfirmationAction, confirmation: Target, sides: Sides): Ruling =>
  rules[action](actor, confirmation, sides);
