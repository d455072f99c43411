import type { Refusal } from '#contracts/abilities';
import type { ProblemCode, ProblemParams } from '#contracts/problems';

/** One field of a request that is not as it should be; `code` is the rule it breaks. */
export interface FieldError {
  path: string;
  code: string;
}

/** What the core throws: a code and its parameters, never a sentence and never an HTTP exception. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
    readonly fields: FieldError[] = [],
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** What is not visible does not exist: another side's id and a made-up one get the same answer. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new Problem('not_found');
  return row;
}

/** Throws unless the policy allows it, with the reason where the policy gives one. */
export function demand(ruling: boolean | Refusal): void {
  if (ruling !== true) throw new Problem('forbidden', ruling ? { reason: ruling } : {});
}

/** Optimistic locking: the version the person saw must still be the row's; else both are told. */
export function demandVersion(row: { version: number }, expected: number): void {
  if (row.version !== expected)
    throw new Problem('version_conflict', { version: row.version, given: expected });
}
