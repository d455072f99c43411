import { limits } from '#contracts/limits';
import { type Language, languages } from '#i18n/language';
import { errors } from '#i18n/messages/errors';
import { type Answer, Browser, type Question, useApi } from '#testing/api';
import { Builder, buildTwoSides, password } from '#testing/build';
import { useDatabase } from '#testing/database';
import { tablesOf } from '#testing/visibility';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database, { SIGN_IN_ATTEMPTS: '3' });

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let officer: Browser;
let coordinator: Browser;
let stranger: Browser;
let update: { id: string; version: number };
let theirs: { id: string; version: number };

const emailOf = async (personId: string) => {
  const [row] = await builder.source.query<{ email: string }[]>('select email from person where id = $1', [
    personId,
  ]);
  return row!.email;
};

async function signedIn(personId: string): Promise<Browser> {
  const browser = new Browser(api.url);
  expect((await browser.signIn(await emailOf(personId))).status).toBe(200);
  return browser;
}

async function drafted(by: Browser): Promise<{ id: string; version: number }> {
  const measure = await builder.measure(world.meeting);
  await builder.assignment(measure, world.left.bureau);
  await builder.assignment(measure, world.right.bureau);
  const body = { status: 'ongoing', text: 'First words.', nextStep: null };
  const answer = await by.ask('POST', `/api/measures/${measure.id}/updates`, { body });
  expect(answer.status).toBe(201);
  return JSON.parse(answer.text) as { id: string; version: number };
}

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
  officer = await signedIn(world.left.officer.personId);
  coordinator = await signedIn(world.left.coordinator.personId);
  stranger = await signedIn(world.right.officer.personId);
  update = await drafted(officer);
  theirs = await drafted(stranger);
});
afterAll(() => builder.close());

/** Every row and every file there is; refused requests leave both as they were. */
async function standing(): Promise<object> {
  const prints: Record<string, unknown> = {};
  for (const { name } of await tablesOf(builder)) {
    if (['session', 'person'].includes(name)) continue;
    const [row] = await builder.source.query<[object]>(
      `select count(*)::int as count, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as print from "${name}" t`,
    );
    prints[name] = row;
  }
  return { ...prints, files: files() };
}

function files(): string[] {
  try {
    return readdirSync(join(api.home, 'files'), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => each.name);
  } catch {
    return [];
  }
}

interface Expected {
  status: number;
  code: keyof (typeof errors)['en'];
}

