import { measureStatuses, trackStatuses } from '#contracts/status';
import { dateOf } from '#core/calendar/calendar-date';
import { useDatabase } from '#testing/database';
import fc from 'fast-check';
import pg from 'pg';
import { lightOf, lightSql } from './light.js';
import { diverges, divergesSql } from './measure-status.js';

const database = useDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client(database.appUrl);
  await client.connect();
});
afterAll(() => client.end());

const day = (range: { min: string; max: string }) =>
  fc
    .date({ min: new Date(range.min), max: new Date(range.max), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10));
const near = { min: '2026-01-01T00:00:00Z', max: '2027-06-01T00:00:00Z' };

const measure = fc.record({
  status: fc.constantFrom(...measureStatuses),
  dueOn: fc.option(day(near)),
  // To the second around midnight in Hong Kong, where the day in UTC is another.
  clearedAt: fc.option(fc.date({ min: new Date(near.min), max: new Date(near.max), noInvalidDate: true })),
  today: day(near),
  warningDays: fc.nat(60),
  freshnessDays: fc.nat(300),
});

it('is reckoned in SQL as it is in the domain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(measure, { minLength: 40, maxLength: 40 }), async (measures) => {
      const { rows } = await client.query(
        `select lit.light, lit.reason, lit.days::int as days
         from jsonb_to_recordset($1) as given(n int, status text, due_on date, last_cleared_at timestamptz, today date,
           warning_days int, freshness_days int)
         cross join lateral (select given.status, given.due_on, given.last_cleared_at) m
         cross join lateral (select given.warning_days, given.freshness_days) c
         cross join ${lightSql('given.today')} order by given.n`,
        [
          JSON.stringify(
            measures.map(({ status, dueOn, clearedAt, today, warningDays, freshnessDays }, n) => ({
              ...{ n, status, due_on: dueOn, last_cleared_at: clearedAt, today },
              ...{ warning_days: warningDays, freshness_days: freshnessDays },
            })),
          ),
        ],
      );
      expect(rows).toEqual(
        measures.map(({ status, dueOn, clearedAt, today, warningDays, freshnessDays }) =>
          lightOf({ status, dueOn, lastClearedOn: clearedAt && dateOf(clearedAt) }, today, {
            warningDays,
            freshnessDays,
          }),
        ),
      );
    }),
    { numRuns: 50 },
  );
});

it('finds in SQL the divergences of the domain', async () => {
  const pairs = trackStatuses.flatMap((left) => trackStatuses.map((right) => [left, right] as const));
  const { rows } = await client.query<{ diverges: boolean }>(
    `select ${divergesSql('l', 'r')} as diverges from jsonb_to_recordset($1) as given(n int, "left" text, "right" text)
     cross join lateral (select given."left" as status) l cross join lateral (select given."right" as status) r order by n`,
    [JSON.stringify(pairs.map(([left, right], n) => ({ n, left, right })))],
  );
  expect(rows.map((row) => row.diverges)).toEqual(
    pairs.map(([left, right]) =>
      diverges([
        { partyId: 'left', status: left },
        { partyId: 'right', status: right },
      ]),
    ),
  );
});
