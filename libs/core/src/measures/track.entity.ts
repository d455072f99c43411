import type { TrackStatus } from '#contracts/status';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { Organisation } from '#core/people/organisation.entity';
import { Party } from '#core/people/party.entity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Measure } from './measure.entity.js';

/** One side's handling of one measure as the joint record has it: published leads, cleared status. */
@Entity()
@Unique('uq_track_party', ['measureId', 'partyId'])
@Check(
  'ck_track_status',
  `status in ('not_started', 'on_target', 'behind', 'completed', 'ongoing', 'suspended', 'not_applicable')`,
)
export class Track {
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

  /** Published by the coordinator; null before that. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Organisation)
  leadId: string | null;

  @Column('uuid', { array: true, default: [] })
  supportingIds: string[];

  /** As last cleared. */
  @Column('text', { default: 'not_started' })
  status: TrackStatus;

  @Column('text', { nullable: true })
  nextStep: string | null;

  @Column('timestamptz', { nullable: true })
  lastClearedAt: Date | null;
}
