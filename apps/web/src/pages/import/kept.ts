import { undecided } from '#contracts/decisions';
import type { ReviewInput } from '../../api/calls';

/** What this computer keeps of a review until the server has it, with the version it was made on. */
export interface Kept {
  input: ReviewInput;
  base: number;
}

const keyOf = (person: string, id: string) => `luoshi.import.${person}.${id}`;

export function readKept(person: string, id: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person, id)) ?? 'null') as Kept | null;
    // One that an earlier version of this page kept knows of no decisions.
    return kept && { ...kept, input: { ...kept.input, decisions: kept.input.decisions ?? undecided } };
  } catch {
    return null;
  }
}

export function keep(person: string, id: string, kept: Kept) {
  try {
    localStorage.setItem(keyOf(person, id), JSON.stringify(kept));
  } catch {
    // A browser with no room keeps nothing; the server is told at the next pause all the same.
    forget(person, id);
  }
}

export function forget(person: string, id: string) {
  localStorage.removeItem(keyOf(person, id));
}
