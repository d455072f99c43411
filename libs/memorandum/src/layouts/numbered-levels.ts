import type { Marker, NumberStyle } from '../markers.js';
import { type MarkedLine, type NumberPair } from './number-pair.js';
import { isAlone, isTitle, withoutStop } from './titles.js';

/** What the ways of numbering in a text stand for: which head what is below them, the upper first. */
export interface Levels {
  heads: NumberStyle[];
  /** Number what belongs to a measure. */
  within: ReadonlySet<NumberStyle>;
}

/** A number in the order of the text, wherever on its line it stands, with the words up to the next on that line. */
interface Numbered {
  marker: Marker;
  words: string;
}

const MOST_WORDS = 160;

/**
 * A way of numbering is of headings where its words are mostly no sentences and another way of numbering begins anew
 * below them, or is counted on. What begins below a sentence are the sub-items of a measure.
 */
export function levelsOf(lines: MarkedLine[]): Levels {
  const numbers = lines.flatMap(numbersOn);
  const votes = new Map<NumberStyle, number>();
  const first = new Map<NumberStyle, number>();
  /** Where each way of numbering is first met, and the last number of it. */
  const met = new Map<NumberStyle, { index: number; value: number }>();
  numbers.forEach(({ marker: { style, value }, words }, index) => {
    const next = numbers[index + 1];
    const { index: since } = met.get(style) ?? { index };
    met.set(style, { index: since, value });
    const below = next && met.get(next.marker.style);
    const goesOn = below !== undefined && below.index > since && next!.marker.value === below.value + 1;
    const over = next !== undefined && next.marker.style !== style && (next.marker.value === 1 || goesOn);
    const heads = over && isTitle(words);
    if (heads && !first.has(style)) first.set(style, index);
    const vote = heads ? 1 : over || !isAlone(words) ? -1 : 0;
    votes.set(style, (votes.get(style) ?? 0) + vote);
  });
  const heads = [...first].filter(([style]) => votes.get(style)! > 0).map(([style]) => style);
  return { heads, within: subStyles(numbers, new Set(heads)) };
}

/** Ways of numbering that mostly begin below a number that heads nothing. */
function subStyles(numbers: Numbered[], heads: ReadonlySet<NumberStyle>): Set<NumberStyle> {
  const votes = new Map<NumberStyle, number>();
  numbers.forEach(({ marker: { style, value } }, index) => {
    const before = numbers[index - 1]?.marker.style;
    if (before === undefined || before === style || heads.has(style)) return;
    const vote = heads.has(before) ? -1 : value === 1 ? 1 : 0;
    votes.set(style, (votes.get(style) ?? 0) + vote);
  });
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([style]) => style));
}

function numbersOn({ text, range, marker, first, glued, below }: MarkedLine): Numbered[] {
  const places = [
    ...(marker ? [{ at: range[0], marker }] : []),
    ...(first ? [first] : []),
    ...glued.filter(({ at }) => at !== first?.at),
  ];
  return places.map((place, index) => {
    const from = place.at - range[0] + place.marker.length;
    const end = (places[index + 1]?.at ?? range[1]) - range[0];
    const written = text.slice(from, Math.min(end, from + MOST_WORDS)).trimEnd();
    const words = end < text.length ? withoutStop(written) : written;
    return { marker: place.marker, words: words || below };
  });
}

/** Whether a pair's areas are headings and its measures are none, nor parts of one. */
export function suits({ outer, inner }: NumberPair, { heads, within }: Levels): boolean {
  return heads.includes(outer) && !heads.includes(inner) && !within.has(inner);
}
