import type { Draft } from '#contracts/draft';
import { split } from '#contracts/draft-edits';
import { leaveOut, takeIn } from '#contracts/draft-levels';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { MeasuresReads } from '#core/measures/measures.reads';
import { type Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Actor } from '#core/people/actor';
import { Builder } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { describeWith, MEMORANDA } from '#testing/requires';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportsReads } from './imports.reads.js';
import { ImportsService } from './imports.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let ours: Actor;
let theirs: Actor;
let officer: Actor;
let mechanism: Mechanism;

const words = (hant: string, hans: string, en: string) => ({ hant, hans, en });

beforeAll(async () => {
  builder = await Builder.open(database);
  const hongKong = await builder.party({ code: 'hk', name: words('香港', '香港', 'Hong Kong') });
  const chongqing = await builder.party({
    code: 'cq',
    name: words('重慶', '重庆', 'Chongqing'),
    jurisdiction: 'CN',
  });
  const cmab = await builder.organisation({ partyId: hongKong.id });
  ours = await builder.actor(cmab, ['coordinator']);
  officer = await builder.actor(cmab, ['officer']);
  theirs = await builder.actor(await builder.organisation({ partyId: chongqing.id }), ['coordinator']);
  mechanism = await builder.mechanism(hongKong, chongqing);
});
afterAll(() => builder.close());

const text = `甲港高層會晤暨渝港合作會議第三次會議

備忘錄

重慶市人民政府與香港特別行政區政府於 2024 年 5 月 11 日，在香港舉行渝港高層會晤暨渝港合作會議第三次會議。

附件

渝港合作會議第三次會議同意的具體合作措施

一、金融

1. 支持兩地金融機構互設分支。

2. 定期舉行監管會晤。

二、教育

1. 鼓勵兩地學校結為姊妹學校。
`;

const parse = (actor: Actor, content: string | Buffer = text) =>
  core.app.get(ImportsService).parse(actor, '備忘錄.txt', Buffer.from(content));
const view = (actor: Actor, id: string) => core.app.get(ImportsReads).one(actor, id);

