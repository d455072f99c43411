import { type Actor, is } from '#core/people/actor';
import type { DueDateChange } from './due-date-change.entity.js';

type Target = Pick<DueDateChange, 'partyId' | 'state'>;

/** Coordinators of the two sides; row-level security has already kept everybody else out. */
const answers = (actor: Actor, change: Target) =>
  is(actor, 'coordinator') &&
  actor.side !== null &&
  actor.side !== change.partyId &&
  change.state === 'proposed';

const rules = {
  agree: answers,
  decline: answers,
  withdraw: (actor: Actor, change: Target) =>
    is(actor, 'coordinator') && actor.side === change.partyId && change.state === 'proposed',
};

export type DueDateChangeAction = keyof typeof rules;

export const can = (actor: Actor, action: DueDateChangeAction, change: Target): boolean =>
  rules[action](actor, change);
