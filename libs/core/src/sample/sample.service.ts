import { ActionsService } from '#core/actions/actions.service';
import { ActivityService } from '#core/activity/activity.service';
import { Ledger } from '#core/activity/ledger.entity';
import { dateOf } from '#core/calendar/calendar-date';
import { dataSourceOptions } from '#core/database';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { ChecksService } from '#core/evidence/checks.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { EvidenceService } from '#core/evidence/evidence.service';
import { UploadsService } from '#core/evidence/uploads.service';
import { ImportsService } from '#core/imports/imports.service';
import { JobsService } from '#core/jobs/jobs.service';
import { MailsService } from '#core/mails/mails.service';
import { Measure } from '#core/measures/measure.entity';
import { MeasuresService } from '#core/measures/measures.service';
import { Mechanism, MechanismObserver } from '#core/mechanisms/mechanism.entity';
import { type Actor, actorOf } from '#core/people/actor';
import { NotesService } from '#core/notes/notes.service';
import { NoticesService } from '#core/notices/notices.service';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { RequestsService } from '#core/requests/requests.service';
import { hashPassword } from '#core/people/sign-in.service';
import { UpdatesService } from '#core/updates/updates.service';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Db, type DbActor, identify, Tx } from '#platform/db';
import type { Storage } from '#platform/storage';
import type { Uploads } from '#platform/uploads';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { at, type Event, historyOf, type Services, type Side } from './sample.history.js';
import type { SampleMeeting } from './sample.meetings.js';
import { emailOf, samplePassword, type SampleParty, words } from './sample.parties.js';
import { sampleParties } from './sample.people.js';
import { shanghaiSixth } from './sample.shanghai-meeting.js';
import { memorandumOf } from './sample.text.js';
import { zhejiangFirst } from './sample.zhejiang-meeting.js';

export interface SampleOptions {
  /** The database as its owner: parties and mechanisms are set up by nobody else. */
  ownerUrl: string;
  config: Config;
  storage: Storage;
  uploads: Uploads;
  now: Date;
}

/** `loaded` now, `present` from before, or `occupied`: somebody else's installation, left as it is. */
export type SampleOutcome = 'loaded' | 'present' | 'occupied';

/** Hong Kong stands on the left of all three; Chongqing's first meeting is left for the visitor to import. */
const mechanisms = [
  { other: 'cq', name: words('渝港合作機制', '渝港合作机制', 'Hong Kong–Chongqing'), meeting: null },
  { other: 'sh', name: words('滬港合作機制', '沪港合作机制', 'Hong Kong–Shanghai'), meeting: shanghaiSixth },
  { other: 'zj', name: words('浙港合作機制', '浙港合作机制', 'Hong Kong–Zhejiang'), meeting: zhejiangFirst },
] as const;

/** Any number: two starts at once shall not both find the installation empty. */
const sampleLock = 4_715_002;

/** What time it is in the sample's past. */
class PastClock extends Clock {
  instant = new Date(0);

  override now(): Date {
    return this.instant;
  }
}

/** What the services take for their transactions is part of ours: an error in one ends the whole, and no job is asked for. */
class OneTransaction extends Db {
  constructor(
    dataSource: DataSource,
    private readonly runner: QueryRunner,
    private readonly clock: Clock,
  ) {
    super(
      dataSource,
      () => clock.now(),
      (error) => {
        throw error;
      },
    );
  }

  override async withActor<T>(actor: DbActor, work: (tx: Tx) => Promise<T>): Promise<T> {
    await identify(this.runner, actor);
    return work(new Tx(this.runner, this.clock.now()));
  }
}

/**
 * Fills an empty installation with the sample: who takes part, then what happened, each event through the service
 * that a person would have used and at its own time, so that ledgers and joint record are as real ones. One
 * transaction: a start that is killed in between leaves an empty installation.
 */
export async function loadSample(options: SampleOptions): Promise<SampleOutcome> {
  const { ownerUrl } = options;
  const dataSource = await new DataSource(dataSourceOptions(ownerUrl)).initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      const runner = manager.queryRunner;
      if (!runner) throw new Error('a transaction without its connection');
      await manager.query('select pg_advisory_xact_lock($1)', [sampleLock]);
      if ((await manager.count(Party)) > 0) {
        const [first] = sampleParties[0]?.organisations[0]?.people ?? [];
        const email = first && sampleParties[0] ? emailOf(sampleParties[0], first) : '';
        return (await manager.existsBy(Person, { email })) ? 'present' : 'occupied';
      }
      const cast = await setUp(manager);
      const clock = new PastClock();
      await tell(new OneTransaction(dataSource, runner, clock), clock, options, cast);
      return 'loaded';
    });
  } finally {
    await dataSource.destroy();
  }
}

interface Cast {
  sides: Map<SampleParty['code'], Side>;
  mechanismIds: Map<SampleParty['code'], string>;
}

