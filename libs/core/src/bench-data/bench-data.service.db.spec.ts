import { ActivityReads } from '#core/dashboards/activity.reads';
import { SignInService } from '#core/people/sign-in.service';
import { Db } from '#platform/db';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import pg from 'pg';
import { benchAccounts } from './bench-data.cast.js';
import { fillBenchData } from './bench-data.service.js';

const password = 'kept by nobody';

describe('bench data', () => {
  const database = useDatabase();
  const core = useCore(database);
  let everything: pg.Client;
  const count = async (sql: string) => Number((await everything.query(sql)).rows[0].count);
  const fill = (measures: number) =>
    fillBenchData({
      ownerUrl: database.ownerUrl,
      databaseUrl: database.appUrl,
      measures,
      now: new Date('2026-11-21T04:00:00Z'),
      password,
    });

  beforeAll(async () => {
    everything = new pg.Client(database.superUrl);
    await everything.connect();
  });
  afterAll(() => everything.end());

  it('is as much as asked for, and holds what the services would have kept', async () => {
    const counts = await fill(300); // checks its own invariants
    expect(counts).toMatchObject({ meetings: 30, measures: 300, people: 200 });
    expect(counts.clearedUpdates / counts.measures).toBeGreaterThan(1.9);
    expect(counts.clearedUpdates / counts.measures).toBeLessThan(2.7);
    expect(counts.openUpdates).toBeGreaterThan(0);
    expect(await count('select count(*) from measure')).toBe(300);
    expect(await count(`select count(distinct status) from measure`)).toBeGreaterThan(4);
    expect(
      await count(`select count(*) from source s join measure m on m.source_id = s.id
      where substr(s.text, m.source_start + 1, m.source_end - m.source_start) <> m.text`),
    ).toBe(0);
    expect(
      await count(`select count(*) from "update" u join person p on p.id = u.author_id
      where p.organisation_id <> u.organisation_id`),
    ).toBe(0);
  });

  it('chains its activities as everybody else’s', async () => {
    expect(
      await count(`select count(*) from (select *, lag(hash, 1, '') over (partition by ledger_id order by sequence) as before
        from activity) a where previous_hash <> before or hash <> activity_digest(row(a.id, a.ledger_id, a.sequence,
          a.mechanism_id, a.party_id, a.actor_party_id, a.actor_organisation_id, a.actor_person_id, a.verb, a.meeting_id,
          a.measure_id, a.subject_id, a.changes, a.at, a.previous_hash, a.hash)::activity)`),
    ).toBe(0);
  });

  it('lets its people in, each of whom sees no more than their side', async () => {
    const [{ email } = { email: '' }] = benchAccounts();
    const { signedIn } = await core.app.get(SignInService).signIn(email, password);
    const { actor } = signedIn;
    const own = await core.app
      .get(Db)
      .read<{ party: string }>(actor, 'select distinct party_id as party from "update"');
    expect(own).toEqual([{ party: actor.partyId }]);
    expect(JSON.parse(await core.app.get(ActivityReads).list(actor, {})).items).toHaveLength(50);
  });

  it('can be added to, and lets the same people in with the new password', async () => {
    await fill(360);
    expect(await count('select count(*) from measure')).toBe(660);
    expect(await count('select count(*) from person')).toBe(200);
  });

  it('stays out of a real record', async () => {
    await everything.query(
      `update person set email = 'somebody@cmab.gov.hk' where id = (select id from person limit 1)`,
    );
    await expect(fill(300)).rejects.toThrow('holds a real record');
    expect(await count('select count(*) from measure')).toBe(660);
  });
});
