import { type Role } from '#contracts/status';
import { MeasuresReads } from '#core/measures/measures.reads';
import { type Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Meeting } from '#core/meetings/meeting.entity';
import type { Actor } from '#core/people/actor';
import type { Organisation } from '#core/people/organisation.entity';
import { Problem } from '#core/problem';
import { Builder } from './build.js';
import fc from 'fast-check';
import type { TestCore } from './core.js';
import type { TestDatabase } from './database.js';

/** `npm run soak:leaks` asks for more cases. */
export const times = Number(process.env['SOAK'] ?? 1);
export const patience = 120_000 * times;

const roleSets: Role[][] = [
  ...[['coordinator'], ['officer'], ['manager'], ['observer'], ['administrator']],
  ...[
    ['coordinator', 'administrator'],
    ['coordinator', 'officer', 'manager'],
    ['observer', 'administrator'],
  ],
] as Role[][];

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length]!;

/**
 * Everybody who could try something: offices of the two sides of a mechanism, of a third government, and of one that
 * observes, each with people of every role. For the tests that hold policy, screen and service against each other.
 */
export class PolicyGround {
  builder!: Builder;
  readonly offices: Organisation[] = [];
  readonly actors: Actor[] = [];
  ours!: Mechanism;
  meeting!: Meeting;
  observing!: Organisation;

  /** Anybody at all, and any office of the two sides. */
  readonly who = fc.nat().map((pick) => () => choose(this.actors, pick));
  readonly whose = fc.nat(3).map((pick) => () => this.offices[pick]!);

  constructor(private readonly core: TestCore) {}

  async open(database: TestDatabase): Promise<void> {
    const builder = (this.builder = await Builder.open(database));
    const [left, right, third] = [await builder.party(), await builder.party(), await builder.party()];
    for (const party of [left, left, right, right, third, third])
      this.offices.push(await builder.organisation({ partyId: party.id }));
    for (const office of this.offices)
      for (const roles of roleSets) this.actors.push(await builder.actor(office, roles));
    // In each office somebody who does the work of an officer of the office beside it, on leave.
    for (const [at, office] of this.offices.entries()) {
      const beside = this.offices[at % 2 ? at - 1 : at + 1]!;
      const { personId } = this.actors.find((each) => each.organisationId === beside.id)!;
      const substitute = await builder.actor(office, at % 2 ? ['manager'] : ['officer']);
      this.actors.push({ ...substitute, standsInFor: [{ personId, organisationId: beside.id }] });
    }
    this.observing = this.offices[4]!;
    this.ours = await builder.mechanism(left, right, [this.observing]);
    // The third government has a mechanism of its own, so that its people are somebody's side.
    await builder.mechanism(left, third);
    this.meeting = await builder.meeting(this.ours);
  }

  /** Whether somebody stands on one of the two sides, and whether he reads the joint record. */
  readonly acts = ({ side }: Actor) => side === this.ours.leftPartyId || side === this.ours.rightPartyId;
  readonly reads = (actor: Actor) => this.acts(actor) || actor.organisationId === this.observing.id;

  /** A measure's page as somebody sees it. */
  readonly screen = (actor: Actor, { id }: { id: string }) =>
    shown<
      Able & {
        own: { updates: ({ id: string } & Able)[] } | null;
        dueDateChanges: ({ id: string } & Able)[];
      }
    >(this.core.app.get(MeasuresReads).one(actor, id));
}

/** Opens the ground before the tests of this spec file and closes it after them. */
export function usePolicyGround(database: TestDatabase, core: TestCore): PolicyGround {
  const ground = new PolicyGround(core);
  beforeAll(() => ground.open(database));
  afterAll(() => ground.builder?.close());
  return ground;
}

/** 'done', the reason of a refusal or the code of the problem; anything else that is thrown fails the test. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A refusal names the same reason that the screen shows.
    return error.params['reason'] ? `forbidden: ${error.params['reason']}` : error.code;
  }
}

/** A screen's JSON; null where the thing is not there for this reader. */
export async function shown<T>(work: Promise<string | object>): Promise<T | null> {
  try {
    const body = await work;
    return (typeof body === 'string' ? JSON.parse(body) : body) as T;
  } catch (error) {
    if ((error as { code?: string }).code === 'not_found') return null;
    throw error;
  }
}

/** What a screen says somebody may do, and why not. */
export interface Able {
  abilities: Record<string, boolean>;
  refusals: Record<string, string>;
}

export const able = ({ abilities, refusals }: Able) => ({ abilities, refusals });
