import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Import } from '#core/imports/import.entity';
import { ImportsReads } from '#core/imports/imports.reads';
import { ReadingsService } from '#core/imports/readings.service';
import { PendingJob } from '#core/jobs/pending-job.entity';
import { han } from '#memorandum/specimen';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { type Program, startProgram } from '#testing/programs';

async function until(holds: () => Promise<boolean>, patience = 90_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time');
    await sleep(25);
  }
}

describe('a worker that is killed while it reads a memorandum', () => {
  const database = useDatabase();
  const api = useCore(database, { REDIS_URL: '' });
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  let worker: Program | undefined;
  const start = () =>
    startProgram('worker', {
      ...{ DATABASE_URL: database.appUrl, LUOSHI_HOME: api.config.LUOSHI_HOME, REDIS_URL: '' },
      LOG_LEVEL: 'silent',
    });
  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
  });
  afterAll(async () => {
    await worker?.stop();
    await builder.close();
  });

  /** Large enough that reading it takes a while. */
  const memorandum = () => {
    const lines = [
      '甲乙合作會議第三次會議',
      '備忘錄',
      '甲省人民政府與乙市政府於2024年5月11日舉行甲乙合作會議第三次會議。',
      '附件',
    ];
    for (let area = 1; area <= 90; area += 1) {
      lines.push(`${han(area)}、合作領域之${han(area)}`);
      for (let measure = 1; measure <= 60; measure += 1)
        lines.push(`${measure}. 支持兩地機構就第${area}個領域的第${measure}個課題定期交流，並聯合發布成果。`);
    }
    return lines.join('\n');
  };

  it('is followed by another that reads it, once; until then it can be left and found again', async () => {
    const { coordinator } = world.left;
    const file = Readable.from([Buffer.from(memorandum())]);
    const id = await api.app.get(ReadingsService).upload(coordinator, '備忘錄.txt', file);
    const state = async () => (await builder.source.manager.findOneByOrFail(Import, { id })).state;
    const open = async () =>
      JSON.parse(await api.app.get(ImportsReads).open(coordinator)) as {
        items: { id: string; state: string }[];
      };
    expect(await state()).toBe('parsing');

    worker = start();
    // The worker has taken the job as soon as its queue says so; reading takes longer than that.
    await until(async () => {
      const [taken] = await builder.source.query<{ count: number }[]>(
        `select count(*)::int from pending_job where name = 'parse-import'`,
      );
      return taken!.count === 1;
    });
    await sleep(1_500);
    const died = once(worker.process, 'exit');
    worker.process.kill('SIGKILL');
    await died;
    // Killed before it was read, or after: both are told apart by the state alone, and neither loses it.
    const after = await state();
    expect(['parsing', 'parsed']).toContain(after);
    expect((await open()).items).toEqual([expect.objectContaining({ id, state: after })]);

    worker = start();
    await until(async () => (await state()) === 'parsed');
    await until(async () => (await builder.source.manager.count(PendingJob)) === 0);
    const { draft } = await builder.source.manager.findOneByOrFail(Import, { id });
    expect(draft.areas.flatMap(({ measures }) => measures)).toHaveLength(5_400);
    expect(await builder.source.manager.count(Import)).toBe(1);
  }, 180_000);
});
