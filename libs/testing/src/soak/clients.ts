import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, Browser, type Question } from '../api.js';
import type { Acknowledged, Told } from './acknowledged.js';

export interface Load {
  url: string;
  random: () => number;
  heard: Acknowledged;
  /** Aborted when the clients are to finish what they do and end. */
  ending: AbortSignal;
}

interface Update extends Told {
  id: string;
}

const statuses = ['on_target', 'behind', 'ongoing', 'completed', 'suspended'];
/** Agreed due dates for which a reminder's turn is the soak's Monday. */
const dueDates = ['2026-11-24', '2026-11-25', '2026-12-02', '2026-12-03', '2026-12-10', '2026-12-11'];

/** Somebody at a browser, who goes on after every interruption. */
abstract class Client {
  protected readonly browser: Browser;

  constructor(
    protected readonly load: Load,
    private readonly email: string,
  ) {
    this.browser = new Browser(load.url);
  }

  async run(): Promise<void> {
    while ((await this.quietly(() => this.browser.signIn(this.email)))?.status !== 200) await sleep(200);
    while (!this.load.ending.aborted) {
      await this.act();
      await sleep(10 + this.load.random() * 60);
    }
  }

  protected abstract act(): Promise<void>;

  protected pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.load.random() * from.length)]!;
  }

  /** Null when no answer came: whether it was done, nobody knows. */
  private async quietly(ask: () => Promise<Answer>): Promise<Answer | null> {
    try {
      return await ask();
    } catch {
      this.load.heard.unanswered += 1;
      await sleep(100);
      return null;
    }
  }

  /** Reads until there is an answer. */
  protected async read<T>(path: string): Promise<T | null> {
    for (;;) {
      const answer = await this.quietly(() => this.browser.get(path));
      if (answer?.status === 200) return JSON.parse(answer.text) as T;
      if (answer) return this.surprise('GET', path, answer);
    }
  }

  protected async write(method: string, path: string, question: Question = {}): Promise<Answer | null> {
    const answer = await this.quietly(() => this.browser.ask(method, path, question));
    if (answer && answer.status < 300) this.load.heard.writes += 1;
    return answer;
  }

  protected surprise(method: string, path: string, { status, text }: Answer): null {
    this.load.heard.surprises.push(`${method} ${path}: ${status} ${text.slice(0, 200)}`);
    return null;
  }

  protected async readUpdate(id: string): Promise<Update | null> {
    const update = await this.read<Update>(`/api/updates/${id}`);
    if (update) this.load.heard.update(id, update);
    return update;
  }

  /** One step of an update; what came of it is asked when no answer came. */
  protected async step(update: Update, method: string, path: string, body?: object): Promise<Update | null> {
    const { id, version } = update;
    const answer = await this.write(method, path, { version, ...(body && { body }) });
    if (!answer) {
      this.load.heard.silence(id);
      return this.readUpdate(id);
    }
    if (answer.status === 200) {
      const done = JSON.parse(answer.text) as Update;
      this.load.heard.update(id, done);
      return done;
    }
    // Somebody else was first, or what nobody answered was done after all.
    if (answer.status === 412 || answer.status === 409) return this.readUpdate(id);
    return this.surprise(method, path, answer);
  }
}

/** Drafts, rewrites and submits updates on the bureau's measures. */
export class Officer extends Client {
  private readonly open = new Map<string, Update>();
  private count = 0;

  constructor(
    load: Load,
    email: string,
    private readonly side: string,
    private readonly measures: string[],
  ) {
    super(load, email);
  }

