import { ChecksService } from '#core/evidence/checks.service';
import { STORAGE } from '#core/storage';
import type { Storage } from '#platform/storage';
import { useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { type Expected, expectProblem, filesIn, standing } from '#testing/problems';
import { type Mood, MoodyS3 } from '#testing/s3';
import { announce, type EvidenceSeen, send } from '#testing/tus';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from './app.js';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-bad-s3-'));
const bucket = new MoodyS3(folder, 'luoshi');
const environment: Record<string, string> = {};
beforeAll(async () => {
  environment['STORAGE_URL'] = `s3+http://S3RVER:S3RVER@${await bucket.run()}/luoshi?region=us-east-1`;
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});
const database = useDatabase();
const api = useApi(createApp, database, environment);
const desk = useDesk(api, database);

/** What happens while the bucket is in a mood. */
async function during<T>(mood: Mood, work: () => Promise<T>): Promise<T> {
  bucket.mood = mood;
  try {
    return await work();
  } finally {
    bucket.mood = 'well';
  }
}
async function objects(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of api.app.get<Storage>(STORAGE).list('')) keys.push(key);
  return keys;
}
const check = (revision: string) => api.app.get(ChecksService).check(revision);
const content = 'What happened, in so many words. '.repeat(100);

/** A file that has come up whole and was not looked at yet. */
async function sent(name: string) {
  const place = `/api/updates/${desk.update.id}`;
  const { id, revisions } = JSON.parse(
    (await announce(desk.officer, place, name, content.length)).text,
  ) as EvidenceSeen;
  const revision = revisions[0]!.id;
  expect((await send(desk.officer, revision, content)).status).toBe(204);
  return { id, revision };
}
const stateOf = async (id: string) =>
  (JSON.parse((await desk.officer.get(`/api/evidence/${id}`)).text) as EvidenceSeen).revisions[0]!.state;
async function takenOff(id: string): Promise<void> {
  expect((await desk.officer.ask('DELETE', `/api/evidence/${id}`, { version: 1 })).status).toBe(204);
}

const away: Expected = { status: 503, code: 'unavailable' };
const moods: Mood[] = [403, 500, 'cuts what comes', 'cuts what goes'];

it.each(moods)('a file waits while the bucket (%s) is not well, and is there once it is', async (mood) => {
  const { id, revision } = await sent('a.txt');
  await during(mood, () => expect(check(revision)).rejects.toThrow());
  expect(await stateOf(id)).toBe('scanning');
  expect(filesIn(api.home)).toEqual([revision, `${revision}.json`]);
  expect(await objects()).toEqual([]);
  // The job that failed is still asked for.
  const jobs = await desk.builder.source.query<unknown[]>(
    `select from pending_job where name = 'scan-evidence' and payload->>'id' = $1`,
    [revision],
  );
  expect(jobs).toHaveLength(1);

  await check(revision);
  expect(await stateOf(id)).toBe('available');
  expect(await objects()).toHaveLength(1);
  expect(filesIn(api.home)).toEqual([]);
  expect((await desk.officer.get(`/api/revisions/${revision}/file`)).text).toBe(content);
  await takenOff(id);
  expect(await objects()).toEqual([]);
});

it('what cannot be read is said plainly, or breaks off, and never passes for the whole', async () => {
  const { id, revision } = await sent('a.txt');
  await check(revision);
  const reading = (range?: string) =>
    desk.officer.ask('GET', `/api/revisions/${revision}/file`, range ? { headers: { range } } : {});
  for (const mood of [403, 500] as const)
    for (const range of [undefined, 'bytes=0-9'])
      expectProblem(await during(mood, () => reading(range)), away);
  for (const range of [undefined, 'bytes=0-999']) {
    // Where nothing has been sent yet it can still be said.
    const answer = await during('cuts what goes', () => reading(range).catch(() => null));
    if (answer) expectProblem(answer, away);
  }
  expect((await reading()).text).toBe(content);
  await takenOff(id);
});

it.each([
  [403, { status: 507, code: 'storage_full' }],
  [500, away],
  ['cuts what comes', away],
  ['cuts what goes', away],
] as const)('nothing is left of an import that the bucket (%s) does not take', async (mood, expected) => {
  const body = new FormData();
  body.set('file', new Blob([`合作備忘錄\n${'支持兩地合作。\n'.repeat(50)}`]), 'a.txt');
  const before = await standing(desk.builder, api.home);
  const answer = await during(mood, () => desk.coordinator.ask('POST', '/api/imports', { body }));
  expectProblem(answer, expected);
  expect(await standing(desk.builder, api.home)).toEqual(before);
  expect(await objects()).toEqual([]);
});
