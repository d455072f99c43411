import type { DraftMeasure } from '#contracts/draft';
import type { Confidence, Suggestions } from '#contracts/suggestions';
import { foldInPlace } from '#i18n/fold';
import { shortTitle } from '../short-title.js';
import { actionsOf } from './actions.js';
import { dueOf } from './due.js';
import type { Foldable } from './found.js';
import type { OrganisationNames } from './organisations.js';
import { themeOf } from './theme.js';
import { termOf, verbOf } from './verbs.js';

export interface Surroundings {
  /** The area's heading. */
  heading: string;
  /** The meeting's day: earlier dates are no deadlines. ISO calendar date. */
  heldOn: string | null;
  organisations: OrganisationNames;
}

/** What a reader might conclude from a measure's words, with the words it rests on. In either script, or English. */
export function suggest(text: string, { heading, heldOn, organisations }: Surroundings): Suggestions {
  const foldable: Foldable = { text, folded: foldInPlace(text) };
  return {
    title: shortTitle(text),
    due: dueOf(foldable, heldOn),
    term: termOf(foldable),
    theme: themeOf(foldable, heading),
    verb: verbOf(foldable),
    organisations: organisations.in(foldable),
    actions: actionsOf(text),
  };
}

/** Longer than any measure that was ever signed, as far as we have read. */
const LONG = 700;
const SHORT = 8;

/**
 * How surely a piece is a measure: numbered and with a verb that undertakes something, it is; a fragment, or a text so
 * long that several may stand in it, is looked at again.
 */
export function confidenceOf(
  { text, marker }: Pick<DraftMeasure, 'text' | 'marker'>,
  { verb }: Suggestions,
): Confidence {
  if (text.length < SHORT || (!marker && !verb)) return 'low';
  return verb && text.length <= LONG ? 'high' : 'medium';
}
