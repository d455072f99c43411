import { coordinates, type Sides } from '#core/mechanisms/mechanism.policy';
import type { Actor } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { DueDateChange } from './due-date-change.entity.js';

type Target = Pick<DueDateChange, 'partyId' | 'state'>;

type Rule = (actor: Actor, change: Target, sides: Sides) => Ruling;

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

const rules = { agree: answers, decline: answers, withdraw: withdraws } satisfies Record<string, Rule>;

export type DueDateChangeAction = keyof typeof rules;

export const can = (actor: Actor, action: DueDateChangeAction, change: Target, sides: Sides): Ruling =>
  rules[action](actor, change, sides);
