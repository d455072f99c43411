import { trackStatuses } from '#contracts/status';
import { ActivityReads } from '#core/dashboards/activity.reads';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { LedgersReads } from '#core/dashboards/ledgers.reads';
import { completionOf } from '#core/measures/completion';
import { lightOf } from '#core/measures/light';
import { deriveStatus, diverges } from '#core/measures/measure-status';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Party } from '#core/people/party.entity';
import { Problem } from '#core/problem';
import { Builder } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { deeds } from '#testing/model/deeds';
import { type MeasureModel, type Model, newMeasure, type Person, standing } from '#testing/model/model';
import type { Given, Ground } from '#testing/model/trial';
import { rebuild, snapshot } from '#testing/rebuild';
import fc from 'fast-check';

/** How many histories; `npm run soak:model` asks for a thousand. */
const histories = Number(process.env['SOAK'] ?? 8);
const length = { minLength: 30, maxLength: 40 };
/** At once, on the same mechanism: neither's ledger may break by the other. */
const lanes = 2;
const today = '2026-11-20';

const database = useDatabase();
const core = useCore(database, { CLOCK: `${today}T09:00+08:00` });

let ground: Ground;
let parties: [Party, Party];
let mechanism: Mechanism;

beforeAll(async () => {
  const builder = await Builder.open(database);
  const people: Person[] = [];
  const side = async (at: 0 | 1) => {
    const party = await builder.party();
    const custodian = await builder.organisation({ partyId: party.id, custodian: true });
    const bureaux = [
      await builder.organisation({ partyId: party.id }),
      await builder.organisation({ partyId: party.id }),
    ] as const;
    const add = async (
      name: Person['role'],
      office: Person['office'],
      of: typeof custodian,
      works = true,
    ): Promise<void> => {
      const actor = await builder.actor(of, [name]);
      people.push({
        actor,
        name: `${name} ${at}`,
        side: works ? at : null,
        office,
        role: name,
        reads: works,
      });
    };
    // Coordinators and officers do most; so they come more than once.
    for (let times = 0; times < 3; times += 1) await add('coordinator', 'custodian', custodian);
    for (const office of [0, 1, 0, 1] as const) await add('officer', office, bureaux[office]);
    await add('manager', 0, bureaux[0]);
    await add('administrator', 'custodian', custodian, false);
    return { party, bureaux: bureaux.map(({ id }) => id) as [string, string] };
  };
  const [left, right] = [await side(0), await side(1)];
  const third = await builder.party();
  const [strangers, audit] = [
    await builder.organisation({ partyId: third.id }),
    await builder.organisation({ partyId: third.id }),
  ];
  parties = [left.party, right.party];
  mechanism = await builder.mechanism(left.party, right.party, [audit]);
  await builder.mechanism(left.party, third);
  const outside = { side: null, office: 'custodian' as const };
  people.push(
    {
      ...outside,
      actor: await builder.actor(audit, ['observer']),
      name: 'observer',
      role: 'observer',
      reads: true,
    },
    {
      ...outside,
      actor: await builder.actor(strangers, ['coordinator']),
      name: 'stranger',
      role: 'coordinator',
      reads: false,
    },
  );
  ground = { app: core.app, builder, people, bureaux: [left.bureaux, right.bureaux] };
});
afterAll(() => ground.builder.close());

interface Real {
  meetingId: string;
}

interface Seen {
  status: string;
  awaitingPartyId: string | null;
  light: string;
  lightReason: string;
  dueOn: string | null;
  tracks: { status: string }[];
  requests: { id: string; state: string; text: string; answer: string | null; version: number }[];
  actions: { id: string; partyId: string; title: string; doneOn: string | null }[];
}

