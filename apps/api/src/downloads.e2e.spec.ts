import { ChecksService } from '#core/evidence/checks.service';
import { DisclosuresService } from '#core/evidence/disclosures.service';
import { type Browser, useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { expectProblem, filesIn } from '#testing/problems';
import { upload } from '#testing/tus';
import { unzip } from '#testing/unzip';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

const text = (length: number) => randomBytes(length).toString('hex').slice(0, length);
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

/** A file of the left side's on its measure, looked at and stored. */
async function kept(name: string, content: string, by = desk.coordinator): Promise<string> {
  const id = await upload(by, `/api/measures/${desk.world.measure.id}`, name, content);
  await api.app.get(ChecksService).check(id);
  return id;
}
const disclosed = async (id: string) => {
  await api.app.get(DisclosuresService).disclose(desk.world.left.coordinator, id, 1);
  return id;
};
const address = (id: string) => `/api/revisions/${id}/file`;
const archive = (by: Browser, ...ids: string[]) => by.get(`/api/evidence-archive?ids=${ids.join()}`);

/** Where the file of these words lies. */
function pathOf(content: string): string {
  const name = filesIn(api.home).find((each) => each.startsWith(sha256(content)))!;
  const files = readdirSync(join(api.home, 'files'), { recursive: true, encoding: 'utf8' });
  return join(
    api.home,
    'files',
    files.find((each) => each.endsWith(name))!,
  );
}

describe('a file that is read', () => {
  const content = text(10_000);
  let id: string;
  beforeAll(async () => {
    id = await kept('進展報告（初稿）.txt', content);
  });
  const ask = (headers: Record<string, string>, method = 'GET') =>
    desk.coordinator.ask(method, address(id), { headers });

  it('comes whole, under its own name, and is neither kept by others nor run', async () => {
    const answer = await ask({});
    expect([answer.status, answer.text]).toEqual([200, content]);
    const encoded = encodeURIComponent('進展報告（初稿）.txt');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'accept-ranges': 'bytes', etag: `"${sha256(content)}"`, 'content-length': '10000' },
      ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-type': 'text/plain' },
      'content-security-policy': `default-src 'none'; sandbox`,
      'content-disposition': `attachment; filename="________.txt"; filename*=UTF-8''${encoded}`,
    });
    const head = await ask({}, 'HEAD');
    expect([head.status, head.text, head.headers.get('content-length')]).toEqual([200, '', '10000']);
  });

  it('comes in the part that was asked for', async () => {
    const answer = await ask({ range: 'bytes=100-199' });
    expect([answer.status, answer.text]).toEqual([206, content.slice(100, 200)]);
    expect(answer.headers.get('content-range')).toBe('bytes 100-199/10000');
    expect(answer.headers.get('content-length')).toBe('100');
    expect((await ask({ range: 'bytes=-10' })).text).toBe(content.slice(-10));
  });

  it('comes in several parts, each of which says where it belongs', async () => {
    const answer = await ask({ range: 'bytes=0-9, 9990-' });
    expect(answer.status).toBe(206);
    const boundary = /^multipart\/byteranges; boundary=(.+)$/.exec(answer.headers.get('content-type')!)![1]!;
    const part = (range: string, words: string) =>
      `\r\n--${boundary}\r\nContent-Type: text/plain\r\nContent-Range: bytes ${range}/10000\r\n\r\n${words}`;
    expect(answer.text).toBe(
      `${part('0-9', content.slice(0, 10))}${part('9990-9999', content.slice(-10))}\r\n--${boundary}--\r\n`,
    );
    expect(answer.headers.get('content-length')).toBe(String(answer.bytes.length));
  });

  it('has no part behind its end, and says how long it is', async () => {
    const answer = await ask({ range: 'bytes=10000-' });
    expectProblem(answer, { status: 416, code: 'range_not_satisfiable' });
    expect(answer.headers.get('content-range')).toBe('bytes */10000');
  });

  it('comes whole to whom another file is there already', async () => {
    for (const [ifRange, status] of [
      [`"${sha256(content)}"`, 206],
      [`W/"${sha256(content)}"`, 200],
      ['"another"', 200],
      ['Sat, 21 Nov 2026 01:00:00 GMT', 200],
    ] as const)
      expect([ifRange, (await ask({ range: 'bytes=0-9', 'if-range': ifRange })).status]).toEqual([
        ...[ifRange, status],
      ]);
  });

  it('is not there for the other side, in no part, before it is disclosed, and after it is taken back', async () => {
    const words = text(500);
    const own = await kept('b.txt', words);
    const parts = async () => {
      const answers = [
        await desk.stranger.get(address(own)),
        await desk.stranger.ask('GET', address(own), { headers: { range: 'bytes=0-1' } }),
        await desk.stranger.ask('GET', address(own), { headers: { range: 'bytes=500-' } }),
        await desk.stranger.ask('HEAD', address(own)),
        await archive(desk.stranger, own),
      ];
      return answers.map(({ status }) => status);
    };
    expect(await parts()).toEqual([404, 404, 404, 404, 404]);
    await disclosed(own);
    expect(await parts()).toEqual([200, 206, 416, 200, 200]);
    await api.app.get(DisclosuresService).takeBack(desk.world.left.coordinator, own, 'It named a person.');
    expect(await parts()).toEqual([404, 404, 404, 404, 404]);
  });

  it('is cut short where it is not what it was: nobody takes it for whole', async () => {
    const words = text(200_000);
    const own = await kept('c.txt', words);
    writeFileSync(
      pathOf(words),
      words.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    );
    await expect(desk.coordinator.get(address(own))).rejects.toThrow();
    rmSync(pathOf(words));
    expectProblem(await desk.coordinator.get(address(own)), { status: 404, code: 'not_found' });
  });
});

