import type { Role } from '#contracts/status';
import type { Trilingual } from '#i18n/language';
import { chongqing } from './sample.chongqing.js';
import { hongKong } from './sample.hong-kong.js';
import { observers } from './sample.observers.js';
import { emailOf, type SampleParty, samplePassword } from './sample.parties.js';
import { shanghai } from './sample.shanghai.js';
import { zhejiang } from './sample.zhejiang.js';

export const sampleParties: SampleParty[] = [hongKong, chongqing, shanghai, zhejiang, observers];

/** One password for everybody in the sample; the sample is for trying out. */
export const demoPassword = samplePassword;

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
  organisation: Trilingual;
  party: Trilingual;
}

/** Whom one can be in a demonstration: the sample's people, party by party. */
export function demoPeople(): DemoPerson[] {
  return sampleParties.flatMap((party) =>
    party.organisations.flatMap((organisation) =>
      organisation.people.map((person) => ({
        email: emailOf(party, person),
        name: person.name,
        role: person.roles[0]!,
        organisation: organisation.name,
        party: party.name,
      })),
    ),
  );
}
