/** Everything the activity record can say. Joint verbs stand in the joint ledger, the others in a side's own. */
export const jointVerbs = [
  'meeting.adopted',
  'thresholds.changed',
  'source.attached',
  'lineage.decided',
  'document.added',
  'document.changed',
  'assignment.published',
  'update.cleared',
  'due_date.proposed',
  'due_date.agreed',
  'due_date.declined',
  'due_date.withdrawn',
  'confirmation.proposed',
  'confirmation.confirmed',
  'confirmation.declined',
  'confirmation.withdrawn',
  'confirmation.voided',
  'drop.proposed',
  'drop.agreed',
  'drop.declined',
  'drop.withdrawn',
  'drop.voided',
] as const;

export const ownVerbs = [
  /** Names the person behind a joint row, which names the office alone. */
  'named',
  'import.parsed',
  'import.discarded',
  'assignment.changed',
  'update.drafted',
  'update.submitted',
  'update.endorsed',
  'update.returned',
  'update.withdrawn',
  'note.written',
  'note.edited',
  'note.deleted',
  'evidence.added',
  'evidence.removed',
  'reminder.sent',
  'report.requested',
  'report.downloaded',
] as const;

export type Verb = (typeof jointVerbs)[number] | (typeof ownVerbs)[number];
