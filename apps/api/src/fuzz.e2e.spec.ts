import type { PlacedDraft } from '#contracts/draft';
import { type Browser, useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { type Desk, useDesk } from '#testing/desk';
import fc from 'fast-check';
import { createApp } from './app.js';
import { describeApi } from './openapi.js';

/** How many requests; `npm run soak:leaks` asks for more. */
const runs = 150 * Number(process.env['SOAK'] ?? 3);
const patience = 60_000 + 200 * runs;

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

const browsers: Browser[] = [];
const ids: Record<string, string> = {};
let draft: PlacedDraft;

const memorandum = `甲乙高層會晤暨甲乙合作會議第三次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在香港舉行甲乙高層會晤暨甲乙合作會議第三次會議。

附件

甲乙合作會議第三次會議同意的具體合作措施

一、金融

1. 支持兩地金融機構互設分支。

二、教育

1. 鼓勵兩地學校結為姊妹學校。
`;

beforeAll(async () => {
  const { world, signedIn, coordinator, officer } = desk;
  // Mostly those who may do something.
  browsers.push(...[coordinator, officer, coordinator, officer, coordinator, officer]);
  browsers.push(await signedIn(world.left.manager.personId));
  browsers.push(await signedIn(world.observer.personId), await signedIn(world.left.administrator.personId));
  const answer = await coordinator.ask('POST', '/api/imports/text', { body: { text: memorandum } });
  expect(answer.status).toBe(201);
  const parsed = JSON.parse(answer.text) as { id: string; draft: PlacedDraft };
  draft = parsed.draft;
  ids['imports'] = parsed.id;
  const documents = await coordinator.ask('POST', `/api/meetings/${world.meeting.id}/documents`, {
    body: { title: 'A paper', parties: [], signedOn: '2026-05-02' },
  });
  ids['documents'] = (JSON.parse(documents.text) as { documents: { id: string }[] }).documents[0]!.id;
  ids['measures'] = world.measure.id;
  ids['mechanisms'] = world.mechanism.id;
  ids['meetings'] = world.meeting.id;
  ids['updates'] = desk.update.id;
  const proposed = await coordinator.ask('POST', `/api/measures/${world.measure.id}/due-date-changes`, {
    body: { dueOn: '2999-01-01', reason: 'Because.' },
  });
  const { dueDateChanges } = JSON.parse(proposed.text) as { dueDateChanges: { id: string }[] };
  ids['due-date-changes'] = dueDateChanges[0]!.id;
  const whole = await coordinator.ask('POST', `/api/measures/${world.measure.id}/confirmations`, {
    body: { kind: 'completion', reason: 'Because.' },
  });
  const { confirmations } = JSON.parse(whole.text) as { confirmations: { id: string }[] };
  ids['confirmations'] = confirmations[0]!.id;
  const noted = await coordinator.ask('POST', `/api/measures/${world.measure.id}/notes`, {
    body: { text: 'Words', officeOnly: false, mentionIds: [world.left.officer.personId] },
  });
  const { own } = JSON.parse(noted.text) as { own: { notes: { id: string }[] } };
  ids['notes'] = own.notes[0]!.id;
  const [mention] = await desk.builder.source.query<[{ id: string }]>('select id from mention');
  ids['mentions'] = mention.id;
  // Asked with what the other side has cleared of the measure.
  const [asked] = await desk.builder.source.query<[{ id: string }]>(
    `with cleared as (insert into cleared_update (id, mechanism_id, measure_id, party_id, organisation_id, status, text, cleared_at)
         values (gen_random_uuid(), $1, $2, $3, $4, 'ongoing', 'Words', now()) returning *)
     insert into request (id, mechanism_id, measure_id, party_id, organisation_id, cleared_update_id, text, state, asked_at)
       select gen_random_uuid(), $1, $2, $3, $4, id, 'Words', 'open', now() from cleared returning id`,
    [world.mechanism.id, world.measure.id, world.right.party.id, world.right.bureau.id],
  );
  ids['requests'] = asked.id;
  const attached = await desk.officer.ask('POST', `/api/updates/${desk.update.id}/evidence`, {
    body: { kind: 'other', file: { name: 'a.txt', bytes: 1000 } },
  });
  const evidence = JSON.parse(attached.text) as { id: string; revisions: { id: string }[] };
  ids['evidence'] = evidence.id;
  ids['revisions'] = ids['uploads'] = evidence.revisions[0]!.id;
  ids['signed-documents'] = desk.theirs.id;
  ids['organisations'] = world.left.bureau.id;
  ids['mails'] = ids['reports'] = desk.theirs.id;
});

/** Bodies that would do, by the last word of the path; what is random is put into them. */
const bodies = ({ world }: Desk): Record<string, object> => ({
  assignment: { leadId: world.left.bureau.id, supportingIds: [], officerIds: [], internalDueOn: null },
  assignments: {
    ...{ measures: [{ id: world.measure.id, version: 0 }], leadId: world.left.bureau.id, publish: true },
  },
  'internal-dates': { measures: [{ id: world.measure.id, version: 1 }], internalDueOn: '2999-01-01' },
  thresholds: { warningDays: 30, freshnessDays: 180 },
  updates: {
    ...{ status: 'ongoing', text: 'Words', nextStep: null, difficulties: 'Words', request: 'Words' },
    ...{ periodFrom: '2026-01-01', periodTo: '2026-01-31', correctsId: null },
  },
  '{id}': {
    ...{ status: 'ongoing', text: 'Words', nextStep: null, draft, mechanismId: null, kind: 'annex' },
    ...{ mentionIds: [world.left.officer.personId], difficulties: 'Words', request: null },
    ...{ periodFrom: '2026-01-01', periodTo: null, correctsId: null },
    ...{ state: 'in_force', fulfils: [world.measure.id] },
  },
  draft: { text: 'Words' },
  notes: { text: 'Words', officeOnly: false, mentionIds: [world.left.officer.personId] },
  'due-date-changes': { dueOn: '2999-01-01', reason: 'Because.' },
  confirmations: { kind: 'completion', reason: 'Because.' },
  reports: { audience: 'joint', language: 'en' },
  return: { reason: 'Because.' },
  decline: { reason: 'Because.' },
  clear: { disclose: [] },
  evidence: { kind: 'other', title: 'A', documentOn: '2026-01-01', file: { name: 'a.txt', bytes: 7 } },
  revisions: { url: 'https://example.org/' },
  'take-back': { reason: 'Because.' },
  text: { text: memorandum },
  documents: { title: 'A paper', parties: ['An office'], signedOn: '2026-05-02' },
  lineage: {
    decisions: [{ earlierId: null, laterId: world.measure.id, relation: 'new', stands: true, version: 0 }],
  },
  attach: {
    meetingId: world.meeting.id,
    pieces: [{ area: 1, ordinal: 1, measureId: world.measure.id, add: false }],
    documents: [1],
  },
  session: { language: 'en', email: 'a@example.org', password: 'x' },
});

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    ...[null, '', ' ', '\0', '\ud800', '\u202e', 'x'.repeat(20_000), -1, 1.5, 1e308, 2 ** 31, 2 ** 53, true],
    ...[[], {}, [[]], [null], { a: null }, '2999-02-29', '0000-00-00', 'infinity', 'now()', '{}', `'`, '$1'],
    ...['01990000-0000-7000-8000-000000000000', 'ABCDEF00-0000-7000-8000-000000000000', 'null', '__proto__'],
  ),
);

