import type { Assignment } from '#core/measures/assignment.entity';
import { canWriteUpdate, chargedOffice } from '#core/measures/measure.policy';
import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import { type Actor, inPlaceOf, is, writesFor } from '#core/people/actor';
import type { Update } from '#core/updates/update.entity';
import { can as canUpdate } from '#core/updates/update.policy';
import type { DisclosedEvidence } from './disclosed-evidence.entity.js';
import type { EvidenceRevision } from './evidence-revision.entity.js';

type Charge = Pick<Assignment, 'partyId' | 'leadId' | 'supportingIds'> | null;

/** What evidence hangs on, loaded: one of the four. */
export type Place =
  | { of: 'update'; update: Pick<Update, 'partyId' | 'organisationId' | 'state'> }
  | { of: 'action'; sides: Sides; assignment: Charge; shared: boolean }
  | { of: 'measure'; sides: Sides; assignment: Charge }
  | { of: 'signed_document'; sides: Sides };

/** Hangs something new on it, and takes off again what was not disclosed: whoever may write there. */
export function canAttach(actor: Actor, place: Place): boolean {
  switch (place.of) {
    case 'update':
      return canUpdate(actor, 'edit', place.update) === true;
    case 'action':
    case 'measure':
      return (
        takesPart(actor, place.sides) &&
        (is(actor, 'coordinator') || canWriteUpdate(actor, place.assignment) === true)
      );
    case 'signed_document':
      return takesPart(actor, place.sides) && writesFor(actor).length > 0;
  }
}

/** As whom the person does it: in the place of an absent officer, where it is his office's to do. */
export function actingAt(actor: Actor, place: Place): Actor {
  if (place.of === 'update') return inPlaceOf(actor, place.update.organisationId);
  const office = place.of === 'measure' ? chargedOffice(actor, place.assignment) : undefined;
  return office === undefined ? actor : inPlaceOf(actor, office);
}

/** Says more of what hangs there, or adds a revision: also to what was cleared, but not while somebody decides on it. */
export const canTend = (actor: Actor, place: Place): boolean =>
  canAttach(actor, place) ||
  (place.of === 'update' &&
    place.update.state === 'cleared' &&
    // As if it were still being written: the same people.
    canUpdate(actor, 'edit', { ...place.update, state: 'draft' }) === true);

type Ready = Pick<EvidenceRevision, 'partyId' | 'state'>;

/** Moves one revision into the joint record; what hangs on an update or an action goes there with it, or after it. */
export const canDisclose = (actor: Actor, revision: Ready, place: Place, disclosed: boolean): boolean =>
  actor.side === revision.partyId &&
  is(actor, 'coordinator') &&
  revision.state === 'available' &&
  !disclosed &&
  (place.of !== 'update' || place.update.state === 'cleared') &&
  (place.of !== 'action' || place.shared);

/** Only the side that disclosed it, and only once. */
export const canTakeBack = (
  actor: Actor,
  disclosed: Pick<DisclosedEvidence, 'partyId' | 'takenBackAt'>,
): boolean => actor.side === disclosed.partyId && is(actor, 'coordinator') && disclosed.takenBackAt === null;
