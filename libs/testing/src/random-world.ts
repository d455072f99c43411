import type { TrackStatus } from '#contracts/status';
import { trackStatuses } from '#contracts/status';
import type { Measure } from '#core/measures/measure.entity';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Meeting } from '#core/meetings/meeting.entity';
import { actorOf, type Actor } from '#core/people/actor';
import type { Organisation } from '#core/people/organisation.entity';
import type { Party } from '#core/people/party.entity';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Builder } from './build.js';
import type { Canaries, Reader } from './canaries.js';
import { privateDeeds, sharingDeeds } from './deeds.js';

/** One thing that somebody does, or tries to; the numbers choose among what there is. */
export interface Step {
  deed: string;
  side: number;
  pick: number;
  other: number;
  flag: boolean;
  status: TrackStatus;
}

export interface Side {
  party: Party;
  mechanismIds: string[];
  custodian: Organisation;
  bureaux: [Organisation, Organisation];
  coordinator: Actor;
  /** Of the two bureaux, in this order. */
  officers: [Actor, Actor];
  manager: Actor;
  administrator: Actor;
}

const step = (deeds: readonly string[]) =>
  fc.record({
    deed: fc.constantFrom(...deeds),
    side: fc.nat(sideCount - 1),
    pick: fc.nat(999),
    other: fc.nat(999),
    flag: fc.boolean(),
    status: fc.constantFrom(...trackStatuses),
  });
const steps = (count: number, ...deeds: string[]) =>
  fc.array(step(deeds), { minLength: count, maxLength: count });

const sideCount = 4;

/** The deeds in their order, one side after the other; whatever may be left out is not. */
const everySide = (deeds: string[]) =>
  fc.tuple(
    ...[0, 1, 2, 3].flatMap((side) =>
      deeds.map((deed) => step([deed]).map((each) => ({ ...each, side, flag: true }))),
    ),
  );

/** Everything that can happen once more for each side, so that no history lacks a deed. */
const closing = [
  ...['assign', 'publish', 'draft', 'attach', 'attach', 'edit', 'detach', 'submit', 'endorse', 'return'],
  ...['withdraw', 'draft', 'attach', 'submit', 'clear', 'import', 'discard', 'import', 'adopt', 'propose'],
  ...[
    'publish',
    'unpublish',
    'publish',
    'excuse',
    'excuse',
    'draft',
    'leave',
    'standIn',
    'leave',
    'endLeave',
  ],
  ...['leave'],
  ...[
    'proposeWhole',
    'answerWhole',
    'light',
    'answer',
    'note',
    'note',
    'rewriteNote',
    'tellOfNote',
    'removeNote',
    ...[
      'plan',
      'plan',
      'attachToPlace',
      'changeAction',
      'shareAction',
      'shareAction',
      'changeAction',
      'removeAction',
    ],
    ...['withdrawAction', 'plan', 'shareAction', 'attachToPlace', 'disclose'],
    'draftAnswer',
    'tellOfRequest',
    'clearAnswer',
    'withdrawRequest',
    'sweep',
    'remind',
    'report',
    'draft',
    'attach',
    'submit',
    'draft',
    'import',
    'attachText',
    'decide',
    'addDocument',
    'changeDocument',
    'import',
    ...[
      'attachToPlace',
      'attachToPlace',
      'disclose',
      'takeBack',
      'attachToPlace',
      'disclose',
      'attachToPlace',
      'revise',
      'announce',
      'infect',
      'download',
    ],
  ],
];

/** At the very end every side asks something of another, and what is asked is answered. */
const asking = ['draft', 'draft', 'draft', 'submit', 'submit', 'submit', 'clear', 'clear', 'clear'];
const answering = ['tellOfRequest', 'draftAnswer', 'clearAnswer', 'draftAnswer', 'clearAnswer'];

/** What happens in a world: charges first, so that there is something to write on; then anything, shared and private. */
export const history = (length: number): fc.Arbitrary<Step[]> =>
  fc
    .tuple(
      steps(30, 'assign'),
      steps(30, 'draft', 'attach', 'import', 'publish'),
      steps(10, 'submit', 'sweep'),
      steps(length, ...Object.keys(privateDeeds), ...Object.keys(sharingDeeds)),
      everySide(closing),
      everySide(asking),
      everySide(answering),
    )
    .map((parts) => parts.flat());

/** What one side does in private, in every way there is: nobody else may notice. */
export const privateWork = (length: number): fc.Arbitrary<Step[]> =>
  fc
    .tuple(fc.nat(sideCount - 1), steps(length, ...Object.keys(privateDeeds)))
    .map(([side, taken]) => taken.map((each) => ({ ...each, side })));

/**
 * Four governments and three mechanisms in a chain – Hong Kong with Chongqing, Hong Kong with Shanghai, Chongqing
 * with Zhejiang – so that everybody is the stranger of somebody. Every private text in it is a canary.
 */
export class RandomWorld {
  readonly sides: Side[] = [];
  readonly readers: Reader[] = [];
  readonly mechanisms: Mechanism[] = [];
  readonly meetings: Meeting[] = [];
  readonly measures: Measure[] = [];
  /** How often each deed was done, and how often it was refused. */
  readonly tally: Record<string, { done: number; refused: number }> = {};

  private constructor(
    readonly app: INestApplicationContext,
    readonly builder: Builder,
    /** Those of every world in the database: nobody reads another world's either. */
    readonly canaries: Canaries,
    /** Keeps this world's names apart from another's in the same database. */
    private readonly name: string,
  ) {}

