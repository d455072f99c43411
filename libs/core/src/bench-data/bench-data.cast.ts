import type { Role } from '#contracts/status';
import type { Organisation } from '#core/people/organisation.entity';
import type { Party } from '#core/people/party.entity';
import type { Person } from '#core/people/person.entity';
import type { Language, Trilingual } from '#i18n/language';
import { v7 as uuid } from 'uuid';
import { fields, givenNames, surnames } from './bench-data.words.js';

/** Two governments that do not exist, so that nobody takes their record for a real one. */
const governments = [
  {
    code: 'bench-east',
    name: { hant: '東灣', hans: '东湾', en: 'East Bay' },
    mark: { hant: '東', hans: '东', en: 'EB' },
    jurisdiction: 'HK',
    language: 'zh-Hant-HK',
    bureau: { hant: '局', hans: '局', en: 'Bureau' },
  },
  {
    code: 'bench-west',
    name: { hant: '西川', hans: '西川', en: 'West River' },
    mark: { hant: '西', hans: '西', en: 'WR' },
    jurisdiction: 'CN',
    language: 'zh-Hans-CN',
    bureau: { hant: '廳', hans: '厅', en: 'Department' },
  },
] as const;

export const benchCodes: readonly string[] = governments.map(({ code }) => code);

/** Two hundred in all. */
const peopleOfSide = 100;

type Newcomer = Omit<Person, 'failedSignIns' | 'lockedUntil' | 'disabledAt' | 'passwordHash'>;

/** One side as the generator needs it. */
export interface BenchSide {
  party: Party;
  /** 0: Traditional, 1: Simplified; the place in a Pair. */
  script: 0 | 1;
  organisations: Organisation[];
  people: Newcomer[];
}

export function benchSides(): [BenchSide, BenchSide] {
  const [east, west] = governments.map((government, at) => sideOf(government, at as 0 | 1));
  return [east!, west!];
}

function sideOf(government: (typeof governments)[number], script: 0 | 1): BenchSide {
  const { code, name, mark, jurisdiction, language, bureau } = government;
  const party: Party = { id: uuid(), code, name, mark, jurisdiction };
  const office = (title: Trilingual, short: Trilingual, custodian = false): Organisation => ({
    ...{ id: uuid(), partyId: party.id, parentId: null, name: title, short, aliases: [], custodian },
  });
  const custodian = office(
    {
      hant: `${name.hant}合作事務辦公室`,
      hans: `${name.hans}合作事务办公室`,
      en: `${name.en} Cooperation Office`,
    },
    { hant: '合作辦', hans: '合作办', en: 'CO' },
    true,
  );
  const offices = fields.map(([hant, hans, en]) =>
    office(
      {
        hant: name.hant + hant + bureau.hant,
        hans: name.hans + hans + bureau.hans,
        en: `${name.en} ${en} ${bureau.en}`,
      },
      {
        hant: hant.slice(0, 2) + bureau.hant,
        hans: hans.slice(0, 2) + bureau.hans,
        en: en.slice(0, 4).toUpperCase(),
      },
    ),
  );
  return {
    party,
    script,
    organisations: [custodian, ...offices],
    people: peopleOf(party, custodian, offices, language, script),
  };
}

function peopleOf(
  party: Party,
  custodian: Organisation,
  offices: Organisation[],
  language: Language,
  script: 0 | 1,
): Newcomer[] {
  const people: Newcomer[] = [];
  const add = (organisation: Organisation, role: Role) => {
    const count = people.filter(({ roles }) => roles.includes(role)).length + 1;
    const [surname, given] = [
      surnames[people.length % 10]!,
      givenNames[Math.floor(people.length / 10) % 10]!,
    ];
    people.push({
      ...{ id: uuid(), partyId: party.id, organisationId: organisation.id, roles: [role], language },
      name: surname[script] + given[script],
      email: `${role}${count}@${party.code}.example`,
    });
  };
  for (const role of ['coordinator', 'coordinator', 'manager', 'administrator'] as const)
    add(custodian, role);
  for (const organisation of offices) add(organisation, 'officer');
  for (const organisation of offices) add(organisation, 'manager');
  for (let at = 0; people.length < peopleOfSide; at += 1) add(offices[at % offices.length]!, 'officer');
  return people;
}

export interface BenchAccount {
  party: Trilingual;
  role: Role;
  email: string;
}

/** One for each role of each side. */
export function benchAccounts(): BenchAccount[] {
  const shown: Role[] = ['coordinator', 'officer', 'manager', 'administrator'];
  return governments.flatMap(({ code, name }) =>
    shown.map((role) => ({ party: name, role, email: `${role}1@${code}.example` })),
  );
}