/** What a measure's page must say, from the model alone. */
function expected(measure: MeasureModel): Seen {
  const { dropped, confirmed, open } = standing(measure);
  const awaiting = open ? parties[1 - open.side]!.id : null;
  const tracks = measure.tracks.map((status, at) => ({ partyId: parties[at]!.id, status }));
  const status = deriveStatus(tracks, { dropped, confirmed, awaiting });
  const { light, reason } = lightOf(
    { status, dueOn: measure.dueOn, lastClearedOn: measure.cleared ? today : null },
    today,
    { warningDays: 30, freshnessDays: 180 },
  );
  return {
    ...{ status, light, lightReason: reason, dueOn: measure.dueOn },
    awaitingPartyId: status === 'awaiting_confirmation' ? awaiting : null,
    tracks: measure.tracks.map((each) => ({ status: each })),
    requests: measure.requests.map(({ id, state, text, answer, version }) => ({
      ...{ id, state, text, answer, version },
    })),
    actions: measure.actions.flatMap(({ id, side, shared }) =>
      shared ? [{ id, partyId: parties[side].id, title: shared.word, doneOn: shared.doneOn }] : [],
    ),
  };
}

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

const reader = (name: string) => ground.people.find((each) => each.name === name)!;

async function outcome(work: Promise<unknown>): Promise<{ code: string; made?: unknown }> {
  try {
    return { code: 'done', made: await work };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code };
  }
}

const tally: Record<string, number> = {};

class Step implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly given: Given) {}

  check(): boolean {
    return true;
  }

  async run(model: Model): Promise<void> {
    const { given } = this;
    const measure = model.measures[given.measure % model.measures.length]!;
    const { people } = ground;
    const tried = people.map((_, at) => {
      const by = people[(given.who + at) % people.length]!;
      return { by, trial: deeds[given.deed]!(ground, model, measure, given, by) };
    });
    // Mostly somebody who may, so that histories get anywhere; else whoever it is.
    const { by } = (given.able && tried.find(({ trial }) => trial?.expected === 'done')) || tried[0]!;
    const trial = deeds[given.deed]!(ground, model, measure, given, by);
    if (!trial) return;
    const { code, made } = await outcome(trial.act());
    tally[`${given.deed} ${code}`] = (tally[`${given.deed} ${code}`] ?? 0) + 1;
    expect({ by: by.name, deed: given.deed, code }).toEqual({
      ...{ by: by.name, deed: given.deed, code: trial.expected },
    });
    if (code === 'done') await trial.then(made);
    const page = JSON.parse(
      await core.app.get(MeasuresReads).one(reader('observer').actor, measure.id),
    ) as Seen;
    for (const list of [page.requests, page.actions]) list.sort(byId);
    const said = expected(measure);
    for (const list of [said.requests, said.actions]) list.sort(byId);
    expect(page).toMatchObject(said);
  }

  toString(): string {
    return JSON.stringify(this.given);
  }
}

let words = 0;
const stepOf = (...among: string[]) =>
  fc
    .record({
      deed: fc.constantFrom(...among),
      who: fc.nat(999),
      measure: fc.nat(1),
      pick: fc.nat(999),
      flag: fc.boolean(),
      able: fc.integer({ min: 0, max: 2 }).map((each) => each > 0),
      stale: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
      status: fc.constantFrom(...trackStatuses, 'completed' as const),
    })
    .map((given) => new Step({ ...given, word: `zqx${(words += 1).toString(36).padStart(6, '0')}xqz` }));

/** Units are charged and something is said first, so that there is something to do anything to. */
const history = fc
  .tuple(
    ...[['assign'], ['draft'], ['submit'], ['clear']].map((among) =>
      fc.array(stepOf(...among), { minLength: 4, maxLength: 4 }),
    ),
    // What leads somewhere comes more often than what only ends it.
    fc.array(
      stepOf(
        ...Object.keys(deeds),
        ...['draft', 'draft', 'submit', 'submit', 'clear', 'clear'],
        ...['draftAnswer', 'draftAnswer', 'clearAnswer', 'clearAnswer', 'answerWhole'],
      ),
      { ...length, size: 'max' },
    ),
  )
  .map((parts) => parts.flat());

