import type { TrackStatus, UpdateState } from '#contracts/status';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Person } from '#core/people/person.entity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a side says happened, from draft to clearing. Only that side sees it; clearing copies it to the joint record. */
@Entity()
@Index('ix_update_open', ['partyId', 'state', 'organisationId'], {
  where: `state in ('draft', 'submitted', 'endorsed', 'returned')`,
})
@Index('uq_update_open', ['measureId', 'organisationId'], {
  unique: true,
  where: `state in ('draft', 'submitted', 'endorsed', 'returned')`,
})
@Index('ix_update_measure', ['measureId', 'partyId'])
@Check('ck_update_state', `state in ('draft', 'submitted', 'endorsed', 'returned', 'cleared', 'withdrawn')`)
@Check('ck_update_period', 'period_from <= period_to')
export class Update {
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

  @Column('uuid')
  @ForeignKey(() => Person)
  authorId: string;

  @Column('text')
  state: UpdateState;

  /** The status asked for; the track takes it at clearing. */
  @Column('text')
  status: TrackStatus;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  nextStep: string | null;

  /** What stands in the way. */
  @Column('text', { nullable: true })
  difficulties: string | null;

  /** What is asked of the other side, which learns of it when the update is cleared. */
  @Column('text', { nullable: true })
  request: string | null;

  /** The first and the last day that it speaks of. */
  @Column('date', { nullable: true })
  periodFrom: string | null;

  @Column('date', { nullable: true })
  periodTo: string | null;

  /** The cleared update that this one corrects. */
  @Column('uuid', { nullable: true })
  correctsId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('text', { nullable: true })
  returnedReason: string | null;

  @Column('int', { default: 1 })
  version: number;
}
