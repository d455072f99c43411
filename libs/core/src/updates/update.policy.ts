import { type Actor, is } from '#core/people/actor';
import type { Update } from './update.entity.js';

type Target = Pick<Update, 'partyId' | 'organisationId' | 'state'>;

const ours = (actor: Actor, update: Target) => actor.side === update.partyId;
const ourOffice = (actor: Actor, update: Target) =>
  ours(actor, update) && actor.organisationId === update.organisationId;
const writes = (actor: Actor, update: Target) =>
  ourOffice(actor, update) && (is(actor, 'officer') || is(actor, 'coordinator'));
const waits = (update: Target) => update.state === 'submitted' || update.state === 'endorsed';
const mendable = (update: Target) => update.state === 'draft' || update.state === 'returned';

const rules = {
  edit: (actor: Actor, update: Target) => writes(actor, update) && mendable(update),
  submit: (actor: Actor, update: Target) => writes(actor, update) && mendable(update),
  withdraw: (actor: Actor, update: Target) => writes(actor, update) && mendable(update),
  endorse: (actor: Actor, update: Target) =>
    ourOffice(actor, update) && is(actor, 'manager') && update.state === 'submitted',
  return: (actor: Actor, update: Target) => ours(actor, update) && is(actor, 'coordinator') && waits(update),
  clear: (actor: Actor, update: Target) => ours(actor, update) && is(actor, 'coordinator') && waits(update),
};

export type UpdateAction = keyof typeof rules;

/** Who may do what with an update: only the track's own side, and only its coordinator may clear. */
export const can = (actor: Actor, action: UpdateAction, update: Target): boolean =>
  rules[action](actor, update);

export const updateActions = Object.keys(rules) as UpdateAction[];
