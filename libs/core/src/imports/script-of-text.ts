import { fold } from '#i18n/fold';
import type { Script } from '#i18n/language';

/** The script a text is written in: English without Han characters, Simplified where folding hardly changes it. */
export function scriptOfText(text: string): Script {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  if (han.length < text.length / 20) return 'en';
  const folded = Array.from(fold(han.join('')));
  const changed = han.filter((character, at) => character !== folded[at]).length;
  return changed > han.length / 50 ? 'hant' : 'hans';
}
