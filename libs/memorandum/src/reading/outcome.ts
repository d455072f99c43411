import type { ProblemCode, ProblemParams } from '#contracts/problems';

/** Why a file gives no text: the code says what it is and how to mend it, the parameters where. */
export class Unreadable extends Error {
  constructor(
    readonly code: Extract<
      ProblemCode,
      | 'unreadable_file'
      | 'other_format'
      | 'encrypted_file'
      | 'damaged_file'
      | 'macro_file'
      | 'scanned_file'
      | 'too_many_pages'
      | 'unpacks_too_large'
    >,
    readonly params: ProblemParams = {},
  ) {
    super(code);
    this.name = 'Unreadable';
  }
}

/** Percent of a file that is read. */
export type Progress = (percent: number) => void;
