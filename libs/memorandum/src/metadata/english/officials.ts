import { sidesByPlace } from './places.js';
import type { DraftOffice } from '#contracts/draft';

const RANK =
  '(?:(?:Deputy|Vice|Acting|Permanent|Under|Assistant|First|Second|Lieutenant|Executive|Federal|State|Party|Chief|Prime|Foreign|Finance|Financial|Consul|Director|Secretary|Attorney)[\\s-]){0,4}';
const POST =
  '(?:Executive|Secretary|General|Mayor|Governor|Minister|President|Premier|Chancellor|Ambassador|Director|Commissioner|Chair(?:man|woman|person)?|Head|Councillor|Speaker|Provost|Representative|Envoy|Leader)';
const BEGINS_AS_POST = new RegExp(`^${RANK}${POST}\\b`);
const HONORIFIC =
  /^(?:Mr|Mrs|Ms|Miss|Madam|Dr|Prof|Professor|Sir|Dame|Lord|Lady|H\.?\s?E|His Excellency|Her Excellency|the Hon(?:ourable)?|Hon)\.?\s/;
const NAMED =
  /,?\s(?=(?:Mr|Mrs|Ms|Miss|Madam|Dr|Prof|Professor|Sir|Dame|Lord|Lady|H\.E\.|His Excellency|Her Excellency|the Hon)\b)/;
/** What is no part of a name as it is written elsewhere. */
const POLITE =
  /^(?:(?:Mr|Mrs|Ms|Miss|Madam|H\.?\s?E|His Excellency|Her Excellency|the Hon(?:ourable)?|Hon)\.?\s)+/;
const NAME = /^[A-Z][\p{L}.'’-]*(?:\s(?:[A-Z][\p{L}.'’-]*|van|von|de|der|bin|al)){0,4}$/u;
const PLAIN_POST = /^[\p{L}][\p{L}\s'’().,&/-]*$/u;
const VERB = /\b(?:has|have|had|was|were|is|are|will|who|which|said|and the two)\b/;
const LONGEST = 180;

export interface Official {
  post: string;
  name: string | null;
}

/** "the Mayor of X, Ms Y" or "President Z", taken apart; null where no office is named. */
export function readOfficial(written: string): Official | null {
  const text = written.replace(/^(?:(?:and|by|the|The|Between|between)\s)+/, '').replace(/[,\s]+$/, '');
  if (text.length > LONGEST || !BEGINS_AS_POST.test(text) || !PLAIN_POST.test(text) || VERB.test(text))
    return null;
  const honoured = NAMED.exec(text);
  if (honoured) {
    const name = text.slice(honoured.index + honoured[0].length);
    const bare = name.replace(POLITE, '');
    return NAME.test(bare.replace(HONORIFIC, ''))
      ? { post: text.slice(0, honoured.index), name: bare }
      : null;
  }
  const comma = text.lastIndexOf(', ');
  if (comma !== -1 && NAME.test(text.slice(comma + 2)) && text.slice(comma + 2).includes(' '))
    return { post: text.slice(0, comma), name: text.slice(comma + 2) };
  const post = BEGINS_AS_POST.exec(text)![0];
  const rest = text.slice(post.length).trim();
  if (rest.includes(' ') && NAME.test(rest)) return { post, name: rest };
  return { post: text, name: null };
}

export interface OfficialPair {
  officials: [Official, Official];
  /** Where the two stand in the text that was read. */
  places: [[number, number], [number, number]];
}

/** Two officials joined by "and", though either post may have one of its own. */
export function readPair(text: string): OfficialPair | null {
  if (text.length > 2 * LONGEST) return null;
  for (const { index } of text.matchAll(/,?\sand\s/g)) {
    const [left, right] = [text.slice(0, index), text.slice(index).replace(/^,?\sand\s/, '')];
    const officials = [readOfficial(left), readOfficial(right)];
    if (!officials[0] || !officials[1]) continue;
    const at = text.length - right.length;
    return {
      officials: officials as [Official, Official],
      places: [
        [0, left.length],
        [at, text.trimEnd().length],
      ],
    };
  }
  return null;
}

/** The last words of a clause that name two officials. */
export function pairAtEnd(clause: string): { pair: OfficialPair; start: number } | null {
  const tries = [
    0,
    ...[...clause.matchAll(/(?:,\s|\b(?:by|between|of|when)\s)(?=(?:the\s)?[A-Z])/g)].map(
      (match) => match.index + match[0].length,
    ),
  ];
  for (const start of tries.slice(0, 12)) {
    const pair = readPair(clause.slice(start));
    if (pair) return { pair, start };
  }
  return null;
}

/** Two officials as those of their sides: the post names its place, or the other's does. */
export function withPlaces(officials: Official[], sides: readonly string[]): DraftOffice[] {
  const known = officials.map(({ post }) => sidesByPlace(post, sides));
  return officials.map((official, index) => {
    const other = sides.find((side) => side !== known[1 - index]);
    const left = officials.length === 2 && sides.length === 2 && known[1 - index] ? (other ?? '') : '';
    return { side: known[index] ?? left, ...official };
  });
}
