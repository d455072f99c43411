import { PeopleService } from '#core/people/people.service';
import { Db } from '#platform/db';
import { attempts } from '#platform/once';
import type { Browser } from '#testing/api';
import { useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { type Drafted, useDesk } from '#testing/desk';
import { expectProblem, standing } from '#testing/problems';
import { createApp } from './app.js';
import { describeApi } from './openapi.js';

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

const words = { status: 'ongoing', text: 'Words', nextStep: null };
const send = (by: Browser, path: string, key: string, body: object, version?: number) =>
  by.ask('POST', path, {
    ...{ body, headers: { 'idempotency-key': key } },
    ...(version !== undefined && { version }),
  });

/** A measure that both sides' bureaux are charged with and have not written on. */
async function measure() {
  const { builder, world } = desk;
  const row = await builder.measure(world.meeting);
  await builder.assignment(row, world.left.bureau);
  await builder.assignment(row, world.right.bureau);
  return row.id;
}
const count = async (sql: string, params: unknown[]) => {
  const [row] = await desk.builder.source.query<[{ count: number }]>(sql, params);
  return row.count;
};
const updatesOf = (id: string) =>
  count('select count(*)::int as count from "update" where measure_id = $1', [id]);

it('does nothing a second time, and answers with what the first one made', async () => {
  const id = await measure();
  const first = await send(desk.officer, `/api/measures/${id}/updates`, 'once', words);
  const second = await send(desk.officer, `/api/measures/${id}/updates`, 'once', words);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.text).toBe(first.text);
  expect(await updatesOf(id)).toBe(1);
  expect(await count('select count(*)::int as count from activity where measure_id = $1', [id])).toBe(1);
});

it('lets one of many at once do it, and the others wait for what it made', async () => {
  const id = await measure();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => send(desk.officer, `/api/measures/${id}/updates`, 'crowd', words)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await updatesOf(id)).toBe(1);
});

it('answers an action that went through before, where it would else say that somebody was faster', async () => {
  const draft = await desk.drafted(desk.officer);
  const submitted = await desk.officer.ask('POST', `/api/updates/${draft.id}/submit`, { version: 1 });
  const { version } = JSON.parse(submitted.text) as Drafted;
  const path = `/api/updates/${draft.id}/clear`;
  const clear = () => send(desk.coordinator, path, 'clear', { disclose: [] }, version);
  expect((await clear()).status).toBe(200);
  expect((await clear()).status).toBe(200);
  const other = await send(desk.coordinator, path, 'clear-again', { disclose: [] }, version);
  expectProblem(other, { status: 412, code: 'version_conflict' });
  expect(
    await count('select count(*)::int as count from cleared_update where measure_id = $1', [draft.measureId]),
  ).toBe(1);
});

it('refuses a key that stands for another request, and changes nothing', async () => {
  const [one, other] = [await measure(), await measure()];
  expect((await send(desk.officer, `/api/measures/${one}/updates`, 'taken', words)).status).toBe(201);
  const before = await standing(desk.builder, api.home);
  for (const [id, body] of [
    [one, { ...words, text: 'Other words' }],
    [other, words],
  ] as const) {
    const answer = await send(desk.officer, `/api/measures/${id}/updates`, 'taken', body);
    expectProblem(answer, { status: 422, code: 'key_reused' });
  }
  expect(await standing(desk.builder, api.home)).toEqual(before);
});

it('keeps a key to the person that named it', async () => {
  const id = await measure();
  const ours = await send(desk.officer, `/api/measures/${id}/updates`, 'shared', words);
  const theirs = await send(desk.stranger, `/api/measures/${id}/updates`, 'shared', words);
  expect([ours.status, theirs.status]).toEqual([201, 201]);
  expect((JSON.parse(theirs.text) as Drafted).id).not.toBe((JSON.parse(ours.text) as Drafted).id);
});

it('remembers no refusal: what was refused may be tried again', async () => {
  const id = await measure();
  const refused = await send(desk.officer, `/api/measures/${id}/updates`, 'refused', {
    ...words,
    status: 'x',
  });
  expectProblem(refused, { status: 400, code: 'invalid' });
  expect((await send(desk.officer, `/api/measures/${id}/updates`, 'refused', words)).status).toBe(201);
  const forbidden = await send(desk.coordinator, `/api/measures/${id}/updates`, 'not-yet', words);
  expectProblem(forbidden, { status: 403, code: 'forbidden' });
  await desk.builder.source.query(
    'update assignment set supporting_ids = array[$2::uuid] where measure_id = $1 and party_id = $3',
    [id, desk.world.left.custodian.id, desk.world.left.party.id],
  );
  expect((await send(desk.coordinator, `/api/measures/${id}/updates`, 'not-yet', words)).status).toBe(201);
});

it('leaves neither key nor work where a transaction does not end', async () => {
  const db = api.app.get(Db);
  const { officer } = desk.world.left;
  const once = (work: () => Promise<string>) =>
    attempts.run({ key: 'broken', fingerprint: 'f', steps: 0 }, () => db.withActor(officer, work));
  await expect(once(() => Promise.reject(new Error('the line broke')))).rejects.toThrow('the line broke');
  expect(await once(() => Promise.resolve('first'))).toBe('first');
  expect(await once(() => Promise.resolve('second'))).toBe('first');
});

it.each(['', 'a b', 'x'.repeat(101), 'é'])('is no key: %j', async (key) => {
  const answer = await send(desk.officer, `/api/measures/${await measure()}/updates`, key, words);
  expectProblem(answer, { status: 400, code: 'invalid' });
});

it('is forgotten after two days', async () => {
  const id = await measure();
  expect((await send(desk.officer, `/api/measures/${id}/updates`, 'old', words)).status).toBe(201);
  await desk.builder.source.query(
    `update idempotency_key set created_at = now() - interval '49 hours' where key = 'old'`,
  );
  expect(await api.app.get(PeopleService).sweepKeys()).toBe(1);
  const again = await send(desk.officer, `/api/measures/${id}/updates`, 'old', words);
  expectProblem(again, { status: 409, code: 'update_open' });
});

it('is described for every POST that takes JSON', () => {
  const described = Object.entries(describeApi(api.app).paths).filter(([, { post }]) =>
    post?.parameters?.some((each) => 'name' in each && each.name === 'Idempotency-Key'),
  );
  expect(described.length).toBeGreaterThan(10);
  expect(described.map(([path]) => path)).toContain('/api/measures/{id}/updates');
});

it('does many things once each: a report that never arrived is asked for again and says the same', async () => {
  const drafts = [await desk.drafted(desk.officer), await desk.drafted(desk.officer)];
  for (const { id } of drafts) await desk.officer.ask('POST', `/api/updates/${id}/submit`, { version: 1 });
  // The second is not as it was seen: it fails, and fails again, while the first is not done twice.
  const updates = drafts.map(({ id }, at) => ({ id, version: 2 - at }));
  const body = { updates, withEvidence: false };
  const first = await send(desk.coordinator, '/api/clearings', 'many', body);
  const second = await send(desk.coordinator, '/api/clearings', 'many', body);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.text).toBe(first.text);
  expect(JSON.parse(first.text)).toMatchObject({
    ...{ done: [drafts[0]!.id], failed: [{ id: drafts[1]!.id, code: 'version_conflict' }] },
  });
  expect(
    await count(
      `select count(*)::int as count from activity where verb = 'update.cleared' and subject_id = $1`,
      [drafts[0]!.id],
    ),
  ).toBe(1);
});