function expectProblem(answer: Answer, { status, code }: Expected, language: Language = 'en'): void {
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.stringContaining(`"${code}"`)]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('content-language')).toBe(language);
  const problem = JSON.parse(answer.text) as Record<string, string>;
  expect(problem).toMatchObject({ type: `urn:luoshi:problem:${code}`, status, code });
  expect(problem['title']).toBe(errors[language][code].title);
  expect(problem['detail']).not.toMatch(/\{\{/);
  expect(problem['detail']!.length).toBeGreaterThan(5);
}

const nested = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;
const json = { 'content-type': 'application/json' };
const form = (
  fileName: string,
  content: string | Uint8Array<ArrayBuffer> = 'content',
  fields: Record<string, string> = {},
) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob([content]), fileName);
  return body;
};
const boundary = 'x'.repeat(20);
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const part = (disposition: string, content: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const absent = '01990000-0000-7000-8000-000000000000';
const words = { status: 'ongoing', text: 'Words', nextStep: null };

type Case = [string, () => [Browser, string, string, Question?], Expected];
const invalid: Expected = { status: 400, code: 'invalid' };
const badRequest: Expected = { status: 400, code: 'bad_request' };
const notFound: Expected = { status: 404, code: 'not_found' };
const tooLarge: Expected = { status: 413, code: 'too_large' };
const unsupported: Expected = { status: 415, code: 'unsupported_media_type' };
const notSignedIn: Expected = { status: 401, code: 'not_signed_in' };
const csrf: Expected = { status: 403, code: 'csrf' };

/** Somebody with another's cookie, or a broken one. */
function holding(cookie: string, token = officer.csrfToken): Browser {
  const browser = new Browser(api.url);
  browser.cookie = cookie;
  browser.csrfToken = token;
  return browser;
}

const edit = (question: Question): [Browser, string, string, Question] => [
  ...([officer, 'PATCH', `/api/updates/${update.id}`] as const),
  { version: update.version, ...question },
];
const upload = (question: Question, by = officer): [Browser, string, string, Question] => [
  ...([by, 'POST', `/api/updates/${update.id}/evidence`] as const),
  question,
];
const imported = (question: Question): [Browser, string, string, Question] => [
  ...([coordinator, 'POST', '/api/imports'] as const),
  question,
];
const list = (query: string): [Browser, string, string] => [officer, 'GET', `/api/measures?${query}`];

const cases: Case[] = [
  // Who asks
  ['no session', () => [holding(''), 'GET', '/api/my-work'], notSignedIn],
  [
    'a made-up token',
    () => [holding(`luoshi_session=${'a'.repeat(43)}`), 'GET', '/api/my-work'],
    notSignedIn,
  ],
  [
    'a broken token',
    () => [holding('luoshi_session=%00%ff; luoshi_session=;;'), 'GET', '/api/session'],
    notSignedIn,
  ],
  ['a token cut short', () => [holding(officer.cookie.slice(0, -1)), 'GET', '/api/session'], notSignedIn],
  [
    'a token of 7 kB',
    () => [holding(`luoshi_session=${'a'.repeat(7_000)}`), 'GET', '/api/session'],
    notSignedIn,
  ],
  [
    'no session, writing',
    () => [holding(''), 'POST', '/api/imports/text', { body: { text: 'x' } }],
    notSignedIn,
  ],
  ['no CSRF token', () => [holding(officer.cookie, ''), 'DELETE', `/api/evidence/${absent}`], csrf],
  [
    'a wrong CSRF token',
    () => [holding(officer.cookie, 'x'.repeat(32)), 'DELETE', `/api/evidence/${absent}`],
    csrf,
  ],
  [
    'another’s CSRF token',
    () => [holding(officer.cookie, stranger.csrfToken), 'DELETE', `/api/evidence/${absent}`],
    csrf,
  ],
  ['an upload without CSRF token', () => upload({ body: form('a.txt') }, holding(officer.cookie, '')), csrf],
  // What is asked for
  ['another side’s id', () => [officer, 'GET', `/api/updates/${theirs.id}`], notFound],
  [
    'another side’s id, writing',
    () => [officer, 'POST', `/api/updates/${theirs.id}/submit`, { version: 1 }],
    notFound,
  ],
  ['an id of nothing', () => [officer, 'GET', `/api/updates/${absent}`], notFound],
  ['no id', () => [officer, 'GET', '/api/updates/1%20or%201=1'], notFound],
  ['an id of 5,000 characters', () => [officer, 'GET', `/api/measures/${'a'.repeat(5_000)}`], notFound],
  ['a NUL in a path', () => [officer, 'GET', '/api/measures/%00'], notFound],
  ['a path that cannot be decoded', () => [officer, 'GET', '/api/measures/%E0%A4%A'], badRequest],
  ['a path with ..', () => [officer, 'GET', '/api/evidence/..%2f..%2fetc%2fpasswd/file'], notFound],
  ['an unknown route', () => [officer, 'GET', '/api/nothing'], notFound],
  ['an unknown method', () => [officer, 'DELETE', '/api/measures'], notFound],
  // Bodies
  ['5 MB of JSON', () => edit({ body: { text: 'x'.repeat(5_000_000) } }), tooLarge],
  ['a depth of 100,000', () => edit({ body: nested(100_000), headers: json }), badRequest],
  ['a depth of 300', () => edit({ body: nested(300), headers: json }), badRequest],
  [
    'a deep draft',
    () => [coordinator, 'PUT', `/api/imports/${absent}`, { version: 1, headers: json, body: nested(5_000) }],
    badRequest,
  ],
  ['JSON that ends early', () => edit({ body: '{"text":"x"', headers: json }), badRequest],
  ['no JSON', () => edit({ body: '', headers: json }), badRequest],
  ['a list for an object', () => edit({ body: '[]', headers: json }), invalid],
  ['a text for an object', () => edit({ body: '"text"', headers: json }), invalid],
  ['null for an object', () => edit({ body: 'null', headers: json }), badRequest],
  [
    'a polluted prototype',
    () => edit({ body: '{"__proto__":{"status":"ongoing"}}', headers: json }),
    badRequest,
  ],
  ['XML', () => edit({ body: '<a/>', headers: { 'content-type': 'application/xml' } }), unsupported],
  ['plain text', () => edit({ body: 'text=x', headers: { 'content-type': 'text/plain' } }), unsupported],
  [
    'a form',
    () => edit({ body: 'text=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    unsupported,
  ],
  [
    'a nonsensical content type',
    () => edit({ body: '{}', headers: { 'content-type': 'json;;=' } }),
    unsupported,
  ],
  // Fields
  ['an unknown status', () => edit({ body: { status: 'finished' } }), invalid],
  ['an unknown field', () => edit({ body: { state: 'cleared' } }), invalid],
  ['a field of the wrong type', () => edit({ body: { text: 5 } }), invalid],
  ['null where there must be a text', () => edit({ body: { text: null } }), invalid],
  ['null where there must be a status', () => edit({ body: { status: null } }), invalid],
  ['a text too long', () => edit({ body: { text: 'x'.repeat(limits.updateText + 1) } }), invalid],
  ['a NUL in a text', () => edit({ body: { text: 'a\0b' } }), invalid],
  ['half a character in a text', () => edit({ body: '{"text":"\\ud800"}', headers: json }), invalid],
  [
    'half a character in a reason',
    () => [
      ...([coordinator, 'POST', `/api/updates/${update.id}/return`] as const),
      { version: 1, body: '{"reason":"a\\udc00"}', headers: json },
    ],
    invalid,
  ],
  ['a NUL in a search', () => list('q=%00'), invalid],
  ['a search too long', () => list(`q=${'x'.repeat(101)}`), invalid],
  ['a search twice', () => list('q=a&q=b'), invalid],
  ['a search as an object', () => list('q[a]=b'), invalid],
  ['a negative limit', () => list('limit=-1'), invalid],
  ['a limit of 10^30', () => list('limit=1e30'), invalid],
  ['no number for a limit', () => list('limit=ten'), invalid],
  ['an unknown light', () => list('light=blue'), invalid],
  ['no id in a filter', () => list(`meeting='`), invalid],
  ['a cursor of nothing', () => list('after=x'), invalid],
  ['a cursor with too large a number', () => list(`after=${absent}.99999999999.1.${absent}`), invalid],
  ['a cursor with the largest number', () => list(`after=${absent}.999999999.999999999.${absent}x`), invalid],
  ['no cursor of an activity', () => [officer, 'GET', '/api/activity?after=0'], invalid],
  [
    'a day that does not exist',
    () => [
      ...([coordinator, 'POST', `/api/measures/${world.measure.id}/due-date-changes`] as const),
      { body: { dueOn: '2027-02-30', reason: 'Because.' } },
    ],
    invalid,
  ],
  [
    'a day in the year 10000',
    () => [
      ...([coordinator, 'POST', `/api/measures/${world.measure.id}/due-date-changes`] as const),
      { body: { dueOn: '+010000-01-01', reason: 'Because.' } },
    ],
    invalid,
  ],
  [
    'a day gone by',
    () => [
      ...([coordinator, 'POST', `/api/measures/${world.measure.id}/due-date-changes`] as const),
      { body: { dueOn: '2020-01-01', reason: 'Because.' } },
    ],
    { status: 422, code: 'date_in_past' },
  ],
  [
    'another side’s office',
    () => [
      ...([coordinator, 'PUT', `/api/measures/${world.measure.id}/assignment`] as const),
      {
        version: 0,
        body: { leadId: world.right.bureau.id, supportingIds: [], officerIds: [], internalDueOn: null },
      },
    ],
    { status: 422, code: 'wrong_organisation' },
  ],
  [
    'another side’s officer',
    () => [
      ...([coordinator, 'PUT', `/api/measures/${world.measure.id}/assignment`] as const),
      {
        version: 0,
        body: {
          ...{ leadId: world.left.bureau.id, supportingIds: [], internalDueOn: null },
          officerIds: [world.right.officer.personId],
        },
      },
    ],
    { status: 422, code: 'wrong_person' },
  ],
  [
    'two hundred and one measures at once',
    () => [
      ...([coordinator, 'POST', '/api/assignments'] as const),
      { body: { measureIds: Array.from({ length: 201 }, () => absent), leadId: absent, publish: false } },
    ],
    invalid,
  ],
  [
    'a report in an unknown language',
    () => [
      ...([coordinator, 'POST', `/api/meetings/${world.meeting.id}/reports`] as const),
      { body: { audience: 'joint', language: 'fr' } },
    ],
    invalid,
  ],
  // Versions
  [
    'no version',
    () => [officer, 'PATCH', `/api/updates/${update.id}`, { body: { text: 'x' } }],
    { status: 428, code: 'version_required' },
  ],
  [
    'an old version',
    () => edit({ version: 99, body: { text: 'x' } }),
    { status: 412, code: 'version_conflict' },
  ],
  [
    'a version that is none',
    () => edit({ version: 'yesterday', body: { text: 'x' } }),
    { status: 412, code: 'version_conflict' },
  ],
  [
    'any version',
    () => edit({ version: '*', body: { text: 'x' } }),
    { status: 412, code: 'version_conflict' },
  ],
  [
    'a version of 10^20',
    () => edit({ version: '"100000000000000000000"', body: { text: 'x' } }),
    { status: 412, code: 'version_conflict' },
  ],
  // What may not be done now
  [
    'a second open update',
    () => {
      const measures = `/api/measures/${(update as unknown as { measureId: string }).measureId}/updates`;
      return [officer, 'POST', measures, { body: words }];
    },
    { status: 409, code: 'update_open' },
  ],
  [
    'to clear a draft',
    () => [coordinator, 'POST', `/api/updates/${update.id}/clear`, { version: 1, body: { disclose: [] } }],
    { status: 403, code: 'forbidden' },
  ],
  // Files
  ['an upload that is none', () => upload({ body: { file: 'x' } }), unsupported],
  [
    'an upload without a boundary',
    () => upload({ body: 'x', headers: { 'content-type': 'multipart/form-data' } }),
    badRequest,
  ],
  [
    'an upload that breaks off',
    () => upload({ body: part('name="file"; filename="a.txt"', 'x').slice(0, -4), headers: multipart }),
    badRequest,
  ],
  ['an upload of noise', () => upload({ body: 'noise', headers: multipart }), badRequest],
  [
    'an upload without a file',
    () => upload({ body: `${part('name="title"', 'x')}--${boundary}--\r\n`, headers: multipart }),
    { status: 422, code: 'empty_file' },
  ],
  [
    'an upload of two files',
    () => {
      const body = form('a.txt');
      body.append('file', new Blob(['b']), 'b.txt');
      return upload({ body });
    },
    badRequest,
  ],
  [
    'an upload with fifty fields',
    () =>
      upload({
        body: form('a.txt', 'x', Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, 'x']))),
      }),
    badRequest,
  ],
  ['a NUL in a title', () => upload({ body: form('a.txt', 'x', { title: 'a\0b' }) }), badRequest],
  [
    'a file for another side’s update',
    () => [
      officer,
      'POST',
      `/api/updates/${theirs.id}/evidence`,
      { body: form('a.txt', 'x'.repeat(3_000_000)) },
    ],
    notFound,
  ],
  [
    'a file by a coordinator of another office',
    () => upload({ body: form('a.txt') }, coordinator),
    { status: 403, code: 'forbidden' },
  ],
  [
    'a file too large',
    () => upload({ body: form('a.txt', new Uint8Array(limits.evidenceBytes + 1)) }),
    tooLarge,
  ],
  [
    'no memorandum',
    () => imported({ body: form('a.txt', '今天天氣很好，我們去公園散步。'.repeat(20)) }),
    { status: 422, code: 'not_a_memorandum' },
  ],
  [
    'a binary as memorandum',
    () =>
      imported({
        body: form(
          'a.docx',
          new Uint8Array(5_000).map((_, at) => (at * 7919) % 256),
        ),
      }),
    { status: 422, code: 'unreadable_file' },
  ],
  ['an empty memorandum', () => imported({ body: form('a.txt', '') }), { status: 422, code: 'empty_file' }],
  [
    'a blank memorandum',
    () => imported({ body: form('a.txt', ' \n\t ') }),
    { status: 422, code: 'empty_file' },
  ],
  ['a memorandum of 6 MB', () => imported({ body: form('a.txt', '備忘錄'.repeat(700_000)) }), tooLarge],
  [
    'a pasted text with a NUL',
    () => [coordinator, 'POST', '/api/imports/text', { body: { text: '備忘錄\0' } }],
    invalid,
  ],
  [
    'a pasted text of nothing',
    () => [coordinator, 'POST', '/api/imports/text', { body: { text: '' } }],
    { status: 422, code: 'empty_file' },
  ],
  [
    'an import by an officer',
    () => [officer, 'POST', '/api/imports', { body: form('a.txt', '備忘錄') }],
    { status: 403, code: 'forbidden' },
  ],
];

