import { matchesIn } from '../../matches.js';
import { ORDINAL, readEnglishNumber } from './numbers.js';
import { nameAt, nameBefore, type Phrase, withoutArticle } from './phrases.js';

export const MEETING_WORD =
  '(?:Conference|Committee|Council|Commission|Dialogue|Meeting|Forum|Summit|Consultations?|Mechanism)';
const SESSION =
  '(?:(?:Plenary|Annual|Regular|Ministerial|Full|Joint|Special)\\s){0,2}(?:Plenary|Session|Meeting|Round)';
const NTH_SESSION = new RegExp(`\\b(${ORDINAL})\\s(${SESSION})\\b(?:\\s(?:Session|Meeting)\\b)?`, 'gi');
const NTH = new RegExp(`\\b(${ORDINAL})\\s(?=[A-Z])`, 'gi');
const OF_THE = /^\sof\s(?:the\s)?/i;
const HOLDS =
  /(?:\s(?:holds?|held|convenes?|convened|concludes?|concluded|hosts?|hosted|opens?)(?:\s(?:its|the))?|\s?[,:–—-]|\s?\((?:[A-Z]{2,8})\)\s?[,:–—-]?)?\s?$/;
const ENDS_AS_MEETING = new RegExp(`\\b${MEETING_WORD}$`);
const MEETING_WORDS = new RegExp(`\\b${MEETING_WORD}\\b(?!\\s${MEETING_WORD})`, 'g');
const OF_TWO = /[\p{L}.][/–-][A-Z]|\band\b|\bJoint\b|\bCo-?operation\b/u;

export interface EnglishMeetingName {
  /** As a person would write it: "Mechanism, Fourth Plenary Session", or the numbered meeting as printed. */
  title: string;
  mechanism: Phrase;
  ordinal: { value: number; start: number; end: number } | null;
}

/** "the Fourth Plenary Session of the X/Y Conference", "X/Y Conference holds Fourth Plenary", "Sixth X/Y Conference". */
export function readEnglishMeetingName(text: string): EnglishMeetingName | null {
  for (const match of matchesIn(text, NTH_SESSION)) {
    const end = match.index + match[0].length;
    const of = OF_THE.exec(text.slice(end, end + 12));
    const mechanism = of
      ? cutAfterMeeting(nameAt(text, end + of[0].length))
      : meetingBefore(text, match.index);
    if (mechanism) return { title: `${mechanism.text}, ${match[0]}`, mechanism, ordinal: ordinalOf(match) };
  }
  for (const match of matchesIn(text, NTH)) {
    const mechanism = cutAfterMeeting(nameAt(text, match.index + match[0].length));
    if (mechanism && mechanism.text.split(' ').length >= 3)
      return { title: `${match[1]!} ${mechanism.text}`, mechanism, ordinal: ordinalOf(match) };
  }
  return null;
}

/** The name of a meeting of two that is told without its number. */
export function readMechanismAlone(text: string): Phrase | null {
  for (const match of matchesIn(text, MEETING_WORDS)) {
    const name = nameBefore(text, match.index + match[0].length, OF_NAME);
    if (
      name &&
      name.text.split(' ').length >= 3 &&
      OF_TWO.test(name.text) &&
      /co-?operation|joint|dialogue|strategic/i.test(name.text)
    )
      return withoutArticle(name);
  }
  return null;
}

const OF_NAME = new Set(['and', '–', '-', '&', 'on', 'for']);

function ordinalOf(match: RegExpExecArray): EnglishMeetingName['ordinal'] {
  const value = readEnglishNumber(match[1]!);
  return value === null ? null : { value, start: match.index, end: match.index + match[1]!.length };
}

function meetingBefore(text: string, to: number): Phrase | null {
  const before = text.slice(Math.max(0, to - 200), to);
  const end = to - HOLDS.exec(before)![0].length;
  const name = nameBefore(text, end, OF_NAME);
  return name && ENDS_AS_MEETING.test(name.text) && name.text.includes(' ') ? name : null;
}

/** A name up to the word that says that it meets. */
function cutAfterMeeting(name: Phrase | null): Phrase | null {
  if (!name) return null;
  MEETING_WORDS.lastIndex = 0;
  const word = MEETING_WORDS.exec(name.text);
  if (!word) return null;
  const end = word.index + word[0].length;
  const text = name.text.slice(0, end);
  return text.includes(' ') ? { text, start: name.start, end: name.start + end } : null;
}
