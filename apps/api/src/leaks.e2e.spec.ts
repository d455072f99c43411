import { CalendarsService } from '#core/calendar/calendars.service';
import { type Answer, Browser, useApi } from '#testing/api';
import { attemptsOn, ownUnits, version } from '#testing/attempts';
import { Builder } from '#testing/build';
import { Canaries, type Reader } from '#testing/canaries';
import { useDatabase } from '#testing/database';
import { history, privateWork, RandomWorld } from '#testing/random-world';
import { named, nameless, type Operation, questionsOn } from '#testing/questions';
import { unzip } from '#testing/unzip';
import { allRows, type Row, rules, tablesOf } from '#testing/visibility';
import fc from 'fast-check';
import { createApp } from './app.js';
import { describeApi } from './openapi.js';

/** How many worlds; `npm run soak:leaks` asks for more. */
const worlds = Number(process.env['SOAK'] ?? 2);
const length = 100;
const patience = 120_000 * worlds;

const database = useDatabase();
const api = useApi(createApp, database, { CLOCK: '2026-11-20T09:00+08:00' });

let builder: Builder;
const canaries = new Canaries();
const built: RandomWorld[] = [];
/** Every row there is, by table, past every policy. */
let rows: Record<string, Row[]>;

beforeAll(
  async () => {
    builder = await Builder.open(database);
    await api.app.get(CalendarsService).refresh();
    for (const steps of fc.sample(history(length), worlds)) {
      built.push(await RandomWorld.build(api.app, builder, canaries, steps));
    }
    await look();
  },
  60_000 + worlds * 60_000,
);
afterAll(() => builder.close());

async function look(): Promise<void> {
  rows = {};
  for (const table of await tablesOf(builder)) rows[table.name] = await allRows(table, builder);
}

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length]!;

const browsers = new Map<string, Browser>();
async function browserOf({ email }: Reader): Promise<Browser> {
  let browser = browsers.get(email);
  if (!browser) {
    browser = new Browser(api.url);
    expect((await browser.signIn(email)).status).toBe(200);
    browsers.set(email, browser);
  }
  return browser;
}

const uuids = (text: string) =>
  new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []);

/** Ids that stand only in rows this reader may not see. */
function hiddenFrom(reader: Reader): Set<string> {
  const [hidden, visible] = [new Set<string>(), new Set<string>()];
  for (const [table, list] of Object.entries(rows)) {
    for (const row of list) {
      const into = rules[table]!.reads(reader, row) ? visible : hidden;
      for (const id of uuids(row['whole'] as string)) into.add(id);
    }
  }
  return new Set([...hidden].filter((id) => !visible.has(id)));
}

const hidden = new Map<string, Set<string>>();
function expectNoLeak(answer: Answer, reader: Reader, asked: string): void {
  let ids = hidden.get(reader.email);
  if (!ids) hidden.set(reader.email, (ids = hiddenFrom(reader)));
  const sent = uuids(asked);
  const met = [...uuids(answer.whole)].filter((id) => ids.has(id) && !sent.has(id));
  expect({
    ...{ asked, reader: reader.name, server: answer.status >= 500 && answer.text },
    ...{ canaries: canaries.leaks(answer.whole, reader), ids: met },
  }).toEqual({ asked, reader: reader.name, server: false, canaries: [], ids: [] });
}

const { addressOf, queries } = questionsOn((table) => rows[table]!);

function operations(): Operation[] {
  return Object.entries(describeApi(api.app).paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { parameters?: Operation['parameters'] }>).map(
      ([method, { parameters = [] }]) => ({ method: method.toUpperCase(), path, parameters }),
    ),
  );
}
const reads = () => operations().filter(({ method }) => method === 'GET');
const writes = () => operations().filter(({ method }) => method !== 'GET');