describe('bad input', () => {
  it.each(cases)('%s', async (_, question, expected) => {
    const before = await standing();
    const [by, method, path, options] = question();
    expectProblem(await by.ask(method, path, options), expected);
    expect(await standing()).toEqual(before);
  });

  it.each(languages)('is answered in the reader’s language: %s', async (language) => {
    const [traditional, simplified, english] = ['zh-HK,zh;q=0.9', 'zh-CN,en;q=0.5', 'en-GB'];
    const browser = new Browser(
      api.url,
      { 'zh-Hant-HK': traditional!, 'zh-Hans-CN': simplified!, en: english! }[language],
    );
    expectProblem(await browser.get('/api/my-work'), notSignedIn, language);
    expectProblem(await browser.get('/api/nothing'), notFound, language);
    const wrong = { email: 'nobody@example.org', password: 'x' };
    const failed = await browser.ask('POST', '/api/session', { body: wrong });
    expectProblem(failed, { status: 401, code: 'sign_in_failed' }, language);

    // Signed in, a person's own language goes before the browser's, wherever the request fails.
    const theirOwn = await signedIn(world.left.manager.personId);
    expect((await theirOwn.ask('PATCH', '/api/session', { body: { language } })).status).toBe(200);
    expectProblem(await theirOwn.get(`/api/updates/${absent}`), notFound, language);
    expectProblem(await theirOwn.get('/api/nothing'), notFound, language);
    const large = { body: { text: 'x'.repeat(2_000_000) } };
    expectProblem(await theirOwn.ask('POST', '/api/imports/text', large), tooLarge, language);
    const broken = { body: '{', headers: json };
    expectProblem(await theirOwn.ask('PATCH', '/api/session', broken), badRequest, language);
    const unknown = await theirOwn.ask('PATCH', '/api/session', { body: { language: 'fr' } });
    expectProblem(unknown, invalid, language);
    expect(JSON.parse(unknown.text)).toMatchObject({ errors: [{ path: 'language', code: 'isIn' }] });
  });

  it('in a file’s name is taken out of it', async () => {
    const { id } = await drafted(officer);
    for (const [given, kept] of [
      ['../../x', 'x'],
      ['..\\..\\windows\\system.ini', 'system.ini'],
      ['/etc/passwd', 'passwd'],
      ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
      ['a\u0007b\u200bc.txt', 'abc.txt'],
      ['...', 'file'],
      [`${'名'.repeat(300)}.pdf`, '名'.repeat(255)],
      ['進展報告（初稿）.pdf', '進展報告（初稿）.pdf'],
    ] as const) {
      const answer = await officer.ask('POST', `/api/updates/${id}/evidence`, { body: form(given) });
      expect([given, answer.status]).toEqual([given, 201]);
      const { evidence } = JSON.parse(answer.text) as { evidence: { id: string; fileName: string }[] };
      const added = evidence.at(-1)!;
      expect([given, added.fileName]).toEqual([given, kept]);
      const file = await officer.get(`/api/evidence/${added.id}/file`);
      expect(file.text).toBe('content');
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
      );
      expect((await officer.ask('DELETE', `/api/evidence/${added.id}`)).status).toBe(204);
    }
    expect(files().every((name) => /^[0-9a-f]{64}-[0-9a-f]{16}$/.test(name))).toBe(true);
  });

  it('by another method is no way round: HEAD and OPTIONS change nothing and tell nothing', async () => {
    for (const path of ['/api/measures', `/api/updates/${update.id}`, '/api/session']) {
      for (const method of ['HEAD', 'OPTIONS']) {
        const answer = await new Browser(api.url).ask(method, path);
        expect([401, 404]).toContain(answer.status);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });

  it('that is no HTTP is refused without a word of what is inside', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(api.url, {
        method: 'POST',
        path: '/api/session',
        headers: { 'content-length': '5' },
      });
      sent.on('response', (response) => {
        response.on('data', () => undefined);
        response.on('end', () => resolve(String(response.statusCode)));
      });
      sent.on('error', reject);
      sent.end('{"em}');
    });
    expect(answer).toBe('415');
  });
});

