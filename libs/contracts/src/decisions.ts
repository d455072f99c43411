/** What a piece of a text – a measure, or an example – is to the measures on record. */
export interface PieceDecision {
  /** The place of the text where the piece begins, which names it through every edit. */
  start: number;
  /** The measure that it says in other words, or from which it is split off. */
  measureId: string | null;
  /** Whether it becomes a measure of its own. */
  add: boolean;
}

/** What a coordinator decides of an import beside the draft itself. */
export interface Decisions {
  /** Where measures begin whose words are no deadline, whatever they suggest. */
  noDue: number[];
  /** Of each piece that was put right, all that it is; of the others, what is proposed stands. */
  pieces: PieceDecision[];
}

export const undecided: Decisions = { noDue: [], pieces: [] };
