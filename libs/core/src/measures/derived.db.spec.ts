import { measureStatuses, trackStatuses } from '#contracts/status';
import { dateOf } from '#core/calendar/calendar-date';
import { useDatabase } from '#testing/database';
import fc from 'fast-check';
import pg from 'pg';
import { completionOf, completionSql } from './completion.js';
import { lightOf, lightSql } from './light.js';
import { deriveStatus, diverges, divergesSql, statusSql } from './measure-status.js';

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

it('lights a measure in SQL as in the domain', async () => {
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

const side = fc.constantFrom('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002');
const standing = fc.record({
  // A measure has two tracks; what is true of any number is true of two.
  tracks: fc.array(fc.constantFrom(...trackStatuses), { maxLength: 4 }),
  dropped: fc.boolean(),
  confirmed: fc.boolean(),
  awaiting: fc.option(side),
});

it('derives a measure’s status in SQL as in the domain', async () => {
  const every = trackStatuses.flatMap((left) =>
    trackStatuses.map((right) => ({
      ...{ tracks: [left, right], dropped: false, confirmed: false, awaiting: null },
    })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(standing, { minLength: 40, maxLength: 40 }), async (random) => {
      const given = [...every, ...random];
      const { rows } = await client.query<{ status: string }>(
        `select ${statusSql('given.tracks', 'given.dropped', 'given.confirmed', 'given.awaiting')} as status
         from jsonb_to_recordset($1) as given(n int, tracks text[], dropped boolean, confirmed boolean, awaiting uuid)
         order by given.n`,
        [JSON.stringify(given.map((each, n) => ({ ...each, n })))],
      );
      expect(rows.map(({ status }) => status)).toEqual(
        given.map(({ tracks, ...decision }) =>
          deriveStatus(
            tracks.map((status) => ({ partyId: '', status })),
            decision,
          ),
        ),
      );
    }),
    { numRuns: 30 },
  );
});

it('counts in SQL what is complete, and what is left out, as in the domain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...measureStatuses), { maxLength: 60 }), async (statuses) => {
      const { rows } = await client.query(
        `select ${completionSql} as completion from unnest($1::text[]) as given(status)`,
        [statuses],
      );
      expect(rows).toEqual([{ completion: completionOf(statuses) }]);
    }),
    { numRuns: 50 },
  );
});
