import { Problem } from './problem.js';

/** From each state, the states that may follow. */
export type States<S extends string> = Record<S, readonly S[]>;

/** Moves a row to its next state, or throws `wrong_state` where the table does not have that step. */
export function walk<S extends string>(states: States<S>, row: { state: S }, next: S): void {
  if (!states[row.state].includes(next)) throw new Problem('wrong_state', { state: row.state, next });
  row.state = next;
}
