import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A chain of activities: one for a mechanism's joint record (no party), one for each side's private work in it.
 * Its head moves with each activity, in the database (trigger `activity_chain`).
 */
@Entity()
@Index('uq_ledger_joint', ['mechanismId'], { unique: true, where: 'party_id is null' })
@Index('uq_ledger_side', ['mechanismId', 'partyId'], { unique: true, where: 'party_id is not null' })
@Check('ck_ledger_sequence', 'last_sequence >= 0')
export class Ledger {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  mechanismId: string;

  @Column('uuid', { nullable: true })
  partyId: string | null;

  @Column('bigint', { default: 0 })
  lastSequence: string;

  /** SHA-256 of the last row, hexadecimal; empty before the first. */
  @Column('text', { default: '' })
  lastHash: string;
}
