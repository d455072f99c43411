import type { PieceDecision } from '#contracts/decisions';
import type { SourceKind } from '#contracts/status';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Mechanism } from '#core/mechanisms/mechanism.entity';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { AttachService } from './attach.service.js';
import { type Compared, ComparisonReads } from './comparison.reads.js';
import { ImportsReads } from './imports.reads.js';
import { ImportsService } from './imports.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let ours: Actor;
let theirs: Actor;
let officer: Actor;
let mechanism: Mechanism;
let worlds = 0;
beforeAll(async () => {
  builder = await Builder.open(database);
});
afterAll(() => builder.close());
beforeEach(async () => {
  const world = await buildTwoSides(builder, ` ${(worlds += 1)}`);
  ours = world.left.coordinator;
  theirs = world.right.coordinator;
  officer = world.left.officer;
  mechanism = world.mechanism;
});

const annex = (areas: Record<string, string[]>) => `甲乙高層會晤暨甲乙合作會議第三次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在乙市舉行甲乙高層會晤暨甲乙合作會議第三次會議。

附件

甲乙合作會議第三次會議同意的具體合作措施

${Object.entries(areas)
  .map(([title, measures], at) =>
    [`${'一二三四'[at]}、${title}`, ...measures.map((text, i) => `${i + 1}. ${text}`)].join('\n\n'),
  )
  .join('\n\n')}
`;
const released = annex({
  金融: ['支持兩地銀行互設分行，並定期舉行監管會晤。', '推動綠色債券發行。'],
  青年發展: ['舉辦兩地青年龍舟賽。'],
});

async function parsed(text: string, kind: SourceKind, actor = ours, titles: string[] = []) {
  const imports = core.app.get(ImportsService);
  const id = await imports.parse(actor, 'text.txt', Buffer.from(text));
  const { draft, version } = await core.app.get(ImportsReads).one(actor, id);
  const signedDocuments = titles.map((title, at) => ({
    ...{ ordinal: at + 1, title, parties: [], range: [0, 1] as [number, number] },
  }));
  const meeting = { ...draft.meeting, place: '乙市', date: draft.meeting.date ?? '2024-05-11' };
  await imports.review(
    actor,
    id,
    { draft: { ...draft, meeting, signedDocuments }, mechanismId: mechanism.id, kind },
    version,
  );
  return { id, version: version + 1 };
}

async function adopted(text = released, kind: SourceKind = 'press_release', titles: string[] = []) {
  const { id, version } = await parsed(text, kind, ours, titles);
  return core.app.get(ImportsService).adopt(ours, id, version);
}

const compare = async (id: string, actor = ours) =>
  (await core.app.get(ComparisonReads).of(actor, id)).found!;
const attach = (id: string, found: Compared, version: number, actor = ours) =>
  core.app.get(AttachService).attach(
    actor,
    id,
    {
      meetingId: found.meeting.id,
      pieces: found.pieces.map(({ start, measureId, add }) => ({ start, measureId, add })),
      documents: found.documents
        .filter(({ documentId }) => documentId === null)
        .map(({ ordinal }) => ordinal),
    },
    version,
  );
interface SeenMeasure {
  id: string;
  text: string;
  texts: { text: string; script: string; better: boolean; source: { kind: string } }[];
  lineage: { relation: string; direction: string; measure: { id: string } | null }[];
}
const measure = async (id: string, actor = theirs) =>
  JSON.parse(await core.app.get(MeasuresReads).one(actor, id)) as SeenMeasure;
const register = async (meetingId: string) =>
  (
    JSON.parse(await core.app.get(MeasuresReads).list(theirs, { meeting: meetingId })) as {
      items: { id: string; areaOrdinal: number; areaTitle: string; ordinal: number; title: string }[];
    }
  ).items;

