import { Problem } from '#core/problem';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { STORAGE } from '#core/storage';
import type { Actor } from '#core/people/actor';
import type { Storage } from '#platform/storage';
import { Builder, buildTwoSides } from '#testing/build';
import { Clamd, virus } from '#testing/clamd';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { filesIn } from '#testing/problems';
import { describeWith } from '#testing/requires';
import type { EvidenceSeen } from '#testing/tus';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ChecksService } from './checks.service.js';
import { DisclosuresService } from './disclosures.service.js';
import { InfectionsService } from './infections.service.js';
import { DownloadsService } from './downloads.service.js';
import { EvidenceReads } from './evidence.reads.js';
import { EvidenceService } from './evidence.service.js';
import type { PlaceOf } from './places.js';
import { UploadsService } from './uploads.service.js';

describeWith(['clamd'], 'a file that has come up', () => {
  const clamd = new Clamd(2);
  const database = useDatabase();
  const core = useCore(database, { CLAMD_URL: clamd.url });
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
    await clamd.start();
  }, 60_000);
  afterAll(async () => {
    await builder.close();
    await clamd.remove();
  });

  const seen = async (actor: Actor, id: string) =>
    JSON.parse(await core.app.get(EvidenceReads).one(actor, id)) as EvidenceSeen;

  /** Announces a file, on the measure where no other place is named, and sends it whole; it is not looked at yet. */
  async function sent(
    actor: Actor,
    name: string,
    content: string,
    place: PlaceOf = { of: 'measure', id: world.measure.id },
  ) {
    const words = { title: null, kind: 'other', documentOn: null, expiresOn: null } as const;
    const file = { name, bytes: Buffer.byteLength(content) };
    const id = await core.app.get(EvidenceService).attach(actor, place, words, file);
    const revision = (await seen(actor, id)).revisions[0]!.id;
    await core.app.get(UploadsService).receive(actor, revision, Readable.from([Buffer.from(content)]));
    return { id, revision };
  }
  const check = (revision: string) => core.app.get(ChecksService).check(revision);
  const first = async (actor: Actor, id: string) => (await seen(actor, id)).revisions[0]!;
  const files = () => filesIn(core.config.LUOSHI_HOME);

  it('is there once it was found clean, under its hash, however often it is looked at', async () => {
    const { coordinator } = world.left;
    const { id, revision } = await sent(coordinator, 'a.txt', 'Something that happened.');
    expect(await first(coordinator, id)).toMatchObject({ state: 'scanning', sha256: null });
    await Promise.all([check(revision), check(revision)]);
    await check(revision);
    const found = await first(coordinator, id);
    expect(found).toMatchObject({ state: 'available', scanned: true, mediaType: 'text/plain' });
    expect(files()).toEqual([expect.stringMatching(`^${found.sha256}-`)]);
    const { open } = await core.app.get(DownloadsService).one(coordinator, revision);
    expect(await text(await open())).toBe('Something that happened.');
    await core.app.get(EvidenceService).remove(coordinator, id, 1);
    expect(files()).toEqual([]);
  });

  it('is kept from everyone where it holds a virus, and nothing is left of it', async () => {
    const { coordinator } = world.left;
    const { id, revision } = await sent(coordinator, 'a.txt', `Words ${virus} and words.`);
    await check(revision);
    expect(await first(coordinator, id)).toMatchObject({
      state: 'infected',
      reason: 'Luoshi.Test.UNOFFICIAL',
    });
    // Its coordinators are told, once, and find it in their work; the mail has no word of it.
    const [job] = await builder.source.query<[{ payload: { personId: string } }]>(
      `select payload from pending_job where name = 'tell-infected' and payload->>'id' = $1`,
      [revision],
    );
    expect(job.payload.personId).toBe(coordinator.personId);
    for (let times = 0; times < 2; times += 1)
      for (const actor of [coordinator, world.left.officer, world.right.coordinator])
        await core.app.get(InfectionsService).tell(actor, revision);
    const mails = await builder.source.query<{ person: string; text: string }[]>(
      `select person_id as person, text from mail where kind = 'infected'`,
    );
    expect(mails.map(({ person }) => person)).toEqual([coordinator.personId]);
    expect(mails[0]?.text).not.toMatch(/a\.txt|Luoshi\.Test/);
    const work = async (actor: Actor) => {
      const { items } = JSON.parse(await core.app.get(MyWorkReads).list(actor)) as {
        items: { kind: string }[];
      };
      return items.filter(({ kind }) => kind === 'infected').length;
    };
    expect([
      await work(coordinator),
      await work(world.left.officer),
      await work(world.right.coordinator),
    ]).toEqual([1, 0, 0]);
    const download = core.app.get(DownloadsService).one(coordinator, revision);
    await expect(download).rejects.toMatchObject({ code: 'not_found' });
    await expect(core.app.get(DisclosuresService).disclose(coordinator, revision, 1)).rejects.toThrow(
      Problem,
    );
    expect(files()).toEqual([]);
  });

  it('that holds a virus is told of also where it was to hang on a signed document', async () => {
    const { coordinator, officer } = world.left;
    const title = '法律服務合作框架安排';
    const paper = { title, parties: [], signedOn: '2024-05-20' };
    await core.app.get(SignedDocumentsService).add(coordinator, world.meeting.id, paper);
    const [document] = await builder.source.query<[{ id: string }]>('select id from signed_document');
    const place = { of: 'signed_document', id: document.id } as const;
    const { id, revision } = await sent(officer, 'd.txt', `Words ${virus}.`, place);
    const before = await core.app.get(MyWorkReads).count(coordinator);
    await check(revision);
    for (let times = 0; times < 2; times += 1)
      for (const actor of [coordinator, officer, world.right.coordinator])
        await core.app.get(InfectionsService).tell(actor, revision);
    const mails = await builder.source.query<{ person: string; subject: string; text: string }[]>(
      `select person_id as person, subject, text from mail where kind = 'infected' and text like '%' || $1 || '%'`,
      [document.id],
    );
    expect(mails.map(({ person }) => person)).toEqual([coordinator.personId]);
    expect(mails[0]?.subject).toContain(title);
    expect(mails[0]?.text).not.toMatch(/d\.txt|Luoshi\.Test/);
    const work = async (actor: Actor) =>
      (
        JSON.parse(await core.app.get(MyWorkReads).list(actor)) as { infectedDocuments: { id: string }[] }
      ).infectedDocuments.map(({ id }) => id);
    expect(await work(coordinator)).toEqual([document.id]);
    for (const actor of [officer, world.right.coordinator]) expect(await work(actor)).toEqual([]);
    expect(await core.app.get(MyWorkReads).count(coordinator)).toBe(before + 1);
    // Taken off, it is work no more.
    await core.app.get(EvidenceService).remove(coordinator, id, 1);
    expect(await work(coordinator)).toEqual([]);
  });

  it('is refused with the reason where it lies, or is too large to be scanned', async () => {
    const { coordinator } = world.left;
    for (const [name, content, reason] of [
      ['a.pdf', 'Words.', 'lying_type'],
      ['a.txt', 'x'.repeat(5_000_000), 'too_large_to_scan'],
    ] as const) {
      const { id, revision } = await sent(coordinator, name, content);
      await check(revision);
      expect(await first(coordinator, id)).toMatchObject({ state: 'rejected', reason });
    }
    expect(files()).toEqual([]);
  });

  it('waits while the scanner is away, and is looked at when it is back', async () => {
    const { coordinator } = world.left;
    await clamd.kill();
    const { id, revision } = await sent(coordinator, 'b.txt', 'Something else that happened.');
    await expect(check(revision)).rejects.toThrow('the virus scanner does not answer');
    expect(await core.app.get(UploadsService).sweep()).toBe(1);
    expect(await first(coordinator, id)).toMatchObject({ state: 'scanning' });
    const due = () =>
      builder.source.query<{ due: boolean }[]>(
        `select look_again_at <= now() as due from pending_job where name = 'scan-evidence' and payload->>'id' = $1`,
        [revision],
      );
    expect(await due()).toEqual([{ due: false }]);
    await clamd.start();
    expect(await core.app.get(UploadsService).sweep()).toBe(0);
    expect(await due()).toEqual([{ due: true }]);
    await check(revision);
    expect(await first(coordinator, id)).toMatchObject({ state: 'available', scanned: true });
  }, 60_000);

  it('is known again on its own side, and on no other', async () => {
    const [ours, theirs] = [world.left.coordinator, world.right.coordinator];
    const content = 'The same words on both sides.';
    const earlier = await sent(ours, 'c.txt', content);
    await check(earlier.revision);
    const other = await sent(theirs, 'c.txt', content);
    await check(other.revision);
    expect((await first(theirs, other.id)).sameAs).toBeNull();
    const again = await sent(ours, 'd.txt', content);
    await check(again.revision);
    expect((await first(ours, again.id)).sameAs).toMatchObject({ id: earlier.id });
    expect((await first(ours, earlier.id)).sameAs).toBeNull();
  });

  it('can be read by the other side from its disclosure until it is taken back, which leaves a tombstone', async () => {
    const [ours, theirs] = [world.left.coordinator, world.right.coordinator];
    const disclosures = core.app.get(DisclosuresService);
    const evidence = core.app.get(EvidenceService);
    const downloads = core.app.get(DownloadsService);
    const { id, revision } = await sent(ours, 'e.txt', 'What we show.');
    await check(revision);
    await expect(downloads.one(theirs, revision)).rejects.toMatchObject({ code: 'not_found' });
    await expect(disclosures.disclose(theirs, revision, 1)).rejects.toMatchObject({ code: 'not_found' });
    await expect(disclosures.disclose(world.left.manager, revision, 1)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await disclosures.disclose(ours, revision, 1);
    expect(await text(await (await downloads.one(theirs, revision)).open())).toBe('What we show.');
    await expect(evidence.remove(ours, id, 1)).rejects.toMatchObject({ code: 'evidence_disclosed' });
    await expect(disclosures.takeBack(theirs, revision, 'Because.')).rejects.toMatchObject({
      code: 'forbidden',
    });

    await disclosures.takeBack(ours, revision, 'It named a person.');
    await expect(downloads.one(theirs, revision)).rejects.toMatchObject({ code: 'not_found' });
    expect(await text(await (await downloads.one(ours, revision)).open())).toBe('What we show.');
    const { disclosed } = JSON.parse(
      await core.app.get(EvidenceReads).of(theirs, 'measure', world.measure.id),
    ) as { disclosed: { id: string }[] };
    expect(disclosed.find((each) => each.id === revision)).toMatchObject({
      ...{ title: 'e.txt', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, url: null },
      takenBack: { reason: 'It named a person.' },
    });
    await expect(disclosures.disclose(ours, revision, 1)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is finished by the sweep where nobody could take note that it was whole', async () => {
    const { coordinator } = world.left;
    const place = { of: 'measure', id: world.measure.id } as const;
    const words = { title: null, kind: 'other', documentOn: null, expiresOn: null } as const;
    const uploads = core.app.get(UploadsService);
    const id = await core.app
      .get(EvidenceService)
      .attach(coordinator, place, words, { name: 'f.txt', bytes: 4 });
    const revision = (await first(coordinator, id)).id;
    await writeFile(`${core.config.LUOSHI_HOME}/files/.uploads/${revision}`, 'four');
    await uploads.sweep();
    expect(await first(coordinator, id)).toMatchObject({ state: 'scanning' });
    await check(revision);
    expect(await first(coordinator, id)).toMatchObject({ state: 'available' });
    expect(await core.app.get<Storage>(STORAGE).has(files().at(-1)!)).toBe(true);
  });

  it('is removed with its row where it was not finished in time', async () => {
    const { coordinator } = world.left;
    const place = { of: 'measure', id: world.measure.id } as const;
    const words = { title: null, kind: 'other', documentOn: null, expiresOn: null } as const;
    const before = files();
    const id = await core.app
      .get(EvidenceService)
      .attach(coordinator, place, words, { name: 'g.txt', bytes: 9 });
    expect(files().length).toBe(before.length + 2);
    await builder.source.query(
      `update evidence_revision set uploaded_at = now() - interval '73 hours' where evidence_id = $1`,
      [id],
    );
    await core.app.get(UploadsService).sweep();
    await expect(seen(coordinator, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(files()).toEqual(before);
  });
});
