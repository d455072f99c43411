/**
 * What is wrong where a chain breaks:
 * - `missing`: no row stands under this number;
 * - `previous_hash`: the row does not name the hash of the row before;
 * - `hash`: what the row says is not what its hash covers;
 * - `misplaced`: the row belongs to another ledger;
 * - `head`: the head of the ledger names another hash than its last row has;
 * - `stray`: a row stands before the first or after the last that the ledger counts.
 */
export const differences = ['missing', 'previous_hash', 'hash', 'misplaced', 'head', 'stray'] as const;
export type Difference = (typeof differences)[number];
