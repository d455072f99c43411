import { ChecksService } from '#core/evidence/checks.service';
import { languages } from '#i18n/language';
import { Browser, type Question, useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { type Expected, expectProblem, filesIn, standing } from '#testing/problems';
import { describeWith } from '#testing/requires';
import { announce, endUpload, type EvidenceSeen, offsetOf, send, uploadOf } from '#testing/tus';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.js';

const database = useDatabase();
const api = useApi(createApp, database);
const desk = useDesk(api, database);

const form = (fileName: string, content: string | Uint8Array<ArrayBuffer>) => {
  const body = new FormData();
  body.set('file', new Blob([content]), fileName);
  return body;
};

type Case = [string, () => [Browser, string, string, Question?], Expected];
const badRequest: Expected = { status: 400, code: 'bad_request' };
const invalid: Expected = { status: 400, code: 'invalid' };
const notFound: Expected = { status: 404, code: 'not_found' };
const tooLarge: Expected = { status: 413, code: 'too_large' };
const unsupported: Expected = { status: 415, code: 'unsupported_media_type' };

const place = () => `/api/updates/${desk.update.id}`;
const attaching = (body: object, by = desk.officer, where = place()): [Browser, string, string, Question] => [
  ...([by, 'POST', `${where}/evidence`] as const),
  { body },
];
const file = (name: string, bytes: number) => ({ kind: 'other', file: { name, bytes } });
const patch = (
  headers: Record<string, string>,
  body: string,
  by = desk.officer,
  id = begun,
): [Browser, string, string, Question] => [
  ...([by, 'PATCH', `/api/uploads/${id}`] as const),
  {
    headers: {
      ...{
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '3',
      },
      ...headers,
    },
    body,
  },
];
/** An upload of ten bytes of which three are there. */
let begun = '';
beforeAll(async () => {
  begun = uploadOf(await announce(desk.officer, place(), 'begun.txt', 10));
  expect((await send(desk.officer, begun, 'abc')).status).toBe(204);
});

const imported = (question: Question): [Browser, string, string, Question] => [
  ...([desk.coordinator, 'POST', '/api/imports'] as const),
  question,
];

const cases: Case[] = [
  ['neither file nor link', () => attaching({ kind: 'other' }), invalid],
  ['file and link', () => attaching({ ...file('a.txt', 1), url: 'https://example.org/' }), invalid],
  ['a link that runs', () => attaching({ kind: 'link', url: 'javascript:alert(1)' }), invalid],
  ['a link into a file', () => attaching({ kind: 'link', url: 'file:///etc/passwd' }), invalid],
  [
    'a link of 5,000 characters',
    () => attaching({ kind: 'link', url: `https://a.org/${'a'.repeat(5_000)}` }),
    invalid,
  ],
  ['a kind that is none', () => attaching({ ...file('a.txt', 1), kind: 'x' }), invalid],
  ['a day that is none', () => attaching({ ...file('a.txt', 1), documentOn: '2026-02-30' }), invalid],
  ['a file of 0 bytes', () => attaching(file('a.txt', 0)), { status: 422, code: 'empty_file' }],
  ['a file of -1 bytes', () => attaching(file('a.txt', -1)), invalid],
  ['a file of half a byte', () => attaching(file('a.txt', 0.5)), invalid],
  ['a file of 3 GB', () => attaching(file('a.mp4', 3e9)), tooLarge],
  ['a name of 5,000 characters', () => attaching(file('n'.repeat(5_000), 7)), invalid],
  ['no name', () => attaching(file('', 7)), invalid],
  ['a NUL in a name', () => attaching(file('a\0b', 7)), invalid],
  [
    'a file for another side’s update',
    () => attaching(file('a.txt', 7), desk.officer, `/api/updates/${desk.theirs.id}`),
    notFound,
  ],
  [
    'a file for a document that is none',
    () => attaching(file('a.txt', 7), desk.officer, `/api/signed-documents/${desk.update.id}`),
    notFound,
  ],
  [
    'a file by a coordinator of another office',
    () => attaching(file('a.txt', 7), desk.coordinator),
    { status: 403, code: 'forbidden' },
  ],
  [
    'bytes that do not join',
    () => patch({ 'upload-offset': '2' }, 'x'),
    { status: 409, code: 'upload_offset' },
  ],
  ['bytes beyond the end', () => patch({}, 'x'.repeat(8)), { status: 409, code: 'upload_offset' }],
  ['bytes from nowhere', () => patch({ 'upload-offset': '-1' }, 'x'), badRequest],
  ['bytes as something else', () => patch({ 'content-type': 'text/csv' }, 'x'), unsupported],
  ['bytes without the protocol', () => patch({ 'tus-resumable': '' }, 'x'), badRequest],
  ['bytes for the other side’s upload', () => patch({}, 'x', desk.stranger), notFound],
  ['bytes for a colleague’s upload', () => patch({}, 'x', desk.coordinator), notFound],
  ['bytes for no upload', () => patch({}, 'x', desk.officer, desk.update.id), notFound],
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
    const [by, method, path, options] = patch({}, 'x', browser);
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
      ['..\\..\\windows\\system.txt', 'system.txt'],
      ['/etc/passwd', 'passwd'],
      ['invoice\u202Efdp.txt', 'invoicefdp.txt'],
      ['a\u0007b\u200bc.txt', 'abc.txt'],
      ['...', 'file'],
      [`${'名'.repeat(300)}.pdf`, '名'.repeat(255)],
      ['進展報告（初稿）.txt', '進展報告（初稿）.txt'],
    ] as const) {
      const answer = await announce(desk.officer, `/api/updates/${id}`, given, 7);
      const { id: evidence, revisions } = JSON.parse(answer.text) as EvidenceSeen;
      const [revision] = revisions;
      expect([given, revision]).toEqual([
        given,
        expect.objectContaining({ fileName: kept, givenName: given }),
      ]);
      expect((await send(desk.officer, revision!.id, 'content')).status).toBe(204);
      await api.app.get(ChecksService).check(revision!.id);
      const answered = await desk.officer.get(`/api/revisions/${revision!.id}/file`);
      expect(answered.text).toBe('content');
      expect(answered.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
      );
      const taken = await desk.officer.ask('DELETE', `/api/evidence/${evidence}`, { version: 1 });
      expect(taken.status).toBe(204);
    }
    expect(filesIn(api.home)).toEqual([begun, `${begun}.json`]);
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

  it.each(languages)('is said plainly, and nothing is left of what did not fit: %s', async (language) => {
    const browser = await desk.signedIn(desk.world.left.officer.personId);
    expect((await browser.ask('PATCH', '/api/session', { body: { language } })).status).toBe(200);
    const before = await standing(desk.builder, api.home);
    const full: Expected = { status: 507, code: 'storage_full' };
    // Said before a byte has come up, where that can be told,
    expectProblem(await announce(browser, place(), 'a.txt', 3_000_000), full, language);
    expect(await standing(desk.builder, api.home)).toEqual(before);

    // and on the way, where somebody else has taken the room.
    const upload = uploadOf(await announce(browser, place(), 'a.txt', 900_000));
    const other = join(files(), 'other');
    writeFileSync(other, new Uint8Array(300_000));
    expectProblem(await send(browser, upload, 'x'.repeat(900_000)), full, language);
    expect((await offsetOf(browser, upload)).headers.get('upload-offset')).toBe('0');
    rmSync(other);
    expect((await send(browser, upload, 'x'.repeat(800_000))).status).toBe(204);
    expect((await endUpload(browser, upload)).status).toBe(204);
    expect(await standing(desk.builder, api.home)).toEqual(before);
  });
});
