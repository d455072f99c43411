/** What a reader may do with the thing beside which these stand; the screen asks for nothing else. */
export type Abilities<Name extends string> = Record<Name, boolean>;

export type MeasureAbility =
  | 'assign'
  | 'publishAssignment'
  | 'writeUpdate'
  | 'writeNote'
  | 'proposeDueDate'
  | 'proposeCompletion'
  | 'proposeDrop';
export type UpdateAbility = 'edit' | 'submit' | 'endorse' | 'return' | 'clear' | 'withdraw';
export type DueDateChangeAbility = 'agree' | 'decline' | 'withdraw';
export type ConfirmationAbility = 'confirm' | 'decline' | 'withdraw';
export type ImportAbility = 'edit' | 'adopt' | 'discard';
export type MeetingAbility = 'requestReport';
export type MechanismAbility = 'import' | 'setThresholds';
