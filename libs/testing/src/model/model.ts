import type { ConfirmationKind, ConfirmationState, TrackStatus, UpdateState } from '#contracts/status';
import type { Role } from '#contracts/status';
import type { Actor } from '#core/people/actor';

/** One of the two sides, or neither. */
export type SideAt = 0 | 1;

/** An office of a side: its custodian, or one of its two bureaux. */
export type OfficeAt = 'custodian' | 0 | 1;

/** Somebody, as the domain knows them. */
export interface Person {
  actor: Actor;
  name: string;
  /** Null for who is of neither side: the observer, a third government's coordinator, a pure administrator. */
  side: SideAt | null;
  office: OfficeAt;
  role: Role;
  /** Whether the joint record is theirs to read. */
  reads: boolean;
}

export interface UpdateModel {
  id: string;
  side: SideAt;
  office: OfficeAt;
  state: UpdateState;
  status: TrackStatus;
  version: number;
  /** The word in its text as it stands. */
  word: string;
}

export interface ProposalModel {
  id: string;
  side: SideAt;
  state: ConfirmationState | 'agreed';
  version: number;
}

export interface MeasureModel {
  id: string;
  tracks: [TrackStatus, TrackStatus];
  /** Whom each side charges. */
  charged: [Charge | null, Charge | null];
  updates: UpdateModel[];
  dueOn: string | null;
  dates: (ProposalModel & { dueOn: string })[];
  wholes: (ProposalModel & { kind: ConfirmationKind })[];
  cleared: boolean;
}

export interface Charge {
  lead: 0 | 1;
  supporting: boolean;
  version: number;
}

export interface Model {
  measures: MeasureModel[];
  /** Every private word, whose it is, and whether that side has shared it. */
  words: Map<string, { side: SideAt; shared: boolean }>;
}

export const newMeasure = (id: string): MeasureModel => ({
  ...{ id, tracks: ['not_started', 'not_started'], charged: [null, null], updates: [] },
  ...{ dueOn: null, dates: [], wholes: [], cleared: false },
});

/** What the sides decided of a measure. */
export const standing = ({ wholes }: MeasureModel) => {
  const holds = (kind: ConfirmationKind, state: ConfirmationState) =>
    wholes.find((each) => each.kind === kind && each.state === state);
  return {
    dropped: holds('drop', 'confirmed') !== undefined,
    confirmed: holds('completion', 'confirmed') !== undefined,
    open: holds('completion', 'proposed'),
  };
};

export const isEnded = (measure: MeasureModel): boolean => {
  const { dropped, confirmed } = standing(measure);
  return dropped || confirmed;
};

export const openStates: UpdateState[] = ['draft', 'submitted', 'endorsed', 'returned'];

/** A proposal that something else made void. */
export function voidProposals(
  measure: MeasureModel,
  kinds: ConfirmationKind[],
  states: ConfirmationState[],
): void {
  for (const each of measure.wholes) {
    if (!kinds.includes(each.kind) || !states.includes(each.state as ConfirmationState)) continue;
    each.state = 'voided';
    each.version += 1;
  }
}
