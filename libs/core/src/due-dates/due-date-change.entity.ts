import type { DueDateChangeState } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A working date proposed by one side and answered by the other; joint from the moment it is proposed. */
@Entity()
@Check('ck_due_date_change_state', `state in ('proposed', 'agreed', 'declined', 'withdrawn')`)
@Index('ix_due_date_change_measure', ['measureId'])
@Index('uq_due_date_change_proposed', ['measureId'], { unique: true, where: `state = 'proposed'` })
export class DueDateChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  /** The side that proposes. */
  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  /** The date that held when it was proposed. */
  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date')
  dueOn: string;

  @Column('text')
  reason: string;

  @Column('text')
  state: DueDateChangeState;

  @Column('timestamptz')
  proposedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('text', { nullable: true })
  answerReason: string | null;

  @Column('int', { default: 1 })
  version: number;
}
