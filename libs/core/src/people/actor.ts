import type { Role } from '#contracts/status';
import type { Language } from '#i18n/language';
import type { Identity } from '#platform/db';
import type { Person } from './person.entity.js';

/** A signed-in person, as every service method takes first. */
export interface Actor extends Identity {
  roles: readonly Role[];
  language: Language;
}

const working: readonly Role[] = ['coordinator', 'officer', 'manager'];

type Identifying = Pick<Person, 'id' | 'organisationId' | 'partyId' | 'roles' | 'language'>;

/** The only place where identity is made. Observers and pure administrators read no side's private work. */
export function actorOf(person: Identifying): Actor {
  return {
    personId: person.id,
    organisationId: person.organisationId,
    partyId: person.partyId,
    side: person.roles.some((role) => working.includes(role)) ? person.partyId : null,
    administers: person.roles.includes('administrator'),
    roles: person.roles,
    language: person.language,
  };
}

export const is = (actor: Actor, role: Role): boolean => actor.roles.includes(role);