/** Puts a value where the path of numbers leads to, or takes out what stands there. */
function changed(body: unknown, path: number[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof body !== 'object' || body === null) return value;
  const keys = Object.keys(body);
  if (keys.length === 0) return value;
  const key = keys[first % keys.length]!;
  const copy = structuredClone(body) as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = changed(copy[key], rest, value);
  return copy;
}

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length]!;

interface Operation {
  method: string;
  path: string;
  query: string[];
}
const operations = (): Operation[] =>
  Object.entries(describeApi(api.app).paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { parameters?: { name: string; in: string }[] }>).map(
      ([method, { parameters = [] }]) => ({
        method: method.toUpperCase(),
        path,
        query: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
      }),
    ),
  );

const addressOf = (path: string) => path.replace('{id}', ids[path.split('/')[2]!] ?? '');

it(
  'meets no request that it did not expect',
  async () => {
    const writes = operations().filter(
      ({ method, path }) =>
        !['GET', 'HEAD'].includes(method) &&
        !(
          method === 'DELETE' && ['/api/session', '/api/evidence/{id}', '/api/revisions/{id}'].includes(path)
        ),
    );
    const version = fc.oneof(
      { weight: 4, arbitrary: fc.constant('"1"') },
      { weight: 1, arbitrary: fc.constantFrom('"0"', '"2"', '*', '', 'W/"1"', '"999999999"', '"\u00ff"') },
    );
    const mutations = fc.array(
      fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.option(odd, { nil: undefined })),
      { maxLength: 2 },
    );
    const seldom = fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd });
    await fc.assert(
      fc.asyncProperty(
        ...([fc.nat(), fc.nat(), version, mutations, seldom] as const),
        async (what, who, ifMatch, changes, instead) => {
          const { method, path } = choose(writes, what);
          const valid = bodies(desk)[path.split('/').at(-1)!] ?? {};
          const body =
            instead ??
            changes.reduce<unknown>(
              (before, [at, value]) => changed(before, at, value),
              withOnly(path, valid),
            );
          await makeReady(path);
          const answer = await choose(browsers, who).ask(method, addressOf(path), {
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json', ...(ifMatch && { 'if-match': ifMatch }) },
          });
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400)
            expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
        },
      ),
      { numRuns: runs },
    );
  },
  patience,
);

