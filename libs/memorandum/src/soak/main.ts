import { newTally, soak, soakEndless } from './soak.js';

/** `npm run soak:parser -- COUNT FIRST`: so many inputs from the first seed on, and the texts without end. */
const [count = 100_000, first = 1] = process.argv.slice(2).map(Number);
const tally = newTally();
soakEndless(tally, 1_000_000);
soak(tally, first, count);
const { inputs, read, refused, characters, slowest } = tally;
process.stdout.write(
  `${inputs} inputs, ${characters} characters: ${read} read, ${refused} refused, nothing lost; ` +
    `slowest ${slowest.secondsAMegabyte.toFixed(2)} s a megabyte (${slowest.name})\n`,
);
if (slowest.secondsAMegabyte > 1) process.exitCode = 1;
