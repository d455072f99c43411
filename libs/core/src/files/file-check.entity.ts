import { wholeNumber } from '#core/whole-number';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A stored file that is not what its row says. */
export interface FileDifference {
  key: string;
  what: 'missing' | 'changed';
  /** Whose it is: one side's, or both sides'. */
  partyIds: string[];
}

/** One comparison of a slice of the storage with the rows that name its files. Of the programs alone. */
@Entity()
@Index('ix_file_check_checked_at', ['checkedAt'])
export class FileCheck {
  @PrimaryColumn('uuid')
  id: string;

  /** What the keys of the files begin with. */
  @Column('text')
  slice: string;

  @Column('timestamptz')
  checkedAt: Date;

  /** Files that were read, and how long they are together. */
  @Column('int')
  files: number;

  @Column('bigint', { transformer: wholeNumber })
  bytes: number | null;

  /** Files that no row named any more, which were removed. */
  @Column('int')
  removed: number;

  @Column('jsonb')
  differences: FileDifference[];
}
