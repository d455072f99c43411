import type { TrackStatus } from '#contracts/status';
import type { INestApplicationContext } from '@nestjs/common';
import type { Builder } from '../build.js';
import type { MeasureModel, Model, OfficeAt, Person } from './model.js';

/** What a step chooses with. */
export interface Given {
  deed: string;
  who: number;
  measure: number;
  pick: number;
  flag: boolean;
  /** Somebody who may do it, where there is anybody. */
  able: boolean;
  /** Somebody who has not seen the last change. */
  stale: boolean;
  status: TrackStatus;
  word: string;
}

export interface Ground {
  app: INestApplicationContext;
  builder: Builder;
  people: Person[];
  /** Ids of the bureaux by side. */
  bureaux: [[string, string], [string, string]];
}

/** What the domain says of a step, the step itself, and what is so once it is done. */
export interface Trial {
  expected: string;
  act: () => Promise<unknown>;
  then: (made: unknown) => Promise<void> | void;
}

export type Deed = (
  ground: Ground,
  model: Model,
  measure: MeasureModel,
  given: Given,
  by: Person,
) => Trial | null;

/** The first that is true is the answer. */
export const first = (...cases: [boolean, string][]): string => cases.find(([holds]) => holds)?.[1] ?? 'done';

export const coordinates = ({ role, side }: Person) => role === 'coordinator' && side !== null;
export const choose = <T>(from: readonly T[], pick: number): T | undefined => from[pick % from.length];
/** One of them: mostly one to which it may be done, so that histories get somewhere. */
export const oneOf = <T>(
  from: readonly T[],
  { pick, able }: Given,
  fits: (one: T) => boolean,
): T | undefined => choose(able ? from.filter(fits) : [], pick) ?? choose(from, pick);
export const seen = (version: number, { stale }: Given) => (stale ? version + 1 : version);

/** A word that only the person's side may meet, or only one office of it. */
export function own(model: Model, by: Person, word: string, office: OfficeAt | null = null): void {
  if (by.side !== null) model.words.set(word, { side: by.side, office, shared: false });
}

export function share(model: Model, ...words: string[]): void {
  for (const word of words) model.words.get(word)!.shared = true;
}

/** Somebody of a unit that the own side charged with the measure, who may write. */
export function isCharged({ charged }: MeasureModel, { side, office, role }: Person): boolean {
  const charge = side === null ? null : charged[side];
  const writes = role === 'officer' || role === 'coordinator';
  return writes && charge !== null && office !== 'custodian' && (charge.lead === office || charge.supporting);
}