  protected async act(): Promise<void> {
    const measureId = this.pick(this.measures);
    let update = this.open.get(measureId) ?? null;
    if (!update) return this.draft(measureId);
    if (update.state === 'submitted') update = await this.readUpdate(update.id);
    if (!update) return;
    const path = `/api/updates/${update.id}`;
    if (update.state === 'draft' || update.state === 'returned') {
      const rewrite = this.load.random() < 0.4;
      update = rewrite
        ? await this.step(update, 'PATCH', path, this.words())
        : await this.step(update, 'POST', `${path}/submit`);
    }
    if (!update) return;
    if (update.state === 'submitted') this.load.heard.submitted[this.side]!.add(update.id);
    if (update.state === 'cleared' || update.state === 'withdrawn') this.open.delete(measureId);
    else this.open.set(measureId, update);
  }

  private words() {
    const text = `進展 ${this.side} ${(this.count += 1)} ${Math.floor(this.load.random() * 1e9)}`;
    return { text, status: this.pick(statuses), nextStep: this.load.random() < 0.5 ? '下一步' : null };
  }

  private async draft(measureId: string): Promise<void> {
    const path = `/api/measures/${measureId}/updates`;
    const answer = await this.write('POST', path, { body: this.words() });
    if (!answer) return; // if it was made, the next attempt is told so
    if (answer.status === 201) {
      const update = JSON.parse(answer.text) as Update;
      this.load.heard.update(update.id, update);
      this.open.set(measureId, update);
    } else if (answer.status === 409) {
      const { params } = JSON.parse(answer.text) as { params: { id: string } };
      const update = params.id ? await this.readUpdate(params.id) : null;
      if (update) this.open.set(measureId, update);
    } else {
      this.surprise('POST', path, answer);
    }
  }
}

interface Change {
  id: string;
  state: string;
  version: number;
  abilities: { agree: boolean };
}

/** Clears and returns updates, agrees dates with the other side, asks for reports. */
export class Coordinator extends Client {
  constructor(
    load: Load,
    email: string,
    private readonly side: string,
    private readonly meetingId: string,
    private readonly measures: string[],
  ) {
    super(load, email);
  }

  protected async act(): Promise<void> {
    const chance = this.load.random();
    if (chance < 0.03) return this.askForReport();
    if (chance < 0.2) return this.settleDate();
    const waiting = this.load.heard.submitted[this.side]!;
    const id = this.pick([...waiting]);
    if (!id) return;
    let update = await this.readUpdate(id);
    if (update?.state === 'submitted') {
      const path = `/api/updates/${id}`;
      update =
        this.load.random() < 0.85
          ? await this.step(update, 'POST', `${path}/clear`, { disclose: [] })
          : await this.step(update, 'POST', `${path}/return`, { reason: '請補充。' });
    }
    if (update?.state !== 'submitted') waiting.delete(id);
  }

  private async askForReport(): Promise<void> {
    const path = `/api/meetings/${this.meetingId}/reports`;
    const body = {
      audience: this.pick(['joint', 'side']),
      language: this.pick(['zh-Hant-HK', 'zh-Hans-CN', 'en']),
    };
    const answer = await this.write('POST', path, { body });
    if (answer?.status === 202) this.load.heard.reports.add((JSON.parse(answer.text) as { id: string }).id);
    else if (answer) this.surprise('POST', path, answer);
  }

  /** Agrees to what the other side proposed, else proposes. */
  private async settleDate(): Promise<void> {
    const measureId = this.pick(this.measures);
    const measure = await this.read<{ dueDateChanges: Change[] }>(`/api/measures/${measureId}`);
    const open = measure?.dueDateChanges.find(({ state }) => state === 'proposed');
    const path = open
      ? `/api/due-date-changes/${open.id}/agree`
      : `/api/measures/${measureId}/due-date-changes`;
    if (open && !open.abilities.agree) return;
    const answer = await this.write('POST', path, {
      ...(open ? { version: open.version } : { body: { dueOn: this.pick(dueDates), reason: '按進度。' } }),
    });
    if (!answer) return;
    if (open && answer.status === 200) this.load.heard.agreed.add(open.id);
    else if (answer.status >= 300 && answer.status !== 409 && answer.status !== 412)
      this.surprise('POST', path, answer);
  }
}
