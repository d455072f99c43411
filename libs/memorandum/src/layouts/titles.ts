import { endsSentence } from '../lines.js';
import { saysWhatToDo } from './chinese-words.js';

const WIDEST_HEADING = 80;
/** A heading alone is short; what is longer and has nothing below it is a measure without a stop. */
const LONGEST_ALONE = 24;

/** Whether the words after a number can be an area's heading: short, and no sentence. */
export function isHeading(words: string): boolean {
  return (
    words !== '' && words.length <= WIDEST_HEADING && !/[。；！？!?;]/.test(words) && !/[，,、]$/.test(words)
  );
}

/** "推動以下培訓：" announces what belongs to it; "金融：" heads it. */
export function isTitle(words: string): boolean {
  return isHeading(words) && !endsSentence(words) && !(/[：:]$/.test(words) && saysWhatToDo({ head: words }));
}

/** Whether words are a heading whatever stands below them, or nothing. */
export const isAlone = (words: string): boolean =>
  words.length <= LONGEST_ALONE && (words === '' || isTitle(words)) && !saysWhatToDo({ head: words });

/** "金融。一是…": a heading's words up to the stop that closes it, where something begins on its own line. */
export const withoutStop = (words: string): string =>
  words.endsWith('。') && isAlone(words.slice(0, -1)) ? words.slice(0, -1) : words;
