import type { Role } from '#contracts/status';
import type { Language, Trilingual } from '#i18n/language';

/** Invented people in real offices: what `npm start` shows on its first run. The offices are as practice.md lists them. */
export interface SamplePerson {
  name: string;
  /** Before the @; the part behind it is the party's. */
  email: string;
  roles: Role[];
  language?: Language;
}

export interface SampleOrganisation {
  key: string;
  parent?: string;
  name: Trilingual;
  short: Trilingual;
  /** Former and other names that texts use. */
  aliases?: string[];
  custodian?: true;
  people?: SamplePerson[];
}

export interface SampleParty {
  code: 'hk' | 'cq' | 'sh' | 'zj' | 'hmo';
  name: Trilingual;
  mark: Trilingual;
  jurisdiction: 'HK' | 'CN';
  language: Language;
  organisations: SampleOrganisation[];
}

export const samplePassword = 'luoshi-demo-2026';

export const emailOf = (party: SampleParty, person: SamplePerson) => `${person.email}@${party.code}.example`;

export const words = (hant: string, hans: string, en: string): Trilingual => ({ hant, hans, en });

/** An office with its officer; the officer's address is made of the office's key. */
export function office(
  key: string,
  name: Trilingual,
  short: Trilingual,
  officer: string,
  more: Partial<SampleOrganisation> & { language?: Language } = {},
): SampleOrganisation {
  const { language, people = [], ...rest } = more;
  const writes: SamplePerson = {
    name: officer,
    email: `${key}.officer`,
    roles: ['officer'],
    ...(language && { language }),
  };
  return { key, name, short, people: [writes, ...people], ...rest };
}

/** The office that keeps its side's original, with one person for each role on this side. */
export function custodian(
  name: Trilingual,
  short: Trilingual,
  aliases: string[],
  [coordinator, manager, officer, administrator]: [string, string, string, string],
): SampleOrganisation {
  return {
    key: 'hkmao',
    name,
    short,
    aliases,
    custodian: true,
    people: [
      { name: coordinator, email: 'hkmao.coordinator', roles: ['coordinator'] },
      { name: manager, email: 'hkmao.manager', roles: ['manager'] },
      { name: officer, email: 'hkmao.officer', roles: ['officer'] },
      { name: administrator, email: 'admin', roles: ['administrator'] },
    ],
  };
}

/** What the three mainland sides have in common. */
export const mainland = { jurisdiction: 'CN', language: 'zh-Hans-CN' } as const;