describe('signing in', () => {
  it('rests after repeated failures, in sequence or at once, and says for how long', async () => {
    const person = await builder.person(world.left.bureau, ['officer']);
    const tries = await Promise.all(
      Array.from({ length: 7 }, () => new Browser(api.url).signIn(person.email, 'wrong')),
    );
    expect(tries.every(({ status }) => [401, 429].includes(status))).toBe(true);
    const right = await new Browser(api.url).signIn(person.email);
    expectProblem(right, { status: 429, code: 'locked_out' });
    expect(JSON.parse(right.text)).toMatchObject({
      params: { minutes: 15 },
      detail: expect.stringContaining('15'),
    });
    expect(right.headers.get('set-cookie')).toBeNull();
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => builder.person(world.left.bureau, ['officer'])));
    const measure = async (email: string) => {
      const begun = performance.now();
      expectProblem(await new Browser(api.url).signIn(email, 'wrong'), {
        status: 401,
        code: 'sign_in_failed',
      });
      return performance.now() - begun;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (const { email } of people) {
      known.push(await measure(email));
      unknown.push(await measure(`un${email}`));
    }
    // The hash alone takes tens of milliseconds; an answer without it would take one or two.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('takes no odd address or password for a trouble of its own', async () => {
    for (const [email, word] of [
      ['', ''],
      [`' or 1=1 --`, password],
      ['İ@example.org', password],
      ['a'.repeat(254), 'b'.repeat(200)],
    ] as const) {
      expectProblem(await new Browser(api.url).signIn(email, word), { status: 401, code: 'sign_in_failed' });
    }
    for (const body of [{ email: 'a\0', password: 'x' }, { email: 'a' }, { email: ['a'], password: {} }]) {
      expectProblem(await new Browser(api.url).ask('POST', '/api/session', { body }), invalid);
    }
  });
});
