import { useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { expectProblem } from '#testing/problems';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

interface Ledgers {
  items: { id: string; joint: boolean; total: number; abilities: { verify: boolean } }[];
}

it('verifies over HTTP what the reader reads, in parts, and nothing else', async () => {
  const { officer, stranger } = desk;
  const listed = async (by: typeof officer) =>
    (JSON.parse((await by.get('/api/ledgers')).text) as Ledgers).items;
  const [joint, own] = await listed(officer);
  expect([joint!.joint, own!.joint]).toEqual([true, false]);
  expect(own!.abilities.verify).toBe(own!.total > 0);
  const answer = await officer.get(`/api/ledgers/${own!.id}/verification?from=1`);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({
    ...{ ledgerId: own!.id, from: 1, verifiedTo: own!.total, total: own!.total, next: null, broken: null },
  });
  const theirs = (await listed(stranger)).find((each) => !each.joint)!;
  expect(theirs.id).not.toBe(own!.id);
  expectProblem(await officer.get(`/api/ledgers/${theirs.id}/verification`), {
    status: 404,
    code: 'not_found',
  });
  for (const from of ['0', '-1', 'x', '1.5', '1e30', '9007199254740993', String(own!.total + 2)])
    expectProblem(await officer.get(`/api/ledgers/${own!.id}/verification?from=${from}`), {
      ...{ status: 400, code: 'invalid' },
    });
});

it('gives nobody more than a few at a time, and the rest when these are done', async () => {
  const { officer, stranger, builder } = desk;
  const { items } = JSON.parse((await officer.get('/api/ledgers')).text) as Ledgers;
  const url = `/api/ledgers/${items[0]!.id}/verification`;
  const [refused, done]: [number[], number[]] = [[], []];
  // Whoever holds the table makes every verification wait, so that what is refused is refused for its number.
  const holder = builder.source.createQueryRunner();
  await holder.startTransaction();
  await holder.query('lock table ledger in access exclusive mode');
  const asked = Array.from({ length: 6 }, async () => {
    const { status } = await officer.get(url);
    (status === 200 ? done : refused).push(status);
  });
  while (refused.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  const other = stranger.get(url);
  await holder.rollbackTransaction();
  await holder.release();
  await Promise.all(asked);
  expect({ refused, done }).toEqual({ refused: [429, 429], done: [200, 200, 200, 200] });
  expect((await other).status).toBe(200);
});
