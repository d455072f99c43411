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
 * A measure's short title: its own first words, no more than 24 characters, whole clauses where they fit, else cut
 * between words and never inside a quotation. A suggestion: the coordinator may write another.
 */
export function shortTitle(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const characters = [...plain.slice(0, LONGEST * 4)].slice(0, LONGEST + 1);
  if (characters.length <= LONGEST && CLAUSE_END.exec(plain) === null) return plain;
  const room = characters.slice(0, LONGEST).join('');
  return tidy(lastClause(plain, room) ?? cutBetweenWords(plain, room)) || room;
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
      .replace(/[，。；：、！？,;:!?]+$/u, '')
      .replace(DANGLING, '')
      .trim();
    if (shorter === text || [...shorter].length < SHORTEST) break;
    text = shorter;
  }
  return text;
}
