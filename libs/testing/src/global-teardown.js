import { once } from 'node:events';

/** Closes the input of ground.ts, which then removes its cluster. */
export default async function globalTeardown() {
  const { ground } = globalThis;
  const ended = once(ground, 'exit');
  ground.stdin.end();
  await ended;
}
