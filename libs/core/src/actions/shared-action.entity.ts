import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An action in the joint record, with the id it has on its side: as its side's coordinator shared it last. */
@Entity()
@Check('ck_shared_action_range', 'range_start >= 0 and range_end > range_start')
export class SharedAction {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  @Index('ix_shared_action_measure')
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('text')
  title: string;

  @Column('text')
  words: string;

  @Column('int')
  rangeStart: number;

  @Column('int')
  rangeEnd: number;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  leadId: string | null;

  @Column('date', { nullable: true })
  doneOn: string | null;

  @Column('timestamptz')
  sharedAt: Date;

  /** Since when it is no longer shown; what hung on it keeps its place. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
