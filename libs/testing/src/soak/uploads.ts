import { CoreModule } from '#core/core.module';
import { FilesService } from '#core/files/files.service';
import { UploadsService } from '#core/evidence/uploads.service';
import { STORAGE } from '#core/storage';
import { freePort } from '#platform/ports';
import type { Storage } from '#platform/storage';
import { NestFactory } from '@nestjs/core';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Browser } from '../api.js';
import { Builder, buildTwoSides } from '../build.js';
import { Clamd } from '../clamd.js';
import { configFor } from '../core.js';
import type { TestDatabase } from '../database.js';
import { answering, type Program, startProgram } from '../programs.js';
import { announce, type EvidenceSeen, offsetOf, uploadOf } from '../tus.js';

export interface Uploading {
  database: TestDatabase;
  /** Bytes of the large file, and how often its line is cut. */
  large: number;
  cuts: number;
  /** Files that come up at once, and how long each is. */
  parallel: number;
  each: number;
  /** How often a program, or clamd where it is to be scanned, is killed. */
  kills: number;
  scanned: boolean;
  say: (line: string) => void;
}

const block = Buffer.from(
  Array.from({ length: 10_000 }, (_, at) => `${at} 佐證材料的內容，一行一行。\n`).join(''),
);
/** The bytes of a text of which no two are alike, from an offset. */
function* content(name: string, bytes: number, from = 0): Generator<Buffer> {
  const head = Buffer.from(`${name}\n`);
  for (let at = from; at < bytes;) {
    const source = at < head.length ? head.subarray(at) : block.subarray((at - head.length) % block.length);
    const piece = source.subarray(0, Math.min(source.length, bytes - at));
    yield piece;
    at += piece.length;
  }
}
function hashOf(name: string, bytes: number): string {
  const hash = createHash('sha256');
  for (const piece of content(name, bytes)) hash.update(piece);
  return hash.digest('hex');
}

const resident = ({ process: { pid } }: Program): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Everything of which the soak is made: the built programs, a measure, and its officer. */
class Ground {
  readonly home = mkdtempSync(join(tmpdir(), 'luoshi-soak-uploads-'));
  readonly breaches: string[] = [];
  environment: Record<string, string> = {};
  url = '';
  by!: Browser;
  builder!: Builder;
  /** Several, for no measure holds more than two hundred. */
  private readonly places: string[] = [];
  private announced = 0;
  programs!: { api: Program; worker: Program };
  clamd: Clamd | null = null;

