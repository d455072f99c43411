import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { attempts, once } from './once.js';
import type { Pool, PoolClient } from 'pg';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';

/**
 * Who asks. Row-level security reads these five values and nothing else; without an actor no row is visible.
 * `side` is the party whose private work this person reads: null for observers and pure administrators.
 */
export interface Identity {
  personId: string;
  organisationId: string;
  partyId: string;
  side: string | null;
  administers: boolean;
}

/** The programs themselves: sign-in, sweeps, deliveries. Policies of their own say which few tables this reaches. */
export const SYSTEM = Symbol('system');

export type DbActor = Identity | typeof SYSTEM;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

const setActor = {
  name: 'actor',
  text: `select set_config('luoshi.person', $1, true), set_config('luoshi.organisation', $2, true),
    set_config('luoshi.party', $3, true), set_config('luoshi.side', $4, true), set_config('luoshi.kind', $5, true)`,
};

function settings(actor: DbActor): string[] {
  if (actor === SYSTEM) return ['', '', '', '', 'system'];
  const ids = [actor.personId, actor.organisationId, actor.partyId, actor.side ?? ''];
  if (!ids.every((id, at) => uuid.test(id) || (at === 3 && id === '')))
    throw new Error('An actor without identity');
  return [...ids, actor.administers ? 'administrator' : 'person'];
}

/** Tells a transaction that somebody else opened who asks from here on; for what writes as many people in one transaction. */
export async function identify(runner: QueryRunner, actor: DbActor): Promise<void> {
  await runner.query(setActor.text, settings(actor));
}

/** Names a statement by its text, so that PostgreSQL plans it once a connection. */
const statementNames = new Map<string, string>();

function statementName(sql: string): string {
  let name = statementNames.get(sql);
  if (!name) {
    name = createHash('sha256').update(sql).digest('base64url').slice(0, 24);
    statementNames.set(sql, name);
  }
  return name;
}

/** What TypeORM writes anew for every number of rows is long, and would fill the connections' memory. */
const preparedLength = 3_000;
const preparedMost = 1_000;
const preparing = new WeakSet<PoolClient>();

/**
 * TypeORM sends every statement to be planned anew, and planning under row-level security takes longer than most
 * statements do: a fifth of the database's time for clearing an update. Short statements with parameters are named.
 */
function prepareStatements(client: PoolClient): void {
  if (preparing.has(client)) return;
  preparing.add(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]) =>
    typeof text === 'string' &&
    Array.isArray(values) &&
    values.length > 0 &&
    text.length <= preparedLength &&
    (statementNames.has(text) || statementNames.size < preparedMost)
      ? query({ name: statementName(text), text, values }, undefined, ...rest)
      : query(text, values, ...rest);
  client.query = named as PoolClient['query'];
}

/** One visible transaction of one actor. `manager` is TypeORM's own. */
export class Tx {
  private readonly hooks: (() => Promise<void> | void)[] = [];

  constructor(
    private readonly runner: QueryRunner,
    /** One instant for all that the transaction writes. */
    readonly at: Date,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** The rows of a statement; of an update or delete, what it returns. */
  async query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.runner.query(sql, params, true)).records as Row[];
  }

  /** Loads a row and locks it, so that a concurrent edit can't overwrite our state; null where it is not visible. */
  lock<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, id: string): Promise<Entity | null> {
    return this.manager
      .createQueryBuilder(entity, 'row')
      .setLock('pessimistic_write')
      .where('row.id = :id', { id })
      .getOne();
  }

  /** Runs when, and only when, the transaction is committed. A failure there is logged: a sweep makes it good. */
  afterCommit(hook: () => Promise<void> | void): void {
    this.hooks.push(hook);
  }

  async runHooks(failed: (error: unknown) => void): Promise<void> {
    for (const hook of this.hooks) {
      try {
        await hook();
      } catch (error) {
        failed(error);
      }
    }
  }
}

const ignore = (): void => undefined;

/** PostgreSQL answers a commit with a rollback, and no error, where a statement failed whose error somebody swallowed. */
async function commit(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  const { command } = await client.query('commit');
  if (command !== 'COMMIT')
    throw new Error('A statement of the transaction failed and its error was swallowed');
}

/** PostgreSQL ended a transaction for another's sake: of two that wait for each other one has to go. It may try again. */
const overtaken = ['40P01', '40001'];
const triesMost = 6;
/** Before a second try; each further one may wait twice as long. */
const pauseMs = 20;

/** The two ways to the database, and there is no third: `withActor` for writes, `read` for screens. */
export class Db {
  private readonly pool: Pool;

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => Date,
    private readonly hookFailed: (error: unknown) => void,
  ) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
    this.pool.on('acquire', prepareStatements);
  }

  /**
   * One transaction as this actor: committed when `work` returns, rolled back when it throws. Under a request that
   * came before with the same key it is not done again (`once.ts`). A transaction that lost to another (a deadlock) is
   * begun anew, a few times: `work` does nothing outside it that a second time would not leave as it is, and keeps
   * nothing from the first; what is to happen once, like handing something to a queue, waits in `afterCommit`.
   */
  async withActor<T>(actor: DbActor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const values = settings(actor);
    const attempt = actor === SYSTEM ? undefined : attempts.getStore();
    const step = attempt ? attempt.steps++ : 0;
    const whole = (tx: Tx) => (attempt ? once(tx, attempt, step, work) : work(tx));
    for (let tries = 1; ; tries += 1) {
      let done: { tx: Tx; result: T };
      try {
        done = await this.transact(values, whole);
      } catch (error) {
        if (tries === triesMost || !overtaken.includes((error as { code?: string }).code ?? '')) throw error;
        // Not both at the same moment again.
        await setTimeout(Math.random() * pauseMs * 2 ** tries);
        continue;
      }
      // The connection is back in the pool: a queue that answers slowly keeps none from others.
      await done.tx.runHooks(this.hookFailed);
      return done.result;
    }
  }

  private async transact<T>(values: string[], work: (tx: Tx) => Promise<T>): Promise<{ tx: Tx; result: T }> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new Tx(runner, this.now());
    try {
      await runner.startTransaction();
      try {
        await runner.query(setActor.text, values);
        const result = await work(tx);
        await commit(runner);
        return { tx, result };
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  /**
   * One query as this actor, read only: begin, identity, query and commit go out together and cost one round trip.
   * The connection goes back when its commit is answered; one whose transaction failed is thrown away.
   */
  async read<Row extends object>(actor: DbActor, sql: string, params: unknown[] = []): Promise<Row[]> {
    const values = settings(actor);
    const client = await this.pool.connect();
    // Without a listener a connection that breaks while we hold it would end the process; its queries say so instead.
    client.on('error', ignore);
    const begun = client.query('begin read only');
    const identified = client.query({ ...setActor, values });
    const result = client.query<Row>({ name: statementName(sql), text: sql, values: params });
    const committed = client.query('commit');
    void this.giveBack(client, [begun, identified, result, committed]);
    return (await result).rows;
  }

  private async giveBack(client: PoolClient, queries: Promise<unknown>[]): Promise<void> {
    const outcomes = await Promise.allSettled(queries);
    const broken = outcomes.some(({ status }, at) => status === 'rejected' && at !== 2);
    client.off('error', ignore);
    client.release(broken);
  }

  /** The first row, or null. */
  async readOne<Row extends object>(
    actor: DbActor,
    sql: string,
    params: unknown[] = [],
  ): Promise<Row | null> {
    return (await this.read<Row>(actor, sql, params))[0] ?? null;
  }
}
