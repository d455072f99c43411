import type { EvidenceFilter } from '#contracts/status';
import type { Actor } from '#core/people/actor';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import type { EvidenceSeen } from '#testing/tus';
import { DisclosuresService } from './disclosures.service.js';
import { EvidenceListReads } from './evidence-list.reads.js';
import { EvidenceReads } from './evidence.reads.js';
import { EvidenceService } from './evidence.service.js';

interface List {
  counts: Record<string, number>;
  items: { id: string; state: string; title: string | null; place: { measureId: string | null } }[];
  next: string | null;
}

describe('the evidence of a meeting', () => {
  const database = useDatabase();
  const core = useCore(database, { CLOCK: '2026-11-20T09:00+08:00' });
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  let bare: { id: string };

  const list = async (actor: Actor, state?: EvidenceFilter, more: { after?: string; limit?: number } = {}) =>
    JSON.parse(
      await core.app
        .get(EvidenceListReads)
        .list(actor, world.meeting.id, { ...(state && { state }), ...more }),
    ) as List;
  const titles = async (actor: Actor, state?: EvidenceFilter) =>
    (await list(actor, state)).items.map(({ title }) => title);
  async function linked(actor: Actor, title: string, measureId: string, expiresOn: string | null = null) {
    const words = { title, kind: 'link', documentOn: null, expiresOn } as const;
    const place = { of: 'measure', id: measureId } as const;
    const id = await core.app
      .get(EvidenceService)
      .attach(actor, place, words, { url: `https://example.org/${title}` });
    const { revisions } = JSON.parse(await core.app.get(EvidenceReads).one(actor, id)) as EvidenceSeen;
    return revisions[0]!.id;
  }

  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
    const { left, right, measure } = world;
    bare = await builder.measure(world.meeting);
    await builder.source.query(
      `update track set status = 'completed' where measure_id = any($1) and party_id = $2`,
      [[bare.id, measure.id], left.party.id],
    );
    await linked(left.coordinator, 'ours', measure.id, '2026-12-01');
    const shown = await linked(left.coordinator, 'shown', measure.id, '2027-12-01');
    await core.app.get(DisclosuresService).disclose(left.coordinator, shown, 1);
    await linked(right.coordinator, 'theirs', measure.id);
    await core.app
      .get(EvidenceService)
      .attach(
        left.coordinator,
        { of: 'measure', id: measure.id },
        { title: 'coming', kind: 'other', documentOn: null, expiresOn: null },
        { name: 'a.txt', bytes: 5 },
      );
  });
  afterAll(() => builder.close());

  it('is one’s own side’s, and of the other what it disclosed', async () => {
    const { left, right, observer } = world;
    expect((await titles(left.coordinator)).sort()).toEqual(['coming', 'ours', 'shown']);
    expect((await titles(right.officer)).sort()).toEqual(['shown', 'theirs']);
    expect(await titles(observer)).toEqual(['shown']);
    await expect(list(left.administrator)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is narrowed to what needs a hand, and counts it', async () => {
    const { left, right } = world;
    expect(await titles(left.coordinator, 'expiring')).toEqual(['ours']);
    expect(await titles(left.coordinator, 'scanning')).toEqual(['coming']);
    expect(await titles(left.coordinator, 'undisclosed')).toEqual(['ours']);
    expect(await titles(left.coordinator, 'refused')).toEqual([]);
    expect((await list(left.coordinator)).counts).toEqual({
      ...{ all: 3, missing: 1, expiring: 1, scanning: 1, undisclosed: 1, refused: 0 },
    });
    // Completed, and nothing to show; the other side has said nothing of it, and misses nothing.
    const missing = (await list(left.coordinator, 'missing')).items;
    expect(missing.map(({ state, place }) => [state, place.measureId])).toEqual([['missing', bare.id]]);
    expect((await list(right.coordinator, 'missing')).items).toEqual([]);
  });

  it('comes in pages that neither repeat nor leave out anything', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(world.left.coordinator, undefined, { limit: 1, ...(after && { after }) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual((await list(world.left.coordinator)).items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(3);
  });
});
