import { ActivityService } from '#core/activity/activity.service';
import { Ledger } from '#core/activity/ledger.entity';
import { addDays, dateOf } from '#core/calendar/calendar-date';
import { dataSourceOptions, runtimeOptions } from '#core/database';
import { Assignment } from '#core/measures/assignment.entity';
import { Measure } from '#core/measures/measure.entity';
import { Track } from '#core/measures/track.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Area } from '#core/meetings/area.entity';
import { Meeting } from '#core/meetings/meeting.entity';
import { Source } from '#core/meetings/source.entity';
import { type Actor, actorOf } from '#core/people/actor';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { hashPassword } from '#core/people/sign-in.service';
import { sampleParties } from '#core/sample/sample.people';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import { Update } from '#core/updates/update.entity';
import { chineseNumeral } from '#i18n/numbering';
import { Db, type Tx } from '#platform/db';
import { DataSource, type EntityManager, type EntityTarget, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Clearing, recordCleared } from './bench-data.activities.js';
import { benchCodes, type BenchSide, benchSides } from './bench-data.cast.js';
import { checkBenchData } from './bench-data.check.js';
import { Random } from './bench-data.random.js';
import { type MeetingPlan, type MeetingRows, MeetingWriter, type SideRows } from './bench-data.rows.js';

export interface BenchDataOptions {
  /** As the owner: who takes part, and what the planner knows. It writes no content. */
  ownerUrl: string;
  /** As the programs: content, through the policies, as each side's coordinator. */
  databaseUrl: string;
  measures: number;
  now: Date;
  /** Everybody's. */
  password: string;
  onProgress?: (what: string) => void;
}

export interface BenchDataCounts {
  meetings: number;
  measures: number;
  clearedUpdates: number;
  openUpdates: number;
  people: number;
}

const MECHANISMS = 3;
const MEETINGS_EACH = 10;
const AREAS = 12;
const DAYS_BETWEEN_MEETINGS = 150;
/** Rows a statement: its parameter stays at a few megabytes. */
const CHUNK = 2_000;
/** Any number: two fillings at once would both find the installation empty. */
const benchLock = 4_715_003;

/** What an installation holds besides its schema: nothing, things made for trying out, or somebody's real record. */
export async function whatIsThere(manager: EntityManager): Promise<'nothing' | 'trials' | 'records'> {
  const parties = await manager.find(Party);
  if (parties.length === 0) return 'nothing';
  const known = [...benchCodes, ...sampleParties.map(({ code }) => code)];
  // Nobody real has an address under .example (RFC 2606).
  const [real] = await manager.query<{ count: string }[]>(
    `select count(*) from person where email not like '%.example'`,
  );
  return parties.every(({ code }) => known.includes(code)) && real?.count === '0' ? 'trials' : 'records';
}

/** @throws RangeError where the installation holds somebody's real record */
export async function fillBenchData(options: BenchDataOptions): Promise<BenchDataCounts> {
  const owner = await new DataSource(dataSourceOptions(options.ownerUrl)).initialize();
  const runtime = await new DataSource(runtimeOptions(options.databaseUrl, 1 + MECHANISMS)).initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [benchLock]);
    if ((await whatIsThere(owner.manager)) === 'records') {
      throw new RangeError(
        'This installation holds a real record. Bench data is for one that is empty or holds nothing but the sample or bench data.',
      );
    }
    return await fill(owner, runtime, options);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [benchLock]).catch(() => undefined);
    await lock.release();
    await runtime.destroy();
    await owner.destroy();
  }
}

