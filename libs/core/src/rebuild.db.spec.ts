import { CalendarsService } from '#core/calendar/calendars.service';
import { Builder } from '#testing/build';
import { Canaries } from '#testing/canaries';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { history, RandomWorld } from '#testing/random-world';
import { rebuild, snapshot } from '#testing/rebuild';
import fc from 'fast-check';

const database = useDatabase();
const core = useCore(database, { CLOCK: '2026-11-20T09:00+08:00' });

let builder: Builder;
beforeAll(async () => {
  builder = await Builder.open(database);
  await core.app.get(CalendarsService).refresh();
});
afterAll(() => builder.close());

it('is told whole by the joint ledgers: every row of every joint table comes out of them again', async () => {
  const world = await RandomWorld.build(core.app, builder, new Canaries(), []);
  const before = await snapshot(builder);
  const [steps] = fc.sample(history(60), 1);
  for (const step of steps!) await world.take(step);
  const { tables } = await snapshot(builder);
  // Something of nearly every kind happened: an empty table is rebuilt by anybody.
  for (const [name, rows] of Object.entries(tables)) {
    if (!['signed_document', 'measure_text'].includes(name))
      expect([name, Object.keys(rows)]).not.toEqual([name, []]);
  }
  expect(await rebuild(builder, before)).toEqual(tables);
}, 240_000);
