import { limits } from '#contracts/limits';
import { languages } from '#i18n/language';
import { Browser, type Question, useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { type Expected, expectProblem, filesIn, standing } from '#testing/problems';
import { describeWith } from '#testing/requires';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

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

type Case = [string, () => [Browser, string, string, Question?], Expected];
const badRequest: Expected = { status: 400, code: 'bad_request' };
const invalid: Expected = { status: 400, code: 'invalid' };
const notFound: Expected = { status: 404, code: 'not_found' };
const tooLarge: Expected = { status: 413, code: 'too_large' };
const unsupported: Expected = { status: 415, code: 'unsupported_media_type' };

const upload = (question: Question, by = desk.officer): [Browser, string, string, Question] => [
  ...([by, 'POST', `/api/updates/${desk.update.id}/evidence`] as const),
  question,
];
const imported = (question: Question): [Browser, string, string, Question] => [
  ...([desk.coordinator, 'POST', '/api/imports'] as const),
  question,
];

const cases: Case[] = [
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
      desk.officer,
      'POST',
      `/api/updates/${desk.theirs.id}/evidence`,
      { body: form('a.txt', 'x'.repeat(3_000_000)) },
    ],
    notFound,
  ],
  [
    'a file by a desk.coordinator of another office',
    () => upload({ body: form('a.txt') }, desk.coordinator),
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
  ['a memorandum of 21 MB', () => imported({ body: form('a.txt', '備忘錄'.repeat(2_400_000)) }), tooLarge],
  [
    'a pasted text with a NUL',
    () => [desk.coordinator, 'POST', '/api/imports/text', { body: { text: '備忘錄\0' } }],
    invalid,
  ],
  [
    'a pasted text of nothing',
    () => [desk.coordinator, 'POST', '/api/imports/text', { body: { text: '' } }],
    { status: 422, code: 'empty_file' },
  ],
  [
    'an import by an officer',
    () => [desk.officer, 'POST', '/api/imports', { body: form('a.txt', '備忘錄') }],
    { status: 403, code: 'forbidden' },
  ],
];

describe('a bad file', () => {
  it('without the CSRF token is not even looked at', async () => {
    const browser = new Browser(api.url);
    browser.cookie = desk.officer.cookie;
    const before = await standing(desk.builder, api.home);
    const [by, method, path, options] = upload({ body: form('a.txt') }, browser);
    expectProblem(await by.ask(method, path, options), { status: 403, code: 'csrf' });
    expect(await standing(desk.builder, api.home)).toEqual(before);
  });

  it.each(cases)('%s', async (_, question, expected) => {
    const before = await standing(desk.builder, api.home);
    const [by, method, path, options] = question();
    expectProblem(await by.ask(method, path, options), expected);
    expect(await standing(desk.builder, api.home)).toEqual(before);
  });

  it('in a file’s name is taken out of it', async () => {
    const { id } = await desk.drafted(desk.officer);
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
      const answer = await desk.officer.ask('POST', `/api/updates/${id}/evidence`, { body: form(given) });
      expect([given, answer.status]).toEqual([given, 201]);
      const { evidence } = JSON.parse(answer.text) as { evidence: { id: string; fileName: string }[] };
      const added = evidence.at(-1)!;
      expect([given, added.fileName]).toEqual([given, kept]);
      const file = await desk.officer.get(`/api/evidence/${added.id}/file`);
      expect(file.text).toBe('content');
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
      );
      expect((await desk.officer.ask('DELETE', `/api/evidence/${added.id}`)).status).toBe(204);
    }
    expect(filesIn(api.home).every((name) => /^[0-9a-f]{64}-[0-9a-f]{16}$/.test(name))).toBe(true);
  });
});

describeWith(['mount'], 'a full disk', () => {
  const files = () => join(api.home, 'files');
  beforeAll(() => {
    mkdirSync(files(), { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', files()]);
  });
  afterAll(() => {
    execFileSync('umount', [files()]);
  });

  it.each(languages)('is said plainly, and nothing is left of the file: %s', async (language) => {
    const browser = await desk.signedIn(desk.world.left.officer.personId);
    expect((await browser.ask('PATCH', '/api/session', { body: { language } })).status).toBe(200);
    const before = await standing(desk.builder, api.home);
    const [by, method, path, options] = upload({ body: form('a.txt', 'x'.repeat(3_000_000)) }, browser);
    const full: Expected = { status: 507, code: 'storage_full' };
    expectProblem(await by.ask(method, path, options), full, language);
    expect(await standing(desk.builder, api.home)).toEqual(before);

    // What still fits is taken, on the same connection.
    const small = await by.ask(method, path, { body: form('b.txt', 'x'.repeat(100_000)) });
    expect(small.status).toBe(201);
    const { evidence } = JSON.parse(small.text) as { evidence: { id: string }[] };
    expect((await by.ask('DELETE', `/api/evidence/${evidence[0]!.id}`)).status).toBe(204);
  });
});