describe('an import', () => {
  it('is its side’s own until it is adopted, and then both sides’', async () => {
    const imports = core.app.get(ImportsService);
    const id = await parse(ours);
    const { draft, mechanismId, version } = await view(ours, id);
    expect(mechanismId).toBe(mechanism.id);
    await expect(view(theirs, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(imports.adopt(theirs, id, version)).rejects.toMatchObject({ code: 'not_found' });

    const complete: Draft = {
      ...draft,
      meeting: { ...draft.meeting, ordinal: 3, place: '香港', date: '2024-05-11' },
    };
    await imports.review(ours, id, { draft: complete, mechanismId, kind: 'annex' }, version);
    const meetingId = await imports.adopt(ours, id, version + 1);
    const meeting = JSON.parse(await core.app.get(DashboardsReads).meeting(theirs, meetingId)) as object;
    expect(meeting).toMatchObject({ ordinal: 3, heldOn: '2024-05-11', captured: { areas: 2, measures: 3 } });
    await expect(imports.adopt(ours, id, version + 2)).rejects.toMatchObject({ code: 'already_adopted' });
  });

  it('records what the text says of deadlines, but where its coordinator refused it', async () => {
    const imports = core.app.get(ImportsService);
    const dated = text
      .replaceAll('第三次', '第七次')
      .replace('互設分支', '於2026年底前互設分支')
      .replace('姊妹學校', '姊妹學校，適時互訪');
    const id = await parse(ours, dated);
    const { draft, mechanismId, version } = await view(ours, id);
    const noDue = [draft.areas[0]!.measures[1]!.range[0]];
    const decisions = { noDue, pieces: [] };
    await imports.review(ours, id, { draft, mechanismId, kind: 'annex', decisions }, version);
    await imports.review(ours, id, { draft, mechanismId, kind: 'annex' }, version + 1);
    expect((await view(ours, id)).decisions).toEqual(decisions);
    const meetingId = await imports.adopt(ours, id, version + 2);
    const rows = await builder.source.query<{ words: string | null; kind: string; due: string | null }[]>(
      `select due_wording as words, due_kind as kind, due_on as due from measure where meeting_id = $1
       order by area_ordinal, ordinal`,
      [meetingId],
    );
    // The second one says 定期, which was refused; a working date is for both sides to agree.
    expect(rows).toEqual([
      { words: '2026年底前', kind: 'target', due: null },
      { words: null, kind: 'none', due: null },
      { words: '適時', kind: 'none', due: null },
    ]);
  });

  it('says what is missing, and writes nothing until it is complete', async () => {
    const imports = core.app.get(ImportsService);
    const id = await parse(ours);
    const { draft, version } = await view(ours, id);
    const without = { ...draft, meeting: { ...draft.meeting, date: null } };
    await imports.review(ours, id, { draft: without, mechanismId: null, kind: 'annex' }, version);
    const codes = (await view(ours, id)).obstacles.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['mechanism_missing', 'date_missing']));
    await expect(imports.adopt(ours, id, version + 1)).rejects.toMatchObject({ code: 'import_incomplete' });
  });

  it('has no words but its source’s, whatever is sent, and refuses to lose or double one', async () => {
    const imports = core.app.get(ImportsService);
    const id = await parse(ours);
    const { draft, mechanismId, version } = await view(ours, id);
    const save = (changed: Draft, at = version) =>
      imports.review(ours, id, { draft: changed, mechanismId, kind: 'annex' }, at);
    const shorter = structuredClone(draft);
    shorter.areas[0]!.measures.pop();
    await expect(save(shorter)).rejects.toMatchObject({
      code: 'words_differ',
      params: { words: '2. 定期舉行監管會晤。' },
    });
    const doubled = structuredClone(draft);
    doubled.areas[1]!.measures.push({ ...doubled.areas[0]!.measures[0]!, ordinal: 2 });
    await expect(save(doubled)).rejects.toMatchObject({ code: 'words_differ' });
    const invented = structuredClone(draft);
    invented.areas[0]!.measures[0]!.text = '支持一切。';
    invented.areas[0]!.title = '一切';
    expect(await save(invented)).toMatchObject({ state: 'reviewed', version: version + 1, obstacles: [] });
    expect((await view(ours, id)).draft).toEqual(draft);
  });

  it('takes what a reviewer made of it: split, left out, taken in again', async () => {
    const imports = core.app.get(ImportsService);
    const id = await parse(ours);
    const { draft, mechanismId, version, text: source } = await view(ours, id);
    const first = draft.areas[0]!.measures[0]!;
    const cut = split(source, draft, first.range[0] + 6)!;
    const preamble = draft.leftOut.find(({ reason }) => reason === 'preamble')!;
    const taken = takeIn(
      source,
      leaveOut(source, cut, first.range[0], 'caption')!,
      preamble.range,
      'measure',
    )!;
    await imports.review(ours, id, { draft: taken, mechanismId, kind: 'annex' }, version);
    expect((await view(ours, id)).draft).toEqual(taken);
  });

  it('notices a meeting that is on record already', async () => {
    const imports = core.app.get(ImportsService);
    const adopt = async () => {
      const id = await parse(ours);
      const { draft, mechanismId, version } = await view(ours, id);
      const meeting = { ...draft.meeting, ordinal: 9, place: '香港', date: '2024-05-11' };
      await imports.review(ours, id, { draft: { ...draft, meeting }, mechanismId, kind: 'annex' }, version);
      return imports.adopt(ours, id, version + 1);
    };
    await adopt();
    await expect(adopt()).rejects.toMatchObject({ code: 'meeting_exists' });
  });

  it.each([
    ['nothing', '', 'empty_file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'unreadable_file'],
    ['a story', '今天天氣很好。我們去了公園。', 'not_a_memorandum'],
    ['too much', 'a'.repeat(5_000_001), 'too_large'],
  ])('refuses %s', async (_, content, code) => {
    await expect(parse(ours, content)).rejects.toMatchObject({ code });
  });

  it('is for coordinators', async () => {
    await expect(parse(officer)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describeWith(['memoranda'], 'a newspaper’s page that names areas and lists no measure', () => {
  it('is read by the day of its publication, and cannot be adopted', async () => {
    const imports = core.app.get(ImportsService);
    const page = readFileSync(join(MEMORANDA, 'zhegang-1-newspaper-page.txt'));
    const id = await imports.parse(ours, '版面.txt', page, null, { publishedOn: '2025-04-25' });
    const { draft, obstacles, abilities, version } = await view(ours, id);
    expect(draft.meeting.date).toBe('2025-04-24');
    expect([draft.areas.length, draft.examples.length]).toEqual([13, 6]);
    expect(obstacles.map(({ code }) => code)).toContain('no_measures');
    expect(abilities.adopt).toBe(false);
    await imports.review(ours, id, { draft, mechanismId: mechanism.id, kind: 'newspaper' }, version);
    await expect(imports.adopt(ours, id, version + 1)).rejects.toMatchObject({
      code: 'import_incomplete',
      params: { missing: 'no_measures' },
    });
  });
});

describeWith(['memoranda'], 'the Chongqing memorandum', () => {
  it('becomes a register of 11 areas and 47 measures', async () => {
    const imports = core.app.get(ImportsService);
    const id = await parse(ours, readFileSync(join(MEMORANDA, 'yugang-1-memorandum.txt')));
    const { obstacles, draft, version, mechanismId } = await view(ours, id);
    expect(obstacles).toEqual([]);
    expect(mechanismId).toBe(mechanism.id);
    expect(draft.meeting.custodians).toHaveLength(2);
    const meetingId = await imports.adopt(ours, id, version);
    const meeting = JSON.parse(await core.app.get(DashboardsReads).meeting(theirs, meetingId)) as object;
    expect(meeting).toMatchObject({
      ordinal: 1,
      heldOn: '2023-05-11',
      captured: { areas: 11, measures: 47 },
      declared: { areas: 11, measures: null },
      signatories: [
        { post: expect.stringContaining('副市長') as string },
        { post: expect.stringContaining('政務司司長') as string },
      ],
    });
    const found = JSON.parse(
      await core.app.get(MeasuresReads).list(theirs, { meeting: meetingId, q: '调解机构' }),
    ) as { items: object[] };
    expect(found.items).toHaveLength(1);
  });
});
