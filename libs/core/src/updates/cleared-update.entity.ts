import type { TrackStatus } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An update in the joint record, with the id it had on its side. Append-only: a correction is a new one. */
@Entity()
@Index('ix_cleared_update_measure', ['measureId', 'clearedAt'])
@Index('ix_cleared_update_mechanism', ['mechanismId', 'clearedAt'])
@Check('ck_cleared_update_period', 'period_from <= period_to')
export class ClearedUpdate {
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
  organisationId: string;

  @Column('text')
  status: TrackStatus;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  nextStep: string | null;

  @Column('text', { nullable: true })
  difficulties: string | null;

  @Column('date', { nullable: true })
  periodFrom: string | null;

  @Column('date', { nullable: true })
  periodTo: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ClearedUpdate)
  correctsId: string | null;

  @Column('timestamptz')
  clearedAt: Date;
}
