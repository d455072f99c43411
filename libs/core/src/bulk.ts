import { Problem } from './problem.js';

/** One of many, and the version of it that the person saw. */
export interface Seen {
  id: string;
  version: number;
}

export interface BulkResult {
  done: string[];
  failed: { id: string; problem: Problem }[];
}

/** `inBulk` of things that are known by nothing but their ids. */
export const inBulkById = (ids: readonly string[], work: (id: string) => Promise<unknown>) =>
  inBulk(
    ids.map((id) => ({ id })),
    ({ id }) => work(id),
  );

/**
 * Does the same to many, each in a transaction of its own: one that cannot be done does not hold up the others, and
 * is named with its reason.
 */
export async function inBulk<Item extends { id: string }>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<BulkResult> {
  const result: BulkResult = { done: [], failed: [] };
  for (const [id, item] of new Map(items.map((each) => [each.id, each]))) {
    try {
      await work(item);
      result.done.push(id);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      result.failed.push({ id, problem });
    }
  }
  return result;
}
