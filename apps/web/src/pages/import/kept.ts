import { undecided } from '#contracts/decisions';
import { placed, worded } from '#contracts/draft-places';
import type { ReviewInput } from '../../api/imports';

/** What this computer keeps of a review until the server has it, with the version it was made on. */
export interface Kept {
  input: ReviewInput;
  base: number;
}

const keyOf = (person: string, id: string) => `luoshi.import.${person}.${id}`;

export function readKept(person: string, id: string, source: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person, id)) ?? 'null') as Kept | null;
    if (!kept) return null;
    const { draft, decisions, ...input } = kept.input;
    // One that an earlier version of this page kept knows of no decisions.
    return { ...kept, input: { ...input, draft: worded(source, draft), decisions: decisions ?? undecided } };
  } catch {
    return null;
  }
}

/** Without the words of the draft: room is short, and they stand in the source. */
export function keep(person: string, id: string, { input, base }: Kept) {
  try {
    const kept = { input: { ...input, draft: placed(input.draft) }, base };
    localStorage.setItem(keyOf(person, id), JSON.stringify(kept));
  } catch {
    // A browser with no room keeps nothing; the server is told at the next pause all the same.
    forget(person, id);
  }
}

export function forget(person: string, id: string) {
  localStorage.removeItem(keyOf(person, id));
}
