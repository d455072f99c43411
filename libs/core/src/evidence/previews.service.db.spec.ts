import { limits } from '#contracts/limits';
import type { Actor } from '#core/people/actor';
import { previewLimits } from '#platform/preview';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { filesIn } from '#testing/problems';
import type { EvidenceSeen } from '#testing/tus';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ChecksService } from './checks.service.js';
import { DisclosuresService } from './disclosures.service.js';
import { EvidenceReads } from './evidence.reads.js';
import { EvidenceService } from './evidence.service.js';
import { PreviewsService } from './previews.service.js';
import { UploadsService } from './uploads.service.js';

describe('the preview of a file', () => {
  const database = useDatabase();
  const core = useCore(database);
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
  });
  afterAll(() => builder.close());

  const previews = () => core.app.get(PreviewsService);
  const files = () => filesIn(core.config.LUOSHI_HOME);
  const seen = async (actor: Actor, id: string) =>
    JSON.parse(await previews().shown(actor, id)) as {
      state: string;
      pageCount: number;
      pages: { width: number; height: number }[];
    };

  /** A file that was found good, and the job that it asked for. */
  async function kept(name: string, content: Buffer) {
    const { coordinator } = world.left;
    const place = { of: 'measure', id: world.measure.id } as const;
    const words = { title: null, kind: 'other', documentOn: null, expiresOn: null } as const;
    const file = { name, bytes: content.length };
    const id = await core.app.get(EvidenceService).attach(coordinator, place, words, file);
    const { revisions } = JSON.parse(await core.app.get(EvidenceReads).one(coordinator, id)) as EvidenceSeen;
    const revision = revisions[0]!.id;
    await core.app.get(UploadsService).receive(coordinator, revision, Readable.from([content]));
    await core.app.get(ChecksService).check(revision);
    const [job] = await builder.source.query<[{ payload: Parameters<PreviewsService['make']>[0] }]>(
      `select payload from pending_job where name = 'make-preview' and payload->>'id' = $1`,
      [revision],
    );
    return { id, revision, job: job.payload };
  }

  it('draws a photograph, once, for its side alone until the file is disclosed, and goes with it', async () => {
    const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const { id, revision, job } = await kept('photo.jpg', photo);
    const { coordinator } = world.left;
    const stranger = world.right.officer;
    expect(await seen(coordinator, revision)).toMatchObject({ state: 'waiting', pages: [] });
    await Promise.all([previews().make(job), previews().make(job)]);
    await previews().make(job);
    expect(await seen(coordinator, revision)).toMatchObject({
      ...{ state: 'drawn', pageCount: 1, pages: [{ width: 400, height: 200 }] },
    });
    expect(files()).toHaveLength(2);
    const page = await previews().page(coordinator, revision, 1);
    const drawn = await buffer(await page.open());
    expect(drawn.length).toBe(page.bytes);
    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'webp', width: 400 });
    for (const wrong of [0, 2, -1])
      await expect(previews().page(coordinator, revision, wrong)).rejects.toMatchObject({
        code: 'not_found',
      });

    await expect(seen(stranger, revision)).rejects.toMatchObject({ code: 'not_found' });
    await expect(previews().page(stranger, revision, 1)).rejects.toMatchObject({ code: 'not_found' });
    await core.app.get(DisclosuresService).disclose(coordinator, revision, 1);
    expect((await previews().page(stranger, revision, 1)).bytes).toBe(page.bytes);
    await core.app.get(DisclosuresService).takeBack(coordinator, revision, 'It named a person.');
    await expect(previews().page(stranger, revision, 1)).rejects.toMatchObject({ code: 'not_found' });
    await expect(seen(stranger, revision)).rejects.toMatchObject({ code: 'not_found' });

    const notes = await builder.source.query<object[]>(
      `select party_id as party, actor_person_id as person, verb from activity where subject_id = $1
       and verb like 'evidence.%ed' and party_id is not null order by id`,
      [revision],
    );
    expect(notes).toEqual([
      { party: world.left.party.id, person: coordinator.personId, verb: 'evidence.viewed' },
      { party: world.right.party.id, person: stranger.personId, verb: 'evidence.viewed' },
    ]);
    await expect(core.app.get(EvidenceService).remove(coordinator, id, 1)).rejects.toThrow();
  });

  it.each([
    ['in UTF-8', Buffer.from('落實，第一句。')],
    [
      'in GB18030',
      Buffer.from([0xc2, 0xe4, 0xca, 0xb5, 0xa3, 0xac, 0xb5, 0xda, 0xd2, 0xbb, 0xbe, 0xe4, 0xa1, 0xa3]),
    ],
    ['cut in the middle of a character', Buffer.from('落實'.repeat(40_000))],
  ])('is the beginning of a text: %s', async (_, content) => {
    const { coordinator } = world.left;
    const { revision, job } = await kept('words.txt', content);
    await previews().make(job);
    expect(await seen(coordinator, revision)).toMatchObject({ state: 'drawn', pages: [{ width: 0 }] });
    const { mediaType, open } = await previews().page(coordinator, revision, 1);
    const words = (await buffer(await open())).toString();
    expect([mediaType, words.slice(0, 1)]).toEqual(['text/plain', '落']);
    expect(words).not.toContain('\uFFFD');
  });

  it('is a plain card where there is nothing to draw, and leaves nothing when the file is taken off', async () => {
    const { coordinator } = world.left;
    const before = files();
    const broken = await kept('broken.pdf', Buffer.from('%PDF-1.7\nbroken'));
    await previews().make(broken.job);
    expect(await seen(coordinator, broken.revision)).toMatchObject({ state: 'none', pageCount: 0 });
    const text = await kept('words.txt', Buffer.from('Words.'));
    await previews().make(text.job);
    expect(files()).toHaveLength(before.length + 3);
    for (const { id } of [broken, text]) await core.app.get(EvidenceService).remove(coordinator, id, 1);
    expect(files()).toEqual(before);
    // The job may come late.
    await previews().make(text.job);
    expect(files()).toEqual(before);
  });

  it('has no more pages than may be asked for', () => {
    expect(previewLimits.pages).toBe(limits.previewPages);
  });
});
