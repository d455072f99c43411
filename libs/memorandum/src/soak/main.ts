import { soak } from './soak.js';

/** `npm run soak:parser -- COUNT FIRST`: so many inputs from the first seed on. */
const [count = 100_000, first = 1] = process.argv.slice(2).map(Number);
const { inputs, read, refused, characters, slowest } = soak(first, count);
process.stdout.write(
  `${inputs} inputs, ${characters} characters: ${read} read, ${refused} refused, nothing lost; ` +
    `slowest ${slowest.secondsAMillion.toFixed(2)} s a million characters (seed ${slowest.seed})\n`,
);
if (slowest.secondsAMillion > 1) process.exitCode = 1;
