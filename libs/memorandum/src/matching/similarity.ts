import { type Gram, gramsOf } from './grams.js';

/** A text in the company of all that it is compared with: a gram weighs the more, the fewer of them have it. */
export interface Weighed {
  grams: Gram[];
  keys: Set<string>;
  weight: number;
}

export interface Corpus {
  left: Weighed[];
  right: Weighed[];
  weightOf: (key: string) => number;
}

export function weigh(left: readonly string[], right: readonly string[]): Corpus {
  const [l, r] = [left.map(gramsOf), right.map(gramsOf)];
  const having = new Map<string, number>();
  for (const grams of [...l, ...r]) {
    for (const key of new Set(grams.map((gram) => gram.key))) having.set(key, (having.get(key) ?? 0) + 1);
  }
  const count = l.length + r.length;
  const weights = new Map([...having].map(([key, by]) => [key, Math.log(1 + count / by)]));
  const weightOf = (key: string) => weights.get(key) ?? 0;
  const weighed = (grams: Gram[]): Weighed => {
    const keys = new Set(grams.map(({ key }) => key));
    // Summed in one order whatever the text's, so that both ways of asking give the same number.
    const weight = [...keys].sort().reduce((sum, key) => sum + weightOf(key), 0);
    return { grams, keys, weight };
  };
  return { left: l.map(weighed), right: r.map(weighed), weightOf };
}

/**
 * How alike two texts are, from 0 to 1, of the weight of what they share. Mostly how much of the shorter stands in the
 * longer: a newspaper's line is a few words of its measure.
 */
function similarity(shared: number, one: number, other: number): number {
  const shorter = Math.min(one, other);
  return shorter === 0 ? 0 : 0.7 * (shared / shorter) + (0.3 * (2 * shared)) / (one + other);
}

/**
 * Every two texts that are at least so alike. What each left text shares with all right ones is summed over an index of
 * who has which gram, so the cost is that of what is shared, not of all pairs.
 */
export function alike(
  { left, right, weightOf }: Corpus,
  atLeast: number,
  found: (left: number, right: number, similarity: number) => void,
): void {
  const index = new Map<string, number[]>();
  right.forEach(({ keys }, at) => {
    for (const key of keys) {
      const having = index.get(key);
      if (having) having.push(at);
      else index.set(key, [at]);
    }
  });
  const shared = new Float64Array(right.length);
  left.forEach(({ keys, weight }, l) => {
    shared.fill(0);
    for (const key of [...keys].sort()) {
      const having = index.get(key);
      if (!having) continue;
      const weighs = weightOf(key);
      for (const r of having) shared[r]! += weighs;
    }
    right.forEach((other, r) => {
      if (shared[r] === 0) return;
      const score = similarity(shared[r]!, weight, other.weight);
      if (score >= atLeast) found(l, r, Math.min(1, score));
    });
  });
}

/** The words that two texts share, the weightiest first, as they stand in the left one. */
export function wordsInCommon(
  text: string,
  { grams }: Weighed,
  { keys }: Weighed,
  weightOf: Corpus['weightOf'],
  most: number,
): string[] {
  const runs: { start: number; end: number; weight: number }[] = [];
  for (const { key, start, end } of grams) {
    if (!keys.has(key)) continue;
    const last = runs.at(-1);
    if (last && start < last.end) Object.assign(last, { end, weight: last.weight + weightOf(key) });
    else runs.push({ start, end, weight: weightOf(key) });
  }
  const words = runs
    .sort((one, other) => other.weight - one.weight || one.start - other.start)
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ''));
  return [...new Set(words)].slice(0, most);
}
