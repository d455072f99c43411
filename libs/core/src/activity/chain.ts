import type { Difference } from '#contracts/ledgers';
import { digest, type Entry } from './digest.js';

/** The first broken link: the number of the row, and what about it is not as it should be. */
export interface Break {
  sequence: number;
  difference: Difference;
}

/** A ledger as it counts itself, and the numbers of the first and the last row that there are. */
export interface Head {
  mechanismId: string;
  partyId: string | null;
  sequence: number;
  hash: string;
  firstRow: number | null;
  lastRow: number | null;
}

/**
 * Follows one chain from row to row, in order, and remembers no more than the last hash; so a ledger of any length is
 * verified in the memory of one page. Knows nothing of where the rows come from.
 */
export class Chain {
  /** The row that comes next. */
  next: number;
  broken: Break | null = null;
  /** The last row that was found good. */
  last: Pick<Entry, 'at' | 'hash'> | null = null;

  /** @param from the first number to verify; the row before it is then given first, and believed about its own past */
  constructor(
    private readonly head: Head,
    from = 1,
  ) {
    this.next = Math.max(1, from - 1);
    if (head.firstRow !== null && head.firstRow < 1) this.break(head.firstRow, 'stray');
    else if (head.sequence === 0 && head.hash !== '') this.break(0, 'head');
    else if (head.sequence === 0) this.finish();
  }

  get done(): boolean {
    return this.broken !== null || this.next > this.head.sequence;
  }

  /** Takes the rows that come next. None at all where the head counts more means that the next is missing. */
  follow(rows: Iterable<Entry>): void {
    let any = false;
    for (const row of rows) {
      if (this.done) return;
      any = true;
      this.take(row);
    }
    if (!any && !this.done) this.break(this.next, 'missing');
  }

  private take(row: Entry): void {
    const { head, next: sequence } = this;
    if (row.sequence !== String(sequence)) return this.break(sequence, 'missing');
    const expected = sequence === 1 ? '' : this.last?.hash;
    // The row before the first to be verified is where trust begins; what it says of itself is still reckoned.
    if (expected !== undefined && row.previousHash !== expected) return this.break(sequence, 'previous_hash');
    if (digest(row) !== row.hash) return this.break(sequence, 'hash');
    if (row.mechanismId !== head.mechanismId || row.partyId !== head.partyId)
      return this.break(sequence, 'misplaced');
    if (sequence === head.sequence && row.hash !== head.hash) return this.break(sequence, 'head');
    this.last = row;
    this.next = sequence + 1;
    if (this.next > head.sequence) this.finish();
  }

  /** All that the head counts was good; nothing may stand after it. */
  private finish(): void {
    if (this.head.lastRow !== null && this.head.lastRow > this.head.sequence)
      this.break(this.head.lastRow, 'stray');
  }

  private break(sequence: number, difference: Difference): void {
    this.broken = { sequence, difference };
  }
}
