import { CoreModule } from '#core/core.module';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { MyWorkReads } from '#core/dashboards/my-work.reads';
import { MeasuresReads } from '#core/measures/measures.reads';
import { type Actor, actorOf } from '#core/people/actor';
import { Person } from '#core/people/person.entity';
import { UpdatesReads } from '#core/updates/updates.reads';
import { readConfig } from '#platform/config';
import { Db, SYSTEM } from '#platform/db';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Answer } from './bare-clear.js';
import type { Ground } from './ground.js';

/** One thing that people look at: where the api answers it, who asks, and the query behind it. */
export interface Scene {
  name: string;
  path: string;
  role: 'coordinator' | 'officer';
  sql: string;
  params: unknown[];
}

@Module({})
class BenchModule {}

interface Places {
  meeting: string;
  measure: string;
  /** Where a page four fifths down the whole register begins. */
  deep: string;
}

async function placesIn(ground: Ground, database: string): Promise<Places> {
  return ground.asSuper(database, async (client) => {
    const { rows } = await client.query<Places>(
      `with chosen as (select * from measure order by meeting_id, area_ordinal, ordinal, id
         offset (select count(*) * 4 / 5 from measure) limit 1)
       select meeting_id as meeting, id as measure, concat_ws('.', meeting_id, area_ordinal, ordinal, id) as deep from chosen`,
    );
    return rows[0]!;
  });
}

export async function actorNamed(app: INestApplicationContext, email: string): Promise<Actor> {
  const person = await app.get(Db).withActor(SYSTEM, (tx) => tx.manager.findOneByOrFail(Person, { email }));
  return actorOf(person);
}

/** The scenes with the queries that the core itself runs for them, overheard on their way to the database. */
export async function scenesOf(
  ground: Ground,
  database: string,
  emails: Record<Scene['role'], string>,
): Promise<{ scenes: Scene[]; actors: Record<Scene['role'], Actor>; clearAnswer: Answer }> {
  const places = await placesIn(ground, database);
  const config = readConfig({ DATABASE_URL: ground.postgres.appUrl(database), LOG_LEVEL: 'silent' });
  const app = await NestFactory.createApplicationContext(
    { module: BenchModule, imports: [CoreModule.with(config)] },
    { logger: false, abortOnError: false },
  );
  try {
    const db = app.get(Db);
    const read = db.read.bind(db);
    let overheard = { sql: '', params: [] as unknown[] };
    db.read = (actor, sql, params = []) => {
      overheard = { sql, params };
      return read(actor, sql, params);
    };
    const actors = {
      coordinator: await actorNamed(app, emails.coordinator),
      officer: await actorNamed(app, emails.officer),
    };
    const { coordinator, officer } = actors;
    const scenes: Scene[] = [];
    const add = async (
      name: string,
      path: string,
      reading: Promise<unknown>,
      role: Scene['role'] = 'coordinator',
    ) => {
      await reading;
      scenes.push({ name, path: `/api${path}`, role, ...overheard });
    };
    const { meeting, measure, deep } = places;
    const measures = app.get(MeasuresReads);
    await add(
      'a meeting’s register',
      `/measures?meeting=${meeting}`,
      measures.list(coordinator, { meeting }),
    );
    await add('whole register, first page', '/measures?limit=50', measures.list(coordinator, { limit: 50 }));
    await add(
      'whole register, deep page',
      `/measures?after=${deep}`,
      measures.list(coordinator, { after: deep }),
    );
    await add('one measure', `/measures/${measure}`, measures.one(coordinator, measure));
    await add(
      'meeting dashboard',
      `/meetings/${meeting}`,
      app.get(DashboardsReads).meeting(coordinator, meeting),
    );
    await add('my work, coordinator', '/my-work', app.get(MyWorkReads).list(coordinator));
    await add('my work, officer', '/my-work?officer', app.get(MyWorkReads).list(officer), 'officer');

    // Any id will do: only the statement is wanted.
    await app
      .get(UpdatesReads)
      .one(coordinator, measure)
      .catch(() => undefined);
    const { sql, params } = overheard;
    return { scenes, actors, clearAnswer: { sql, params: params.slice(1) } };
  } finally {
    await app.close();
  }
}
