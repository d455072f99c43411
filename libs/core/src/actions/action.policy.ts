import { type Assigned, canWriteUpdate } from '#core/measures/measure.policy';
import { coordinates, type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, is } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { Action } from './action.entity.js';
import type { SharedAction } from './shared-action.entity.js';

/** Plans what its side carries out, and says how far it is: its coordinator, or somebody of a unit charged with the measure. */
export const canPlan = (actor: Actor, sides: Sides, assignment: Assigned | null): Ruling =>
  ruled([takesPart(actor, sides), 'observer'], is(actor, 'coordinator') || canWriteUpdate(actor, assignment));

/** What both have; the columns that are shared. */
const sharedColumns = ['title', 'words', 'rangeStart', 'rangeEnd', 'leadId', 'doneOn'] as const;
export type Shared = Pick<Action, (typeof sharedColumns)[number]>;

export const sharedOf = (action: Shared): Shared =>
  Object.fromEntries(sharedColumns.map((column) => [column, action[column]])) as unknown as Shared;

type Standing = Pick<SharedAction, 'withdrawnAt' | keyof Shared> | null;

export const stands = (shared: Standing): shared is NonNullable<Standing> =>
  shared !== null && shared.withdrawnAt === null;

/** Gives it up, with no trace: not while the other side reads it. */
export const canRemove = (
  actor: Actor,
  sides: Sides,
  assignment: Assigned | null,
  shared: Standing,
): Ruling => ruled(canPlan(actor, sides, assignment), [!stands(shared), 'shared']);

/** Moves it as it is into the joint record, where it is not there yet or stands there otherwise. */
export const canShare = (actor: Actor, sides: Sides, action: Shared, shared: Standing): Ruling =>
  ruled(coordinates(actor, sides), [
    !stands(shared) || sharedColumns.some((column) => shared[column] !== action[column]),
    'shared',
  ]);

/** Takes it out of the joint record; its side keeps it. */
export const canWithdraw = (actor: Actor, sides: Sides, shared: Standing): Ruling =>
  ruled(coordinates(actor, sides), [stands(shared), 'not_shared']);
