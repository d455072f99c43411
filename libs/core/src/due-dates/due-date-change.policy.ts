import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import type { DueDateChange } from './due-date-change.entity.js';

type Target = Pick<DueDateChange, 'partyId' | 'state'>;

/** Coordinators of the two sides. One who merely observes the mechanism, for a side elsewhere, answers nothing. */
const decides = (actor: Actor, change: Target, sides: Sides) =>
  is(actor, 'coordinator') && takesPart(actor, sides) && change.state === 'proposed';

const answers = (actor: Actor, change: Target, sides: Sides) =>
  decides(actor, change, sides) && actor.side !== change.partyId;

const rules = {
  agree: answers,
  decline: answers,
  withdraw: (actor: Actor, change: Target, sides: Sides) =>
    decides(actor, change, sides) && actor.side === change.partyId,
};

export type DueDateChangeAction = keyof typeof rules;

export const can = (actor: Actor, action: DueDateChangeAction, change: Target, sides: Sides): boolean =>
  rules[action](actor, change, sides);
