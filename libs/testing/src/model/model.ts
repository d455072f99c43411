import type {
  ConfirmationKind,
  ConfirmationState,
  RequestState,
  Role,
  TrackStatus,
  UpdateState,
} from '#contracts/status';
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
  /** What it asks of the other side, once it is cleared. */
  request: string | null;
}

export interface RequestModel {
  id: string;
  side: SideAt;
  state: RequestState;
  version: number;
  text: string;
  /** What the other side means to answer. */
  draft: { word: string; version: number } | null;
  answer: string | null;
}

export interface NoteModel {
  id: string;
  side: SideAt;
  office: OfficeAt;
  officeOnly: boolean;
  authorId: string;
  version: number;
}

/** What an action says, and can be shared. */
export interface ActionWords {
  word: string;
  rangeEnd: number;
  leadId: string | null;
  doneOn: string | null;
}

export interface ActionModel {
  id: string;
  side: SideAt;
  version: number;
  says: ActionWords;
  /** As the joint record has it; null where it does not stand there. */
  shared: ActionWords | null;
}

/** A link, with the title that stands beside it. */
export interface EvidenceModel {
  id: string;
  revisionId: string;
  side: SideAt;
  version: number;
  title: string;
  link: string;
  state: 'own' | 'disclosed' | 'taken_back';
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
  requests: RequestModel[];
  notes: NoteModel[];
  actions: ActionModel[];
  evidence: EvidenceModel[];
}

export interface Charge {
  lead: 0 | 1;
  supporting: boolean;
  version: number;
}

export interface Model {
  measures: MeasureModel[];
  /** Every private word, whose it is, in one office or in all, and whether that side has shared it. */
  words: Map<string, { side: SideAt; office: OfficeAt | null; shared: boolean }>;
}

export const newMeasure = (id: string): MeasureModel => ({
  ...{ id, tracks: ['not_started', 'not_started'], charged: [null, null], updates: [] },
  ...{ dueOn: null, dates: [], wholes: [], cleared: false },
  ...{ requests: [], notes: [], actions: [], evidence: [] },
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
