import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { split } from '#contracts/draft-edits';
import { PendingJob } from '#core/jobs/pending-job.entity';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Source } from '#core/meetings/source.entity';
import { SourcesService } from '#core/meetings/sources.service';
import type { Actor } from '#core/people/actor';
import { STORAGE } from '#core/storage';
import type { Storage } from '#platform/storage';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { report } from '#memorandum/specimen-report';
import { docxOf, pdfOf } from '#testing/documents';
import { Import } from './import.entity.js';
import { ImportsReads } from './imports.reads.js';
import { ImportsService } from './imports.service.js';
import { ReadingsService } from './readings.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let ours: Actor;
let mechanism: Mechanism;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
  ours = world.left.coordinator;
  mechanism = world.mechanism;
});
afterAll(() => builder.close());

const paragraphs = (ordinal: number) => [
  `甲乙高層會晤暨甲乙合作會議第${ordinal}次會議`,
  '備忘錄',
  `甲省人民政府與香港特別行政區政府於2024年5月11日，在香港舉行甲乙高層會晤暨甲乙合作會議第${ordinal}次會議。`,
  '附件',
  '一、金融',
  '1. 支持兩地金融機構互設分支。',
  '2. 定期舉行監管會晤。',
  '二、教育',
  '1. 鼓勵兩地學校結為姊妹學校。',
];
const docx = (ordinal: number) => docxOf(paragraphs(ordinal).map((text) => ({ text })));

const readings = () => core.app.get(ReadingsService);
const storage = () => core.app.get<Storage>(STORAGE);
const view = (id: string, actor = ours) => core.app.get(ImportsReads).one(actor, id);
const row = (id: string) => builder.source.manager.findOneByOrFail(Import, { id });
const upload = (content: Uint8Array | string, name = '備忘錄.docx', actor = ours) =>
  readings().upload(actor, name, Readable.from([Buffer.from(content as Uint8Array)]));

async function adopted(id: string, ordinal: number): Promise<string> {
  const { draft, version } = await view(id);
  const meeting = {
    ...draft.meeting,
    ordinal,
    place: '香港',
    date: '2024-05-11',
    title: `第${ordinal}次會議`,
  };
  const reviewed = { draft: { ...draft, meeting }, mechanismId: mechanism.id, kind: 'annex' as const };
  await core.app.get(ImportsService).review(ours, id, reviewed, version);
  return core.app.get(ImportsService).adopt(ours, id, version + 1);
}

it('reads a short text at once and keeps its file', async () => {
  const text = paragraphs(1).join('\n');
  const id = await upload(text, '備忘錄.txt');
  expect(await view(id)).toMatchObject({ state: 'parsed', text, progress: 100, problem: null });
  const { fileKey, bytes } = await row(id);
  expect(bytes).toBe(Buffer.byteLength(text));
  expect((await buffer(await storage().get(fileKey!))).toString()).toBe(text);
});

it('asks when a text that says "today" was published, and keeps what was mended', async () => {
  const told = report({ heading: (title) => `${title}\n${'－'.repeat(title.length)}` }, '');
  const id = await upload(told, '新聞.txt');
  const { draft, mechanismId, version } = await view(id);
  expect(draft.meeting.date).toBeNull();
  expect(draft.warnings.map(({ code }) => code)).toContain('date_relative');
  const mended = split(told, draft, draft.areas[0]!.measures[0]!.range[0] + 4)!;
  const meeting = { ...mended.meeting, place: '岳陽' };
  const reviewed = { draft: { ...mended, meeting }, mechanismId, kind: 'press_release' as const };
  await core.app.get(ImportsService).review(ours, id, reviewed, version);
  await readings().publish(ours, id, '2025-04-24', version + 1);
  const seen = await view(id);
  expect(seen).toMatchObject({ publishedOn: '2025-04-24', version: version + 2 });
  expect(seen.draft.meeting).toEqual({ ...meeting, date: '2025-04-24' });
  expect(seen.draft.areas).toEqual(mended.areas);
  expect(seen.draft.warnings.map(({ code }) => code)).not.toContain('date_relative');
  await expect(readings().publish(ours, id, '2025-04-24', version)).rejects.toMatchObject({
    code: 'version_conflict',
  });
  await expect(
    readings().publish(world.right.coordinator, id, '2025-04-24', version + 2),
  ).rejects.toMatchObject({ code: 'not_found' });
});

it('reads a Word file by a job, once, however many workers do', async () => {
  const content = await docx(2);
  const id = await upload(content);
  expect(await view(id)).toMatchObject({
    ...{ state: 'parsing', text: '', progress: 0 },
    abilities: { edit: false, adopt: false, discard: true },
  });
  expect(await builder.source.manager.findBy(PendingJob, { name: 'parse-import' })).toMatchObject([
    { payload: { id, personId: ours.personId } },
  ]);
  expect(await Promise.all([readings().read(ours, id), readings().read(ours, id)])).toEqual([
    'parsed',
    'parsed',
  ]);
  const { draft, text, version } = await view(id);
  expect(draft.areas.map(({ measures }) => measures.length)).toEqual([2, 1]);
  expect(text).toContain('一、金融');
  expect(await readings().read(ours, id)).toBe('parsed');
  expect((await view(id)).version).toBe(version);
  const file = await readings().download(ours, id);
  expect(await buffer(await file.open())).toEqual(content);
});

