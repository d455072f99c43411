import type { Range } from './draft.js';
import type { DueKind } from './status.js';

/** What areas of several meetings have in common, whatever their headings call it. */
export const themes = [
  'trade',
  'finance',
  'innovation',
  'transport',
  'law',
  'culture',
  'education',
  'youth',
  'talent',
  'health',
  'environment',
  'planning',
  'housing',
  'welfare',
  'residents',
  'safety',
] as const;
export type Theme = (typeof themes)[number];

/** Whether a measure is done once, comes back, or has no end in its words. */
export const terms = ['one_off', 'recurring', 'open_ended'] as const;
export type Term = (typeof terms)[number];

/** What a measure's first verb undertakes. */
export const undertakings = [
  'encourage',
  'support',
  'promote',
  'deepen',
  'explore',
  'establish',
  'hold',
  'exchange',
  'carry_out',
  'facilitate',
  'sign',
] as const;
export type Undertaking = (typeof undertakings)[number];

/** The words of a measure that a suggestion rests on; the range is in the measure's text. */
export interface Words {
  words: string;
  range: Range;
}

export interface NamedOrganisation extends Words {
  /** Several where both sides, or two offices of one, go by this name. */
  candidates: { id: string; partyId: string }[];
}

/** What a reader might conclude from a measure's words. Nobody has decided it. */
export interface Suggestions {
  /** At most 24 characters of the measure's own. */
  title: string;
  /** What the text says of a deadline. `kind` is none where the words set no date (適時, 加快). */
  due: (Words & { kind: DueKind }) | null;
  /** `words` null: nothing in the text speaks of an end or of a return. */
  term: { value: Term; words: Words | null };
  /** From the area's heading where that tells, and then without words of the measure. */
  theme: { value: Theme; words: Words | null } | null;
  verb: (Words & { value: Undertaking }) | null;
  organisations: NamedOrganisation[];
  /** Of a measure of several sentences: each may be an action that one side carries out. */
  actions: Words[];
}

/** How surely a piece of the text is the measure it was taken for. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];