  static async build(
    app: INestApplicationContext,
    builder: Builder,
    canaries: Canaries,
    taken: Step[],
  ): Promise<RandomWorld> {
    const world = new RandomWorld(app, builder, canaries, uuid().slice(-6));
    await world.settle();
    for (const each of taken) await world.take(each);
    return world;
  }

  /** Does a step; what the services refuse stays undone. */
  async take(given: Step): Promise<void> {
    const deed = privateDeeds[given.deed] ?? sharingDeeds[given.deed];
    if (!deed) throw new Error(`There is no deed ${given.deed}`);
    const tally = (this.tally[given.deed] ??= { done: 0, refused: 0 });
    try {
      tally[(await deed(this, this.sides[given.side]!, given)) ? 'done' : 'refused'] += 1;
    } catch (error) {
      if ((error as Error).name !== 'Problem') throw error;
      tally.refused += 1;
    }
  }

  /** Rows past every policy. */
  rows<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.builder.source.query<Row[]>(sql, params);
  }

  private async settle(): Promise<void> {
    const { builder } = this;
    const parties: Party[] = [];
    for (const code of ['hk', 'cq', 'sh', 'zj', 'mo']) {
      const jurisdiction = code === 'hk' ? 'HK' : 'CN';
      parties.push(await builder.party({ code: `${code}-${this.name}`, jurisdiction }));
    }
    const [hk, cq, sh, zj, mo] = parties as [Party, Party, Party, Party, Party];
    for (const party of [hk, cq, sh, zj]) this.sides.push(await this.side(party));
    const auditors = await builder.organisation({ partyId: hk.id });
    const neighbours = await builder.organisation({ partyId: mo.id });

    // Shanghai's custodian observes Hong Kong's other mechanism: a side of its own, and a guest there.
    const shanghai = this.sides[2]!;
    const first = await builder.mechanism(hk, cq, [auditors, neighbours, shanghai.custodian]);
    this.mechanisms.push(first, await builder.mechanism(sh, hk, [auditors]), await builder.mechanism(cq, zj));
    for (const side of this.sides) {
      side.mechanismIds = this.mechanisms
        .filter(({ leftPartyId, rightPartyId }) => [leftPartyId, rightPartyId].includes(side.party.id))
        .map(({ id }) => id);
      for (const [role, actor] of [
        ['coordinator', side.coordinator],
        ['officer', side.officers[0]],
        ['second officer', side.officers[1]],
        ['manager', side.manager],
        ['administrator', side.administrator],
      ] as const) {
        this.readers.push(await this.reader(`${side.party.code} ${role}`, actor));
      }
    }
    for (const [name, office] of [
      ['observer of its own side', auditors],
      ['observer from elsewhere', neighbours],
    ] as const) {
      this.readers.push(await this.reader(name, await this.somebody(office, ['observer'])));
    }
    for (const mechanism of this.mechanisms) {
      const meetings = mechanism === first ? 2 : 1;
      for (let count = 0; count < meetings; count += 1) {
        const meeting = await builder.meeting(mechanism, { title: this.joint(mechanism.id), script: 'en' });
        this.meetings.push(meeting);
        for (const dueOn of ['2026-11-23', '2026-11-01', null]) {
          const text = `Measure ${this.joint(mechanism.id)} ${this.joint(mechanism.id)}`;
          this.measures.push(await builder.measure(meeting, { text, dueOn, script: 'en' }));
        }
      }
    }
  }

  /** A word of the joint record: everybody's in the mechanism, nobody else's. */
  private joint(mechanismId: string): string {
    const subject = uuid();
    const token = this.canaries.text({ partyId: null, mechanismId }, subject);
    this.canaries.share(subject);
    return token;
  }

  private async side(party: Party): Promise<Side> {
    const { builder } = this;
    const custodian = await builder.organisation({ partyId: party.id, custodian: true });
    const bureau = await builder.organisation({ partyId: party.id });
    const other = await builder.organisation({ partyId: party.id });
    return {
      ...{ party, custodian, bureaux: [bureau, other], mechanismIds: [] },
      coordinator: await this.somebody(custodian, ['coordinator']),
      officers: [await this.somebody(bureau, ['officer']), await this.somebody(other, ['officer'])],
      manager: await this.somebody(bureau, ['manager']),
      administrator: await this.somebody(custodian, ['administrator']),
    };
  }

  private async somebody(office: Organisation, roles: Parameters<Builder['person']>[1]): Promise<Actor> {
    const id = uuid();
    const owner = { partyId: office.partyId, mechanismId: null, personId: id };
    const name = this.canaries.text(owner);
    const email = `${this.canaries.text(owner)}@example.org`;
    return actorOf(await this.builder.person(office, roles, { id, name, email }));
  }

  private async reader(name: string, actor: Actor): Promise<Reader> {
    const observed = await this.rows<{ id: string }>(
      'select mechanism_id as id from mechanism_observer where organisation_id = $1',
      [actor.organisationId],
    );
    const [{ email }] = (await this.rows<{ email: string }>('select email from person where id = $1', [
      actor.personId,
    ])) as [{ email: string }];
    const acting = this.mechanisms.filter(
      ({ leftPartyId, rightPartyId }) => actor.side === leftPartyId || actor.side === rightPartyId,
    );
    const acts = new Set(acting.map(({ id }) => id));
    const reads = new Set([...acts, ...observed.map(({ id }) => id)]);
    const known = this.mechanisms.filter(({ id }) => reads.has(id));
    const knows = new Set([
      actor.partyId,
      ...known.flatMap(({ leftPartyId, rightPartyId }) => [leftPartyId, rightPartyId]),
    ]);
    return { name, email, actor, reads, acts, knows };
  }
}