/** A file that is there: its own side's, or disclosed and not taken back. Links and files on their way are none. */
function mayDownload(reader: Reader, revision: Row): boolean {
  const disclosed = rows['disclosed_evidence']!.find(({ id }) => id === revision['id']);
  const kept = revision['state'] === 'available' && revision['file_key'] !== null;
  return (
    (kept && rules['evidence_revision']!.reads(reader, revision)) ||
    (disclosed?.['file_key'] != null && rules['disclosed_evidence']!.reads(reader, disclosed))
  );
}

/** An archive of those files alone that this person may read, or none. */
function expectOnlyReadable(url: string, reader: Reader, answer: Answer): void {
  const ids = new URLSearchParams(url.split('?')[1]).get('ids')?.split(',') ?? [];
  const asked = ids.map((id) => rows['evidence_revision']!.find((row) => row['id'] === id)!);
  const unique = ids.length > 0 && new Set(ids).size === ids.length;
  const expected = !unique ? 400 : asked.every((row) => mayDownload(reader, row)) ? 200 : 404;
  expect({ url, reader: reader.name, status: answer.status }).toMatchObject({ status: expected });
  if (expected === 200) expect(unzip(answer.bytes).size).toBe(ids.length + 1);
}

describe('what can be read over HTTP', () => {
  it('is known: every endpoint and every parameter has a rule', () => {
    expect(
      reads()
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...Object.keys(named), ...nameless].sort());
    const parameters = operations().flatMap((each) => each.parameters);
    const known = ({ name }: { name: string }) => ['id', 'If-Match', 'Idempotency-Key'].includes(name);
    expect(parameters.filter((each) => each.in !== 'query' && !known(each))).toEqual([]);
    expect(
      parameters.filter((each) => each.in === 'query' && !(each.name in queries)).map(({ name }) => name),
    ).toEqual([]);
  });

  it(
    'holds no word, no id and no row of another side’s private work',
    async () => {
      const endpoints = reads();
      await fc.assert(
        fc.asyncProperty(
          ...[fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat()],
          async (which, who, what, pick, chosen) => {
            const reader = choose(choose(built, which).readers, who);
            const endpoint = choose(endpoints, what);
            const { url, row } = addressOf(endpoint, pick, chosen);
            const answer = await (await browserOf(reader)).get(url);
            expectNoLeak(answer, reader, url);
            const table = named[endpoint.path];
            if (endpoint.path === '/api/evidence-archive') expectOnlyReadable(url, reader, answer);
            if (!row || !table || table === 'organisation') return;
            if (table === 'evidence_revision') {
              // Of a preview, a page that is there was asked for, or none.
              const missing = endpoint.path.endsWith('preview/file') && !url.endsWith('page=1');
              const expected = !mayDownload(reader, row) ? 404 : 200;
              if (missing) expect([400, 404]).toContain(answer.status);
              else
                expect({ url, reader: reader.name, status: answer.status }).toMatchObject({
                  status: expected,
                });
            } else if (!rules[table]!.reads(reader, row))
              expect({ url, reader: reader.name, status: answer.status }).toMatchObject({ status: 404 });
            else if (
              ['measure', 'meeting', 'update', 'evidence', 'import', 'signed_document'].includes(table)
            )
              expect({ url, reader: reader.name, status: answer.status }).toMatchObject({ status: 200 });
          },
        ),
        { numRuns: 400 * worlds },
      );
    },
    patience,
  );

  it(
    'is the same whatever another side does in private',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), privateWork(10), fc.nat(), fc.nat(), async (which, steps, who, pick) => {
          const world = choose(built, which);
          const side = world.sides[steps[0]!.side]!.party.id;
          const reader = choose(
            world.readers.filter(({ actor }) => actor.side !== side),
            who,
          );
          const browser = await browserOf(reader);
          const urls = reads()
            .filter(({ path }) => !['report', 'mail', 'import', 'update'].includes(named[path] ?? ''))
            .flatMap((endpoint) =>
              [0, 1, 2].map((turn) => addressOf(endpoint, pick + turn, turn === 0 ? 0 : pick >> turn).url),
            )
            // Who downloads stands in his own side's ledger.
            .filter((url) => !url.includes('/file') && !url.includes('/evidence-archive'))
            // Who is on leave is an administrator's own affair, and none of a side's work.
            .filter((url) => reader.actor.partyId !== side || !url.startsWith('/api/leaves'));
          const answers = async () =>
            Object.fromEntries(
              await Promise.all(urls.map(async (url) => [url, (await browser.get(url)).text] as const)),
            );
          const before = await answers();
          for (const step of steps) await world.take(step);
          const after = await answers();
          const unstable = /"instance":"[^"]+"/g;
          for (const url of urls) {
            expect([reader.name, url, after[url]!.replace(unstable, '')]).toEqual([
              ...[reader.name, url, before[url]!.replace(unstable, '')],
            ]);
          }
        }),
        { numRuns: 6 * worlds },
      );
      await look();
      hidden.clear();
    },
    patience,
  );

  it('is nothing at all without a session', async () => {
    const stranger = new Browser(api.url);
    for (const [at, endpoint] of operations().entries()) {
      if (endpoint.path === '/api/session' && endpoint.method === 'POST') continue;
      const { url } = addressOf({ ...endpoint, parameters: [] }, at, 0);
      const answer = await stranger.ask(endpoint.method, url, {
        ...(!['GET', 'HEAD', 'DELETE'].includes(endpoint.method) && { body: {} }),
      });
      expect([endpoint.method, url, answer.status]).toEqual([
        ...[endpoint.method, url, endpoint.path === '/api/demo' ? 404 : 401],
      ]);
      expect(canaries.leaks(answer.whole, null)).toEqual([]);
    }
  });

  it(
    'holds in a joint report nothing that was not shared, and in a side’s own nothing of the other’s',
    async () => {
      const ready = rows['report']!.filter(({ state }) => state === 'ready');
      expect(new Set(ready.map(({ audience }) => audience))).toEqual(new Set(['joint', 'side']));
      for (const report of ready.slice(0, 20 * worlds)) {
        const reader = built
          .flatMap(({ readers }) => readers)
          .find(({ actor }) => actor.personId === report['requested_by_id'])!;
        const answer = await (await browserOf(reader)).get(`/api/reports/${report['id'] as string}/file`);
        expect(answer.status).toBe(200);
        const xml = [...unzip(answer.bytes).values()].map((file) => file.toString('utf8')).join('\n');
        const words = xml.replace(/<[^>]*>/g, '\n');
        expect(words.includes('zqx')).toBe(true);
        expect(canaries.leaks(words, reader)).toEqual([]);
        if (report['audience'] === 'joint') {
          expect(canaries.unshared(words)).toEqual([]);
          // Internal dates, however they are written.
          expect(words.match(/210[1-9]/g)).toBeNull();
        }
      }
    },
    patience,
  );
});

