import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFree } from '#platform/ports';
import { openQueue } from '#platform/queue';
import { Builder, buildTwoSides } from '../build.js';
import type { TestDatabase } from '../database.js';
import { answering, type Program, startProgram } from '../programs.js';
import { Acknowledged } from './acknowledged.js';
import { Coordinator, type Load, Officer } from './clients.js';
import { openPostOffice } from './post-office.js';
import { breaches } from './verdict.js';

export interface Soak {
  database: TestDatabase;
  /** The queue lives in PostgreSQL where there is none. */
  redisUrl: string | null;
  kills: number;
  seed: number;
  /** Longest pause between two kills. */
  pauseMs: number;
  /** Lets the time pass that a job waits before it is sent again; without it the run waits as the programs do. */
  hurry: boolean;
  say: (line: string) => void;
}

/** A Monday on which both sides work, so that reminders go out. */
const monday = Date.parse('2026-11-23T01:30:00Z');
/** After so long a mail that was in a killed worker's hands counts as failed. */
const uncertainMs = 11 * 60_000;
const drainPatienceMs = 600_000;

/** The same numbers for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Below the ports that connections going out are given: while the api is down, one of the many that try to reach it
 * could be given the api's own port, and would then be speaking to itself.
 */
async function quietPort(random: () => number): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(random() * 18_000);
    if (await isFree(port)) return port;
  }
}

