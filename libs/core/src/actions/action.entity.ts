import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What the words of a measure have one side carry out, as that side plans it. Only that side sees it. */
@Entity()
@Check('ck_action_range', 'range_start >= 0 and range_end > range_start')
@Index('ix_action_lead', ['leadId'], { where: 'done_on is null and internal_due_on is not null' })
export class Action {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  @Index('ix_action_measure')
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('text')
  title: string;

  /** The words it comes from, as they stand in the measure's text from start to end. */
  @Column('text')
  words: string;

  @Column('int')
  rangeStart: number;

  @Column('int')
  rangeEnd: number;

  /** Null: whoever leads the measure. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  leadId: string | null;

  /** Null while it is not done. */
  @Column('date', { nullable: true })
  doneOn: string | null;

  /** The side's own date; never shared. */
  @Column('date', { nullable: true })
  internalDueOn: string | null;

  @Column('int', { default: 1 })
  version: number;
}
