/**
 * What a reader may do with the thing beside which these stand; the screen asks for nothing else. What he may not do
 * stands with its reason in the `refusals` beside them.
 */
export type Abilities<Name extends string> = Record<Name, boolean>;

/** Why somebody may not do something: words for it stand beside the button. */
export const refusals = [
  /** Reads the record, and takes no part in it. */
  'observer',
  'other_side',
  'other_office',
  'not_author',
  'not_coordinator',
  'not_officer',
  'not_manager',
  /** No unit of the side is charged with the measure yet. */
  'not_assigned',
  /** Other units of the side are charged with it. */
  'not_charged',
  /** Who is charged with it has not been shared. */
  'not_published',
  /** Its state is one in which nobody may. */
  'wrong_state',
  'measure_ended',
  /** Something is missing from it. */
  'incomplete',
  /** One is proposed already, and waits to be answered. */
  'already_proposed',
  /** It is the reader's own side's, and for the other to answer. */
  'awaiting_other_side',
  /** It stands in the joint record, as it is. */
  'shared',
  'not_shared',
] as const;
export type Refusal = (typeof refusals)[number];

export type MeasureAbility =
  | 'assign'
  | 'publishAssignment'
  | 'unpublishAssignment'
  | 'setApplicable'
  | 'writeUpdate'
  | 'writeNote'
  | 'planAction'
  | 'proposeDueDate'
  | 'proposeCompletion'
  | 'proposeDrop';
export type RequestAbility = 'draft' | 'clear' | 'withdraw';
export type NoteAbility = 'edit' | 'delete';
export type UpdateAbility = 'edit' | 'submit' | 'endorse' | 'return' | 'clear' | 'withdraw';
export type ActionAbility = 'change' | 'remove' | 'share' | 'withdraw';
export type DueDateChangeAbility = 'agree' | 'decline' | 'withdraw';
export type ConfirmationAbility = 'confirm' | 'decline' | 'withdraw';
export type ImportAbility = 'edit' | 'adopt' | 'discard';
export type MeetingAbility = 'requestReport' | 'followUpDocuments' | 'decideLineage';
export type LineageAbility = 'decide';
export type ComparisonAbility = 'attach';
export type MechanismAbility = 'import' | 'setThresholds';