async function kill({ process: child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error(`A program ended by itself, with ${child.exitCode ?? child.signalCode}`);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Both sides' bureaux and measures, and everybody's address. */
async function people(builder: Builder) {
  const world = await buildTwoSides(builder);
  const measures: string[] = [];
  const bureaux = [];
  for (const name of ['left', 'right'] as const) {
    for (let count = 0; count < 3; count += 1) {
      const bureau = await builder.organisation({ partyId: world[name].party.id });
      const language = (['zh-Hant-HK', 'zh-Hans-CN', 'en'] as const)[count]!;
      const { email } = await builder.person(bureau, ['officer'], { language });
      bureaux.push({ name, bureau, email, measures: [] as string[] });
    }
  }
  for (let count = 0; count < 36; count += 1) {
    const dueOn = count % 3 === 0 ? '2026-11-24' : null;
    const measure = await builder.measure(world.meeting, { dueOn, dueKind: dueOn ? 'target' : 'none' });
    measures.push(measure.id);
    for (const each of bureaux) {
      if (bureaux.filter(({ name }) => name === each.name).indexOf(each) !== count % 3) continue;
      await builder.assignment(measure, each.bureau);
      each.measures.push(measure.id);
    }
  }
  const coordinators = [];
  for (const name of ['left', 'right'] as const) {
    for (let count = 0; count < 2; count += 1)
      coordinators.push({
        name,
        email: (await builder.person(world[name].custodian, ['coordinator'])).email,
      });
  }
  return { meetingId: world.meeting.id, measures, bureaux, coordinators };
}

/**
 * Real programs under load, ended with kill -9 at random moments and started again.
 * @returns the breaches: none, if nothing is lost and nothing happened twice
 */
export async function soak({
  database,
  redisUrl,
  kills,
  seed,
  pauseMs,
  hurry,
  say,
}: Soak): Promise<string[]> {
  const random = numbers(seed);
  const home = mkdtempSync(join(tmpdir(), 'luoshi-soak-'));
  const builder = await Builder.open(database);
  const post = await openPostOffice(random);
  const queue = openQueue({ redisUrl, databaseUrl: database.appUrl }, () => undefined);
  const heard = new Acknowledged();
  heard.submitted['left'] = new Set();
  heard.submitted['right'] = new Set();
  const { meetingId, measures, bureaux, coordinators } = await people(builder);

  const port = await quietPort(random);
  const url = `http://127.0.0.1:${port}`;
  const began = Date.now();
  let ahead = 0;
  const start = (name: 'api' | 'worker') =>
    startProgram(name, {
      ...{ DATABASE_URL: database.appUrl, REDIS_URL: redisUrl ?? '', SMTP_URL: post.url, LUOSHI_HOME: home },
      ...{ PORT: String(port), LOG_LEVEL: 'silent', NODE_ENV: 'production' },
      // Their clock goes on across their ends.
      CLOCK: new Date(monday + Date.now() - began + ahead).toISOString().replace(/\.\d+/, ''),
    });
  const programs = { api: start('api'), worker: start('worker') };

  const end = new AbortController();
  const load: Load = { url, random, heard, ending: end.signal };
  let sweeps = 0;
  const sweep = (name: string) =>
    queue.add([{ name, payload: {}, id: `${name}-soak-${seed}-${(sweeps += 1)}` }]).catch(() => undefined);
  try {
    await answering(`${url}/readyz`);
    const clients = [
      ...bureaux.map((each) => new Officer(load, each.email, each.name, each.measures)),
      ...coordinators.map((each) => new Coordinator(load, each.email, each.name, meetingId, measures)),
    ].map((client) => client.run());
    const sweeping = setInterval(() => void sweep('sweep-reminders'), 2_000);

    for (let count = 1; count <= kills; count += 1) {
      await sleep(300 + random() * pauseMs);
      const chance = random();
      const victims = (['api', 'worker'] as const).filter((name) =>
        chance < 0.4 ? name === 'worker' : chance < 0.8 ? name === 'api' : true,
      );
      await Promise.all(victims.map((name) => kill(programs[name])));
      await sleep(random() * 300);
      for (const name of victims) programs[name] = start(name);
      if (victims.includes('api')) await answering(`${url}/healthz`);
      say(`kill ${count} of ${kills}: ${victims.join(' and ')}, ${heard.writes} writes acknowledged`);
    }
    await sleep(1_000);
    clearInterval(sweeping);
    end.abort();
    await Promise.all(clients);
    say(`${heard.writes} writes acknowledged, ${heard.unanswered} requests without an answer`);

    // Time passes: what a killed worker held in its hands is known to be uncertain from now on.
    ahead = uncertainMs;
    await Promise.all([kill(programs.api), kill(programs.worker)]);
    programs.api = start('api');
    programs.worker = start('worker');
    await answering(`${url}/readyz`);
    await drain(builder, hurry, sweep);
    const found = await breaches({ source: builder.source, heard, post, home });
    await summarise(builder, post, say);
    return found;
  } finally {
    end.abort();
    await Promise.all([programs.api.stop(), programs.worker.stop()]);
    await queue.close();
    await post.close();
    await builder.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Waits until everything that was asked for is done, or has had its time. */
async function drain(builder: Builder, hurry: boolean, sweep: (name: string) => unknown): Promise<void> {
  const open = `select (select count(*) from pending_job) + (select count(*) from reminder where state = 'queued')
    + (select count(*) from mail where state in ('queued', 'sending'))
    + (select count(*) from report where state in ('queued', 'building')) as count`;
  const deadline = Date.now() + drainPatienceMs;
  for (let calm = 0; calm < 3 && Date.now() < deadline; await sleep(1_000)) {
    if (hurry) {
      await builder.source.query('update pending_job set look_again_at = now()');
      sweep('sweep-pending-jobs');
    }
    sweep('sweep-mails');
    sweep('sweep-reminders');
    const [{ count }] = await builder.source.query<[{ count: string }]>(open);
    calm = Number(count) === 0 ? calm + 1 : 0;
  }
}

async function summarise(
  builder: Builder,
  post: { taken: Map<string, number>; turnedDown: () => number },
  say: (line: string) => void,
): Promise<void> {
  const count = async (sql: string) =>
    Number((await builder.source.query<[{ count: string }]>(`select count(*) from ${sql}`))[0].count);
  say(
    `${await count('"update"')} updates, ${await count('cleared_update')} of them cleared; ` +
      `${await count('activity')} activities in ${await count('ledger')} chains; ` +
      `${await count('due_date_change')} changes of date; ${await count('report')} reports`,
  );
  say(
    `${await count('reminder')} reminders, ${await count(`reminder where state = 'skipped'`)} of them skipped; ` +
      `${await count('mail')} mails, ${post.taken.size} arrived, ${post.turnedDown()} times turned down for now, ` +
      `${await count(`mail where state = 'failed'`)} uncertain and not sent again`,
  );
}
