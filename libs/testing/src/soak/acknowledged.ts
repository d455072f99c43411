/** What a client was told of an update: the version that an answer showed, and what stood in it. */
export interface Told {
  version: number;
  state: string;
  text: string;
}

/** Everything that the programs acknowledged, as the clients heard it, and how often they heard nothing. */
export class Acknowledged {
  private readonly updates = new Map<string, Told>();
  private readonly silences = new Map<string, number>();
  readonly reports = new Set<string>();
  readonly agreed = new Set<string>();
  /** Submitted and waiting for their side's coordinator. */
  readonly submitted: Record<string, Set<string>> = {};
  readonly surprises: string[] = [];
  writes = 0;
  unanswered = 0;

  update(id: string, { version, state, text }: Told): void {
    const before = this.updates.get(id);
    if (!before || version > before.version) this.updates.set(id, { version, state, text });
  }

  silence(id: string): void {
    this.silences.set(id, (this.silences.get(id) ?? 0) + 1);
  }

  told(): { id: string; told: Told; silences: number }[] {
    return [...this.updates].map(([id, told]) => ({ id, told, silences: this.silences.get(id) ?? 0 }));
  }
}
