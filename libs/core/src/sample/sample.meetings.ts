import type { DraftOffice } from '#contracts/draft';
import type { SourceKind, TrackStatus } from '#contracts/status';
import type { SampleParty } from './sample.parties.js';

/** Which of the two sides: Hong Kong, or the one it meets. */
export type SampleSide = 'hk' | 'other';

export interface SampleCharge {
  /** Keys of the side's organisations. */
  lead: string;
  supporting?: string[];
  /** False: the other side does not know it yet. */
  published?: false;
  /** The side's own date, in days from today. */
  internalIn?: number;
}

export interface SampleUpdate {
  side: SampleSide;
  /** Days before today on which it reached the state that it is in. */
  ago: number;
  state: 'draft' | 'submitted' | 'endorsed' | 'returned' | 'cleared';
  status: TrackStatus;
  text: string;
  next: string | null;
  reason?: string;
  /** Name and content of a file that goes with it. */
  file?: [name: string, content: string];
  /** What it asks of the other side, and what that answered so many days before today. */
  request?: string;
  answer?: { ago: number; text: string };
}

/** A working date that one side proposes; without an answer it waits for the other. */
export interface SampleDueDate {
  by: SampleSide;
  ago: number;
  /** Days from today; negative has passed. */
  in: number;
  reason: string;
  answer?: { ago: number; agreed: boolean; reason?: string };
}

export interface SampleCompletion {
  proposedBy: SampleSide;
  ago: number;
  reason: string;
  confirmed?: number;
}

/** What a side carries out of a measure. */
export interface SampleAction {
  side: SampleSide;
  /** Days before today on which it was planned. */
  ago: number;
  title: string;
  /** Of the measure's text. */
  words: string;
  /** Key of an organisation; else whoever leads the measure. */
  lead?: string;
  /** The side's own date, in days from today. */
  internalIn?: number;
  /** Days before today on which it was done. */
  done?: number;
  /** Days before today on which the other side was shown it. */
  shared?: number;
}

/** What an officer writes to the people of the own side, or its coordinator to its officer. */
export interface SampleNote {
  side: SampleSide;
  ago: number;
  by: 'officer' | 'coordinator';
  note: string;
  /** Whether it names the other of the two. */
  names?: true;
}

export interface SampleMeasure {
  text: string;
  hk?: SampleCharge;
  other?: SampleCharge;
  updates: SampleUpdate[];
  dueDates: SampleDueDate[];
  completions: SampleCompletion[];
  actions: SampleAction[];
  notes: SampleNote[];
}

export interface SampleArea {
  title: string;
  measures: SampleMeasure[];
}

export interface SampleMeeting {
  other: SampleParty['code'];
  /** Whose coordinator imports and adopts it. */
  importedBy: SampleSide;
  /** The day it was adopted here. */
  adoptedOn: string;
  fileName: string;
  kind: SourceKind;
  title: string;
  /** As the text calls the standing meeting. */
  mechanism: string;
  ordinal: number;
  heldOn: string;
  place: string;
  sides: string[];
  heads: DraftOffice[];
  signatories: DraftOffice[];
  custodians: string[];
  /** What the text declares; more than what is captured, and the gap stays one. */
  declared: { areas: number; measures: number; documents: number };
  /** Sentences before and after the list, in our own words. */
  preamble: string;
  signed: string;
  closing: string;
  areas: SampleArea[];
  documents: { title: string; parties: string[] }[];
}

type Charged = [lead: string, ...supporting: string[]];

/** A measure with its lead units on both sides and what happened since. */
export function measure(
  text: string,
  hk: Charged | SampleCharge | null,
  other: Charged | SampleCharge | null,
  ...happened: (SampleUpdate | SampleDueDate | SampleCompletion | SampleAction | SampleNote)[]
): SampleMeasure {
  return {
    text,
    ...(hk && { hk: charge(hk) }),
    ...(other && { other: charge(other) }),
    updates: happened.filter((each): each is SampleUpdate => 'state' in each),
    dueDates: happened.filter((each): each is SampleDueDate => 'in' in each),
    completions: happened.filter((each): each is SampleCompletion => 'proposedBy' in each),
    actions: happened.filter((each): each is SampleAction => 'words' in each),
    notes: happened.filter((each): each is SampleNote => 'note' in each),
  };
}

function charge(units: Charged | SampleCharge): SampleCharge {
  if (!Array.isArray(units)) return units;
  const [lead, ...supporting] = units;
  return { lead, supporting };
}

const says =
  (side: SampleSide, state: SampleUpdate['state']) =>
  (
    ago: number,
    status: TrackStatus,
    text: string,
    next: string | null = null,
    file?: [string, string],
  ): SampleUpdate => ({
    ...{ side, ago, state, status, text, next },
    ...(file && { file }),
  });

/** What a side's lead unit says, by the state it has reached. */
export const hk = {
  cleared: says('hk', 'cleared'),
  endorsed: says('hk', 'endorsed'),
  submitted: says('hk', 'submitted'),
  draft: says('hk', 'draft'),
  returned: (ago: number, status: TrackStatus, text: string, reason: string): SampleUpdate => ({
    ...{ side: 'hk', ago, state: 'returned', status, text, next: null, reason },
  }),
};
export const other = {
  cleared: says('other', 'cleared'),
  submitted: says('other', 'submitted'),
  draft: says('other', 'draft'),
  returned: (ago: number, status: TrackStatus, text: string, reason: string): SampleUpdate => ({
    ...{ side: 'other', ago, state: 'returned', status, text, next: null, reason },
  }),
};

/** An update that asks something of the other side, and the answer where it has come. */
export const asking = (
  update: SampleUpdate,
  request: string,
  answer?: SampleUpdate['answer'],
): SampleUpdate => ({ ...update, request, ...(answer && { answer }) });

/** One side proposes that a measure is complete; the other confirms that some days before today, or has yet to answer. */
export const complete = (
  proposedBy: SampleSide,
  ago: number,
  reason: string,
  confirmed?: number,
): SampleCompletion => ({ proposedBy, ago, reason, ...(confirmed !== undefined && { confirmed }) });

/** A working date that both sides agreed. */
export const agreed = (by: SampleSide, ago: number, days: number, reason: string): SampleDueDate => ({
  ...{ by, ago, in: days, reason, answer: { ago: ago - 6, agreed: true } },
});
export const proposed = (by: SampleSide, ago: number, days: number, reason: string): SampleDueDate => ({
  ...{ by, ago, in: days, reason },
});
export const declined = (
  by: SampleSide,
  ago: number,
  days: number,
  reason: string,
  why: string,
): SampleDueDate => ({
  ...{ by, ago, in: days, reason, answer: { ago: ago - 8, agreed: false, reason: why } },
});
