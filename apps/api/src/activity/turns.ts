import { Problem } from '#core/problem';

/**
 * Lets costly work be done few at a time, however many ask: the others wait, and nobody has more than a handful under
 * way, so that one person can neither take the server from the rest nor this work from those who ask after.
 */
export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];
  private readonly asked = new Map<string, number>();

  constructor(
    atOnce: number,
    private readonly perPerson: number,
  ) {
    this.free = atOnce;
  }

  /** @throws too_many_requests for a person who has enough under way */
  async take<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const own = this.asked.get(personId) ?? 0;
    if (own >= this.perPerson) throw new Problem('too_many_requests');
    this.asked.set(personId, own + 1);
    try {
      if (this.free > 0) this.free -= 1;
      else await new Promise<void>((resolve) => this.waiting.push(resolve));
      try {
        return await work();
      } finally {
        // Handed on rather than freed, so that none who comes now passes those who wait.
        const next = this.waiting.shift();
        if (next) next();
        else this.free += 1;
      }
    } finally {
      const left = this.asked.get(personId)! - 1;
      if (left === 0) this.asked.delete(personId);
      else this.asked.set(personId, left);
    }
  }
}
