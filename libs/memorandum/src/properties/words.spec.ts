import fc from 'fast-check';
import { rubble, texts } from './arbitraries.js';
import { holdsLines, holdsNormalised, holdsReading, holdsShortTitle } from './laws.js';

test.each([
  ['lines hold every character that is no white space, once', holdsLines],
  ['normalising loses nothing but white space, and does nothing twice', holdsNormalised],
  ['a reading knows where each of its characters stood', holdsReading],
  ['a short title is words of its measure, 24 characters at most', holdsShortTitle],
])('%s', (_, holds) => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: rubble }, fc.constantFrom(...texts)), (text) => holds(text)),
    { numRuns: 300, seed: 1 },
  );
});
