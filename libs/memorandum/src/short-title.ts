import { afterCircumstances } from './circumstance.js';
import { saysWhatToDo } from './layouts/chinese-words.js';

const LONGEST = 24;
const SHORTEST = 6;
/** Where a clause ends; a stop between figures or letters ("5.2", "e.g.") is none. */
const CLAUSE_END = /[，。；：！？,;:!?]|\.(?=\s|$)/;
const OPENING = '「“‘『《（([{';
const CLOSING = '」”’』》）)]}';
/** Words that join what goes before to what comes after: nothing may end in one. */
const DANGLING =
  /(?:以及|[的地之和與与及並并或在於于為为以對对向從从由把將将等]|、|\s(?:and|or|of|in|on|the|a|an|to|for|with|by|at|as))$/u;

/**
 * A measure's short title: its own first words that say what is done, no more than 24 characters, whole clauses where
 * they fit, else phrases, else cut between words and never inside a quotation. A suggestion: the coordinator may write
 * another.
 */
export function shortTitle(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  const plain = whole.slice(afterCircumstances(whole)).trimStart();
  const characters = [...plain.slice(0, LONGEST * 4)].slice(0, LONGEST + 1);
  if (characters.length <= LONGEST && CLAUSE_END.exec(plain) === null) return plain;
  const room = characters.slice(0, LONGEST).join('');
  const phrase = lastPhrase(plain, room);
  const told = phrase && (LATIN.test(room) || saysWhatToDo({ head: phrase })) ? phrase : null;
  const title = lastClause(plain, room) ?? told ?? withoutSubject(plain) ?? phrase;
  return tidy(title ?? cutBetweenWords(plain, room)) || room;
}

/** The most clauses that fit whole, as long as that leaves something to read. */
function lastClause(plain: string, room: string): string | null {
  const first = firstEnd(plain);
  if (first >= SHORTEST) return first <= room.length ? plain.slice(0, first) : null;
  const next = first === -1 ? -1 : firstEnd(plain.slice(first + 1));
  const end = next === -1 ? -1 : first + 1 + next;
  return end !== -1 && end <= room.length ? plain.slice(0, end) : null;
}

function firstEnd(text: string): number {
  const found = CLAUSE_END.exec(text.slice(0, LONGEST * 4));
  return found ? found.index : -1;
}

/** Where a phrase ends: before a list's next item, or what says where, with whom or when. */
const PHRASE_END =
  /、|(?=在|[於于]|[並并](?![購购])|以及|[為为](?!主|期)|\s(?:of|for|on|in|with|to|and|at|from|by|through|between|among|under|via|every|each)\s)/gu;
/** Less than this says too little to stand for the rest. */
const SHORTEST_PHRASE = 8;

const LATIN = /^[\x20-\x7e]+$/;

/** "甲局與乙行恆常交換資訊" without those who do it, where that fits. */
function withoutSubject(plain: string): string | null {
  const end = firstEnd(plain);
  const clause = end === -1 ? plain : plain.slice(0, end);
  for (let at = Math.max(1, clause.length - LONGEST); at <= clause.length - SHORTEST; at++)
    if (saysWhatToDo({ head: clause.slice(at) }) && isClosed(clause.slice(at))) return clause.slice(at);
  return null;
}

/** The longest phrase that fits whole, none of a list's items or of a quotation cut. */
function lastPhrase(plain: string, room: string): string | null {
  const shortest = LATIN.test(room) ? SHORTEST_PHRASE + 4 : SHORTEST_PHRASE;
  let end = -1;
  for (const { index } of plain.slice(0, room.length + 1).matchAll(PHRASE_END))
    if (index >= shortest && index <= room.length && isClosed(plain.slice(0, index))) end = index;
  return end === -1 ? null : plain.slice(0, end);
}

function isClosed(text: string): boolean {
  let depth = 0;
  for (const sign of text) depth += OPENING.includes(sign) ? 1 : CLOSING.includes(sign) ? -1 : 0;
  return depth === 0;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

function cutBetweenWords(plain: string, room: string): string {
  let end = 0;
  let depth = 0;
  for (const { segment, index } of words.segment(plain.slice(0, room.length * 2))) {
    const next = index + segment.length;
    if (next > room.length) break;
    if (OPENING.includes(segment)) depth++;
    else if (CLOSING.includes(segment)) depth = Math.max(0, depth - 1);
    if (depth === 0) end = next;
  }
  // A quotation from the first words on: cut inside it rather than have no title.
  return end >= SHORTEST ? plain.slice(0, end) : room;
}

function tidy(title: string): string {
  let text = title.trim();
  for (let left = LONGEST; left > 0; left--) {
    const shorter = text
      .replace(/[，。；：、！？,;:!?]+$|(?<=\w)[-–—]$/u, '')
      .replace(DANGLING, '')
      .trim();
    if (shorter === text || [...shorter].length < SHORTEST) break;
    text = shorter;
  }
  return text;
}
