import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#platform/ports';
import { type Answer, Browser, type Question } from '../api.js';
import { Builder, buildTwoSides } from '../build.js';
import type { TestDatabase } from '../database.js';
import { answering, startProgram } from '../programs.js';
import { brokenChains } from './verdict.js';

export interface Editing {
  database: TestDatabase;
  editors: number;
  measures: number;
  seconds: number;
  say: (line: string) => void;
}

/** What every editor adds to, and what came of it. */
interface Tally {
  ending: AbortSignal;
  milliseconds: { reads: number[]; writes: number[] };
  conflicts: number;
  /** Words that the api said it has saved. */
  saved: Set<string>;
  /** Acknowledged changes of an assignment, by measure and side: its version counts them. */
  assigned: Map<string, number>;
  surprises: string[];
}

interface Update {
  id: string;
  state: string;
  version: number;
  text: string;
}

/** Somebody on a measure that others of the same office have open at the same time. */
class Editor {
  private readonly browser: Browser;

  constructor(
    url: string,
    protected readonly tally: Tally,
    private readonly email: string,
    private readonly name: string,
  ) {
    this.browser = new Browser(url);
  }

  async run(act: (editor: this) => Promise<void>): Promise<void> {
    const { status } = await this.browser.signIn(this.email);
    if (status !== 200) this.tally.surprises.push(`${this.email} could not sign in: ${status}`);
    while (!this.tally.ending.aborted) {
      await act(this);
      await sleep(Math.random() * 200);
    }
  }