const attempts = attemptsOn((table) => rows[table]!);

/** Name nobody's row in their path; each is tried below or speaks of the asker alone. */
const ownOnly = [
  ...['POST /api/assignments', 'POST /api/internal-dates', 'POST /api/due-date-changes', 'POST /api/asks'],
  ...['POST /api/clearings', 'POST /api/returns', 'POST /api/leaves'],
  ...['POST /api/imports', 'POST /api/imports/text'],
  ...['POST /api/session', 'PATCH /api/session', 'DELETE /api/session'],
];

/** What stands in the tables, but for who is signed in. */
async function fingerprint(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name } of await tablesOf(builder)) {
    if (name === 'session') continue;
    const [row] = await builder.source.query<[{ print: string }]>(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as print from "${name}" t`,
    );
    prints[name] = row.print;
  }
  return prints;
}

describe('what can be changed over HTTP', () => {
  it('is known: every endpoint has a rule', () => {
    expect(
      writes()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual([...Object.keys(attempts), ...ownOnly].sort());
  });

  it(
    'is nothing of another side’s: it is not there, nothing is told and nothing changes',
    async () => {
      for (const world of built) for (const reader of world.readers) await browserOf(reader);
      const before = await fingerprint();
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), fc.nat(), async (which, who, what, pick) => {
          const world = choose(built, which);
          const reader = choose(world.readers, who);
          const [operation, { table, question }] = choose(Object.entries(attempts), what);
          const foreign = rows[table]!.filter((row) => !rules[table]!.writes(reader, row));
          if (foreign.length === 0) return;
          const row = choose(foreign, pick);
          const [method, path] = operation.split(' ') as [string, string];
          const url = path.replace('{id}', row['id'] as string);
          const answer = await (await browserOf(reader)).ask(method, url, question(row, world, reader));
          expect([403, 404]).toContain(answer.status);
          expect(answer.headers.get('content-type')).toContain('application/problem+json');
          expectNoLeak(answer, reader, url);
        }),
        { numRuns: 300 * worlds },
      );
      expect(await fingerprint()).toEqual(before);
    },
    patience,
  );

  it(
    'is nothing in bulk, and no import for those who do not coordinate a side',
    async () => {
      const before = await fingerprint();
      const reason = { reason: 'It is not yet time.' };
      for (const reader of choose(built, 1).readers) {
        const browser = await browserOf(reader);
        const foreign = rows['measure']!.filter((row) => !reader.acts.has(row['mechanism_id'] as string));
        const measureIds = foreign.slice(0, 20).map(({ id }) => id);
        const measures = measureIds.map((id) => ({ id, version: 0 }));
        const { leadId } = ownUnits(choose(built, 1), reader);
        const updates = rows['update']!.filter((row) => !rules['update']!.writes(reader, row))
          .slice(0, 20)
          .map((row) => ({ id: row['id'], version: version(row) }));
        for (const [path, body] of [
          ['assignments', { measures, leadId, publish: true }],
          ['internal-dates', { measures, internalDueOn: '2026-12-24' }],
          ['due-date-changes', { measureIds, dueOn: '2027-05-01', ...reason }],
          ['asks', { measureIds }],
          ['clearings', { updates, withEvidence: true }],
          ['returns', { updates, ...reason }],
        ] as const) {
          const answer = await browser.ask('POST', `/api/${path}`, { body });
          expect([path, answer.status]).toEqual([path, 200]);
          expectNoLeak(answer, reader, JSON.stringify(body));
          const { done, failed } = JSON.parse(answer.text) as { done: string[]; failed: { code: string }[] };
          const many =
            'updates' in body ? body.updates : 'measures' in body ? body.measures : body.measureIds;
          expect([path, done, failed.length]).toEqual([path, [], many.length]);
          expect(failed.filter(({ code }) => !['not_found', 'forbidden'].includes(code))).toEqual([]);
        }
        const stranger = rows['person']!.find((row) => !rules['person']!.reads(reader, row))!;
        const leave = { personId: stranger['id'], substituteId: reader.actor.personId };
        const away = { body: { ...leave, fromOn: '2026-12-01', toOn: '2026-12-02' } };
        const refused = await browser.ask('POST', '/api/leaves', away);
        expect(refused.status).toBe(404);
        expectNoLeak(refused, reader, stranger['id'] as string);
        if (reader.actor.roles.includes('coordinator')) continue;
        const form = new FormData();
        form.set('file', new Blob(['備忘錄']), 'a.txt');
        expect((await browser.ask('POST', '/api/imports', { body: form })).status).toBe(403);
        expect((await browser.ask('POST', '/api/imports/text', { body: { text: '備忘錄' } })).status).toBe(
          403,
        );
      }
      expect(await fingerprint()).toEqual(before);
    },
    patience,
  );
});
