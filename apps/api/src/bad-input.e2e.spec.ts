import { limits } from '#contracts/limits';
import { languages } from '#i18n/language';
import { Browser, type Question, useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { type Expected, expectProblem, standing } from '#testing/problems';
import { request } from 'node:http';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

const nested = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;
const json = { 'content-type': 'application/json' };
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
function holding(cookie: string, token = desk.officer.csrfToken): Browser {
  const browser = new Browser(api.url);
  browser.cookie = cookie;
  browser.csrfToken = token;
  return browser;
}

const edit = (question: Question): [Browser, string, string, Question] => [
  ...([desk.officer, 'PATCH', `/api/updates/${desk.update.id}`] as const),
  { version: desk.update.version, ...question },
];
const list = (query: string): [Browser, string, string] => [desk.officer, 'GET', `/api/measures?${query}`];

/** Who asks, and for what. */
const requests: Case[] = [
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
  [
    'a token cut short',
    () => [holding(desk.officer.cookie.slice(0, -1)), 'GET', '/api/session'],
    notSignedIn,
  ],
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
  ['no CSRF token', () => [holding(desk.officer.cookie, ''), 'DELETE', `/api/evidence/${absent}`], csrf],
  [
    'a wrong CSRF token',
    () => [holding(desk.officer.cookie, 'x'.repeat(32)), 'DELETE', `/api/evidence/${absent}`],
    csrf,
  ],
  [
    'another’s CSRF token',
    () => [holding(desk.officer.cookie, desk.stranger.csrfToken), 'DELETE', `/api/evidence/${absent}`],
    csrf,
  ],
  // What is asked for
  ['another side’s id', () => [desk.officer, 'GET', `/api/updates/${desk.theirs.id}`], notFound],
  [
    'another side’s id, writing',
    () => [desk.officer, 'POST', `/api/updates/${desk.theirs.id}/submit`, { version: 1 }],
    notFound,
  ],
  ['an id of nothing', () => [desk.officer, 'GET', `/api/updates/${absent}`], notFound],
  ['no id', () => [desk.officer, 'GET', '/api/updates/1%20or%201=1'], notFound],
  ['an id of 5,000 characters', () => [desk.officer, 'GET', `/api/measures/${'a'.repeat(5_000)}`], notFound],
  ['a NUL in a path', () => [desk.officer, 'GET', '/api/measures/%00'], notFound],
  ['a path that cannot be decoded', () => [desk.officer, 'GET', '/api/measures/%E0%A4%A'], badRequest],
  ['a path with ..', () => [desk.officer, 'GET', '/api/evidence/..%2f..%2fetc%2fpasswd/file'], notFound],
  ['an unknown route', () => [desk.officer, 'GET', '/api/nothing'], notFound],
  ['an unknown method', () => [desk.officer, 'DELETE', '/api/measures'], notFound],
];

/** What is sent. */
const bodiesAndFields: Case[] = [
  // Bodies
  ['5 MB of JSON', () => edit({ body: { text: 'x'.repeat(5_000_000) } }), tooLarge],
  ['a depth of 100,000', () => edit({ body: nested(100_000), headers: json }), badRequest],
  ['a depth of 300', () => edit({ body: nested(300), headers: json }), badRequest],
  [
    'a deep draft',
    () => [
      desk.coordinator,
      'PUT',
      `/api/imports/${absent}`,
      { version: 1, headers: json, body: nested(5_000) },
    ],
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
      ...([desk.coordinator, 'POST', `/api/updates/${desk.update.id}/return`] as const),
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
  ['no cursor of an activity', () => [desk.officer, 'GET', '/api/activity?after=0'], invalid],
  [
    'a day that does not exist',
    () => [
      ...([desk.coordinator, 'POST', `/api/measures/${desk.world.measure.id}/due-date-changes`] as const),
      { body: { dueOn: '2027-02-30', reason: 'Because.' } },
    ],
    invalid,
  ],
  [
    'a day in the year 10000',
    () => [
      ...([desk.coordinator, 'POST', `/api/measures/${desk.world.measure.id}/due-date-changes`] as const),
      { body: { dueOn: '+010000-01-01', reason: 'Because.' } },
    ],
    invalid,
  ],
  [
    'a day gone by',
    () => [
      ...([desk.coordinator, 'POST', `/api/measures/${desk.world.measure.id}/due-date-changes`] as const),
      { body: { dueOn: '2020-01-01', reason: 'Because.' } },
    ],
    { status: 422, code: 'date_in_past' },
  ],
  [
    'another side’s office',
    () => [
      ...([desk.coordinator, 'PUT', `/api/measures/${desk.world.measure.id}/assignment`] as const),
      {
        version: 0,
        body: { leadId: desk.world.right.bureau.id, supportingIds: [], officerIds: [], internalDueOn: null },
      },
    ],
    { status: 422, code: 'wrong_organisation' },
  ],
  [
    'another side’s officer',
    () => [
      ...([desk.coordinator, 'PUT', `/api/measures/${desk.world.measure.id}/assignment`] as const),
      {
        version: 0,
        body: {
          ...{ leadId: desk.world.left.bureau.id, supportingIds: [], internalDueOn: null },
          officerIds: [desk.world.right.officer.personId],
        },
      },
    ],
    { status: 422, code: 'wrong_person' },
  ],
  [
    'two hundred and one measures at once',
    () => [
      ...([desk.coordinator, 'POST', '/api/assignments'] as const),
      {
        body: {
          measures: Array.from({ length: 201 }, () => ({ id: absent, version: 0 })),
          ...{ leadId: absent, publish: false },
        },
      },
    ],
    invalid,
  ],
  [
    'a report in an unknown language',
    () => [
      ...([desk.coordinator, 'POST', `/api/meetings/${desk.world.meeting.id}/reports`] as const),
      { body: { audience: 'joint', language: 'fr' } },
    ],
    invalid,
  ],
  // Versions
  [
    'no version',
    () => [desk.officer, 'PATCH', `/api/updates/${desk.update.id}`, { body: { text: 'x' } }],
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
      const measures = `/api/measures/${desk.update.measureId}/updates`;
      return [desk.officer, 'POST', measures, { body: words }];
    },
    { status: 409, code: 'update_open' },
  ],
  [
    'to clear a draft',
    () => [
      desk.coordinator,
      'POST',
      `/api/updates/${desk.update.id}/clear`,
      { version: 1, body: { disclose: [] } },
    ],
    { status: 403, code: 'forbidden' },
  ],
];

describe('bad input', () => {
  it.each([...requests, ...bodiesAndFields])('%s', async (_, question, expected) => {
    const before = await standing(desk.builder, api.home);
    const [by, method, path, options] = question();
    expectProblem(await by.ask(method, path, options), expected);
    expect(await standing(desk.builder, api.home)).toEqual(before);
  });

  it.each(languages)('is answered in the reader’s language: %s', async (language) => {
    const asked = { 'zh-Hant-HK': 'zh-HK,zh;q=0.9', 'zh-Hans-CN': 'zh-CN,en;q=0.5', en: 'en-GB' };
    const browser = new Browser(api.url, asked[language]);
    expectProblem(await browser.get('/api/my-work'), notSignedIn, language);
    expectProblem(await browser.get('/api/nothing'), notFound, language);
    const wrong = { email: 'nobody@example.org', password: 'x' };
    const failed = await browser.ask('POST', '/api/session', { body: wrong });
    expectProblem(failed, { status: 401, code: 'sign_in_failed' }, language);

    // Signed in, a person's own language goes before the browser's, wherever the request fails.
    const theirOwn = await desk.signedIn(desk.world.left.manager.personId);
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

  it('by another method is no way round: HEAD and OPTIONS change nothing and tell nothing', async () => {
    for (const path of ['/api/measures', `/api/updates/${desk.update.id}`, '/api/session']) {
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