describe('several files in one archive', () => {
  it('come with a list of what they are, under names that tell them apart', async () => {
    const [one, other] = [text(300), text(400)];
    const ids = [await kept('a.txt', one), await disclosed(await kept('A.txt', other))];
    const answer = await archive(desk.coordinator, ...ids);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-length')).toBe(String(answer.bytes.length));
    const files = unzip(answer.bytes);
    expect([...files.keys()]).toEqual(['List.csv', 'a.txt', 'A (2).txt']);
    expect([files.get('a.txt')?.toString(), files.get('A (2).txt')?.toString()]).toEqual([one, other]);
    const lines = files.get('List.csv')!.toString().split('\r\n');
    expect(lines[1]).toMatch(`"a.txt","${sha256(one)}","300","a.txt","Other","",`);
    expect(lines[1]).toMatch(/"Not disclosed"$/);
    expect(lines[2]).toMatch(`"A (2).txt","${sha256(other)}","400"`);
    expect(lines[2]).toMatch(/"Disclosed"$/);
  });

  it('come all or not at all: one that is not there, and there is no archive', async () => {
    const [mine, shown] = [await kept('a.txt', text(10)), await disclosed(await kept('b.txt', text(10)))];
    expect((await archive(desk.stranger, shown)).status).toBe(200);
    expectProblem(await archive(desk.stranger, shown, mine), { status: 404, code: 'not_found' });
    expectProblem(await archive(desk.coordinator, desk.update.id), { status: 404, code: 'not_found' });
    const invalid = { status: 400, code: 'invalid' } as const;
    expectProblem(await archive(desk.coordinator), invalid);
    expectProblem(await archive(desk.coordinator, mine, mine), invalid);
    expectProblem(await archive(desk.coordinator, '1'), invalid);
    const many = Array.from(
      { length: 201 },
      (_, at) => `01990000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    );
    expectProblem(await archive(desk.coordinator, ...many), invalid);
  });

  it('break off visibly where one of them has vanished', async () => {
    const [one, gone] = [text(100_000), text(100_000)];
    const ids = [await kept('a.txt', one), await kept('b.txt', gone)];
    rmSync(pathOf(gone));
    await expect(archive(desk.coordinator, ...ids)).rejects.toThrow();
  });
});

describe('who downloaded what', () => {
  const notes = () =>
    desk.builder.source.query<{ party: string; person: string; subject: string }[]>(
      `select party_id as party, actor_person_id as person, subject_id as subject from activity
       where verb = 'evidence.downloaded' order by sequence`,
    );

  it('stands once in the ledger of the reader’s own side, whichever side’s the file is', async () => {
    const { left, right, observer } = desk.world;
    const id = await disclosed(await kept('d.txt', text(50)));
    const watcher = await desk.signedIn(observer.personId);
    for (const by of [desk.stranger, desk.officer, watcher, desk.stranger, desk.officer])
      for (const range of ['bytes=1-', 'bytes=0-'])
        expect((await by.ask('GET', address(id), { headers: { range } })).status).toBe(206);
    expect((await archive(desk.officer, id)).status).toBe(200);
    expect((await notes()).filter(({ subject }) => subject === id)).toEqual([
      { party: right.party.id, person: right.officer.personId, subject: id },
      { party: left.party.id, person: left.officer.personId, subject: id },
    ]);
    const seen = async (by: Browser) => {
      const { items } = JSON.parse((await by.get('/api/activity')).text) as { items: { verb: string }[] };
      return items.filter(({ verb }) => verb === 'evidence.downloaded').length;
    };
    expect(await seen(watcher)).toBe(0);
    expect(await seen(desk.stranger)).toBe(
      (await notes()).filter(({ party }) => party === right.party.id).length,
    );
  });

  it('is one note, though the parts are asked for at once', async () => {
    const id = await kept('e.txt', text(50));
    const parts = Array.from({ length: 8 }, (_, at) =>
      desk.officer.ask('GET', address(id), { headers: { range: `bytes=${at}-${at}` } }),
    );
    expect((await Promise.all(parts)).map(({ status }) => status)).toEqual(parts.map(() => 206));
    expect((await notes()).filter(({ subject }) => subject === id)).toHaveLength(1);
  });
});
