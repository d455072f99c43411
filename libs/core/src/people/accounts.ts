import type { Role } from '#contracts/status';
import { dataSourceOptions, runtimeOptions } from '#core/database';
import type { Language } from '#i18n/language';
import { Db, SYSTEM } from '#platform/db';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Organisation } from './organisation.entity.js';
import { Party } from './party.entity.js';
import { Person } from './person.entity.js';
import { Session } from './session.entity.js';
import { hashPassword } from './sign-in.service.js';

/** Why the command line could not do it; a sentence for the one who types. */
export class AccountError extends Error {}

export interface NewAccount {
  email: string;
  name: string;
  /** A party's code. */
  party: string;
  /** Of that party: an id, or a name, short name or alias in any language. */
  organisation: string;
  roles: Role[];
  language: Language;
  password: string;
}

export interface Account {
  email: string;
  name: string;
  party: string;
  organisation: string;
  roles: Role[];
  language: Language;
  disabled: boolean;
}

/** People as the owner of the database sets them up, who knows them all and reads none of their work. */
export async function withAccounts<T>(
  ownerUrl: string,
  work: (accounts: Accounts) => Promise<T>,
): Promise<T> {
  const source = await new DataSource(dataSourceOptions(ownerUrl)).initialize();
  try {
    return await work(new Accounts(source.manager));
  } finally {
    await source.destroy();
  }
}

export class Accounts {
  constructor(private readonly manager: EntityManager) {}

  /** @throws AccountError that lists what there is where something is not found */
  async add({ party, organisation, password, ...account }: NewAccount): Promise<void> {
    const email = account.email.trim().toLowerCase();
    const of = await this.party(party);
    const office = await this.organisation(of, organisation);
    const person = {
      ...account,
      ...{ id: uuid(), email, partyId: of.id, organisationId: office.id },
      passwordHash: await hashPassword(password),
    };
    const added = await this.manager
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values(person)
      .orIgnore()
      .returning('id')
      .execute();
    if ((added.raw as unknown[]).length === 0)
      throw new AccountError(`There is somebody with the address ${email}.`);
  }

  async list(party?: string): Promise<Account[]> {
    const only = party === undefined ? null : (await this.party(party)).id;
    return this.manager.query<Account[]>(
      `select p.email, p.name, g.code as party, o.name ->> 'en' as organisation, p.roles, p.language,
         p.disabled_at is not null as disabled
       from person p join party g on g.id = p.party_id join organisation o on o.id = p.organisation_id
       where $1::uuid is null or g.id = $1 order by g.code, o.name ->> 'en', p.email`,
      [only],
    );
  }

  /** Also lets in again who was locked out. @returns the person's id */
  async setPassword(email: string, password: string): Promise<string> {
    const person = await this.manager.findOneBy(Person, { email: email.trim().toLowerCase() });
    if (!person) throw new AccountError(`Nobody has the address ${email}.`);
    const passwordHash = await hashPassword(password);
    await this.manager.update(Person, person.id, { passwordHash, failedSignIns: 0, lockedUntil: null });
    return person.id;
  }

  private async party(code: string): Promise<Party> {
    const parties = await this.manager.find(Party, { order: { code: 'asc' } });
    const party = parties.find((each) => each.code === code);
    if (party) return party;
    throw new AccountError(
      `There is no party "${code}". There is ${parties.map((each) => each.code).join(', ') || 'none yet'}.`,
    );
  }

  private async organisation(party: Party, wanted: string): Promise<Organisation> {
    const offices = await this.manager.findBy(Organisation, { partyId: party.id });
    const found = offices.filter(({ id, name, short, aliases }) =>
      [id, name.hant, name.hans, name.en, short.hant, short.hans, short.en, ...aliases].some(
        (each) => each.toLowerCase() === wanted.toLowerCase(),
      ),
    );
    const [office, another] = found;
    if (office && !another) return office;
    const names = (another ? found : offices).map(
      ({ id, name, short }) => `  ${id}  ${short.en}  ${name.en}`,
    );
    throw new AccountError(
      `${another ? 'Several offices' : 'No office'} of ${party.code} ${another ? 'are' : 'is'} called "${wanted}". ` +
        `Name one of these:\n${names.join('\n')}`,
    );
  }
}

/** Who held the old password may be signed in with it: those sessions end. */
export async function endSessions(databaseUrl: string, personId: string): Promise<void> {
  const source = await new DataSource(runtimeOptions(databaseUrl, 1)).initialize();
  try {
    const db = new Db(
      source,
      () => new Date(),
      () => undefined,
    );
    await db.withActor(SYSTEM, (tx) => tx.manager.delete(Session, { personId }));
  } finally {
    await source.destroy();
  }
}