  /** An answer that was to be expected where others write as well: done, or somebody was first. */
  async ask(method: string, path: string, question: Question = {}): Promise<Answer> {
    const began = performance.now();
    const answer = await this.browser.ask(method, path, question);
    this.tally.milliseconds[method === 'GET' ? 'reads' : 'writes'].push(performance.now() - began);
    if (answer.status === 412 || answer.status === 409) this.tally.conflicts += 1;
    else if (answer.status >= 300)
      this.tally.surprises.push(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  }

  private count = 0;

  /** Adds words to the office's draft, beginning it if need be; reads it again whenever somebody else was first. */
  async add(measureId: string, known: Map<string, string>): Promise<void> {
    const words = `〔${this.name}.${(this.count += 1)}〕`;
    for (let attempt = 0; attempt < 20 && !this.tally.ending.aborted; attempt += 1) {
      const id = known.get(measureId);
      if (!id) {
        const body = { text: words, status: 'on_target', nextStep: null };
        const begun = await this.ask('POST', `/api/measures/${measureId}/updates`, { body });
        const told = JSON.parse(begun.text) as Update & { params?: { id?: string } };
        if (begun.status === 201) {
          known.set(measureId, told.id);
          this.tally.saved.add(words);
          return;
        }
        if (told.params?.id) known.set(measureId, told.params.id);
        continue;
      }
      const { text, state, version } = JSON.parse(
        (await this.ask('GET', `/api/updates/${id}`)).text,
      ) as Update;
      if (state !== 'draft' && state !== 'returned') {
        if (state !== 'submitted') known.delete(measureId);
        return;
      }
      if (text.length > 2_000) {
        await this.ask('POST', `/api/updates/${id}/submit`, { version });
        return;
      }
      const answer = await this.ask('PATCH', `/api/updates/${id}`, { version, body: { text: text + words } });
      if (answer.status === 200) {
        this.tally.saved.add(words);
        return;
      }
    }
  }

  /** Returns or clears what waits. */
  async decide(known: Map<string, string>): Promise<void> {
    for (const [measureId, id] of known) {
      const { state, version } = JSON.parse((await this.ask('GET', `/api/updates/${id}`)).text) as Update;
      if (state !== 'submitted') continue;
      const clears = Math.random() < 0.7;
      const answer = clears
        ? await this.ask('POST', `/api/updates/${id}/clear`, { version, body: { disclose: [] } })
        : await this.ask('POST', `/api/updates/${id}/return`, { version, body: { reason: '請補充。' } });
      if (clears && answer.status === 200 && known.get(measureId) === id) known.delete(measureId);
      return;
    }
  }

  /** Changes the internal date of the assignment, on the version just read. */
  async redate(measureId: string, side: string): Promise<void> {
    const path = `/api/measures/${measureId}`;
    const measure = JSON.parse((await this.ask('GET', path)).text) as {
      own: { assignment: { leadId?: string; lead: { id: string }; version: number } | null } | null;
    };
    const assignment = measure.own?.assignment;
    if (!assignment) return;
    const internalDueOn = `2027-0${1 + Math.floor(Math.random() * 9)}-15`;
    const body = { leadId: assignment.lead.id, supportingIds: [], officerIds: [], internalDueOn };
    const answer = await this.ask('PUT', `${path}/assignment`, { version: assignment.version, body });
    const key = `${measureId} ${side}`;
    if (answer.status === 200) this.tally.assigned.set(key, (this.tally.assigned.get(key) ?? 0) + 1);
  }
}

/** Two sides with their measures, each led by one bureau a side, and more people in it than a bureau has desks. */
async function populate(builder: Builder, { editors, measures: count }: Editing) {
  const world = await buildTwoSides(builder);
  const measures: string[] = [];
  const sides = [];
  for (let at = 0; at < count; at += 1) measures.push((await builder.measure(world.meeting)).id);
  for (const name of ['left', 'right'] as const) {
    const bureau = await builder.organisation({ partyId: world[name].party.id });
    for (const id of measures) await builder.assignment({ ...world.measure, id }, bureau);
    const officers: string[] = [];
    const coordinators: string[] = [];
    for (let at = 0; at < editors / 2; at += 1) {
      const coordinates = at % 5 === 0;
      const person = coordinates
        ? await builder.person(world[name].custodian, ['coordinator'])
        : await builder.person(bureau, ['officer']);
      (coordinates ? coordinators : officers).push(person.email);
    }
    sides.push({ name, partyId: world[name].party.id, officers, coordinators });
  }
  return { measures, sides };
}

/**
 * Many people at once on few measures, over HTTP on the built api. @returns the breaches: an edit that was acknowledged
 * and is gone, an answer nobody should meet (a deadlock's among them), a broken chain.
 */
export async function edit(editing: Editing): Promise<string[]> {
  const { database, seconds, say } = editing;
  const home = mkdtempSync(join(tmpdir(), 'luoshi-editors-'));
  const builder = await Builder.open(database);
  const { measures, sides } = await populate(builder, editing);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = startProgram('api', {
    ...{ DATABASE_URL: database.appUrl, LUOSHI_HOME: home, PORT: String(port) },
    ...{ LOG_LEVEL: 'silent', NODE_ENV: 'production' },
  });
  const end = new AbortController();
  const tally: Tally = {
    ...{ ending: end.signal, conflicts: 0, surprises: [], saved: new Set(), assigned: new Map() },
    milliseconds: { reads: [], writes: [] },
  };
  const pick = () => measures[Math.floor(Math.random() * measures.length)] ?? '';
  try {
    await answering(`${url}/readyz`);
    const everybody = sides.flatMap(({ name, officers, coordinators }) => {
      const known = new Map<string, string>();
      return [
        ...officers.map((email, at) =>
          new Editor(url, tally, email, `${name}-${at}`).run((editor) => editor.add(pick(), known)),
        ),
        ...coordinators.map((email, at) =>
          new Editor(url, tally, email, `${name}-c${at}`).run((editor) =>
            at % 2 === 0 ? editor.decide(known) : editor.redate(pick(), name),
          ),
        ),
      ];
    });
    await sleep(seconds * 1000);
    end.abort();
    await Promise.all(everybody);
  } finally {
    end.abort();
    await api.stop();
  }
  try {
    const { reads, writes } = tally.milliseconds;
    say(`${tally.saved.size} edits saved, ${tally.conflicts} times somebody else was first`);
    say(`reads: ${reads.length}, p50 ${quantile(reads, 0.5)} ms, p99 ${quantile(reads, 0.99)} ms`);
    say(`writes: ${writes.length}, p50 ${quantile(writes, 0.5)} ms, p99 ${quantile(writes, 0.99)} ms`);
    return [...tally.surprises, ...(await lost(builder, tally))];
  } finally {
    await builder.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const quantile = (all: number[], part: number) =>
  Math.round(all.toSorted((a, b) => a - b)[Math.floor(all.length * part)] ?? 0);

async function lost({ source }: Builder, { saved, assigned }: Tally): Promise<string[]> {
  const [{ words }] = await source.query<[{ words: string }]>(
    `select coalesce(string_agg(text, ''), '') as words from "update"`,
  );
  const gone = [...saved]
    .filter((each) => !words.includes(each))
    .map((each) => `${each} was saved and is gone`);
  const twice = [...saved].filter((each) => words.indexOf(each) !== words.lastIndexOf(each));
  const versions = await source.query<{ key: string; version: number }[]>(
    `select a.measure_id || ' ' || p.code as key, a.version from assignment a join party p on p.id = a.party_id`,
  );
  const miscounted = versions
    .filter(({ key, version }) => version !== 1 + (assigned.get(key) ?? 0))
    .map(
      ({ key, version }) =>
        `the assignment ${key} has version ${version} after ${assigned.get(key) ?? 0} changes`,
    );
  const broken = await source.query<object[]>(brokenChains);
  return [
    ...gone,
    ...twice.map((each) => `${each} was saved twice`),
    ...miscounted,
    ...broken.map((row) => `a chain is broken: ${JSON.stringify(row)}`),
  ];
}
