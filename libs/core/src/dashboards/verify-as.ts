import { runtimeOptions } from '#core/database';
import { type Actor, actorOf } from '#core/people/actor';
import { Person } from '#core/people/person.entity';
import { Db, SYSTEM } from '#platform/db';
import { DataSource } from 'typeorm';
import { LedgersReads, type Verification } from './ledgers.reads.js';

export interface Verified extends Verification {
  /** Whose eyes it was seen with. */
  as: string;
  mechanism: { id: string; name: { en: string } };
  /** The code of the side whose own ledger it is; null for a joint one. */
  party: string | null;
}

interface Listed {
  id: string;
  mechanism: Verified['mechanism'];
  party: { code: string } | null;
}

/** Nobody may sign in with this address. */
export class NobodyThere extends Error {
  constructor(readonly email: string) {
    super(`Nobody signs in as ${email}.`);
  }
}

async function reader(db: Db, email: string): Promise<Actor> {
  const person = await db.withActor(SYSTEM, (tx) =>
    tx.manager.findOneBy(Person, { email: email.trim().toLowerCase() }),
  );
  if (!person || person.disabledAt) throw new NobodyThere(email);
  return actorOf(person);
}

/**
 * Verifies whole ledgers, of any length, with the eyes of these people and under their policies: a program that read
 * every side's rows because it is a program would be the hole that row-level security is there to close.
 */
export async function* verifyAs(
  databaseUrl: string,
  { people, mechanism }: { people: string[]; mechanism?: string | undefined },
): AsyncGenerator<Verified> {
  const source = await new DataSource(runtimeOptions(databaseUrl, 1)).initialize();
  try {
    const db = new Db(
      source,
      () => new Date(),
      () => undefined,
    );
    const ledgers = new LedgersReads(db);
    const readers: { as: string; actor: Actor }[] = [];
    for (const as of people) readers.push({ as, actor: await reader(db, as) });
    for (const { as, actor } of readers) {
      const { items } = JSON.parse(await ledgers.list(actor, mechanism)) as { items: Listed[] };
      for (const { id, mechanism: of, party } of items)
        yield { as, mechanism: of, party: party?.code ?? null, ...(await ledgers.verify(actor, id)) };
    }
  } finally {
    await source.destroy();
  }
}
