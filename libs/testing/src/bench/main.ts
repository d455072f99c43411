/**
 * `npm run bench`: how long the reads and the one write take that people wait for, on this machine, now, beside a bare
 * server that answers the same bytes from the same queries. Nothing is written into the repository.
 */
import { parseArgs } from 'node:util';

import type { Actor } from '#core/people/actor';

import type { BareInstructions } from './bare-server.js';
import { Waiting } from './clearing.js';
import { Ground } from './ground.js';
import { load, type Target, Timings } from './load.js';
import { readings } from './reading.js';
import { type Scene, scenesOf } from './scenes.js';

const usage = `npm run bench [-- --measures 3000,100000 --seconds 8]

  --measures  how many measures; several sizes one after the other (default 3000,100000)
  --seconds   how long each row is measured on each side (default 8)
  --reading   only how fast texts are parsed and files are read

A quick look: npm run bench -- --measures 3000 --seconds 2`;

const POOL = 10;
/** More than anybody clears in a slice. */
const WAITING = 20_000;

interface Signed {
  cookie: string;
  csrf: string;
}

async function signIn(address: string, email: string, password: string): Promise<Signed> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { cookie: response.headers.getSetCookie()[0]!.split(';')[0]!, csrf: csrfToken };
}

/** Both sides in turn, twice, so that what else the machine does falls on both. */
async function measure(api: Target, bare: Target, seconds: number): Promise<[Timings, Timings]> {
  const timings: [Timings, Timings] = [new Timings(), new Timings()];
  for (const target of [api, bare]) await load(target, Math.max(1, Math.round(seconds / 4)));
  for (let round = 0; round < 2; round += 1) {
    await load(api, seconds / 2, timings[0]);
    await load(bare, seconds / 2, timings[1]);
  }
  return timings;
}

const columns = ['', 'p50 ms', 'p99 ms', 'req/s', 'bare p50', 'bare p99', 'bare req/s', 'ratio', 'bytes'];
const widths = [28, 9, 9, 9, 9, 9, 11, 7, 9];
const row = (cells: string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('');

function show(name: string, [api, bare]: [Timings, Timings], bytes: number): void {
  const figures = [api, bare].flatMap((timings) => [
    timings.percentile(0.5).toFixed(1),
    timings.percentile(0.99).toFixed(1),
    timings.perSecond.toFixed(0),
  ]);
  console.log(row([name, ...figures, (api.perSecond / bare.perSecond).toFixed(2), String(bytes)]));
}

/** The bytes that both answer, or a complaint: a comparison of different answers would say nothing. */
async function sameBytes(api: Target, bare: Target): Promise<number> {
  const bytesOf = async ({ url, headers }: Target) => (await fetch(url, { headers })).text();
  const [mine, its] = [await bytesOf(api), await bytesOf(bare)];
  if (mine !== its) throw new Error(`${api.url}: the two answers differ`);
  return Buffer.byteLength(mine);
}

async function size(ground: Ground, measures: number, seconds: number): Promise<void> {
  const [database, copy] = [`bench_${measures}`, `bench_${measures}_bare`];
  const filled = await ground.fill(database, measures);
  const account = (role: Scene['role']) => filled.signIns.find((each) => each.role === role)!;
  await ground.copyFor('bench-east', database, copy);
  const emails = { coordinator: account('coordinator').email, officer: account('officer').email };
  const { scenes, actors, clearAnswer } = await scenesOf(ground, database, emails);
  const address = await ground.startPrograms(database);
  const { password } = account('coordinator');
  const signed = {
    coordinator: await signIn(address, emails.coordinator, password),
    officer: await signIn(address, emails.officer, password),
  };
  const { coordinator } = actors;
  const settingsOf = ({ personId, organisationId, partyId }: Actor) => ({
    'luoshi.person': personId,
    'luoshi.organisation': organisationId,
    'luoshi.party': partyId,
    'luoshi.side': partyId,
    'luoshi.kind': 'person',
  });
  const instructions: BareInstructions = {
    databaseUrl: ground.postgres.superUrl(copy),
    poolSize: POOL,
    settings: settingsOf(coordinator),
    reads: Object.fromEntries(scenes.map(({ path, sql, params }) => [path, { sql, params }])),
    clearer: coordinator,
    clearAnswer,
  };
  const bare = await ground.startBare(instructions);

  console.log(`\n${measures} measures (filled in ${filled.seconds} s)\n${row(columns)}`);
  for (const { name, path, role } of scenes) {
    const headers = { cookie: signed[role].cookie };
    const targets: [Target, Target] = [
      { url: address + path, headers },
      { url: bare + path, headers },
    ];
    const bytes = await sameBytes(...targets);
    show(name, await measure(...targets, seconds), bytes);
  }
  await clearing(
    ground,
    { database, copy, address, bare, seconds, partyId: coordinator.partyId },
    signed.coordinator,
  );
  await ground.stopPrograms();
}

interface Clearing {
  database: string;
  copy: string;
  address: string;
  bare: string;
  seconds: number;
  partyId: string;
}

async function clearing(ground: Ground, at: Clearing, { cookie, csrf }: Signed): Promise<void> {
  const waiting = new Waiting(ground, { api: at.database, bare: at.copy }, at.partyId);
  const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json', 'if-match': '"2"' };
  const target = (side: 'api' | 'bare', url: string): Target => ({
    url,
    headers,
    next: () => {
      const id = waiting.take(side);
      return id ? { path: `/api/updates/${id}/clear`, headers } : undefined;
    },
  });
  const targets = [target('api', at.address), target('bare', at.bare)] as const;
  const timings: [Timings, Timings] = [new Timings(), new Timings()];
  await waiting.prepare(WAITING);
  const bytes = await sameClearing(targets);
  for (let round = 0; round < 3; round += 1) {
    await waiting.prepare(WAITING);
    for (const [side, each] of targets.entries())
      // The first round warms both up.
      await load(each, Math.max(1, at.seconds / 2), round === 0 ? undefined : timings[side]);
  }
  show('clear an update', timings, bytes);
}

/** One and the same update, cleared on either side. */
async function sameClearing(targets: readonly [Target, Target]): Promise<number> {
  const answers = await Promise.all(
    targets.map(async ({ url, headers, next }) => {
      const response = await fetch(url + next!()!.path, { method: 'POST', headers, body: '{"disclose":[]}' });
      return response.text();
    }),
  );
  if (answers[0] !== answers[1]) throw new Error('The two answers to a clearing differ');
  return Buffer.byteLength(answers[0]!);
}

const { values } = parseArgs({
  options: {
    measures: { type: 'string', default: '3000,100000' },
    seconds: { type: 'string', default: '8' },
    reading: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(usage);
} else {
  const sizes = values.measures.split(',').map(Number);
  const seconds = Number(values.seconds);
  if (![...sizes, seconds].every((value) => Number.isInteger(value) && value > 0)) throw new Error(usage);
  await readings(seconds);
  if (values.reading) process.exit(0);
  const ground = await Ground.start();
  const stop = () => void ground.stop().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for (const measures of sizes) await size(ground, measures, seconds);
  } finally {
    await ground.stop();
  }
}