/** Nobody meets a word of a side that it has not shared, wherever they look. */
async function expectPrivacy(model: Model, { meetingId }: Real): Promise<void> {
  for (const name of ['coordinator 0', 'officer 1', 'observer']) {
    const { actor, side, office } = reader(name);
    const reads = core.app.get(MeasuresReads);
    const texts = await Promise.all([
      ...model.measures.map(({ id }) => reads.one(actor, id)),
      reads.list(actor, { meeting: meetingId }),
      core.app.get(ActivityReads).list(actor, { meeting: meetingId, limit: 200 }),
      ...model.measures.map(({ id }) => core.app.get(ActivityReads).list(actor, { measure: id, limit: 200 })),
    ]);
    const met = new Set(texts.join('\n').match(/zqx[0-9a-z]{6}xqz/g) ?? []);
    const leaked = [...met].filter((word) => {
      const known = model.words.get(word);
      if (!known) return true;
      const theirOffice = known.office !== null && known.office !== office;
      return (known.side !== side || theirOffice) && !known.shared;
    });
    expect({ name, leaked }).toEqual({ name, leaked: [] });
  }
}

/** What a meeting's page counts. */
async function expectCounts(model: Model, { meetingId }: Real): Promise<void> {
  const page = JSON.parse(
    await core.app.get(DashboardsReads).meeting(reader('coordinator 1').actor, meetingId),
  ) as {
    completion: object;
    divergences: { measureId: string }[];
  };
  const statuses = model.measures.map((each) => expected(each).status);
  expect(page.completion).toEqual(completionOf(statuses as Parameters<typeof completionOf>[0]));
  const diverging = model.measures.filter(({ tracks: [left, right] }) =>
    diverges([
      { partyId: '', status: left },
      { partyId: '', status: right },
    ]),
  );
  expect(page.divergences.map(({ measureId }) => measureId).sort()).toEqual(
    diverging.map(({ id }) => id).sort(),
  );
}

it(
  'lets people of both sides do at random what the domain allows, and nothing else',
  async () => {
    const before = await snapshot(ground.builder);
    const lane = (seed: number) =>
      fc.assert(
        fc.asyncProperty(history, async (steps) => {
          const { builder } = ground;
          const meeting = await builder.meeting(mechanism);
          const measures = [await builder.measure(meeting), await builder.measure(meeting)];
          const model: Model = {
            measures: measures.map(({ id }) => newMeasure(id)),
            words: new Map(),
          };
          const real = { meetingId: meeting.id };
          before.add(await snapshot(builder, meeting.id));
          await fc.asyncModelRun(() => ({ model, real }), steps);
          await expectCounts(model, real);
          await expectPrivacy(model, real);
        }),
        { numRuns: Math.ceil(histories / lanes), seed, endOnFailure: true },
      );
    const seed = Number(process.env['SEED'] ?? (process.env['SOAK'] ? Date.now() % 100_000 : 1_911));
    await Promise.all(Array.from({ length: lanes }, (_, at) => lane(seed + at)));

    const ledgers = core.app.get(LedgersReads);
    const { items } = JSON.parse(await ledgers.list(reader('coordinator 0').actor, mechanism.id)) as {
      items: { id: string; total: number }[];
    };
    expect(items).toHaveLength(2);
    for (const { id, total } of items) {
      const found = await ledgers.verify(reader('coordinator 0').actor, id);
      expect(found).toMatchObject({ broken: null, next: null, total });
    }
    expect(await rebuild(ground.builder, before)).toEqual((await snapshot(ground.builder)).tables);
    if (histories >= 100) console.log(`${histories} histories, seed ${seed}`, tally);
    // Histories in which nothing went through, or nothing was refused, would say little.
    for (const deed of Object.keys(deeds)) {
      if (histories >= 500) expect(tally[`${deed} done`]).toBeGreaterThan(0);
      if (histories >= 500) expect(tally[`${deed} forbidden`]).toBeGreaterThan(0);
    }
  },
  60_000 + histories * 10_000,
);
