import type { UpdateState } from '#contracts/status';
import type { Measure } from '#core/measures/measure.entity';
import type { Actor } from '#core/people/actor';
import type { RandomWorld, Side, Step } from '../random-world.js';

/**
 * Does something as one side; false where there was nothing to do it to. What ends something waits for the flag, so
 * that not everything is over too soon.
 */
export type Deed = (world: RandomWorld, side: Side, step: Step) => Promise<boolean>;

/** What one can do with a kind of thing: what stays on its side, and what moves something into the joint record. */
export interface Deeds {
  private: Record<string, Deed>;
  sharing: Record<string, Deed>;
}

export const choose = <T>(from: readonly T[], pick: number): T | undefined => from[pick % from.length];

export const measureOf = (world: RandomWorld, { mechanismIds }: Side, pick: number): Measure =>
  choose(
    world.measures.filter(({ mechanismId }) => mechanismIds.includes(mechanismId)),
    pick,
  )!;

export interface UpdateRow {
  id: string;
  version: number;
  organisationId: string;
  mechanismId: string;
}

export async function updateIn(world: RandomWorld, { party }: Side, pick: number, ...states: UpdateState[]) {
  const rows = await world.rows<UpdateRow>(
    `select id, version, organisation_id as "organisationId", mechanism_id as "mechanismId" from "update"
     where party_id = $1 and state = any($2) order by id`,
    [party.id, states],
  );
  return choose(rows, pick);
}

export const officerOf = ({ officers, bureaux }: Side, organisationId: string): Actor =>
  organisationId === bureaux[1].id ? officers[1] : officers[0];
