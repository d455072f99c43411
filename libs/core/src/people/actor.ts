import type { Role } from '#contracts/status';
import type { Language } from '#i18n/language';
import type { Identity } from '#platform/db';
import type { Person } from './person.entity.js';

/** An officer on leave, whose work the person does meanwhile. */
export interface Absent {
  personId: string;
  organisationId: string;
}

/** A signed-in person, as every service method takes first. */
export interface Actor extends Identity {
  roles: readonly Role[];
  language: Language;
  standsInFor: readonly Absent[];
  /** The absent officer in whose place this is done. */
  forId?: string;
}

const working: readonly Role[] = ['coordinator', 'officer', 'manager'];

export const isWorking = (roles: readonly Role[]): boolean => roles.some((role) => working.includes(role));

type Identifying = Pick<Person, 'id' | 'organisationId' | 'partyId' | 'roles' | 'language'>;

/** The only place where identity is made. Observers and pure administrators read no side's private work. */
export function actorOf(person: Identifying, standsInFor: readonly Absent[] = []): Actor {
  return {
    personId: person.id,
    organisationId: person.organisationId,
    partyId: person.partyId,
    side: isWorking(person.roles) ? person.partyId : null,
    administers: person.roles.includes('administrator'),
    roles: person.roles,
    language: person.language,
    standsInFor,
  };
}

export const is = (actor: Actor, role: Role): boolean => actor.roles.includes(role);

/** The offices for which the person writes: the own one, and those of absent officers in whose place the person is. */
export const writesFor = (actor: Actor): string[] => [
  ...(is(actor, 'officer') || is(actor, 'coordinator') ? [actor.organisationId] : []),
  ...standsInAt(actor),
];

/** The offices of the absent officers. */
export const standsInAt = ({ standsInFor }: Actor): string[] =>
  standsInFor.map(({ organisationId }) => organisationId);

/**
 * As whom a person does an office's work: as himself, or in the place of an absent officer of it.
 * @param officerIds who is named for it; none means everybody of the office
 */
export function inPlaceOf(actor: Actor, organisationId: string, officerIds: readonly string[] = []): Actor {
  const absent = actor.standsInFor.filter((each) => each.organisationId === organisationId);
  const named = absent.find(({ personId }) => officerIds.includes(personId));
  const own = actor.organisationId === organisationId && writesFor(actor).includes(organisationId);
  if (own && (!named || officerIds.includes(actor.personId))) return actor;
  const one = named ?? absent[0];
  return one ? { ...actor, organisationId, forId: one.personId } : actor;
}
