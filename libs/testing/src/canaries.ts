import type { Actor } from '#core/people/actor';

/** A word that stands in one private text and nowhere else in the world. */
export interface Canary {
  token: string;
  /** Whose it is; null for what is joint from the beginning. */
  partyId: string | null;
  /** Where it may be shared; null for what is never shared (people's names and addresses). */
  mechanismId: string | null;
  /** For names and addresses: who bears it. */
  personId: string | null;
  /** For what one office keeps to itself. */
  officeId: string | null;
  shared: boolean;
}

type Given = Pick<Canary, 'partyId' | 'mechanismId'> & Partial<Pick<Canary, 'personId' | 'officeId'>>;

/** What a reader may read of the joint record, as domain.md has it: asked of no policy of the database. */
export interface Reader {
  name: string;
  email: string;
  actor: Actor;
  /** Mechanisms that this person's side takes part in, or this person's office observes. */
  reads: ReadonlySet<string>;
  /** Mechanisms that this person's side takes part in. */
  acts: ReadonlySet<string>;
  /** The governments of those mechanisms, and the person's own. */
  knows: ReadonlySet<string>;
}

const pattern = /zqx[0-9a-z]{5}xqz|210\d-\d\d-\d\d/g;

/** Keeps of every private text whose it is and whether it was shared; nothing else decides what is a leak. */
export class Canaries {
  private readonly all = new Map<string, Canary>();
  private readonly of = new Map<string, Canary[]>();

  /** @param subject the row or thing that holds it, so that sharing the one shares the other */
  text(given: Given, subject = ''): string {
    return this.keep(`zqx${this.all.size.toString(36).padStart(5, '0')}xqz`, given, subject);
  }

  /** A date that nothing else has. */
  date(given: Given): string {
    const day = new Date(Date.UTC(2101, 0, 1) + this.all.size * 86_400_000);
    return this.keep(day.toISOString().slice(0, 10), given, '');
  }

  private keep(token: string, given: Given, subject: string) {
    const canary: Canary = { personId: null, officeId: null, ...given, token, shared: false };
    this.all.set(token, canary);
    this.of.set(subject, [...(this.of.get(subject) ?? []), canary]);
    return token;
  }

  /** Moves what a subject held to a name by which it is known later. */
  rename(from: string, to: string): void {
    this.of.set(to, [...(this.of.get(to) ?? []), ...(this.of.get(from) ?? [])]);
    this.of.delete(from);
  }

  /** Only the last text of a subject is shared with it; what was written over stays private. */
  forget(subject: string): void {
    this.of.delete(subject);
  }

  share(subject: string): void {
    for (const canary of this.of.get(subject) ?? []) canary.shared = true;
  }

  get size(): number {
    return this.all.size;
  }

  /** The canaries in a text that this reader must not meet there; without a reader, that nobody may. */
  leaks(text: string, reader: Reader | null): string[] {
    const met = new Set(text.match(pattern) ?? []);
    return [...met].filter((token) => {
      const canary = this.all.get(token);
      return canary !== undefined && !(reader && mayRead(reader, canary));
    });
  }

  /** What nobody but its own side may read, whoever asks: for documents that leave the house. */
  unshared(text: string): string[] {
    const met = new Set(text.match(pattern) ?? []);
    return [...met].filter((token) => this.all.get(token)?.shared === false);
  }
}

function mayRead({ actor, reads }: Reader, canary: Canary): boolean {
  const { partyId, personId, officeId, mechanismId, shared } = canary;
  if (personId !== null) {
    return (
      personId === actor.personId ||
      actor.side === partyId ||
      (actor.administers && actor.partyId === partyId)
    );
  }
  if (officeId !== null) return actor.side === partyId && actor.organisationId === officeId;
  if (partyId !== null && actor.side === partyId) return true;
  return shared && mechanismId !== null && reads.has(mechanismId);
}
