import { soak } from './soak.js';

test('random and adversarial inputs neither crash the parser nor lose a word', () => {
  const { inputs, read, refused } = soak(1, 300);
  expect(inputs).toBe(300);
  expect(read).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(30);
});
