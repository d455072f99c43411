import { STORAGE } from '#core/storage';
import type { JobMap } from '#core/jobs/jobs.service';
import { newKey, type Storage } from '#platform/storage';
import { ChecksService } from '#core/evidence/checks.service';
import { EvidenceReads } from '#core/evidence/evidence.reads';
import { EvidenceService } from '#core/evidence/evidence.service';
import { UploadsService } from '#core/evidence/uploads.service';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { filesIn } from '#testing/problems';
import type { EvidenceSeen } from '#testing/tus';
import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FilesService } from './files.service.js';

describe('the storage, held against the rows that name its files', () => {
  const database = useDatabase();
  const core = useCore(database);
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
  });
  afterAll(() => builder.close());

  const files = () => core.app.get(FilesService);
  const folder = () => join(core.config.LUOSHI_HOME, 'files');
  const pathOf = (key: string) =>
    join(
      folder(),
      readdirSync(folder(), { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith(key))!,
    );
  const old = (path: string) => utimesSync(path, new Date(0), new Date(Date.now() - 25 * 3_600_000));

  async function kept(words: string): Promise<string> {
    const { coordinator } = world.left;
    const place = { of: 'measure', id: world.measure.id } as const;
    const said = { title: null, kind: 'other', documentOn: null, expiresOn: null } as const;
    const file = { name: 'a.txt', bytes: Buffer.byteLength(words) };
    const id = await core.app.get(EvidenceService).attach(coordinator, place, said, file);
    const { revisions } = JSON.parse(await core.app.get(EvidenceReads).one(coordinator, id)) as EvidenceSeen;
    const revision = revisions[0]!.id;
    await core.app.get(UploadsService).receive(coordinator, revision, Readable.from([Buffer.from(words)]));
    await core.app.get(ChecksService).check(revision);
    const [row] = await builder.source.query<[{ key: string }]>(
      'select file_key as key from evidence_revision where id = $1',
      [revision],
    );
    return row.key;
  }

  it('knows every table that names files', async () => {
    const tables = await builder.source.query<{ name: string }[]>(
      `select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname = 'file_key' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    const [{ source }] = await builder.source.query<[{ source: string }]>(
      `select prosrc as source from pg_proc where proname = 'stored_keys'`,
    );
    expect(tables.filter(({ name }) => !source.includes(`from ${name} r`))).toEqual([]);
  });

  it('finds what is missing and what has changed, and tells the administrators of whose it is', async () => {
    const [whole, gone, changed] = [await kept('one'), await kept('two'), await kept('three')];
    rmSync(pathOf(gone));
    writeFileSync(pathOf(changed), 'other');
    const check = await files().compare('');
    expect(check.files).toBe(1);
    expect(check.differences.sort((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
      { key: changed, what: 'changed', partyIds: [world.left.party.id] },
      { key: gone, what: 'missing', partyIds: [world.left.party.id] },
    ]);
    expect(filesIn(core.config.LUOSHI_HOME)).toContain(whole);
    const jobs = await builder.source.query<{ payload: JobMap['tell-files'] }[]>(
      `select payload from pending_job where name = 'tell-files'`,
    );
    const { administrator } = world.left;
    expect(jobs.map(({ payload }) => payload)).toEqual([{ id: check.id, personId: administrator.personId }]);
    for (const actor of [administrator, administrator, world.right.administrator])
      await files().tell(actor, check.id);
    const mails = await builder.source.query<{ person: string; subject: string }[]>(
      `select person_id as person, subject from mail where kind = 'files'`,
    );
    expect(mails).toEqual([
      { person: administrator.personId, subject: expect.stringMatching(/2/) as string },
    ]);
  });

  it('loses what no row names, once it is a day old, and nothing else', async () => {
    const storage = core.app.get<Storage>(STORAGE);
    const stray = await storage.put(Readable.from([Buffer.from('stray')]), { maxBytes: 10 });
    const young = await storage.put(Readable.from([Buffer.from('young')]), { maxBytes: 10 });
    const named = await kept('named');
    for (const key of [stray.key, named]) old(pathOf(key));
    const slice = stray.key[0]!;
    const others = '0123456789abcdef'.replace(slice, '');
    for (const other of others) expect((await files().compare(other)).removed).toBe(0);
    expect((await files().compare(slice)).removed).toBe(1);
    expect(await storage.has(stray.key)).toBe(false);
    expect([await storage.has(young.key), await storage.has(named)]).toEqual([true, true]);
    expect(await storage.has(newKey('0'.repeat(64)))).toBe(false);
  });

  it('takes a sixteenth a night', async () => {
    expect((await files().compareSlice()).slice).toMatch(/^[0-9a-f]$/);
  });
});
