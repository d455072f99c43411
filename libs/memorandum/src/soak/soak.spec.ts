import { newTally, soak } from './soak.js';

test('random and adversarial inputs neither crash the parser nor lose a word', () => {
  const tally = newTally();
  soak(tally, 1, 300);
  expect(tally.inputs).toBe(300);
  expect(tally.read).toBeGreaterThan(30);
  expect(tally.refused).toBeGreaterThan(30);
});