  async open({ database, scanned }: Uploading): Promise<void> {
    this.builder = await Builder.open(database);
    const world = await buildTwoSides(this.builder);
    for (let count = 0; count < 10; count += 1)
      this.places.push(`/api/measures/${(await this.builder.measure(world.meeting)).id}`);
    if (scanned) {
      this.clamd = new Clamd(2_000);
      await this.clamd.start();
    }
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.environment = {
      ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, LUOSHI_HOME: this.home },
      ...{ PORT: String(port), LOG_LEVEL: 'silent', ...(this.clamd && { CLAMD_URL: this.clamd.url }) },
    };
    this.programs = {
      api: startProgram('api', this.environment),
      worker: startProgram('worker', this.environment),
    };
    await answering(`${this.url}/readyz`);
    const [{ email }] = await this.builder.source.query<[{ email: string }]>(
      'select email from person where id = $1',
      [world.left.coordinator.personId],
    );
    this.by = new Browser(this.url);
    await this.by.signIn(email);
  }

  async close(): Promise<void> {
    await this.programs.api.stop();
    await this.programs.worker.stop();
    await this.clamd?.remove();
    await this.builder.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Sends from where the server is until all, or so many bytes, are sent; then the line is cut. Whatever fails, fails. */
  private async patch(id: string, name: string, bytes: number, most: number): Promise<void> {
    const from = Number((await offsetOf(this.by, id)).headers.get('upload-offset') ?? Number.NaN);
    if (Number.isNaN(from) || from >= bytes) return;
    await new Promise<void>((resolve) => {
      const sending = request(`${this.url}/api/uploads/${id}`, {
        method: 'PATCH',
        headers: {
          ...{ 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' },
          ...{ 'upload-offset': from, 'content-length': bytes - from },
          ...{ cookie: this.by.cookie, 'x-csrf-token': this.by.csrfToken },
        },
      });
      sending.on('error', () => resolve());
      sending.on('response', (answer) => answer.resume().on('end', resolve).on('error', resolve));
      void (async () => {
        let sent = 0;
        for (const piece of content(name, bytes, from)) {
          if (sending.destroyed) return;
          if (sent >= most) return sending.destroy();
          if (!sending.write(piece))
            await Promise.race([new Promise((go) => sending.once('drain', go)), sleep(500)]);
          sent += piece.length;
        }
        sending.end();
      })();
    });
  }

  place(): string {
    return this.places[(this.announced += 1) % this.places.length]!;
  }

  /** Announces a file and sends it, as often as it takes. @returns its revision */
  async upload(name: string, bytes: number, cuts: number): Promise<string> {
    const place = this.place();
    let id = '';
    while (id === '') {
      const answer = await announce(this.by, place, name, bytes).catch(() => null);
      if (answer?.status === 201) id = uploadOf(answer);
      else await sleep(200);
    }
    for (let turn = 0; ; turn += 1) {
      const most = turn < cuts ? Math.ceil((bytes / (cuts + 1)) * (0.5 + Math.random())) : Infinity;
      await this.patch(id, name, bytes, most).catch(() => undefined);
      const offset = await offsetOf(this.by, id).catch(() => null);
      if (Number(offset?.headers.get('upload-offset')) === bytes) return id;
      await sleep(100);
    }
  }

  async settled(id: string, patienceMs: number): Promise<EvidenceSeen['revisions'][0] | undefined> {
    const [{ evidence }] = await this.builder.source.query<[{ evidence: string }]>(
      'select evidence_id as evidence from evidence_revision where id = $1',
      [id],
    );
    for (const since = Date.now(); Date.now() - since < patienceMs; await sleep(300)) {
      const answer = await this.by.get(`/api/evidence/${evidence}`).catch(() => null);
      const [revision] = answer?.status === 200 ? (JSON.parse(answer.text) as EvidenceSeen).revisions : [];
      if (revision && !['uploading', 'scanning'].includes(revision.state)) return revision;
    }
    return undefined;
  }

  async demandWhole(id: string, name: string, bytes: number): Promise<void> {
    const found = await this.settled(id, 300_000);
    if (found?.state !== 'available' || found.sha256 !== hashOf(name, bytes))
      this.breaches.push(
        `${name} is ${found?.state ?? 'not there in time'}, ${found?.reason ?? found?.sha256}`,
      );
  }
}

const quantile = (all: number[], part: number) =>
  Math.round(all.toSorted((a, b) => a - b)[Math.floor(all.length * part)] ?? 0);

async function listing(ground: Ground, ending: AbortSignal): Promise<number[]> {
  const took: number[] = [];
  while (!ending.aborted) {
    const began = performance.now();
    await ground.by.get('/api/measures?limit=50');
    took.push(performance.now() - began);
  }
  return took;
}

/** @returns what is wrong; empty where every file is whole, and the programs stayed small */
export async function uploads(options: Uploading): Promise<string[]> {
  const { large, cuts, parallel, each, kills, say } = options;
  const ground = new Ground();
  await ground.open(options);
  try {
    const peaks = { api: 0, worker: 0 };
    const watching = setInterval(() => {
      for (const name of ['api', 'worker'] as const)
        peaks[name] = Math.max(peaks[name], resident(ground.programs[name]));
    }, 200);
    const began = Date.now();
    const id = await ground.upload('large.txt', large, cuts);
    await ground.demandWhole(id, 'large.txt', large);
    clearInterval(watching);
    say(
      `${Math.round(large / 1e6)} MB with ${cuts} cuts in ${Math.round((Date.now() - began) / 1000)} s; ` +
        `api ${Math.round(peaks.api)} MB, worker ${Math.round(peaks.worker)} MB at most`,
    );
    for (const [name, peak] of Object.entries(peaks))
      if (peak > 300) ground.breaches.push(`${name} had ${Math.round(peak)} MB`);

    const quiet = await listing(ground, AbortSignal.timeout(3_000));
    const end = new AbortController();
    const busy = listing(ground, end.signal);
    const names = Array.from({ length: parallel }, (_, at) => `parallel-${at}.txt`);
    const ids = await Promise.all(names.map((name) => ground.upload(name, each, 0)));
    end.abort();
    const took = await busy;
    say(
      `a list while ${parallel} files of ${Math.round(each / 1e6)} MB come up: p50 ${quantile(took, 0.5)} ms, ` +
        `p99 ${quantile(took, 0.99)} ms; without: p50 ${quantile(quiet, 0.5)} ms, p99 ${quantile(quiet, 0.99)} ms`,
    );
    for (const [at, name] of names.entries()) await ground.demandWhole(ids[at]!, name, each);
    await killing(ground, kills, options);
    return ground.breaches;
  } finally {
    await ground.close();
  }
}

/** Files come up without end while the programs are killed; at last each is whole, and nothing else is there. */
async function killing(ground: Ground, kills: number, { database, say }: Uploading): Promise<void> {
  const end = new AbortController();
  const sent: { id: string; name: string; bytes: number }[] = [];
  const clients = [0, 1, 2].map(async (client) => {
    for (let count = 0; !end.signal.aborted; count += 1) {
      const name = `kill-${client}-${count}.txt`;
      const bytes = 100_000 + Math.floor(Math.random() * 5_000_000);
      sent.push({ id: await ground.upload(name, bytes, 0), name, bytes });
    }
  });
  const victims = ground.clamd ? (['api', 'worker', 'clamd'] as const) : (['api', 'worker'] as const);
  for (let count = 0; count < kills; count += 1) {
    await sleep(Math.random() * 1_500);
    const victim = victims[Math.floor(Math.random() * victims.length)]!;
    if (victim === 'clamd') {
      await ground.clamd?.kill();
      await ground.clamd?.start();
      continue;
    }
    ground.programs[victim].process.kill('SIGKILL');
    ground.programs[victim] = startProgram(victim, ground.environment);
    if (victim === 'api') await answering(`${ground.url}/readyz`);
  }
  end.abort();
  await Promise.all(clients);
  await announce(ground.by, ground.place(), 'never-sent.txt', 1_000);
  for (const { id, name, bytes } of sent) await ground.demandWhole(id, name, bytes);

  await ground.programs.worker.stop();
  // Nothing waits for its day: what no row names is taken for old, and so is what was announced and never sent. Whoever did
  // so may have had no answer, from a program that died.
  await ground.builder.source.query(
    `update evidence_revision set uploaded_at = uploaded_at - interval '1 year' where state = 'uploading'`,
  );
  const folder = join(ground.home, 'files');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), new Date(0), new Date(0));
  const config = configFor(database, ground.home, { CLAMD_URL: ground.environment['CLAMD_URL'] ?? '' });
  const core = await NestFactory.createApplicationContext(CoreModule.with(config), { logger: false });
  await core.get(UploadsService).sweep();
  await core.get<Storage>(STORAGE).sweepTemporary(new Date());
  const { files, removed, differences } = await core.get(FilesService).compare('');
  const again = await core.get(FilesService).compare('');
  await core.close();
  for (const { key, what } of differences) ground.breaches.push(`${key} is ${what}`);
  const lying = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  if (again.removed > 0 || lying.length !== again.files)
    ground.breaches.push(`${lying.length} files lie there, ${again.files} of them have a row`);
  say(`${kills} kills: ${sent.length} files, each whole; ${files} compared, ${removed} strays removed`);
}