async function fill(
  owner: DataSource,
  runtime: DataSource,
  { measures, now, password, onProgress = () => undefined }: BenchDataOptions,
): Promise<BenchDataCounts> {
  const sides = await owner.transaction(async (manager) => setUpSides(manager, await hashPassword(password)));
  const mechanisms = await owner.transaction((manager) => setUpMechanisms(manager, sides));
  const db = new Db(
    runtime,
    () => now,
    () => undefined,
  );
  const actors = sides.map(coordinatorOf) as [Actor, Actor];
  const writer = new MeetingWriter(new Random(measures), sides, now, dateOf(now));
  const counts: BenchDataCounts = {
    meetings: 0,
    measures: 0,
    clearedUpdates: 0,
    openUpdates: 0,
    people: sides[0].people.length + sides[1].people.length,
  };
  let clearings: Clearing[] = [];
  const recording: Promise<void>[] = [];
  let writing: Promise<void> = Promise.resolve();
  for (const plan of plans(mechanisms, measures, now)) {
    const rows = writer.write(plan); // while PostgreSQL takes the meeting before
    await writing;
    writing = writeMeeting(db, runtime, actors, rows);
    writing.catch(() => undefined); // awaited above or below
    counts.meetings += 1;
    counts.measures += rows.measures.length;
    for (const [side, { cleared, updates }] of rows.sides.entries()) {
      for (const { id: updateId, clearedAt } of cleared) {
        clearings.push({
          updateId,
          meetingId: rows.meeting.id,
          at: clearedAt.getTime(),
          side: side as 0 | 1,
        });
      }
      counts.clearedUpdates += cleared.length;
      counts.openUpdates += updates.length - cleared.length;
    }
    onProgress(`${counts.meetings} meetings, ${counts.measures} measures`);
    if (counts.meetings % MEETINGS_EACH === 0) {
      // A mechanism has ledgers of its own, so its activities need not wait for the other mechanisms.
      const finished = clearings;
      clearings = [];
      recording.push(writing.then(() => recordCleared(db, actors, finished)));
      recording.at(-1)?.catch(() => undefined);
    }
  }
  await writing;
  onProgress('activities');
  await Promise.all(recording);
  onProgress('statistics');
  // The owner may look after its tables, though it reads none of their content.
  for (const { tableName } of owner.entityMetadatas) await owner.query(`vacuum (analyze) "${tableName}"`);
  onProgress('check');
  const ids = mechanisms.map(({ id }) => id);
  await checkBenchData(db, actors, ids);
  return counts;
}

/** The two sides as an earlier filling left them, or new; everybody's password is the new one. */
async function setUpSides(
  manager: EntityManager,
  passwordHash: string,
): Promise<readonly [BenchSide, BenchSide]> {
  const made = benchSides();
  const present = await manager.findBy(Party, { code: In(benchCodes) });
  if (present.length === 0) {
    for (const { party, organisations, people } of made) {
      await manager.insert(Party, party);
      await manager.insert(Organisation, organisations);
      await manager.insert(
        Person,
        people.map((person) => ({ ...person, passwordHash })),
      );
    }
    return made;
  }
  const sides = await Promise.all(
    made.map(async (side): Promise<BenchSide> => {
      const party = present.find(({ code }) => code === side.party.code)!;
      const where = { partyId: party.id };
      const organisations = await manager.find(Organisation, {
        where,
        order: { custodian: 'desc', id: 'asc' },
      });
      await manager.update(Person, where, { passwordHash, failedSignIns: 0, lockedUntil: null });
      return { ...side, party, organisations, people: await manager.findBy(Person, where) };
    }),
  );
  return sides as [BenchSide, BenchSide];
}

async function setUpMechanisms(
  manager: EntityManager,
  [left, right]: readonly [BenchSide, BenchSide],
): Promise<Mechanism[]> {
  const before = await manager.countBy(Mechanism, { leftPartyId: left.party.id });
  const mechanisms = Array.from({ length: MECHANISMS }, (_, at): Mechanism => {
    const numeral = chineseNumeral(before + at + 1);
    return {
      ...{ id: uuid(), leftPartyId: left.party.id, rightPartyId: right.party.id },
      ...{ warningDays: 30, freshnessDays: 180, version: 1 },
      name: {
        hant: `東西合作會議${numeral}`,
        hans: `东西合作会议${numeral}`,
        en: `East–West Cooperation ${before + at + 1}`,
      },
    };
  });
  await manager.insert(Mechanism, mechanisms);
  const ledgers = mechanisms.flatMap(({ id: mechanismId, leftPartyId, rightPartyId }) =>
    [null, leftPartyId, rightPartyId].map((partyId) => ({ id: uuid(), mechanismId, partyId })),
  );
  // The owner opens ledgers and reads none: nothing may be returned.
  await manager.createQueryBuilder().insert().into(Ledger).values(ledgers).updateEntity(false).execute();
  return mechanisms;
}