async function setUp(manager: EntityManager): Promise<Cast> {
  const passwordHash = await hashPassword(samplePassword);
  const partyIds = new Map<SampleParty['code'], string>();
  const sides: Cast['sides'] = new Map();
  const observing: string[] = [];
  for (const party of sampleParties) {
    const { code, name, mark, jurisdiction } = party;
    const partyId = uuid();
    partyIds.set(code, partyId);
    await manager.insert(Party, { id: partyId, code, name, mark, jurisdiction });

    const ids = new Map(party.organisations.map(({ key }) => [key, uuid()]));
    await manager.insert(
      Organisation,
      party.organisations.map(({ key, parent, name, short, aliases = [], custodian = false }) => ({
        ...{
          id: ids.get(key),
          partyId,
          parentId: ids.get(parent ?? '') ?? null,
          name,
          short,
          aliases,
          custodian,
        },
      })),
    );
    const people = party.organisations.flatMap(({ key, people = [] }) =>
      people.map((person) => ({
        ...{ id: uuid(), partyId, organisationId: ids.get(key) ?? '', passwordHash, name: person.name },
        ...{
          email: emailOf(party, person),
          roles: person.roles,
          language: person.language ?? party.language,
        },
      })),
    );
    await manager.insert(Person, people);
    observing.push(
      ...people.filter(({ roles }) => roles.includes('observer')).map((each) => each.organisationId),
    );
    sides.set(code, sideOf(party, ids, people));
  }

  const mechanismIds: Cast['mechanismIds'] = new Map();
  for (const { other, name } of mechanisms) {
    const id = uuid();
    mechanismIds.set(other, id);
    const [leftPartyId, rightPartyId] = [known(partyIds, 'hk'), known(partyIds, other)];
    await manager.insert(Mechanism, { id, name, leftPartyId, rightPartyId });
    const observers = observing.map((organisationId) => ({ mechanismId: id, organisationId }));
    await manager.insert(MechanismObserver, observers);
    const ledgers = [null, leftPartyId, rightPartyId].map((partyId) => ({
      id: uuid(),
      mechanismId: id,
      partyId,
    }));
    // The owner opens ledgers and reads none: nothing may be returned.
    await manager.createQueryBuilder().insert().into(Ledger).values(ledgers).updateEntity(false).execute();
  }
  return { sides, mechanismIds };
}

type CastMember = Pick<Person, 'id' | 'partyId' | 'organisationId' | 'roles' | 'language'>;

function sideOf(party: SampleParty, ids: ReadonlyMap<string, string>, people: readonly CastMember[]): Side {
  const organisation = (key: string) => known(ids, key);
  const somebody = (role: Person['roles'][number], organisationId?: string): Actor => {
    const person = people.find(
      (each) =>
        each.roles.includes(role) && (organisationId === undefined || each.organisationId === organisationId),
    );
    if (!person) throw new Error(`the sample has no ${role} in ${party.code}`);
    return actorOf(person);
  };
  return {
    organisation,
    get coordinator() {
      return somebody('coordinator');
    },
    officer: (key) => somebody('officer', organisation(key)),
    manager: (key) => somebody('manager', organisation(key)),
  };
}

/** Nothing is queued while the sample is loaded: what it asks for, the worker's sweep finds. */
const quiet = { add: () => Promise.resolve() };

async function tell(
  db: Db,
  clock: PastClock,
  { config, storage, uploads, now }: SampleOptions,
  { sides, mechanismIds }: Cast,
): Promise<void> {
  const today = dateOf(now);
  const activity = new ActivityService();
  const jobs = new JobsService(db, quiet);
  const notices = new NoticesService(new MailsService(db, clock, jobs, config, null));
  const measures = new MeasuresService(db, activity);
  const confirmations = new ConfirmationsService(db, activity);
  const uploading = new UploadsService(db, jobs, config, uploads, null);
  const services: Services = {
    db,
    measures,
    updates: new UpdatesService(db, activity, confirmations, jobs, new DisclosuresService(db, activity)),
    confirmations,
    actions: new ActionsService(db, activity, clock),
    notes: new NotesService(db, activity, jobs, notices),
    requests: new RequestsService(db, activity, jobs, notices),
    dueDates: new DueDatesService(db, activity, clock),
    evidence: new EvidenceService(db, activity, uploading, storage),
    uploads: uploading,
    checks: new ChecksService(db, activity, jobs, storage, uploads, null, config),
  };
  const imports = new ImportsService(db, activity);

  const events: Event[] = [];
  for (const { other, meeting } of mechanisms) {
    if (!meeting) continue;
    const both = { hk: known(sides, 'hk'), other: known(sides, other) };
    const { coordinator } = both[meeting.importedBy];
    clock.instant = at(meeting.adoptedOn, '10:30');
    const meetingId = await adopt(imports, coordinator, meeting, known(mechanismIds, other));
    const adopted = await db.withActor(coordinator, (tx) =>
      tx.manager.find(Measure, { where: { meetingId }, order: { areaOrdinal: 'asc', ordinal: 'asc' } }),
    );
    meeting.areas
      .flatMap((area) => area.measures)
      .forEach((measure, index) => {
        const id = adopted[index]?.id ?? '';
        events.push(...historyOf({ services, sides: both, today }, id, measure, meeting.adoptedOn));
      });
  }
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const event of events) {
    clock.instant = event.at;
    await event.happen();
  }
}

async function adopt(
  imports: ImportsService,
  coordinator: Actor,
  meeting: SampleMeeting,
  mechanismId: string,
): Promise<string> {
  const { text, draft } = memorandumOf(meeting);
  const id = await imports.parse(coordinator, meeting.fileName, Buffer.from(text));
  await imports.review(coordinator, id, { draft, mechanismId, kind: meeting.kind }, 1);
  return imports.adopt(coordinator, id, 2);
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample has no ${String(key)}`);
  return value;
}