it('begins anew what a worker left when it was killed', async () => {
  const id = await upload(pdfOf(paragraphs(3)), '備忘錄.pdf');
  await builder.source.manager.update(Import, id, { progress: 40 });
  expect(await readings().read(ours, id)).toBe('parsed');
});

it('says why a file is no memorandum, and what was looked for', async () => {
  const id = await upload(await docxOf([{ text: '今天天氣很好。' }]));
  expect(await readings().read(ours, id)).toBe('failed');
  const { problem, abilities, version } = await view(id);
  expect(problem).toMatchObject({ code: 'not_a_memorandum' });
  expect(problem!.lookedFor).toContainEqual({ what: 'area_headings', found: 0 });
  expect(abilities).toEqual({ edit: false, adopt: false, discard: true });
  const { fileKey } = await row(id);
  await readings().discard(ours, id, version);
  expect(await storage().has(fileKey!)).toBe(false);
  expect(await readings().read(ours, id)).toBe('discarded');
});

it('gives up what brought nobody who may sign in', async () => {
  const id = await upload(await docx(4));
  await readings().abandon(id);
  expect(await row(id)).toMatchObject({ state: 'failed', problem: { code: 'forbidden' } });
});

it('leaves nothing of a file that is refused at once', async () => {
  const before = await builder.source.manager.count(Import);
  await expect(upload('今天天氣很好。', 'a.txt')).rejects.toMatchObject({ code: 'not_a_memorandum' });
  await expect(upload('{\\rtf1 x}', 'a.rtf')).rejects.toMatchObject({ code: 'other_format' });
  await expect(upload('x'.repeat(21_000_000), 'a.txt')).rejects.toMatchObject({ code: 'too_large' });
  expect(await builder.source.manager.count(Import)).toBe(before);
});

it('shows nobody else an import or its file, until it is adopted', async () => {
  const content = await docx(5);
  const id = await upload(content);
  for (const other of [world.right.coordinator, world.left.officer]) {
    if (other.side === ours.side) continue;
    await expect(view(id, other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readings().download(other, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await readings().read(other, id)).toBeNull();
  }
  await readings().read(ours, id);
  const meetingId = await adopted(id, 5);
  const source = await builder.source.manager.findOneByOrFail(Source, { meetingId });
  const file = await core.app.get(SourcesService).download(world.right.coordinator, source.id);
  expect(await buffer(await file.open())).toEqual(content);
});

it('notices a text that is there already, in whatever kind of file, for whoever sees it', async () => {
  const first = await upload(await docx(6));
  await readings().read(ours, first);
  const again = await upload(paragraphs(6).join('\n\n'), 'b.txt');
  expect((await view(again)).same).toMatchObject({ importId: first, meetingId: null });
  const theirs = await upload(await docx(6), 'c.docx', world.right.coordinator);
  expect((await view(theirs, world.right.coordinator)).same).toBeNull();

  const meetingId = await adopted(first, 6);
  expect((await view(again)).same).toMatchObject({ importId: null, meetingId });
  await readings().read(world.right.coordinator, theirs);
  expect((await view(theirs, world.right.coordinator)).same).toMatchObject({ meetingId });
  expect((await view(first)).same).toBeNull();
});

it('reads a table anew when somebody says what its columns hold', async () => {
  const table =
    '甲乙合作會議第七次會議\n範疇,措施,備註\n金融,支持雙方合作。,鼓勵交流合作。\n教育,支持兩地學校合作。,探討互訪。\n';
  const id = await upload(table, 'a.csv');
  const { draft, version } = await view(id);
  expect(draft.table).toEqual({ header: ['範疇', '措施', '備註'], columns: ['area', 'measure', null] });
  await readings().chooseColumns(ours, id, ['area', null, 'measure'], version);
  const changed = await view(id);
  expect(changed.draft.areas.flatMap(({ measures }) => measures.map(({ text }) => text))).toEqual([
    '鼓勵交流合作。',
    '探討互訪。',
  ]);
  await expect(readings().chooseColumns(ours, id, [null, null, null], changed.version)).rejects.toMatchObject(
    { code: 'not_a_memorandum' },
  );
});

it('reads a file by the day of its publication, whoever reads it', async () => {
  const told = report({ heading: (title) => `${title}\n${'－'.repeat(title.length)}` }, '');
  const content = await docxOf(told.split('\n').map((text) => ({ text })));
  const file = Readable.from([Buffer.from(content)]);
  const id = await readings().upload(ours, '新聞.docx', file, { publishedOn: '2025-04-24' });
  expect(await readings().read(ours, id)).toBe('parsed');
  expect((await view(id)).draft.meeting.date).toBe('2025-04-24');
});
