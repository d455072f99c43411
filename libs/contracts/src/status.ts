/** A side's own assessment of its track (domain.md, Status). */
export const trackStatuses = [
  'not_started',
  'on_target',
  'behind',
  'completed',
  'ongoing',
  'suspended',
  'not_applicable',
] as const;
export type TrackStatus = (typeof trackStatuses)[number];

/** Derived from the two tracks and the confirmation, never typed in. */
export const measureStatuses = [
  'dropped',
  'closed',
  'awaiting_confirmation',
  'suspended',
  'behind',
  'ongoing',
  'completed',
  'on_target',
  'not_started',
] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** Derived at reading time, never stored; worst first. */
export const lights = ['red', 'yellow', 'green', 'grey'] as const;
export type Light = (typeof lights)[number];

/** Why a light has its colour: the word that stands beside it. */
export const lightReasons = [
  'overdue',
  'behind',
  'due_soon',
  'stale',
  'normal',
  'ended',
  'suspended',
  'not_started',
] as const;
export type LightReason = (typeof lightReasons)[number];

export const updateStates = ['draft', 'submitted', 'endorsed', 'returned', 'cleared', 'withdrawn'] as const;
export type UpdateState = (typeof updateStates)[number];

export const dueDateChangeStates = ['proposed', 'agreed', 'declined', 'withdrawn'] as const;
export type DueDateChangeState = (typeof dueDateChangeStates)[number];

/** What a side can propose of a measure as a whole. */
export const confirmationKinds = ['completion', 'drop'] as const;
export type ConfirmationKind = (typeof confirmationKinds)[number];

export const confirmationStates = ['proposed', 'confirmed', 'declined', 'withdrawn', 'voided'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/** What a side asks of the other with an update. */
export const requestStates = ['open', 'answered', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** What a measure's text says of its deadline, apart from the working date both sides agreed. */
export const dueKinds = ['fixed', 'target', 'recurring', 'none'] as const;
export type DueKind = (typeof dueKinds)[number];

export const evidenceStates = ['uploading', 'scanning', 'available', 'infected', 'rejected'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** What a piece of evidence is, as the person says who attaches it. */
export const evidenceKinds = [
  'signed_document',
  'report',
  'photo',
  'video',
  'data',
  'link',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a list of evidence can be narrowed to. */
export const evidenceFilters = ['missing', 'expiring', 'scanning', 'undisclosed', 'refused'] as const;
export type EvidenceFilter = (typeof evidenceFilters)[number];

/** Why a file was refused once it had come up whole. */
export const evidenceRejections = [
  'empty',
  'executable',
  'type_not_allowed',
  'lying_type',
  'polyglot',
  'macros',
  'encrypted',
  'bomb',
  'damaged',
  'too_large_to_scan',
  'lost',
] as const;
export type EvidenceRejection = (typeof evidenceRejections)[number];

export const importStates = ['parsing', 'failed', 'parsed', 'reviewed', 'adopted', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

export const reportStates = ['queued', 'building', 'ready', 'failed'] as const;
export type ReportState = (typeof reportStates)[number];

/** Whether a report holds the joint record alone, or its side's private work beside it. */
export const audiences = ['joint', 'side'] as const;
export type Audience = (typeof audiences)[number];

/** In order of authority (domain.md, source). */
export const sourceKinds = ['annex', 'press_release', 'newspaper'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How a measure goes on from one of the meeting before (domain.md, lineage). */
export const lineageRelations = [
  'continues',
  'deepens',
  'merges',
  'splits',
  'replaces',
  'not_followed_up',
  'new',
] as const;
export type LineageRelation = (typeof lineageRelations)[number];

/** What has become of a signed document. */
export const documentStates = ['signed', 'in_force', 'completed', 'ended'] as const;
export type DocumentState = (typeof documentStates)[number];

/** What a text is to those from which its meeting was adopted. */
export const textRelations = ['same_text', 'better_source', 'other_version', 'excerpt'] as const;
export type TextRelation = (typeof textRelations)[number];

export const roles = ['coordinator', 'officer', 'manager', 'observer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Working days before (positive) or after (negative) a due date on which a reminder goes out. */
export const reminderOffsets = [14, 7, 1, -1] as const;
export type ReminderOffset = (typeof reminderOffsets)[number];