/** Brings what the request is about back to where the request could succeed. */
async function makeReady(path: string): Promise<void> {
  const { builder, update } = desk;
  const decided = /(return|clear|endorse)$/.test(path);
  await builder.source.query('delete from request where cleared_update_id = $1', [update.id]);
  await builder.source.query('delete from cleared_update where id = $1', [update.id]);
  await builder.source.query('update "update" set version = 1, state = $2 where id = $1', [
    ...[update.id, decided ? 'submitted' : 'draft'],
  ]);
  if (path.startsWith('/api/requests')) {
    await builder.source.query(
      `update request set version = 1, state = 'open', answer = null, party_id = $2 where id = $1`,
      [ids['requests'], path.endsWith('withdraw') ? desk.world.left.party.id : desk.world.right.party.id],
    );
    await builder.source.query('update request_answer set version = 1');
  }
  await builder.source.query('update note set version = 1');
  await builder.source.query('update mention set seen_at = null');
  await builder.source.query(
    `update import set version = 1, state = 'parsed', mechanism_id = $2 where id = $1`,
    [ids['imports'], path.endsWith('attach') ? desk.world.mechanism.id : null],
  );
  await builder.source.query('update signed_document set version = 1');
  await builder.source.query(
    `update due_date_change set version = 1, state = 'withdrawn' where state = 'proposed'`,
  );
  await builder.source.query(
    `update confirmation set version = 1, state = 'withdrawn' where state in ('proposed', 'confirmed')`,
  );
  await builder.source.query(
    `update measure set status = 'not_started' where status in ('closed', 'dropped')`,
  );
  // Now one's own, to be withdrawn, now the other side's, to be answered.
  const party = path.endsWith('withdraw') ? desk.world.left.party.id : desk.world.right.party.id;
  if (path.startsWith('/api/due-date-changes'))
    await builder.source.query(
      `update due_date_change set version = 1, state = 'proposed', party_id = $2 where id = $1`,
      [ids['due-date-changes'], party],
    );
  if (path.startsWith('/api/confirmations'))
    await builder.source.query(
      `update confirmation set version = 1, state = 'proposed', party_id = $2 where id = $1`,
      [ids['confirmations'], party],
    );
}

/** A body's fields that this endpoint knows. */
function withOnly(path: string, body: object): object {
  const known: Record<string, string[]> = {
    '/api/imports/{id}': ['draft', 'mechanismId', 'kind'],
    '/api/documents/{id}': ['state', 'fulfils'],
    '/api/updates/{id}': [
      ...['status', 'text', 'nextStep', 'difficulties', 'request', 'periodFrom', 'periodTo', 'correctsId'],
    ],
    '/api/notes/{id}': ['text', 'mentionIds'],
  };
  const keys = known[path];
  return keys ? Object.fromEntries(Object.entries(body).filter(([key]) => keys.includes(key))) : body;
}

it(
  'meets no question that it did not expect',
  async () => {
    const reads = operations().filter(({ method }) => method === 'GET');
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), odd.map(fc.stringify));
    await fc.assert(
      fc.asyncProperty(
        ...([
          fc.nat(),
          fc.nat(),
          fc.array(fc.tuple(fc.nat(), text), { maxLength: 4 }),
          fc.boolean(),
        ] as const),
        async (what, who, asked, known) => {
          const { path, query } = choose(reads, what);
          const given = new URLSearchParams();
          for (const [at, value] of asked)
            given.append(query.length > 0 ? choose(query, at) : 'other', value.slice(0, 2_000));
          const id = encodeURIComponent((asked[0]?.[1] ?? 'x').toWellFormed().slice(0, 50)) || 'x';
          const address = known ? addressOf(path) : path.replace('{id}', id);
          const answer = await choose(browsers, who).get(
            given.size ? `${address}?${given.toString()}` : address,
          );
          expect(answer.status).toBeLessThan(500);
          if (answer.status >= 400)
            expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
        },
      ),
      { numRuns: runs },
    );
  },
  patience,
);
