import type { Role } from '#contracts/status';
import type { Trilingual } from '#i18n/language';
import { chongqing } from './sample.chongqing.js';
import { hongKong } from './sample.hong-kong.js';
import { observers } from './sample.observers.js';
import { emailOf, samplePassword, type SampleParty } from './sample.parties.js';
import { shanghai } from './sample.shanghai.js';
import { zhejiang } from './sample.zhejiang.js';

export const sampleParties: readonly SampleParty[] = [hongKong, chongqing, shanghai, zhejiang, observers];

/** Everybody in the sample signs in with it. */
export const demoPassword = samplePassword;

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
  organisation: Trilingual;
  party: Trilingual;
}

/** One for each role of each side: those with the most to do. */
const shown = new Set([
  ...['cmab.coordinator@hk.example', 'doj.officer@hk.example', 'cmab.manager@hk.example', 'admin@hk.example'],
  ...[
    'hkmao.coordinator@cq.example',
    'justice.officer@cq.example',
    'hkmao.manager@cq.example',
    'admin@cq.example',
  ],
  ...[
    'hkmao.coordinator@sh.example',
    'sports.officer@sh.example',
    'hkmao.manager@sh.example',
    'admin@sh.example',
  ],
  ...[
    'hkmao.coordinator@zj.example',
    'science.officer@zj.example',
    'hkmao.manager@zj.example',
    'admin@zj.example',
  ],
  'observer@hmo.example',
]);

/** The people for whom the first start prints an account and the sign-in page has a button. */
export function demoPeople(): DemoPerson[] {
  return sampleParties.flatMap((party) =>
    party.organisations.flatMap(({ name: organisation, people = [] }) =>
      people.flatMap((person) => {
        const email = emailOf(party, person);
        const [role] = person.roles;
        return role && shown.has(email)
          ? [{ email, name: person.name, role, organisation, party: party.name }]
          : [];
      }),
    ),
  );
}
