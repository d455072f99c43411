import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Ledger } from './ledger.entity.js';

/**
 * Who did what. Append-only. A joint row names the office; only the side's own rows name the person, because named
 * officers are never shared. Sequence and hashes are set by the database.
 */
@Entity()
@Unique('uq_activity_sequence', ['ledgerId', 'sequence'])
@Index('ix_activity_mechanism', ['mechanismId', 'id'])
@Index('ix_activity_meeting', ['meetingId', 'id'])
@Index('ix_activity_subject', ['subjectId'])
@Index('ix_activity_measure', ['measureId', 'id'])
export class Activity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Ledger)
  ledgerId: string;

  @Column('bigint')
  sequence: string;

  @Column('uuid')
  mechanismId: string;

  /** Null in the joint ledger; else the side whose ledger this is. */
  @Column('uuid', { nullable: true })
  partyId: string | null;

  @Column('uuid')
  actorPartyId: string;

  @Column('uuid')
  actorOrganisationId: string;

  @Column('uuid', { nullable: true })
  actorPersonId: string | null;

  /** `update.cleared`, `assignment.published`, …: the words for it are in the messages. */
  @Column('text')
  verb: string;

  @Column('uuid', { nullable: true })
  meetingId: string | null;

  @Column('uuid', { nullable: true })
  measureId: string | null;

  @Column('uuid')
  subjectId: string;

  /** What the row says changed: `{ field: value }`, enough to rebuild it. */
  @Column('jsonb')
  changes: Record<string, unknown>;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  previousHash: string;

  @Column('text')
  hash: string;
}