describe('a better source', () => {
  const better = annex({
    金融: ['支持两地银行互设分行。', '定期举行监管会晤。', '推动绿色债券的发行。'],
    青年發展: ['举办两地青年龙舟赛。'],
    航運: ['建立邮轮码头联盟。'],
  });

  it('puts its words beside what is on record, adds what is new and says what was split', async () => {
    const meetingId = await adopted();
    const before = await register(meetingId);
    const { id, version } = await parsed(better, 'annex');
    const found = await compare(id);
    expect(found).toMatchObject({
      meeting: { id: meetingId },
      relation: 'better_source',
      by: ['ordinal', 'date', 'title', 'measures'],
    });
    expect(found.pieces.map(({ measureId, add }) => [measureId, add])).toEqual([
      [before[0]!.id, expect.any(Boolean)],
      [before[0]!.id, expect.any(Boolean)],
      [before[1]!.id, false],
      [before[2]!.id, false],
      [null, true],
    ]);
    // One of the two parts is the measure's own new wording, the other a measure split off.
    expect(found.pieces.slice(0, 2).filter(({ add }) => add)).toHaveLength(1);
    await builder.source.query(`update track set status = 'behind' where measure_id = $1`, [before[0]!.id]);
    expect(await attach(id, found, version)).toBe(meetingId);

    const after = await register(meetingId);
    expect(
      after.map(({ areaOrdinal, areaTitle, ordinal }) => `${areaOrdinal} ${areaTitle} ${ordinal}`),
    ).toEqual([...['1 金融 1', '1 金融 2', '1 金融 3', '2 青年發展 1', '3 航運 1']]);
    expect(before.every((old) => after.some((row) => row.id === old.id && row.title === old.title))).toBe(
      true,
    );
    const [first] = before;
    const kept = await measure(first!.id);
    expect(kept.text).toBe('支持兩地銀行互設分行，並定期舉行監管會晤。');
    expect(kept).toMatchObject({ tracks: [{ status: 'behind' }, { status: 'behind' }] });
    expect(kept.texts).toEqual([
      expect.objectContaining({
        better: true,
        source: expect.objectContaining({ kind: 'annex' }) as object,
      }),
    ]);
    const part = after.find(({ ordinal, areaOrdinal }) => areaOrdinal === 1 && ordinal === 3)!;
    expect(kept.lineage).toEqual([expect.objectContaining({ relation: 'splits', direction: 'later' })]);
    expect(kept.lineage[0]!.measure!.id).toBe(part.id);
    const meeting = JSON.parse(await core.app.get(DashboardsReads).meeting(theirs, meetingId)) as {
      sources: { kind: string }[];
    };
    expect(meeting.sources.map(({ kind }) => kind)).toEqual(['press_release', 'annex']);
    const [row] = await builder.source.query<{ changes: Record<string, unknown[]> }[]>(
      `select changes from activity where verb = 'source.attached' and party_id is null and meeting_id = $1`,
      [meetingId],
    );
    expect(
      Object.fromEntries(Object.entries(row!.changes).map(([name, rows]) => [name, rows.length])),
    ).toMatchObject({
      ...{ texts: 3, areas: 1, measures: 2, tracks: 4, lineage: 1 },
    });
  });

  it('is its side’s alone until it is attached, and then adopted for good', async () => {
    await adopted();
    const { id, version } = await parsed(better, 'annex');
    const found = await compare(id);
    await expect(core.app.get(ComparisonReads).of(theirs, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(attach(id, found, version, theirs)).rejects.toMatchObject({ code: 'not_found' });
    await expect(attach(id, found, version, officer)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attach(id, found, version + 1)).rejects.toMatchObject({ code: 'version_conflict' });
    await attach(id, found, version);
    await expect(attach(id, found, version + 1)).rejects.toMatchObject({ code: 'already_adopted' });
    expect((await core.app.get(ComparisonReads).of(ours, id)).abilities).toEqual({ attach: false });
  });
});

it('excerpts are matched to the measures they quote, and add nothing', async () => {
  const meetingId = await adopted(released, 'annex');
  const before = await register(meetingId);
  const excerpt = annex({ 金融: ['支援銀行互設分行', '綠色債券發行'], 航運: ['設立郵輪碼頭聯盟'] });
  const { id, version } = await parsed(excerpt, 'newspaper');
  const found = await compare(id);
  expect(found.relation).toBe('excerpt');
  expect(found.pieces.map(({ measureId, add }) => [measureId, add])).toEqual([
    ...[
      [before[0]!.id, false],
      [before[1]!.id, false],
      [null, false],
    ],
  ]);
  expect(found.pieces[0]!.words).toEqual(['銀行互設分行', '支援']);
  await attach(id, found, version);
  expect(await register(meetingId)).toEqual(before);
  expect((await measure(before[0]!.id)).texts).toEqual([
    expect.objectContaining({ text: '支援銀行互設分行', better: false }),
  ]);
});

it('the other official version is aligned measure by measure, and its pairs may be corrected', async () => {
  const meetingId = await adopted(released, 'annex');
  const before = await register(meetingId);
  const simplified = annex({
    金融: ['支持两地银行互设分行，并定期举行监管会晤。', '推动绿色债券发行。'],
    青年发展: ['举办两地青年龙舟赛。'],
  });
  const { id, version } = await parsed(simplified, 'annex', theirs);
  const found = await compare(id, theirs);
  expect(found.relation).toBe('other_version');
  expect(found.pieces.map(({ measureId, confidence }) => [measureId, confidence])).toEqual(
    before.map((row) => [row.id, 1]),
  );
  const [first, second, third] = found.pieces as [object, object, object];
  const corrected = [
    { ...first, measureId: before[1]!.id },
    { ...second, measureId: before[0]!.id },
    { ...third, measureId: null },
  ] as Compared['pieces'];
  await attach(id, { ...found, pieces: corrected }, version, theirs);
  expect((await measure(before[0]!.id, ours)).texts.map(({ text }) => text)).toEqual(['推动绿色债券发行。']);
  expect((await measure(before[2]!.id, ours)).texts).toEqual([]);
  expect(await register(meetingId)).toEqual(before);
});

it('keeps what was decided of a piece, until the piece or the measure is gone', async () => {
  await adopted();
  const { id, version } = await parsed(
    annex({ 金融: ['推动绿色债券发行。'], 青年發展: ['支持兩地銀行互設分行。'] }),
    'newspaper',
  );
  const [first, second] = (await compare(id)).pieces as [
    Compared['pieces'][number],
    Compared['pieces'][number],
  ];
  const { draft, mechanismId, kind } = await core.app.get(ImportsReads).one(ours, id);
  const decide = (pieces: PieceDecision[], at: number) =>
    core.app
      .get(ImportsService)
      .review(ours, id, { draft, mechanismId, kind, decisions: { noDue: [], pieces } }, at);
  const { start } = first;
  const both = [first.measureId, second.measureId].map((measureId) => ({ start, measureId, add: false }));
  await decide(both, version);
  const said = (await compare(id)).pieces;
  expect(said.map(({ start: at, measureId, confidence }) => [at, measureId, confidence])).toEqual([
    [start, first.measureId, null],
    [start, second.measureId, null],
    [second.start, second.measureId, expect.any(Number)],
  ]);
  const gone = { start, measureId: '01890000-0000-7000-8000-000000000000', add: false };
  await decide([gone, { start: 1, measureId: null, add: true }], version + 1);
  expect((await compare(id)).pieces).toEqual([first, second]);
});

it('matches what a newspaper gives as examples, and makes no measure of one', async () => {
  await adopted();
  const { id, version } = await parsed(
    `甲省省長與乙市市長2024年5月11日在乙市舉行甲乙合作會議第三次會議，甲省人民政府與乙市政府同意推動合作項目，包括推動綠色債券發行；支持兩地銀行互設分行；設立聯合獎學金等。

${released.split('\n').slice(4).join('\n').replace('1. 支持兩地銀行互設分行，並定期舉行監管會晤。', '1. 設立氣象交流機制。')}`,
    'newspaper',
  );
  const { draft } = await core.app.get(ImportsReads).one(ours, id);
  expect(draft.examples).toHaveLength(3);
  const found = await compare(id);
  const examples = found.pieces.filter(({ example }) => example);
  const before = await register(found.meeting.id);
  expect(examples.map(({ measureId, add }) => [measureId, add])).toEqual([
    [before[1]!.id, false],
    [before[0]!.id, false],
    [null, false],
  ]);
  const [, , unknown] = examples;
  await expect(attach(id, { ...found, pieces: [{ ...unknown!, add: true }] }, version)).rejects.toMatchObject(
    { code: 'wrong_measure' },
  );
  await attach(id, found, version);
  expect(await register(found.meeting.id)).toEqual(before);
  const quoted = await measure(before[0]!.id);
  expect(quoted.texts.map(({ text }) => text)).toEqual(['支持兩地銀行互設分行']);
});

it('the same file again, another meeting’s measures and words of nobody’s are refused', async () => {
  await adopted();
  const same = await parsed(released, 'press_release');
  const found = await compare(same.id);
  expect(found.relation).toBe('same_text');
  expect((await core.app.get(ComparisonReads).of(ours, same.id)).abilities).toEqual({ attach: false });
  await expect(attach(same.id, found, same.version)).rejects.toMatchObject({ code: 'already_adopted' });

  const other = await parsed(annex({ 金融: ['推動債券。'], 教育: ['設立獎學金。'] }), 'newspaper');
  const said = await compare(other.id);
  const elsewhere = await builder.measure(await builder.meeting(mechanism));
  const wrong = (piece: Partial<Compared['pieces'][number]>) => ({
    ...said,
    pieces: [{ ...said.pieces[0]!, ...piece }],
  });
  for (const piece of [{ measureId: elsewhere.id }, { start: 0 }]) {
    await expect(attach(other.id, wrong(piece), other.version)).rejects.toMatchObject({
      code: 'wrong_measure',
    });
  }
  // Another number is another meeting, whatever it says.
  const next = await parsed(released.replaceAll('第三次', '第四次'), 'annex');
  expect((await core.app.get(ComparisonReads).of(ours, next.id)).found).toBeNull();
});

it('documents that the meeting has are known in either script, others are added', async () => {
  const meetingId = await adopted(released, 'press_release', ['甲乙金融合作備忘錄']);
  const { id, version } = await parsed(released.replace('備忘錄', '備忘錄（定稿）'), 'annex', ours, [
    '甲乙青年發展合作安排',
    '甲乙金融合作备忘录',
  ]);
  const found = await compare(id);
  expect(found.documents.map(({ documentId }) => documentId !== null)).toEqual([false, true]);
  await attach(id, found, version);
  const { documents } = JSON.parse(await core.app.get(DashboardsReads).meeting(theirs, meetingId)) as {
    documents: { ordinal: number; title: string; state: string }[];
  };
  expect(documents.map(({ ordinal, title, state }) => [ordinal, title, state])).toEqual([
    [1, '甲乙金融合作備忘錄', 'signed'],
    [2, '甲乙青年發展合作安排', 'signed'],
  ]);
});
