import { type Actor, is, writesFor } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { Update } from './update.entity.js';

type Target = Pick<Update, 'partyId' | 'organisationId' | 'state'>;
type Rule = (actor: Actor, update: Target) => Ruling;

const writes: Rule = (actor, { partyId, organisationId, state }) =>
  ruled(
    [actor.side === partyId, 'other_side'],
    [[actor.organisationId, ...writesFor(actor)].includes(organisationId), 'other_office'],
    [writesFor(actor).includes(organisationId), 'not_officer'],
    [state === 'draft' || state === 'returned', 'wrong_state'],
  );

const decides: Rule = (actor, { partyId, state }) =>
  ruled(
    [actor.side === partyId, 'other_side'],
    [is(actor, 'coordinator'), 'not_coordinator'],
    [state === 'submitted' || state === 'endorsed', 'wrong_state'],
  );

const endorses: Rule = (actor, { partyId, organisationId, state }) =>
  ruled(
    [actor.side === partyId, 'other_side'],
    [actor.organisationId === organisationId, 'other_office'],
    [is(actor, 'manager'), 'not_manager'],
    [state === 'submitted', 'wrong_state'],
  );

const rules = {
  ...{ edit: writes, submit: writes, withdraw: writes },
  ...{ endorse: endorses, return: decides, clear: decides },
} satisfies Record<string, Rule>;

export type UpdateAction = keyof typeof rules;

/** Who may do what with an update: only the track's own side, and only its coordinator may clear. */
export const can = (actor: Actor, action: UpdateAction, update: Target): Ruling =>
  rules[action](actor, update);

export const updateActions = Object.keys(rules) as UpdateAction[];
