import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from '#contracts/status';
import { Activity } from '#core/activity/activity.entity';
import { PendingJob } from '#core/jobs/pending-job.entity';
import { Measure } from '#core/measures/measure.entity';
import { MeasuresService } from '#core/measures/measures.service';
import type { Actor } from '#core/people/actor';
import { UpdatesService } from '#core/updates/updates.service';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { unzip } from '#testing/unzip';
import { Report } from './report.entity.js';
import { ReportsService } from './reports.service.js';

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

const reports = () => core.app.get(ReportsService);
const row = (id: string) => builder.source.manager.findOneByOrFail(Report, { id });
const request = (actor: Actor, audience: Audience = 'joint') =>
  reports().request(actor, world.meeting.id, audience, 'zh-Hant-HK');

async function bytesOf(actor: Actor, id: string): Promise<Buffer> {
  const { open } = await reports().download(actor, id);
  const chunks: Buffer[] = [];
  for await (const chunk of await open()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Everything that stands in any part of the document. */
const textOf = (document: Buffer) =>
  [...unzip(document)].map(([name, part]) => name + part.toString('utf8')).join('\n');

describe('a progress report', () => {
  it('is asked for, built by its job, and ready as a Word document', async () => {
    const { coordinator } = world.left;
    const id = await request(coordinator);
    expect(await row(id)).toMatchObject({ state: 'queued', progress: 0, fileKey: null });
    const jobs = await builder.source.manager.findBy(PendingJob, { name: 'build-report' });
    expect(jobs).toMatchObject([{ payload: { id, personId: coordinator.personId } }]);
    await expect(reports().download(coordinator, id)).rejects.toMatchObject({ code: 'report_not_ready' });

    expect(await reports().build(coordinator, id)).toBe('ready');
    const { state, progress, bytes, readyAt, errorCode } = await row(id);
    expect({ state, progress, errorCode }).toEqual({ state: 'ready', progress: 100, errorCode: null });
    expect(readyAt).toBeInstanceOf(Date);
    const document = await bytesOf(coordinator, id);
    expect(document).toHaveLength(bytes!);
    expect(unzip(document).has('word/document.xml')).toBe(true);
    expect(textOf(document)).toContain(world.measure.text);
    const said = await builder.source.manager.find(Activity, {
      where: { subjectId: id },
      order: { id: 'asc' },
    });
    expect(said.map(({ verb, partyId }) => [verb, partyId])).toEqual(
      ['report.requested', 'report.downloaded'].map((verb) => [verb, world.left.party.id]),
    );
  });

  it('is built once, and leaves one file, however many workers build it', async () => {
    const id = await request(world.left.coordinator);
    const files = () =>
      readdirSync(join(core.config.LUOSHI_HOME, 'files'), { recursive: true, withFileTypes: true }).filter(
        (each) => each.isFile(),
      ).length;
    const before = files();
    const built = await Promise.all([1, 2, 3].map(() => reports().build(world.left.coordinator, id)));
    expect(built).toEqual(['ready', 'ready', 'ready']);
    const { fileKey } = await row(id);
    expect(await reports().build(world.left.coordinator, id)).toBe('ready');
    expect((await row(id)).fileKey).toBe(fileKey);
    expect(files()).toBe(before + 1);
    expect(await bytesOf(world.left.coordinator, id)).not.toHaveLength(0);
  });
});

describe('what stands in it', () => {
  const canaries = (side: string) => ({
    cleared: `已發布${side}`,
    next: `下一步${side}`,
    draft: `草稿${side}`,
    submitted: `待核准${side}`,
    returned: `退回${side}`,
    reason: `理由${side}`,
    withdrawn: `撤回${side}`,
  });
  const words = { left: canaries('甲'), right: canaries('乙') };
  const units = { left: '牽頭未發布甲', right: '牽頭未發布乙' };

  beforeAll(async () => {
    const updates = core.app.get(UpdatesService);
    for (const name of ['left', 'right'] as const) {
      const { party, coordinator } = world[name];
      const said = words[name];
      const unit = await builder.organisation({
        partyId: party.id,
        name: { hant: units[name], hans: units[name], en: units[name] },
      });
      const officer = await builder.actor(unit, ['officer'], { name: `聯絡員${units[name]}` });
      const write = async (text: string, nextStep: string | null = null) => {
        const measure = await builder.measure(world.meeting);
        const charge = {
          leadId: unit.id,
          supportingIds: [],
          officerIds: [officer.personId],
          internalDueOn: null,
        };
        await core.app.get(MeasuresService).assign(coordinator, measure.id, charge, 0);
        return updates.draft(officer, measure.id, { status: 'on_target', text, nextStep });
      };
      const cleared = await write(said.cleared, said.next);
      await updates.submit(officer, cleared, 1);
      await updates.clear(coordinator, cleared, [], 2);
      await write(said.draft);
      await updates.submit(officer, await write(said.submitted), 1);
      const returned = await write(said.returned);
      await updates.submit(officer, returned, 1);
      await updates.return(coordinator, returned, said.reason, 2);
      await updates.withdraw(officer, await write(said.withdrawn), 1);
    }
  });

  const build = async (actor: Actor, audience: Audience) => {
    const id = await request(actor, audience);
    await reports().build(actor, id);
    return textOf(await bytesOf(actor, id));
  };
  const privateTo = (name: 'left' | 'right') => {
    const { cleared: _, next: __, ...rest } = words[name];
    return [...Object.values(rest), units[name]];
  };

  it.each(['left', 'right'] as const)(
    'jointly, asked for by the %s: nothing private of either',
    async (name) => {
      for (const reader of [world[name].coordinator, world[name].manager]) {
        const text = await build(reader, 'joint');
        for (const side of ['left', 'right'] as const) {
          expect(text).toContain(words[side].cleared);
          expect(text).toContain(words[side].next);
          for (const canary of privateTo(side)) expect(text).not.toContain(canary);
        }
      }
    },
  );

  it.each([
    ['left', 'right'],
    ['right', 'left'],
  ] as const)('for the %s itself: its own work and none of the %s’s', async (own, other) => {
    const text = await build(world[own].coordinator, 'side');
    for (const side of ['left', 'right'] as const) expect(text).toContain(words[side].cleared);
    for (const key of ['draft', 'submitted', 'returned'] as const) expect(text).toContain(words[own][key]);
    expect(text).toContain(units[own]);
    for (const canary of privateTo(other)) expect(text).not.toContain(canary);
    for (const key of ['withdrawn', 'reason'] as const) expect(text).not.toContain(words[own][key]);
  });
});

describe('what goes wrong', () => {
  it('says why it failed, and is ready when its job is tried again', async () => {
    const { coordinator } = world.left;
    const id = await request(coordinator);
    // The folder that files are written to is none.
    const staging = join(core.config.LUOSHI_HOME, 'files', '.staging');
    rmSync(staging, { recursive: true, force: true });
    writeFileSync(staging, '');
    await expect(reports().build(coordinator, id)).rejects.toThrow();
    expect(await row(id)).toMatchObject({
      state: 'failed',
      errorCode: 'internal',
      fileKey: null,
      readyAt: null,
    });
    await expect(reports().download(coordinator, id)).rejects.toMatchObject({ code: 'report_not_ready' });
    rmSync(staging);
    expect(await reports().build(coordinator, id)).toBe('ready');
    expect(await row(id)).toMatchObject({ state: 'ready', errorCode: null });
  });

  it('goes on after a worker died in the middle of it', async () => {
    const { coordinator } = world.left;
    const id = await request(coordinator);
    await builder.source.manager.update(Report, id, { state: 'building', progress: 40 });
    expect(await reports().build(coordinator, id)).toBe('ready');
  });

  it('is not built for somebody of no side any more, and says so', async () => {
    const { coordinator } = world.left;
    const id = await request(coordinator);
    expect(await reports().build({ ...coordinator, side: null, roles: ['administrator'] }, id)).toBeNull();
    await reports().abandon(id);
    expect(await row(id)).toMatchObject({ state: 'failed', errorCode: 'forbidden' });
  });

  it('cannot be abandoned once it is ready', async () => {
    const id = await request(world.left.coordinator);
    await reports().build(world.left.coordinator, id);
    await reports().abandon(id);
    expect(await row(id)).toMatchObject({ state: 'ready' });
  });
});

describe('who may read it', () => {
  let id = '';
  beforeAll(async () => {
    id = await request(world.left.coordinator, 'side');
    await reports().build(world.left.coordinator, id);
  });

  it('is its side’s coordinators and managers', async () => {
    for (const reader of [world.left.coordinator, world.left.manager])
      expect(await bytesOf(reader, id)).not.toHaveLength(0);
  });

  it('is asked again at every download: a role that was taken away counts no more', async () => {
    const { coordinator } = world.left;
    await expect(reports().download({ ...coordinator, roles: ['officer'] }, id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const nobody = { ...coordinator, roles: ['administrator' as const], side: null, administers: true };
    await expect(reports().download(nobody, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is nobody of the other side, no observer and no administrator: for them there is none', async () => {
    const { left, right, observer } = world;
    for (const stranger of [right.coordinator, right.manager, right.officer, observer, left.administrator])
      await expect(reports().download(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(reports().download(left.officer, id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await reports().build(right.coordinator, id)).toBeNull();
  });

  it('is nobody who may not ask for one', async () => {
    await expect(request(world.left.officer)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(request(world.observer)).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = await builder.actor(
      await builder.organisation({ partyId: (await builder.party()).id }),
      ['coordinator'],
    );
    await expect(request(elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    expect(await builder.source.manager.countBy(Measure, { meetingId: world.meeting.id })).toBeGreaterThan(0);
  });
});
