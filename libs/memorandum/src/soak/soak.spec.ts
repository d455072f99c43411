import { newTally, soak } from './soak.js';

test('random and adversarial inputs neither crash the parser nor lose a word', () => {
  const tally = newTally();
  soak(tally, 1, 300);
  expect(tally.inputs).toBe(300);
  expect(tally.read).toBeGreaterThan(30);
  expect(tally.refused).toBeGreaterThan(30);
});

test.each([
  [21_852, 'a paragraph below a heading went to the measure above it'],
  [81_442, 'a paragraph above an area went to a measure of the area'],
  [30_054, 'a list was over in the midst of a line'],
])('seed %i, in which %s', (seed) => {
  expect(() => soak(newTally(), seed, 1)).not.toThrow();
});
