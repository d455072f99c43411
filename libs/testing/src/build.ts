import type { Role } from '#contracts/status';
import { Ledger } from '#core/activity/ledger.entity';
import { dataSourceOptions } from '#core/database';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { Track } from '#core/measures/track.entity';
import { Mechanism, MechanismObserver } from '#core/mechanisms/mechanism.entity';
import { Area } from '#core/meetings/area.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Source } from '#core/meetings/source.entity';
import { type Actor, actorOf } from '#core/people/actor';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { hashPassword } from '#core/people/sign-in.service';
import { fold } from '#i18n/fold';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { TestDatabase } from './database.js';

export const password = 'correct horse battery staple';

const same = (name: string) => ({ hant: name, hans: name, en: name });

/**
 * Puts rows into a test's database past every policy, each with the parents that it lacks. What a test is about, it
 * does through the services; this is for what was there before.
 */
export class Builder {
  private count = 0;
  private passwordHash?: string;

  private constructor(readonly source: DataSource) {}

  static async open(database: TestDatabase): Promise<Builder> {
    const source = new DataSource({ ...dataSourceOptions(database.superUrl), logging: false });
    return new Builder(await source.initialize());
  }

  close(): Promise<void> {
    return this.source.destroy();
  }

  async party(given: Partial<Party> = {}): Promise<Party> {
    const code = given.code ?? `p${(this.count += 1)}`;
    const name = same(`Party ${code}`);
    return this.save(Party, { id: uuid(), code, name, mark: same(code), jurisdiction: 'HK', ...given });
  }

  async organisation(given: Partial<Organisation> & { partyId: string }): Promise<Organisation> {
    const name = same(`Office ${(this.count += 1)}`);
    return this.save(Organisation, {
      id: uuid(),
      parentId: null,
      name,
      short: name,
      aliases: [],
      custodian: false,
      ...given,
    });
  }

  async person(organisation: Organisation, roles: Role[], given: Partial<Person> = {}): Promise<Person> {
    this.passwordHash ??= await hashPassword(password);
    const email = `person${(this.count += 1)}@example.org`;
    return this.save(Person, {
      ...{
        id: uuid(),
        partyId: organisation.partyId,
        organisationId: organisation.id,
        name: `Person ${this.count}`,
        email,
      },
      ...{ language: 'en', roles, passwordHash: this.passwordHash, failedSignIns: 0 },
      ...{ lockedUntil: null, disabledAt: null, ...given },
    });
  }

  async actor(organisation: Organisation, roles: Role[], given: Partial<Person> = {}): Promise<Actor> {
    return actorOf(await this.person(organisation, roles, given));
  }

  async mechanism(left: Party, right: Party, observers: Organisation[] = []): Promise<Mechanism> {
    const mechanism = await this.save(Mechanism, {
      ...{
        id: uuid(),
        name: same(`Mechanism ${(this.count += 1)}`),
        leftPartyId: left.id,
        rightPartyId: right.id,
      },
      ...{ warningDays: 30, freshnessDays: 180, version: 1 },
    });
    const mechanismId = mechanism.id;
    for (const partyId of [null, left.id, right.id]) {
      await this.save(Ledger, { id: uuid(), mechanismId, partyId, lastSequence: '0', lastHash: '' });
    }
    for (const { id } of observers) await this.save(MechanismObserver, { mechanismId, organisationId: id });
    return mechanism;
  }

  async meeting(mechanism: Mechanism, given: Partial<Meeting> = {}): Promise<Meeting> {
    this.count += 1;
    return this.save(Meeting, {
      ...{
        id: uuid(),
        mechanismId: mechanism.id,
        ordinal: this.count,
        title: `Meeting ${this.count}`,
        script: 'hant',
      },
      ...{ heldOn: '2023-05-11', place: 'Somewhere', heads: [], signatories: [], custodians: [] },
      ...{
        declaredAreas: null,
        declaredMeasures: null,
        declaredDocuments: null,
        adoptedAt: new Date(),
        ...given,
      },
    });
  }

  async measure(meeting: Meeting, given: Partial<Measure> = {}): Promise<Measure> {
    const { mechanismId, id: meetingId } = meeting;
    const ordinal = (this.count += 1);
    const text = given.text ?? `合作措施 ${ordinal}`;
    const area = await this.save(Area, {
      id: uuid(),
      mechanismId,
      meetingId,
      ordinal,
      title: `Area ${ordinal}`,
    });
    const source = await this.save(Source, {
      ...{
        id: uuid(),
        mechanismId,
        meetingId,
        kind: 'annex',
        fileName: 'a.txt',
        sha256: '',
        fileKey: null,
        bytes: null,
        text,
        textSha256: null,
        adoptedAt: new Date(),
      },
    });
    const measure = await this.save<Measure>(Measure, {
      ...{
        id: uuid(),
        mechanismId,
        meetingId,
        areaId: area.id,
        areaOrdinal: ordinal,
        ordinal: 1,
        title: text.slice(0, 24),
        text,
      },
      ...{ script: 'hant', folded: fold(text), sourceId: source.id, sourceStart: 0, sourceEnd: text.length },
      ...{
        dueWording: null,
        dueKind: 'none',
        dueOn: null,
        status: 'not_started',
        awaitingPartyId: null,
        lastClearedAt: null,
      },
      ...given,
    });
    const { leftPartyId, rightPartyId } = await this.source.manager.findOneByOrFail(Mechanism, {
      id: mechanismId,
    });
    for (const partyId of [leftPartyId, rightPartyId]) {
      await this.save(Track, {
        ...{ id: uuid(), mechanismId, measureId: measure.id, partyId, leadId: null, supportingIds: [] },
        ...{ status: 'not_started', nextStep: null, lastClearedAt: null },
      });
    }
    return measure;
  }

  async assignment(
    measure: Measure,
    lead: Organisation,
    given: Partial<Assignment> = {},
  ): Promise<Assignment> {
    return this.save(Assignment, {
      ...{
        id: uuid(),
        mechanismId: measure.mechanismId,
        measureId: measure.id,
        partyId: lead.partyId,
        leadId: lead.id,
      },
      ...{ supportingIds: [], officerIds: [], internalDueOn: null, publishedAt: null, version: 1, ...given },
    });
  }

  private async save<E extends ObjectLiteral>(entity: EntityTarget<E>, row: E): Promise<E> {
    await this.source.manager.insert(entity, row);
    return row;
  }
}

/**
 * Two governments, an office and people of each role on both sides, and one measure between them.
 * @param world keeps the governments of a second world in the same database apart
 */
export async function buildTwoSides(builder: Builder, world = '') {
  const side = async (code: string, jurisdiction: 'HK' | 'CN') => {
    const party = await builder.party({ code: `${code}${world}`, jurisdiction });
    const custodian = await builder.organisation({ partyId: party.id, custodian: true });
    const bureau = await builder.organisation({ partyId: party.id });
    return {
      ...{ party, custodian, bureau },
      coordinator: await builder.actor(custodian, ['coordinator']),
      officer: await builder.actor(bureau, ['officer']),
      manager: await builder.actor(bureau, ['manager']),
      administrator: await builder.actor(custodian, ['administrator']),
    };
  };
  const left = await side('left', 'HK');
  const right = await side('right', 'CN');
  const office = await builder.organisation({ partyId: (await builder.party()).id });
  const observer = await builder.actor(office, ['observer']);
  const mechanism = await builder.mechanism(left.party, right.party, [office]);
  const meeting = await builder.meeting(mechanism);
  const measure = await builder.measure(meeting);
  return { left, right, observer, mechanism, meeting, measure };
}
