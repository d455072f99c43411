import type { LineageRelation } from '#contracts/status';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import type { Measure } from '#core/measures/measure.entity';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Meeting } from '#core/meetings/meeting.entity';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { LineageReads } from './lineage.reads.js';
import { LineageService } from './lineage.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;
let later: Meeting;
let old: Record<'bank' | 'youth' | 'law' | 'done', Measure>;
let next: Record<'bank' | 'youth' | 'port', Measure>;

let worlds = 0;
const another = () => buildTwoSides(builder, ` ${(worlds += 1)}`);
beforeAll(async () => {
  builder = await Builder.open(database);
});
afterAll(() => builder.close());
beforeEach(async () => {
  world = await another();
  const measure = (meeting: Meeting, text: string, given: Partial<Measure> = {}) =>
    builder.measure(meeting, { text, ...given });
  const { meeting, mechanism } = world;
  await builder.source.query('update measure set status = $2 where id = $1', [world.measure.id, 'dropped']);
  old = {
    bank: await measure(meeting, '支持兩地銀行互設分行，擴大人民幣業務。'),
    youth: await measure(meeting, '每年舉辦兩地青年龍舟賽。'),
    law: await measure(meeting, '探討仲裁機構在對方設立辦事處。'),
    done: await measure(meeting, '成立中醫藥聯合實驗室。', { status: 'closed' }),
  };
  later = await builder.meeting(mechanism);
  next = {
    bank: await measure(
      later,
      '支持两地银行互设分行，扩大人民币业务，并试行跨境理财产品互相认购和电子支付。',
    ),
    youth: await measure(later, '每年举办两地青年龙舟赛。'),
    port: await measure(later, '建立郵輪碼頭聯盟。'),
  };
});

const service = () => core.app.get(LineageService);
const see = (actor: Actor, { id }: Meeting = later) => core.app.get(LineageReads).of(actor, id);
const link = (
  from: Measure | null,
  to: Measure | null,
  relation: LineageRelation,
  version = 0,
  stands = true,
) => ({
  ...{ earlierId: from?.id ?? null, laterId: to?.id ?? null, relation, version, stands },
});

it('is proposed across the scripts, by words, and says what remains open', async () => {
  const { left, right, observer } = world;
  for (const actor of [left.coordinator, right.coordinator, left.officer, observer]) {
    const { proposals, coverage, previous, abilities } = await see(actor);
    expect(previous).toMatchObject({ id: world.meeting.id });
    expect(proposals.map(({ earlierId, laterId, relation }) => ({ earlierId, laterId, relation }))).toEqual(
      expect.arrayContaining([
        { earlierId: old.bank.id, laterId: next.bank.id, relation: 'deepens' },
        { earlierId: old.youth.id, laterId: next.youth.id, relation: 'continues' },
        { earlierId: old.law.id, laterId: null, relation: 'not_followed_up' },
        { earlierId: null, laterId: next.port.id, relation: 'new' },
      ]),
    );
    // What is closed or dropped needs no decision.
    expect(proposals).toHaveLength(4);
    expect(coverage).toEqual({ earlier: { decided: 0, of: 3 }, later: { decided: 0, of: 3 } });
    expect(abilities).toEqual({ decide: actor.roles.includes('coordinator') });
  }
  const [strongest] = (await see(left.coordinator)).proposals;
  expect(strongest!.words.length).toBeGreaterThan(0);
  expect(await see(left.coordinator, world.meeting)).toMatchObject({
    previous: null,
    earlier: [],
    proposals: [],
  });
});

