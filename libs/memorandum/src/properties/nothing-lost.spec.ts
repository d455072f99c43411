import fc from 'fast-check';
import { inEnglish, moved, mutatedOf, reports, rubble, skeleton, texts } from './arbitraries.js';
import { givesEachNumberedLine, isReadWhole } from './laws.js';

const RUNS = 150;

test.each([...texts, ...reports, ...inEnglish].map((text, i) => [i, text] as const))(
  'nothing is lost in specimen %#',
  (_, text) => expect(isReadWhole(text)).toBe(true),
);

test.each([
  ['mutated texts', mutatedOf(texts), 1 / 2],
  ['mutated reports', mutatedOf(reports), 1 / 2],
  ['mutated texts in English', mutatedOf(inEnglish), 1 / 2],
  ['lists with rubble in them', skeleton, 1 / 4],
  ['rubble', rubble, 0],
])('nothing is lost in %s, of which enough are read', (_, arbitrary, share) => {
  let read = 0;
  fc.assert(
    fc.property(arbitrary, (text) => void (isReadWhole(text) && read++)),
    { numRuns: RUNS, seed: 1 },
  );
  expect(read).toBeGreaterThanOrEqual(RUNS * share);
});

test('of lines left out, doubled or put elsewhere each numbered one is a measure, or there is a warning', () => {
  fc.assert(
    fc.property(moved, (lines) => givesEachNumberedLine(lines)),
    { numRuns: RUNS, seed: 1 },
  );
});