function coordinatorOf({ people }: BenchSide): Actor {
  const [coordinator] = people
    .filter(({ roles }) => roles.includes('coordinator'))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
  return actorOf(coordinator!);
}

/** Thirty meetings, the last a month ago, with the measures spread evenly over their areas. */
function plans(mechanisms: readonly Mechanism[], measures: number, now: Date): MeetingPlan[] {
  const total = MECHANISMS * MEETINGS_EACH * AREAS;
  const today = dateOf(now);
  return mechanisms.flatMap((mechanism, which) =>
    Array.from({ length: MEETINGS_EACH }, (_, at): MeetingPlan => {
      const first = (which * MEETINGS_EACH + at) * AREAS;
      return {
        mechanism,
        ordinal: at + 1,
        heldOn: addDays(today, -30 - which * 20 - (MEETINGS_EACH - 1 - at) * DAYS_BETWEEN_MEETINGS),
        areas: Array.from({ length: AREAS }, (_each, area) =>
          Math.floor((measures + total - 1 - (first + area)) / total),
        ),
      };
    }),
  );
}

/** One transaction a meeting: what is joint as the first side's coordinator, then each side's own as its own. */
async function writeMeeting(
  db: Db,
  source: DataSource,
  actors: readonly [Actor, Actor],
  rows: MeetingRows,
): Promise<void> {
  const [first] = actors;
  await db.withActor(first, async (tx) => {
    await tx.query('set local synchronous_commit = off'); // a filling that a crash cuts short is begun again
    await insert(tx, source, Meeting, [rows.meeting]);
    await insert(tx, source, Source, [rows.source]);
    await insert(tx, source, Area, rows.areas);
    await insert(tx, source, Measure, rows.measures);
    await insert(tx, source, Track, rows.tracks);
    await recordAdopted(tx, first, rows);
    await writeSide(tx, source, rows.sides[0]);
  });
  await db.withActor(actors[1], async (tx) => {
    await tx.query('set local synchronous_commit = off');
    await writeSide(tx, source, rows.sides[1]);
  });
}

async function writeSide(
  tx: Tx,
  source: DataSource,
  { assignments, updates, cleared }: SideRows,
): Promise<void> {
  await insert(tx, source, Assignment, assignments);
  await insert(tx, source, Update, updates);
  await insert(tx, source, ClearedUpdate, cleared);
}

/** What ImportsService.adopt records, less the words, which in a meeting of thousands would be megabytes twice. */
async function recordAdopted(tx: Tx, actor: Actor, { meeting, source, areas }: MeetingRows): Promise<void> {
  const { id, kind, fileName, sha256 } = source;
  await new ActivityService().recordJoint(tx, actor, {
    verb: 'meeting.adopted',
    mechanismId: meeting.mechanismId,
    meetingId: meeting.id,
    subjectId: meeting.id,
    changes: {
      meeting,
      source: { id, kind, fileName, sha256 },
      areas: areas.map(({ id: area, ordinal, title }) => ({ id: area, ordinal, title })),
    },
  });
}

/** Set-based: under row-level security there is no COPY, but one statement takes thousands of rows as JSON. */
async function insert<Entity extends object>(
  tx: Tx,
  source: DataSource,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
): Promise<void> {
  const { tableName, columns } = source.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const shape = columns.map(
    ({ propertyName, type, isArray }) =>
      `"${propertyName}" ${typeof type === 'string' ? type : 'text'}${isArray ? '[]' : ''}`,
  );
  const sql = `insert into "${tableName}" (${names}) select * from json_to_recordset($1::json) as rows(${shape.join(', ')})`;
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.query(sql, [JSON.stringify(rows.slice(at, at + CHUNK))]);
}
