import { setImmediate as turn } from 'node:timers/promises';
import { Turns } from './turns.js';

/** Work that ends when told to. */
function work() {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const state = { begun: false, end };
  return { state, run: () => ((state.begun = true), ended) };
}

it('does so many at a time, in the order of asking, and refuses a person who has enough under way', async () => {
  const turns = new Turns(2, 2);
  const works = [work(), work(), work(), work()];
  const people = ['a', 'a', 'b', 'c'];
  const all = works.map(({ run }, at) => turns.take(people[at]!, run));
  await turn();
  expect(works.map(({ state }) => state.begun)).toEqual([true, true, false, false]);
  await expect(turns.take('a', async () => undefined)).rejects.toThrow('too_many_requests');
  works[1]!.state.end();
  await all[1];
  await turn();
  expect(works.map(({ state }) => state.begun)).toEqual([true, true, true, false]);
  works.forEach(({ state }) => state.end());
  await Promise.all(all);
  await expect(turns.take('a', async () => 'done')).resolves.toBe('done');
});

it('gives a turn back when the work fails', async () => {
  const turns = new Turns(1, 1);
  const fail = () => Promise.reject(new Error('no'));
  for (const person of ['a', 'a', 'b']) await expect(turns.take(person, fail)).rejects.toThrow('no');
  await expect(turns.take('a', async () => 'done')).resolves.toBe('done');
});