it('is decided by either side, many at once, and both see it everywhere', async () => {
  const { left, right, observer } = world;
  await service().decide(left.coordinator, later.id, [
    link(old.bank, next.bank, 'deepens'),
    link(old.youth, next.youth, 'continues', 0, false),
    link(old.law, null, 'not_followed_up'),
  ]);
  await service().decide(right.coordinator, later.id, [link(null, next.port, 'new')]);
  const seen = await see(observer);
  expect(seen.coverage).toEqual({ earlier: { decided: 2, of: 3 }, later: { decided: 2, of: 3 } });
  // What was refused is not proposed again; that it has no like then is.
  expect(seen.proposals).toEqual([]);
  const meeting = JSON.parse(await core.app.get(DashboardsReads).meeting(observer, later.id)) as object;
  expect(meeting).toMatchObject({
    lineage: { previousId: world.meeting.id, decided: 2, of: 3 },
    abilities: { decideLineage: false },
  });
  const measure = JSON.parse(await core.app.get(MeasuresReads).one(right.officer, next.bank.id)) as object;
  expect(measure).toMatchObject({
    lineage: [
      {
        relation: 'deepens',
        direction: 'earlier',
        measure: { id: old.bank.id, meeting: { id: world.meeting.id } },
      },
    ],
  });
  const earlier = JSON.parse(await core.app.get(MeasuresReads).one(right.officer, old.law.id)) as object;
  expect(earlier).toMatchObject({
    lineage: [{ relation: 'not_followed_up', direction: 'later', measure: null }],
  });
  const verbs = await builder.source.query<{ changes: object }[]>(
    `select changes from activity where verb = 'lineage.decided' and party_id is null and meeting_id = $1 order by sequence`,
    [later.id],
  );
  expect(verbs.map(({ changes }) => changes)).toContainEqual({
    ...{ earlierId: old.bank.id, laterId: next.bank.id, relation: 'deepens', stands: true },
  });
  expect(verbs).toHaveLength(4);
});

it('is decided on the version that was seen, all or nothing, and the last word stands', async () => {
  const { left, right } = world;
  await service().decide(left.coordinator, later.id, [link(old.bank, null, 'not_followed_up')]);
  await expect(
    service().decide(right.coordinator, later.id, [
      link(old.youth, next.youth, 'continues'),
      link(old.bank, null, 'not_followed_up', 0, false),
    ]),
  ).rejects.toMatchObject({ code: 'version_conflict' });
  expect((await see(left.coordinator)).links).toHaveLength(1);
  // Whoever links it after all takes the mark back.
  await service().decide(right.coordinator, later.id, [link(old.bank, next.bank, 'replaces')]);
  const standing = async () =>
    (await see(left.coordinator)).links
      .filter(({ stands }) => stands)
      .map(({ relation, version }) => [relation, version]);
  expect(await standing()).toEqual([['replaces', 1]]);
  await service().decide(left.coordinator, later.id, [link(old.bank, next.bank, 'continues', 1)]);
  expect(await standing()).toEqual([['continues', 2]]);
  await service().decide(left.coordinator, later.id, [link(null, next.bank, 'new')]);
  expect(await standing()).toEqual([['new', 1]]);
});

it('is decided once, however many try at the same time', async () => {
  const { left, right } = world;
  const tried = await Promise.allSettled(
    [left.coordinator, right.coordinator].map((actor) =>
      service().decide(actor, later.id, [link(old.bank, next.bank, 'continues')]),
    ),
  );
  expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('is for coordinators of the two sides, and for measures of the two meetings', async () => {
  const { left, right, observer } = world;
  const decision = [link(old.bank, next.bank, 'continues')];
  for (const actor of [left.officer, right.manager, observer]) {
    await expect(service().decide(actor, later.id, decision)).rejects.toMatchObject({ code: 'forbidden' });
  }
  const elsewhere = await another();
  await expect(service().decide(elsewhere.left.coordinator, later.id, decision)).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const wrong of [
    link(next.bank, old.bank, 'continues'),
    link(old.bank, elsewhere.measure, 'continues'),
    link(old.bank, next.bank, 'new'),
    link(old.bank, null, 'continues'),
    link(null, null, 'new'),
  ]) {
    await expect(service().decide(left.coordinator, later.id, [wrong])).rejects.toMatchObject({
      code: 'wrong_measure',
    });
  }
});
