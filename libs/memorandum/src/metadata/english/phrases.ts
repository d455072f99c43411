import { matchesIn } from '../../matches.js';

/** A piece of running text with its place in it. */
export interface Phrase {
  text: string;
  start: number;
  end: number;
}

const MOST_MATCHES = 40;

/** The first matches of a shape: a paragraph that has more of them is none that a person wrote. */
export function matchesOf(text: string, shape: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of matchesIn(text, shape)) if (found.push(match) === MOST_MATCHES) break;
  return found;
}

/** A name is no longer than this. */
const LONGEST = 160;
const JOINING = new Set([
  'of',
  'the',
  'and',
  'on',
  'for',
  'between',
  'to',
  'in',
  'with',
  'cum',
  '&',
  '–',
  '-',
  'de',
]);
const WORD = /[^\s,;:()]+/g;

/** Words with a capital, and small words between them; `joining` says which small words may stand there. */
export function nameAt(text: string, from: number, joining: ReadonlySet<string> = JOINING): Phrase | null {
  const window = text.slice(from, from + LONGEST);
  const start = window.length - window.trimStart().length;
  let end = 0;
  let position = start;
  for (const match of window.matchAll(WORD)) {
    if (window.slice(position, match.index).trim() !== '') break;
    position = match.index + match[0].length;
    if (/^["“'‘]?[A-Z\d&]/.test(match[0])) end = position;
    else if (!joining.has(match[0])) break;
    // A stop ends the name, but not one after a letter or two ("U.S.", "St.").
    if (/[a-z]{3}[.!?]["”]?$/.test(match[0])) break;
  }
  const name = window
    .slice(start, end)
    .replace(/[.”"’!?]+$/, (stops) => (/\b[A-Z]\.$/.test(window.slice(start, end)) ? stops : ''));
  return name === '' ? null : { text: name, start: from + start, end: from + start + name.length };
}

/** The words with a capital that end at a place. */
export function nameBefore(text: string, to: number, joining: ReadonlySet<string> = JOINING): Phrase | null {
  const from = Math.max(0, to - LONGEST);
  const window = text.slice(from, to);
  const words = [...window.matchAll(WORD)];
  let start = -1;
  let next = window.length;
  for (const match of words.reverse()) {
    const end = match.index + match[0].length;
    if (window.slice(end, next).trim() !== '') break;
    next = match.index;
    if (/[a-z]{3}[.!?]["”]?$/.test(match[0])) break;
    if (/^["“'‘]?[A-Z\d&]/.test(match[0])) start = match.index;
    else if (!joining.has(match[0])) break;
  }
  if (start === -1) return null;
  const name = window.slice(start).trimEnd();
  return { text: name, start: from + start, end: from + start + name.length };
}

/** Where the sentence that holds a place begins and ends; "Mr.", "T. O'Dwyer" and "U.S." end none. */
export function sentenceAt(text: string, place: number, longest = 600): Phrase {
  const from = Math.max(0, place - longest);
  const window = text.slice(from, place + longest);
  let [start, end] = [0, window.length];
  for (const match of window.matchAll(SENTENCE_END)) {
    const stop = match.index + match[0].trimEnd().length;
    if (from + stop > place) {
      end = stop;
      break;
    }
    start = match.index + match[0].length;
  }
  return { text: window.slice(start, end), start: from + start, end: from + end };
}

const SENTENCE_END =
  /(?<=[a-z)\d”"’]{2})(?<!\b(?:Prof|Hon|Gov|Gen|Sen|Messrs|No|Nos))[.!?]["”’]?\s+(?=["“‘]?[A-Z])/g;

/** A name without the article before it. */
export function withoutArticle(phrase: Phrase): Phrase {
  const article = /^(?:the|a|an)\s+/i.exec(phrase.text)?.[0].length ?? 0;
  return { text: phrase.text.slice(article), start: phrase.start + article, end: phrase.end };
}
