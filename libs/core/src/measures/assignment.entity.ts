import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Measure } from './measure.entity.js';

/** Whom a side charges with its track, and by when. Only that side sees it until it is published to the track. */
@Entity()
@Unique('uq_assignment_party', ['measureId', 'partyId'])
@Index('ix_assignment_lead', ['leadId', 'measureId'])
export class Assignment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => Mechanism)
  mechanismId: string;

  @Column('uuid')
  @ForeignKey(() => Measure)
  measureId: string;

  @Column('uuid')
  @ForeignKey(() => Party)
  partyId: string;

  @Column('uuid')
  @ForeignKey(() => Organisation)
  leadId: string;

  @Column('uuid', { array: true, default: [] })
  supportingIds: string[];

  /** Named officers; never published. Empty: every officer of the lead unit. */
  @Column('uuid', { array: true, default: [] })
  officerIds: string[];

  /** The side's own date, apart from the agreed one. */
  @Column('date', { nullable: true })
  internalDueOn: string | null;

  /** When lead and supporting units were last published; null while they never were. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
